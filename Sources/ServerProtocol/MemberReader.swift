import JSON

/// The members of an object within the parameters: names that are not known are refused, as for parameters.
struct MemberReader {
    private let object: JSONObject
    private let path: String

    init(_ json: JSONValue, _ path: String, names: [String]) throws(ShapeError) {
        guard case .object(let object) = json else {
            throw ShapeError(
                "\(path) is \(json.kind), expected an object",
                hint: "give \(path) as {\(names[0]): …}; it may have \(names.joined(separator: ", "))")
        }
        if let stranger = object.members.first(where: { !names.contains($0.name) }) {
            throw ShapeError(
                "\(path) has no member \"\(stranger.name.prefix(80))\"",
                hint: "it may have \(names.joined(separator: ", "))")
        }
        self.object = object
        self.path = path
    }

    func string(_ name: String) throws(ShapeError) -> String {
        guard let text = try optionalString(name) else {
            throw ShapeError("\(path).\(name) is missing, expected a string", hint: "give \(path) a \"\(name)\"")
        }
        return text
    }

    func optionalString(_ name: String) throws(ShapeError) -> String? {
        try optional(name, "a string", \.string)
    }

    func optionalInteger(_ name: String) throws(ShapeError) -> Int? {
        try optional(name, "an integer", \.integer)
    }

    func optionalNumber(_ name: String) throws(ShapeError) -> Double? {
        try optional(name, "a number", \.number)
    }

    func optionalBool(_ name: String) throws(ShapeError) -> Bool? {
        try optional(name, "true or false", \.bool)
    }

    func optionalStrings(_ name: String) throws(ShapeError) -> [String]? {
        try optional(name, "an array of strings") { value in
            guard let elements = value.array else { return nil }
            let strings = elements.compactMap(\.string)
            return strings.count == elements.count ? strings : nil
        }
    }

    /// Nil where the member is missing or null.
    private func optional<Value>(
        _ name: String, _ expected: String, _ read: (JSONValue) -> Value?
    ) throws(ShapeError) -> Value? {
        guard let value = object[name], !value.isNull else { return nil }
        guard let read = read(value) else {
            throw ShapeError(
                "\(path).\(name) is \(value.kind), expected \(expected)",
                hint: "give \(path).\(name) as \(expected)")
        }
        return read
    }
}
