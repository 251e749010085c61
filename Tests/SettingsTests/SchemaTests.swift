import JSON
import Numerics
import Settings
import Testing

/// `protocol/sluice.schema.json` says to editors what the room says to files.
@Suite struct SchemaTests {
    private let schema: JSONValue

    init() throws {
        schema = try JSONValue(parsing: Self.bytes(of: "sluice.schema.json"))
    }

    private static func bytes(of name: String) throws -> [UInt8] {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return try FileBytes(path: "/\(root)/protocol/\(name)").withUnsafeBytes { [UInt8]($0) }
    }

    private var objects: [(schema: JSONValue, names: [String])] {
        let properties = schema["properties"]
        return [
            (schema, SettingsKeys.Top.allCases.map(\.rawValue)),
            (properties?["stopWords"] ?? nil, SettingsKeys.StopWords.allCases.map(\.rawValue)),
            (properties?["features"] ?? nil, Feature.allCases.map(\.rawValue)),
            (properties?["rules"]?["items"] ?? nil, SettingsKeys.Rules.allCases.map(\.rawValue)),
            (properties?["limits"] ?? nil, SettingsKeys.Limits.allCases.map(\.rawValue)),
        ]
    }

    @Test func `has every key and no other, each described`() {
        for (schema, names) in objects {
            let properties = schema["properties"]?.object?.members ?? []
            #expect(properties.map(\.name) == names)
            #expect(schema["additionalProperties"] == false)
            for property in properties {
                #expect(property.value["description"]?.string?.hasSuffix(".") == true, "\(property.name)")
            }
        }
    }

    @Test func `METHODS has every key, too`() throws {
        let page = String(decoding: try Self.bytes(of: "METHODS.md"), as: UTF8.self)
        let sections = page.split(separator: "\n## ")
        let section = try #require(sections.first { $0.hasPrefix("Settings\n") })
        for (_, names) in objects {
            for name in names where name != SettingsKeys.Top.schema.rawValue {
                #expect(section.contains("`\(name)`") || section.contains("\"\(name)\":"), "\(name)")
            }
        }
    }

    @Test func `has the defaults`() {
        let properties = schema["properties"]
        for feature in Feature.allCases {
            #expect(
                properties?["features"]?["properties"]?[feature.rawValue]?["default"]?.bool == feature.isOnByDefault)
        }
        let rule = properties?["rules"]?["items"]?["properties"]
        #expect(rule?["atLeast"]?["default"]?.number == Rule.defaultAtLeast)
        #expect(rule?["severity"]?["default"]?.string == Rule.defaultSeverity.rawValue)
        let limits = properties?["limits"]?["properties"]
        #expect(limits?["diagnostics"]?["default"]?.integer == Settings().diagnosticsLimit)
        #expect(limits?["documentBytes"]?["default"]?.integer == Settings().documentBytesLimit)
    }

    @Test func `takes the values that the room takes`() throws {
        let values: [JSONValue] = [
            true, false, 0, 1, -1, 2, 0.5, 1.5, 1000.0, 100_000, 100_001, 525_600, 525_601, 67_108_864, 67_108_865,
            "",
            "x", "a/b", "error", "hint", "fatal", [], ["x"], [""], [1], ["x", true], [[]], [[:]], [:], ["x": 1],
        ]
        var taken = 0
        func check(_ settings: JSONValue) {
            let problems = Settings.read(settings, relativeTo: "/w", source: "s").problems
            let isValid = isValid(settings, by: schema)
            taken += isValid ? 1 : 0
            #expect(
                isValid == problems.isEmpty, "\(String(decoding: settings.serialized(), as: UTF8.self)): \(problems)")
        }
        for value in values {
            check(value)
            for key in SettingsKeys.Top.allCases { check([key.rawValue: value]) }
            for key in SettingsKeys.StopWords.allCases { check(["stopWords": [key.rawValue: value]]) }
            for key in SettingsKeys.Limits.allCases { check(["limits": [key.rawValue: value]]) }
            for feature in Feature.allCases { check(["features": [feature.rawValue: value]]) }
            for key in SettingsKeys.Rules.allCases {
                check(["rules": [[key.rawValue: value]]])
                var rule: JSONObject = .init([("model", "m"), ("label", "l")])
                rule[key.rawValue] = value
                check(["rules": [.object(rule)]])
            }
        }
        #expect(taken > 100)
    }

    /// What the schema uses of draft-07.
    private func isValid(_ value: JSONValue, by schema: JSONValue) -> Bool {
        if let types = schema["type"]?.array ?? schema["type"].map({ [$0] }) {
            let matches = types.contains { type in
                switch type {
                case "object": value.object != nil
                case "array": value.array != nil
                case "string": value.string != nil
                case "boolean": value.bool != nil
                case "number": value.number != nil
                case "integer": value.integer != nil
                default: false
                }
            }
            if !matches { return false }
        }
        if let choices = schema["enum"]?.array, !choices.contains(value) { return false }
        if let text = value.string, let least = schema["minLength"]?.integer, text.unicodeScalars.count < least {
            return false
        }
        if let number = value.number {
            if let least = schema["minimum"]?.number, number < least { return false }
            if let most = schema["maximum"]?.number, number > most { return false }
        }
        if let items = schema["items"], let elements = value.array {
            guard elements.allSatisfy({ isValid($0, by: items) }) else { return false }
        }
        guard let object = value.object else { return true }
        for name in schema["required"]?.array ?? [] where object[name.string ?? ""] == nil { return false }
        return object.members.allSatisfy { member in
            guard let property = schema["properties"]?[member.name] else {
                return schema["additionalProperties"] != false
            }
            return isValid(member.value, by: property)
        }
    }
}
