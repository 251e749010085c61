/// Why a text is not JSON that we accept.
package struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The byte at which reading stopped.
    package let offset: Int
    /// What was found and what was expected there.
    package let reason: String

    package init(offset: Int, reason: String) {
        self.offset = offset
        self.reason = reason
    }

    package var description: String { "\(reason) at byte \(offset)" }
}
