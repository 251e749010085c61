import Foundation
import JSON
import Testing

/// One line of protocol/examples, as protocol/examples/README.md describes it.
struct ProtocolExample: Sendable, CustomTestStringConvertible {
    struct Step: Sendable {
        var payload: [UInt8]
        /// False for bytes that are written as they stand.
        var framed: Bool
        /// What comes back, in any order.
        var expected: [JSONValue]
        /// Whether nothing may come back.
        var silent: Bool
    }

    var name: String
    var about: String
    var steps: [Step]
    var needs: String?
    var closes: Bool
    var ends: Bool
    var leaves: Bool
    var stops: Bool

    var testDescription: String { "\(name) \(about)" }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../protocol/examples")
        .standardizedFileURL.path()

    struct Malformed: Error, CustomStringConvertible {
        var description: String
    }

    static func all() throws -> [ProtocolExample] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".jsonl") }
        return try files.sorted().flatMap { file in
            let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            return try text.split(separator: "\n").enumerated().map { index, line in
                try ProtocolExample(
                    JSONValue(parsing: String(line)), name: "\(file.dropLast(6)):\(index + 1)")
            }
        }
    }

    init(_ value: JSONValue, name: String) throws {
        guard let about = value["about"]?.string else { throw Malformed(description: "\(name): `about` is missing") }
        self.name = name
        self.about = about
        steps = try (value["steps"]?.array ?? [value]).map { try Step($0, name: name) }
        needs = value["needs"]?.string
        closes = value["closes"]?.bool ?? false
        ends = value["ends"]?.bool ?? false
        leaves = value["leaves"]?.bool ?? false
        stops = value["stops"]?.bool ?? false
    }
}

extension ProtocolExample.Step {
    init(_ value: JSONValue, name: String) throws {
        if let bytes = value["bytes"] {
            payload = try Self.bytes(bytes)
            framed = false
        } else if let sent = value["send"] {
            payload = try Self.isText(sent) ? Self.bytes(sent) : Self.expanded(sent).serialized()
            framed = true
        } else {
            throw ProtocolExample.Malformed(description: "\(name): a step without `send` and `bytes`")
        }
        let expected = value["expectAll"]?.array ?? [value["expect"] ?? .null].filter { !$0.isNull }
        self.expected = try expected.map(Self.expanded)
        silent = value["expect"]?.isNull ?? false
    }

    /// `value` with `{examples}`, `$repeat` and `$concat` put in.
    static func expanded(_ value: JSONValue) throws -> JSONValue {
        switch value {
        case .string(let text):
            return .string(text.replacing("{examples}", with: ProtocolExample.folder))
        case .array(let elements):
            return .array(try elements.map(expanded))
        case .object(let object):
            if isText(value) { return .string(String(decoding: try bytes(value), as: UTF8.self)) }
            return .object(JSONObject(try object.members.map { ($0.name, try expanded($0.value)) }))
        default:
            return value
        }
    }

    private static func isText(_ value: JSONValue) -> Bool {
        if case .string = value { return true }
        guard let members = value.object?.members, members.count == 1 else { return false }
        return ["$repeat", "$concat", "$hex"].contains(members[0].name)
    }

    private static func bytes(_ value: JSONValue) throws -> [UInt8] {
        if let text = value.string {
            return Array(text.replacing("{examples}", with: ProtocolExample.folder).utf8)
        }
        if let parts = value["$repeat"]?.array, parts.count == 2, let times = parts[1].integer {
            let part = try bytes(parts[0])
            return [UInt8](repeatElement(part, count: times).joined())
        }
        if let parts = value["$concat"]?.array { return try parts.flatMap(bytes) }
        if let digits = value["$hex"]?.string {
            return stride(from: 0, to: digits.count, by: 2).compactMap {
                UInt8(digits.dropFirst($0).prefix(2), radix: 16)
            }
        }
        throw ProtocolExample.Malformed(description: "text was expected, not \(value.kind)")
    }
}
