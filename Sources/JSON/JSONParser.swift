extension JSONValue {
    /// Reads one JSON text (RFC 8259, strictly): UTF-8 without a byte order mark, nothing after the value.
    ///
    /// - Parameters:
    ///   - maximumDepth: how many arrays and objects may stand inside one another. Reading does not use the stack
    ///     for them.
    ///   - maximumValues: how many values there may be, those within others counted too: two bytes of text can make
    ///     a value, which takes many times that in memory.
    package init(
        parsing bytes: UnsafeRawBufferPointer, maximumDepth: Int = 2000, maximumValues: Int = .max
    ) throws(JSONError) {
        var parser = JSONParser(bytes: bytes, maximumDepth: maximumDepth, maximumValues: maximumValues)
        self = try parser.parse()
    }

    package init(
        parsing bytes: [UInt8], maximumDepth: Int = 2000, maximumValues: Int = .max
    ) throws(JSONError) {
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(JSONError) in
                try JSONValue(parsing: buffer, maximumDepth: maximumDepth, maximumValues: maximumValues)
            }
        }
        self = try result.get()
    }

    package init(parsing text: String, maximumDepth: Int = 2000) throws(JSONError) {
        var text = text
        let result = text.withUTF8 { buffer in
            Result { () throws(JSONError) in
                try JSONValue(parsing: UnsafeRawBufferPointer(buffer), maximumDepth: maximumDepth)
            }
        }
        self = try result.get()
    }
}

/// One pass over the bytes with a stack of its own: what is open, and the values read so far of everything open.
/// A container takes its values off that stack when it closes, so it is allocated once and at its final size; a small
/// outermost object takes the stack itself.
private struct JSONParser {
    private let bytes: UnsafeRawBufferPointer
    private let maximumDepth: Int
    private let maximumValues: Int
    private var position = 0
    /// Values begun.
    private var count = 0
    private var open: [Container] = []
    private var values: [JSONValue] = []
    /// The last of each open object has its name, and waits for its value.
    private var members: [JSONObject.Member] = []

    private static let usualMembers = 12

    private enum Container {
        /// Elements begin at this index of `values`.
        case array(start: Int)
        /// Members begin at this index of `members`.
        case object(start: Int)
    }

    init(bytes: UnsafeRawBufferPointer, maximumDepth: Int, maximumValues: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
        self.maximumValues = maximumValues
        // What a request has, as a rule.
        open.reserveCapacity(4)
        members.reserveCapacity(Self.usualMembers)
    }

    mutating func parse() throws(JSONError) -> JSONValue {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
            throw JSONError(offset: 0, reason: "a byte order mark, which JSON does not allow")
        }
        while true {
            guard var value = try openOrScalar() else { continue }
            // A finished value may finish what it stands in, and that what it stands in.
            while true {
                guard let container = open.last else {
                    skipWhiteSpace()
                    guard position == bytes.count else { throw unexpected("the end of the text") }
                    return value
                }
                skipWhiteSpace()
                let next = peek()
                switch container {
                case .array(let start):
                    values.append(value)
                    if next == UInt8(ascii: ",") {
                        position += 1
                    } else if next == UInt8(ascii: "]") {
                        position += 1
                        open.removeLast()
                        value = .array(Array(values[start...]))
                        values.removeLast(values.count - start)
                        continue
                    } else {
                        throw unexpected("',' or ']'")
                    }
                case .object(let start):
                    members[members.count - 1].value = value
                    if next == UInt8(ascii: ",") {
                        position += 1
                        try beginMember()
                    } else if next == UInt8(ascii: "}") {
                        position += 1
                        open.removeLast()
                        value = try object(from: start)
                        continue
                    } else {
                        throw unexpected("',' or '}'")
                    }
                }
                break
            }
        }
    }

    /// The next value if it is finished at once; nil when an array or object was opened and its content follows.
    private mutating func openOrScalar() throws(JSONError) -> JSONValue? {
        skipWhiteSpace()
        guard let byte = peek() else { throw unexpected("a value") }
        count += 1
        guard count <= maximumValues else {
            throw JSONError(offset: position, reason: "more than \(maximumValues) values", isTooLarge: true)
        }
        switch byte {
        case UInt8(ascii: "\""):
            return .string(try string())
        case UInt8(ascii: "{"):
            try checkDepth()
            position += 1
            skipWhiteSpace()
            if peek() == UInt8(ascii: "}") {
                position += 1
                return .object(JSONObject())
            }
            open.append(.object(start: members.count))
            try beginMember()
            return nil
        case UInt8(ascii: "["):
            try checkDepth()
            position += 1
            skipWhiteSpace()
            if peek() == UInt8(ascii: "]") {
                position += 1
                return .array([])
            }
            open.append(.array(start: values.count))
            return nil
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            let (value, end) = try JSONNumber.parse(bytes, from: position)
            position = end
            return value
        case UInt8(ascii: "t"):
            try literal("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try literal("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try literal("null")
            return .null
        default:
            throw unexpected("a value")
        }
    }

    private mutating func object(from start: Int) throws(JSONError) -> JSONValue {
        let own: [JSONObject.Member]
        if open.isEmpty, members.capacity <= 2 * Self.usualMembers {
            own = members
            members = []
        } else {
            own = Array(members[start...])
            // One by one: most objects are small, and taking out many is much ado.
            while members.count > start { members.removeLast() }
        }
        if let name = repeatedName(own) {
            throw JSONError(offset: position, reason: "the name \"\(name.prefix(40))\" stands twice in one object")
        }
        return .object(JSONObject(members: own))
    }

    /// Takes a member's name with the colon after it.
    private mutating func beginMember() throws(JSONError) {
        skipWhiteSpace()
        guard peek() == UInt8(ascii: "\"") else { throw unexpected("a member's name in quotes") }
        let name = try string()
        skipWhiteSpace()
        guard peek() == UInt8(ascii: ":") else { throw unexpected("':'") }
        position += 1
        members.append(.init(name: name, value: .null))
    }

    private mutating func string() throws(JSONError) -> String {
        let (value, end) = try JSONText.parse(bytes, from: position)
        position = end
        return value
    }

    private mutating func literal(_ text: StaticString) throws(JSONError) {
        let end = position + text.utf8CodeUnitCount
        guard end <= bytes.count,
            bytes[position..<end].elementsEqual(UnsafeRawBufferPointer(start: text.utf8Start, count: end - position))
        else { throw JSONError(offset: position, reason: "found a word that is not \(text)") }
        position = end
    }

    private func checkDepth() throws(JSONError) {
        guard open.count < maximumDepth else {
            throw JSONError(offset: position, reason: "nested deeper than \(maximumDepth) levels")
        }
    }

    private mutating func skipWhiteSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position += 1
            default: return
            }
        }
    }

    private func peek() -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private func unexpected(_ expected: String) -> JSONError {
        let found = peek().map(JSONText.describe) ?? "the end of the text"
        return JSONError(offset: position, reason: "found \(found), expected \(expected)")
    }
}
