/// Why a text is not JSON that we accept.
package struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The byte at which reading stopped.
    package let offset: Int
    /// What was found and what was expected there.
    package let reason: String
    /// The text may well be JSON: it holds more values than its reader was ready to keep.
    package let isTooLarge: Bool

    package init(offset: Int, reason: String, isTooLarge: Bool = false) {
        self.offset = offset
        self.reason = reason
        self.isTooLarge = isTooLarge
    }

    package var description: String { "\(reason) at byte \(offset)" }
}
