import JSON

/// A parameter of a method: its name, its type and whether it must be there.
///
/// The declaration is what parameters are checked by, and what `protocol/openrpc.json` is compared with.
package struct Field: Sendable, Equatable {
    package var name: String
    package var type: FieldType
    package var isRequired: Bool

    package static func required(_ name: String, _ type: FieldType) -> Field {
        Field(name: name, type: type, isRequired: true)
    }

    package static func optional(_ name: String, _ type: FieldType) -> Field {
        Field(name: name, type: type, isRequired: false)
    }

    package static let positionEncoding = Field.optional(
        "positionEncoding", .oneOf(PositionEncoding.allCases.map(\.rawValue)))
    /// LSP 3.17, "Work Done Progress".
    package static let workDoneToken = Field.optional("workDoneToken", .identifier)

    /// What every request may carry beside its own parameters.
    package static let ofEveryRequest = [positionEncoding, workDoneToken]
}

package enum FieldType: Sendable, Equatable {
    case string
    case boolean
    case strings(atMost: Int? = nil)
    case oneOf([String])
    case integer(ClosedRange<Int>)
    case integers(atMost: Int? = nil)
    /// Seconds, -1 or more.
    case number(atLeast: Double)
    case numbers(atMost: Int? = nil)
    /// Null where one is missing.
    case numbersOrNulls(atMost: Int)
    /// The id of a request.
    case identifier
    case object
    case array
    /// An integer or a string, an object or an array, or null: LSP's parameters that we keep but do not use.
    case stringOrNull, integerOrNull, arrayOrNull, any
    /// A name, or what would be stored under it.
    case stringOrObject
    /// One, or several.
    case stringOrStrings(atMost: Int? = nil)

    /// What was expected, for error texts.
    package var expectation: String {
        switch self {
        case .string: "a string"
        case .boolean: "true or false"
        case .strings(nil): "an array of strings"
        case .strings(let count?): "an array of at most \(count) strings"
        case .oneOf(let values): "one of " + values.map { "\"\($0)\"" }.joined(separator: ", ")
        case .integer(let range) where range.upperBound == .max: "an integer, \(range.lowerBound) or more"
        case .integer(let range): "an integer from \(range.lowerBound) to \(range.upperBound)"
        case .integers(nil): "an array of integers, 0 or more"
        case .integers(let count?): "an array of at most \(count) integers, 0 or more"
        case .number(let least): "a number, \(least.formatted) or more"
        case .numbers(nil): "an array of numbers"
        case .numbers(let count?): "an array of at most \(count) numbers"
        case .numbersOrNulls(let count): "an array of at most \(count) numbers, null where one is missing"
        case .identifier: "an integer or a string"
        case .object: "an object"
        case .array: "an array"
        case .stringOrNull: "a string or null"
        case .integerOrNull: "an integer or null"
        case .arrayOrNull: "an array or null"
        case .any: "any value"
        case .stringOrObject: "a string or an object"
        case .stringOrStrings(nil): "a string or an array of strings"
        case .stringOrStrings(let count?): "a string or an array of at most \(count) strings"
        }
    }

    /// Nil where the value is of this type, else what was found instead.
    func mismatch(_ value: JSONValue) -> String? {
        switch (self, value) {
        case (.string, .string), (.boolean, .bool), (.object, .object), (.array, .array), (.any, _),
            (.stringOrNull, .string), (.stringOrNull, .null), (.integerOrNull, .null), (.arrayOrNull, .array),
            (.arrayOrNull, .null), (.identifier, .string), (.stringOrObject, .string), (.stringOrObject, .object),
            (.stringOrStrings, .string):
            return nil
        case (.oneOf(let values), .string(let text)):
            return values.contains(text) ? nil : "\"\(text.prefix(40))\""
        case (.integer(let range), _):
            guard let number = value.integer else { break }
            return range.contains(number) ? nil : String(number)
        case (.identifier, _), (.integerOrNull, _):
            if value.integer != nil { return nil }
        case (.number(let least), _):
            guard let number = value.number else { break }
            return number >= least ? nil : number.formatted
        case (.strings(let most), .array(let elements)), (.stringOrStrings(let most), .array(let elements)):
            if let index = elements.firstIndex(where: { $0.string == nil }) {
                return "\(elements[index].kind) at index \(index)"
            }
            return elements.count > most ?? .max ? "\(elements.count) of them" : nil
        case (.integers(let most), .array(let elements)):
            if let index = elements.firstIndex(where: { ($0.integer ?? -1) < 0 }) {
                let found = elements[index].integer.map(String.init) ?? elements[index].kind
                return "\(found) at index \(index)"
            }
            return elements.count > most ?? .max ? "\(elements.count) of them" : nil
        case (.numbers(let most), .array(let elements)):
            if let index = elements.firstIndex(where: { $0.number == nil }) {
                return "\(elements[index].kind) at index \(index)"
            }
            return elements.count > most ?? .max ? "\(elements.count) of them" : nil
        case (.numbersOrNulls(let most), .array(let elements)):
            if let index = elements.firstIndex(where: { $0.number == nil && !$0.isNull }) {
                return "\(elements[index].kind) at index \(index)"
            }
            return elements.count > most ? "\(elements.count) of them" : nil
        default: break
        }
        return value.kind
    }
}

extension Double {
    fileprivate var formatted: String {
        Int(exactly: self).map(String.init) ?? description
    }
}
