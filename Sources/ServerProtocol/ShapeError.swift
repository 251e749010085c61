package import JSON

/// A JSON value that does not have the shape that a method's parameters or results have.
package struct ShapeError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What came and what was expected.
    package var reason: String
    /// What to do.
    package var hint: String

    package init(_ reason: String, hint: String) {
        self.reason = reason
        self.hint = hint
    }

    package var description: String { reason }
}

/// The parameters of one request, checked against what its method declares.
package struct ParameterReader: Sendable {
    private let members: JSONObject

    /// - Parameters:
    ///   - params: what came: an object, or nothing where all are optional. An empty array counts as nothing.
    ///   - open: members that are not declared are ignored, as LSP asks for its own methods, and not refused.
    package init(_ params: JSONValue?, method: String, fields: [Field], open: Bool = false) throws(ShapeError) {
        switch params {
        case .object(let object)?: members = object
        case nil, .null?: members = JSONObject()
        case .array(let elements)? where elements.isEmpty: members = JSONObject()
        case let other?:
            throw ShapeError(
                "the parameters of \(method) are \(other.kind), expected an object",
                hint: "give the parameters by name. " + Self.listing(fields, of: method))
        }
        var seen = 0
        for member in members.members {
            let (name, value) = (member.name, member.value)
            guard let field = fields.first(where: { $0.name == name }) ?? Self.common(name) else {
                if open { continue }
                throw ShapeError(
                    "\(method) has no parameter \"\(name.prefix(80))\"", hint: Self.listing(fields, of: method))
            }
            // Null for "none" is how many languages write an optional that is not set.
            if !field.isRequired, value.isNull { continue }
            if let found = field.type.mismatch(value) {
                throw ShapeError(
                    "the parameter \"\(name)\" of \(method) is \(found), expected \(field.type.expectation)",
                    hint: "give \"\(name)\" as \(field.type.expectation). " + Self.listing(fields, of: method))
            }
            if field.isRequired { seen += 1 }
        }
        let required = fields.lazy.filter(\.isRequired)
        if seen < required.count, let missing = required.first(where: { members[$0.name] == nil }) {
            throw ShapeError(
                "\(method) needs the parameter \"\(missing.name)\", \(missing.type.expectation)",
                hint: Self.listing(fields, of: method))
        }
    }

    private static func common(_ name: String) -> Field? {
        Field.ofEveryRequest.first { $0.name == name }
    }

    static func listing(_ fields: [Field], of method: String) -> String {
        if fields.isEmpty { return "\(method) takes no parameters" }
        let names = fields.map { $0.isRequired ? $0.name : "\($0.name) (optional)" }
        return "\(method) takes \(names.joined(separator: ", "))"
    }

    /// The member, unless it is missing or null.
    package subscript(name: String) -> JSONValue? {
        guard let value = members[name], !value.isNull else { return nil }
        return value
    }

    /// All that came.
    package var whole: JSONValue { .object(members) }

    package func string(_ name: String) -> String? { self[name]?.string }
    package func integer(_ name: String) -> Int? { self[name]?.integer }
    package func number(_ name: String) -> Double? { self[name]?.number }
    package func bool(_ name: String) -> Bool? { self[name]?.bool }
    package func strings(_ name: String) -> [String]? { self[name]?.array?.compactMap(\.string) }
    package func integers(_ name: String) -> [Int]? { self[name]?.array?.compactMap(\.integer) }
    package func numbers(_ name: String) -> [Double]? { self[name]?.array?.compactMap(\.number) }
    /// The strings of an array, or the one string.
    package func oneOrMore(_ name: String) -> [String]? { string(name).map { [$0] } ?? strings(name) }

    /// A string that the declaration says is there.
    package func requiredString(_ name: String) throws(ShapeError) -> String {
        guard let value = string(name) else {
            throw ShapeError("the parameter \"\(name)\" is missing, expected a string", hint: "give \"\(name)\"")
        }
        return value
    }
}

