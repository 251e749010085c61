extension JSONValue {
    /// The compact JSON text in UTF-8: no white space, nothing escaped that need not be, so never a line break.
    package func serialized() -> [UInt8] {
        var output: [UInt8] = []
        serialize(into: &output)
        return output
    }

    /// Appends the compact JSON text. Numbers that are not finite are written `null`.
    package func serialize(into output: inout [UInt8]) {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: value ? "true".utf8 : "false".utf8)
        case .integer(let value): JSONNumber.append(value, to: &output)
        case .number(let value): JSONNumber.append(value, to: &output)
        case .string(let value): JSONText.append(value, to: &output)
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            var first = true
            for element in elements {
                if !first { output.append(UInt8(ascii: ",")) }
                first = false
                element.serialize(into: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let object):
            output.append(UInt8(ascii: "{"))
            var first = true
            for member in object.members {
                if !first { output.append(UInt8(ascii: ",")) }
                first = false
                JSONText.append(member.name, to: &output)
                output.append(UInt8(ascii: ":"))
                member.value.serialize(into: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    /// Indented by two spaces, with a line break at the end: for files that people read.
    package func prettyPrinted() -> String {
        var output: [UInt8] = []
        prettyPrint(into: &output, indentation: 0)
        output.append(UInt8(ascii: "\n"))
        return String(decoding: output, as: UTF8.self)
    }

    private func prettyPrint(into output: inout [UInt8], indentation: Int) {
        func startLine(_ depth: Int) {
            output.append(UInt8(ascii: "\n"))
            output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
        }
        switch self {
        case .array(let elements) where !elements.isEmpty:
            // Short rows of plain values read better on one line.
            if elements.count <= 16, elements.allSatisfy(\.isScalar) { return serialize(into: &output) }
            output.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                startLine(indentation + 1)
                element.prettyPrint(into: &output, indentation: indentation + 1)
            }
            startLine(indentation)
            output.append(UInt8(ascii: "]"))
        case .object(let object) where !object.members.isEmpty:
            output.append(UInt8(ascii: "{"))
            for (index, member) in object.members.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                startLine(indentation + 1)
                JSONText.append(member.name, to: &output)
                output.append(contentsOf: ": ".utf8)
                member.value.prettyPrint(into: &output, indentation: indentation + 1)
            }
            startLine(indentation)
            output.append(UInt8(ascii: "}"))
        default:
            serialize(into: &output)
        }
    }

    private var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }
}

/// JSON text piece by piece, without values that are written only once: for answers that are asked for often.
extension [UInt8] {
    /// Appends what is JSON text already.
    package mutating func append(json text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends what stands between the quotes of a string.
    package mutating func append(jsonQuoted string: String) { JSONText.appendQuoted(string, to: &self) }

    /// Appends the shortest decimal that reads back as the same float32; `null` of one that is not finite.
    package mutating func append(jsonNumber number: Float) { JSONNumber.append(number, to: &self) }
}

extension JSONText {
    /// Appends the string in quotes.
    static func append(_ value: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        appendQuoted(value, to: &output)
        output.append(UInt8(ascii: "\""))
    }

    /// Appends what stands between the quotes.
    static func appendQuoted(_ value: String, to output: inout [UInt8]) {
        var value = value
        value.withUTF8 { text in
            let bytes = UnsafeRawBufferPointer(text)
            var plain = 0
            while true {
                let position = endOfPlainRun(bytes, from: plain)
                output.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[plain..<position]))
                guard position < bytes.count else { break }
                appendEscaped(bytes[position], to: &output)
                plain = position + 1
            }
        }
    }

    private static func appendEscaped(_ byte: UInt8, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(byte)
        case 0x08: output.append(UInt8(ascii: "b"))
        case 0x09: output.append(UInt8(ascii: "t"))
        case 0x0A: output.append(UInt8(ascii: "n"))
        case 0x0C: output.append(UInt8(ascii: "f"))
        case 0x0D: output.append(UInt8(ascii: "r"))
        default:
            let digits: StaticString = "0123456789abcdef"
            output.append(contentsOf: "u00".utf8)
            output.append(digits.utf8Start[Int(byte >> 4)])
            output.append(digits.utf8Start[Int(byte & 15)])
        }
    }
}
