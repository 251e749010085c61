/// Why a file of vectors was refused, or a question could not be answered. What a person reads names what came, what
/// was expected, and what to do.
package enum WordVectorsError: Error, Equatable, CustomStringConvertible {
    /// A file, or a part of one, is not what it has to be.
    case invalid(field: String, reason: String)
    /// The query has no direction: all its words are unknown, cancel each other out, or have only zeros.
    case noQuery(reason: String)

    /// Without the field.
    package var reason: String {
        switch self {
        case .invalid(_, let reason), .noQuery(let reason): reason
        }
    }

    package var description: String {
        switch self {
        case .invalid(let field, let reason): "\(field): \(reason)"
        case .noQuery(let reason): reason
        }
    }
}
