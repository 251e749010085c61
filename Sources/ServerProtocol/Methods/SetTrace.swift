package import JSON

/// `$/setTrace` (LSP 3.17): how much of this session the server traces.
package enum SetTrace: RemoteMethod {
    package static let method = "$/setTrace"
    package static let parameters: [Field] = [.required("value", .oneOf(Value.allCases.map(\.rawValue)))]
    package static let ignoresUnknownParameters = true
    package static let isNotification = true

    package enum Value: String, Sendable, CaseIterable {
        case off, messages, verbose
    }

    package struct Parameters: ParameterShape {
        package var value: Value

        package init(value: Value) {
            self.value = value
        }

        package init(_ reader: ParameterReader) {
            value = reader.string("value").flatMap(Value.init) ?? .off
        }

        package var json: JSONValue { ["value": .string(value.rawValue)] }
    }

    package typealias Result = NullResult
}
