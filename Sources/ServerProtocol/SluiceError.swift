import JSON
package import JSONRPC

extension ResponseError.Code {
    package static let modelNotFound = Self(rawValue: -32010)
    package static let modelInvalid = Self(rawValue: -32011)
    package static let wordUnknown = Self(rawValue: -32012)
    package static let overloaded = Self(rawValue: -32013)
    package static let tooLarge = Self(rawValue: -32014)
    package static let dictionaryMissing = Self(rawValue: -32016)
    package static let trainingFailed = Self(rawValue: -32017)

    /// The code's name, as `data.kind` gives it to programs.
    package var kind: String {
        switch self {
        case .parseError: "parseError"
        case .invalidRequest: "invalidRequest"
        case .methodNotFound: "methodNotFound"
        case .invalidParams: "invalidParams"
        case .internalError: "internalError"
        case .serverNotInitialized: "serverNotInitialized"
        case .requestCancelled: "requestCancelled"
        case .contentModified: "contentModified"
        case .serverCancelled: "serverCancelled"
        case .modelNotFound: "modelNotFound"
        case .modelInvalid: "modelInvalid"
        case .wordUnknown: "wordUnknown"
        case .overloaded: "overloaded"
        case .tooLarge: "tooLarge"
        case .dictionaryMissing: "dictionaryMissing"
        case .trainingFailed: "trainingFailed"
        default: "unknown"
        }
    }
}

extension ResponseError {
    /// An error with `data` as every error of ours has it: the kind, and a hint that says what to do, with the names
    /// that exist.
    package init(_ code: Code, _ message: String, hint: String) {
        self.init(code: code, message: message, data: ["kind": .string(code.kind), "hint": .string(hint)])
    }

    package init(_ error: ShapeError) {
        self.init(.invalidParams, error.reason, hint: error.hint)
    }
}
