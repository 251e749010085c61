package enum RegularExpressionError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A pattern that cannot be read. `position` counts its code points.
    case invalid(position: Int, reason: String)
    /// What no engine does in linear time, or what this one does not do.
    case unsupported(position: Int, feature: String, hint: String)
    case tooLarge(what: String, came: Int, limit: Int)
    /// The text took more steps than it may: see `RegularExpression.maximumSteps`.
    case tooManySteps(limit: Int)
    case invalidTemplate(reason: String)
    /// What came of a replacement: see `TextEditor.isTooLong`.
    case resultTooLong

    package var description: String {
        switch self {
        case .invalid(let position, let reason):
            return "the pattern cannot be read at character \(position): \(reason)"
        case .unsupported(let position, let feature, let hint):
            return "the pattern has \(feature) at character \(position), which is not done here: \(hint)"
        case .tooLarge(let what, let came, let limit):
            return
                "the pattern has \(came) \(what); at most \(limit) are allowed: make it shorter or its counts smaller"
        case .tooManySteps(let limit):
            return
                "the pattern took more than \(limit) steps on this text: anchor it, make it more exact or the text shorter"
        case .resultTooLong:
            return "the replaced text is more than twice as long as the text, and longer than 16 MB: replace by less"
        case .invalidTemplate(let reason):
            return "the replacement cannot be read: \(reason)"
        }
    }
}
