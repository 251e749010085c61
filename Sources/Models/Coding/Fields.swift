package import JSON

/// The members of a JSON object, read by name and type. Every failure says the field, what came and what was expected.
package struct Fields {
    package let path: String
    private let object: JSONObject

    /// `path` is where the value stands, for error texts.
    package init(_ value: JSONValue?, at path: String) throws(FieldError) {
        guard let object = value?.object else {
            throw FieldError(field: path, reason: "\(Self.came(value)) came; expected an object")
        }
        self.object = object
        self.path = path
    }

    /// Refuses members of other names, with the nearest of these.
    package func allowOnly(_ names: [String]) throws(FieldError) {
        for name in object.members.lazy.map(\.name) where !names.contains(name) {
            throw FieldError(
                field: path(of: name),
                reason: "there is no such field" + NearestName.hint(for: name, among: names))
        }
    }

    package var names: [String] { object.members.map(\.name) }

    package func has(_ name: String) -> Bool { object[name] != nil }

    package func value(_ name: String, expected: String = "a value") throws(FieldError) -> JSONValue {
        guard let value = object[name] else {
            throw FieldError(field: path(of: name), reason: "is missing; expected \(expected)")
        }
        return value
    }

    package func string(_ name: String) throws(FieldError) -> String {
        try read(name, "a string", \.string)
    }

    package func bool(_ name: String, default missing: Bool) throws(FieldError) -> Bool {
        has(name) ? try read(name, "true or false", \.bool) : missing
    }

    package func integer(_ name: String) throws(FieldError) -> Int {
        try read(name, "a whole number", \.integer)
    }

    package func number(_ name: String) throws(FieldError) -> Double {
        try read(name, "a number", \.number)
    }

    package func array(_ name: String) throws(FieldError) -> [JSONValue] {
        try read(name, "an array", \.array)
    }

    package func fields(_ name: String) throws(FieldError) -> Fields {
        try Fields(try value(name, expected: "an object"), at: path(of: name))
    }

    /// One of an enumeration's names.
    package func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, default missing: Choice
    ) throws(FieldError) -> Choice where Choice.RawValue == String {
        guard has(name) else { return missing }
        let string = try string(name)
        guard let choice = Choice(rawValue: string) else {
            throw refusal(of: string, in: name, known: Choice.allCases.map(\.rawValue))
        }
        return choice
    }

    /// For a name that is none of those known.
    package func refusal(of string: String, in name: String, known: [String]) -> FieldError {
        FieldError(
            field: path(of: name),
            reason: "'\(string)' came; expected one of \(known.joined(separator: ", "))"
                + NearestName.hint(for: string, among: known))
    }

    package func path(of name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

    private func read<Value>(
        _ name: String, _ expected: String, _ type: (JSONValue) -> Value?
    ) throws(FieldError) -> Value {
        let value = try value(name, expected: expected)
        guard let typed = type(value) else {
            throw FieldError(field: path(of: name), reason: "\(Self.came(value)) came; expected \(expected)")
        }
        return typed
    }

    private static func came(_ value: JSONValue?) -> String { value?.kind ?? "nothing" }
}

extension JSONValue {
    /// The shortest decimal that is this `Float`, so that 0.3 is written 0.3.
    package static func shortest(_ value: Float) -> JSONValue {
        .number(Double(value.description) ?? Double(value))
    }
}
