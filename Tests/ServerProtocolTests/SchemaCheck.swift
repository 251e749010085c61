import JSON

/// As much of JSON Schema draft-07 as `protocol/openrpc.json` uses; another keyword is reported, not passed over.
struct SchemaCheck {
    let document: JSONValue

    private static let annotations: Set<String> = ["description", "default", "title"]

    /// What is wrong with `value`, each with the path to it. `closed` also reports members that are not declared.
    func problems(_ value: JSONValue, _ schema: JSONValue, at path: String = "result", closed: Bool = true) -> [String]
    {
        guard let members = schema.object?.members else { return ["\(path): the schema is \(schema.kind)"] }
        var found: [String] = []
        for member in members where !Self.annotations.contains(member.name) {
            let (keyword, argument) = (member.name, member.value)
            switch keyword {
            case "$ref":
                guard let target = resolve(argument.string ?? "") else { return ["\(path): no \(argument)"] }
                found += problems(value, target, at: path, closed: closed)
            case "type":
                let types = argument.array?.compactMap(\.string) ?? [argument.string ?? "?"]
                if !types.contains(where: { matches(value, type: $0) }) {
                    return ["\(path) is \(value.kind), expected \(types)"]
                }
            case "enum":
                if argument.array?.contains(value) != true { found.append("\(path) is none of \(argument)") }
            case "minimum":
                if let number = value.number, number < argument.number ?? 0 { found.append("\(path) is below") }
            case "maximum":
                if let number = value.number, number > argument.number ?? 0 { found.append("\(path) is above") }
            case "maxItems":
                if value.array?.count ?? 0 > argument.integer ?? 0 { found.append("\(path) has too many elements") }
            case "required":
                for name in argument.array ?? [] where value[name.string ?? ""] == nil && value.object != nil {
                    found.append("\(path) lacks \(name)")
                }
            case "properties":
                for member in value.object?.members ?? [] {
                    let (name, member) = (member.name, member.value)
                    if let schema = argument[name] {
                        found += problems(member, schema, at: "\(path).\(name)", closed: closed)
                    } else if closed {
                        found.append("\(path).\(name) is not declared")
                    }
                }
            case "additionalProperties":
                if argument == false, schema["properties"] == nil, value.object?.members.isEmpty == false {
                    found.append("\(path) is not empty")
                }
            case "items":
                for (index, element) in (value.array ?? []).enumerated() {
                    found += problems(element, argument, at: "\(path)[\(index)]", closed: closed)
                }
            case "oneOf":
                let fitting = (argument.array ?? []).filter { problems(value, $0, at: path, closed: closed).isEmpty }
                if fitting.count != 1 { found.append("\(path) fits \(fitting.count) of oneOf") }
            default:
                found.append("\(path): the keyword \(keyword) is not understood")
            }
        }
        return found
    }

    /// Follows `#/a/b`.
    func resolve(_ reference: String) -> JSONValue? {
        reference.split(separator: "/").dropFirst().reduce(document) { value, name in value?[String(name)] }
    }

    /// The schema behind a reference, or the schema itself.
    func target(_ schema: JSONValue) -> JSONValue {
        schema["$ref"]?.string.flatMap(resolve) ?? schema
    }

    private func matches(_ value: JSONValue, type: String) -> Bool {
        switch type {
        case "null": value.isNull
        case "boolean": value.bool != nil
        case "integer": value.integer != nil
        case "number": value.number != nil
        case "string": value.string != nil
        case "array": value.array != nil
        case "object": value.object != nil
        default: false
        }
    }
}