/// The members of a result, read by a client. A newer daemon may add members, so unknown ones are no error.
package struct ResultReader: Sendable {
    private let value: JSONValue
    private let path: String

    package init(_ value: JSONValue, _ path: String) throws(ShapeError) {
        guard case .object = value else { throw Self.mismatch(path, value, "an object") }
        self.value = value
        self.path = path
    }

    package subscript(name: String) -> JSONValue? {
        guard let value = value[name], !value.isNull else { return nil }
        return value
    }

    package func string(_ name: String) throws(ShapeError) -> String {
        guard let found = value[name]?.string else { throw mismatch(name, "a string") }
        return found
    }

    package func integer(_ name: String) throws(ShapeError) -> Int {
        guard let found = value[name]?.integer else { throw mismatch(name, "an integer") }
        return found
    }

    package func number(_ name: String) throws(ShapeError) -> Double {
        guard let found = value[name]?.number else { throw mismatch(name, "a number") }
        return found
    }

    package func bool(_ name: String) throws(ShapeError) -> Bool {
        guard let found = value[name]?.bool else { throw mismatch(name, "a boolean") }
        return found
    }

    package func strings(_ name: String) throws(ShapeError) -> [String] {
        try array(name) { value, path throws(ShapeError) in
            guard let text = value.string else { throw Self.mismatch(path, value, "a string") }
            return text
        }
    }

    package func integers(_ name: String) throws(ShapeError) -> [Int] {
        try array(name) { value, path throws(ShapeError) in
            guard let number = value.integer else { throw Self.mismatch(path, value, "an integer") }
            return number
        }
    }

    package func numbers(_ name: String) throws(ShapeError) -> [Double] {
        try array(name) { value, path throws(ShapeError) in try Self.number(value, path) }
    }

    /// An array of arrays of numbers.
    package func rows(_ name: String) throws(ShapeError) -> [[Double]] {
        try array(name) { value, path throws(ShapeError) in
            guard let row = value.array else { throw Self.mismatch(path, value, "an array") }
            return try row.map { (value) throws(ShapeError) in try Self.number(value, path) }
        }
    }

    private static func number(_ value: JSONValue, _ path: String) throws(ShapeError) -> Double {
        guard let number = value.number else { throw mismatch(path, value, "a number") }
        return number
    }

    /// The members' names, in their order.
    package var names: [String] { value.object?.members.map(\.name) ?? [] }

    /// The elements, each read by `read`, which is given the path to it for its error texts.
    package func array<Element>(
        _ name: String, _ read: (JSONValue, String) throws(ShapeError) -> Element
    ) throws(ShapeError) -> [Element] {
        guard let elements = value[name]?.array else { throw mismatch(name, "an array") }
        var result: [Element] = []
        result.reserveCapacity(elements.count)
        for element in elements { result.append(try read(element, "\(path).\(name)[\(result.count)]")) }
        return result
    }

    package func object(_ name: String) throws(ShapeError) -> ResultReader {
        guard let member = value[name] else { throw mismatch(name, "an object") }
        return try ResultReader(member, "\(path).\(name)")
    }

    private func mismatch(_ name: String, _ expected: String) -> ShapeError {
        Self.mismatch("\(path).\(name)", value[name], expected)
    }

    static func mismatch(_ path: String, _ value: JSONValue?, _ expected: String) -> ShapeError {
        ShapeError(
            "\(path) is \(value?.kind ?? "missing"), expected \(expected)",
            hint: "the daemon may be of another version: see daemon/status")
    }
}

extension JSONValue {
    /// An object of those members that have a value.
    static func members(_ members: (String, JSONValue?)...) -> JSONValue { .members(members) }

    /// The same of a list, such as one that was put together of several.
    static func members(_ members: [(String, JSONValue?)]) -> JSONValue {
        var present: [JSONObject.Member] = []
        present.reserveCapacity(members.count)
        for (name, value) in members {
            if let value { present.append(.init(name: name, value: value)) }
        }
        return .object(JSONObject(members: present))
    }

    static func integer(_ value: Int) -> JSONValue { .integer(Int64(value)) }
    static func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }
    static func integers(_ values: [Int]) -> JSONValue { .array(values.map { .integer(Int64($0)) }) }
    static func numbers(_ values: [Double]) -> JSONValue { .array(values.map { .number($0) }) }
    static func rows(_ rows: [[Double]]) -> JSONValue { .array(rows.map { numbers($0) }) }
}

extension Optional where Wrapped == String {
    var json: JSONValue? { map { .string($0) } }
}

extension Optional where Wrapped == Int {
    var json: JSONValue? { map { .integer(Int64($0)) } }
}

extension Optional where Wrapped == Double {
    var json: JSONValue? { map { .number($0) } }
}
