/// Why a text is not TOML that we accept.
package struct TOMLError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The byte at which reading stopped.
    package let offset: Int
    /// What was found and what was expected there.
    package let reason: String

    package var description: String { "\(reason) at byte \(offset)" }
}
