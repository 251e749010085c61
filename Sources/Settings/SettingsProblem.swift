import JSON

/// What is wrong with one setting. The others are read all the same.
package struct SettingsProblem: Sendable, Equatable, CustomStringConvertible {
    /// A file's path, or whoever else gave the settings.
    package var source: String
    /// The setting's name, such as `rules[1].atLeast`; empty where it is the whole that cannot be read.
    package var key: String
    /// What came.
    package var found: String
    /// What could have come; empty where `found` says it.
    package var expected: String

    package init(source: String, key: String, found: String, expected: String) {
        self.source = source
        self.key = key
        self.found = found
        self.expected = expected
    }

    package var description: String {
        let setting = key.isEmpty ? "" : "'\(key)' is "
        return "\(source): \(setting)\(found)" + (expected.isEmpty ? "" : "; expected \(expected)")
    }

    /// A value as a person recognises it: a short one itself, else its kind.
    static func describe(_ value: JSONValue) -> String {
        switch value {
        case .array, .object: return value.kind
        // TOML has them, JSON has no word for them.
        case .number(let number) where !number.isFinite: return "\(number)"
        case .null, .bool, .integer, .number, .string:
            let text = String(decoding: value.serialized(), as: UTF8.self)
            return text.utf8.count <= 60 ? text : value.kind
        }
    }

    /// A name as it is where it is plain, else quoted and with what would harm a terminal escaped.
    static func describe(name: String) -> String {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "$"):
                true
            default: false
            }
        }
        if isPlain && !name.isEmpty && name.utf8.count <= 60 { return name }
        return String(decoding: JSONValue.string(String(name.prefix(60))).serialized(), as: UTF8.self)
    }
}
