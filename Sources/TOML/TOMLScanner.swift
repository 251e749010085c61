import JSON

/// Reads keys and values off the bytes of a document, which are valid UTF-8.
struct TOMLScanner {
    let bytes: [UInt8]
    let maximumDepth: Int
    var position = 0

    init(bytes: [UInt8], maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    func peek(_ ahead: Int = 0) -> UInt8? {
        let index = position + ahead
        return index < bytes.count ? bytes[index] : nil
    }

    func starts(with text: String) -> Bool {
        bytes[position...].starts(with: text.utf8)
    }

    mutating func skipSpaces() {
        while let byte = peek(), byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { position += 1 }
    }

    /// Whether there is something other than white space and comments, to which it goes.
    mutating func skipToExpression() throws(TOMLError) -> Bool {
        repeat {
            skipSpaces()
            try skipComment()
        } while takeLineEnd()
        return position < bytes.count
    }

    /// After an expression nothing more may stand on its line.
    mutating func endLine() throws(TOMLError) {
        skipSpaces()
        try skipComment()
        guard position == bytes.count || takeLineEnd() else { throw unexpected("the end of the line") }
    }

    private mutating func takeLineEnd() -> Bool {
        if peek() == UInt8(ascii: "\n") {
            position += 1
            return true
        }
        guard peek() == UInt8(ascii: "\r"), peek(1) == UInt8(ascii: "\n") else { return false }
        position += 2
        return true
    }

    private mutating func skipComment() throws(TOMLError) {
        guard peek() == UInt8(ascii: "#") else { return }
        while let byte = peek(), byte != UInt8(ascii: "\n") {
            if byte == UInt8(ascii: "\r"), peek(1) == UInt8(ascii: "\n") { return }
            guard !Self.isControl(byte) else { throw unexpected("no control character in a comment") }
            position += 1
        }
    }

    /// A tab is none.
    static func isControl(_ byte: UInt8) -> Bool { (byte < 0x20 && byte != UInt8(ascii: "\t")) || byte == 0x7F }

    mutating func expect(_ byte: UInt8, after what: String) throws(TOMLError) {
        skipSpaces()
        guard peek() == byte else { throw unexpected("'\(Character(Unicode.Scalar(byte)))' after \(what)") }
        position += 1
    }

    func unexpected(_ expected: String) -> TOMLError {
        TOMLError(offset: position, reason: "found \(found), expected \(expected)")
    }

    /// What stands here, for messages.
    private var found: String {
        switch peek() {
        case nil: "the end of the text"
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): "the end of a line"
        case UInt8(ascii: " "), UInt8(ascii: "\t"): "white space"
        case .some(let byte) where byte < 0x20 || byte == 0x7F: "a control character"
        case .some: "'\(String(decoding: bytes[position...].prefix(4), as: UTF8.self).prefix(1))'"
        }
    }
}

// MARK: - Keys

extension TOMLScanner {
    /// Whether a header comes, and whether it is one of a list.
    func startsHeader() -> Bool? {
        guard peek() == UInt8(ascii: "[") else { return nil }
        return peek(1) == UInt8(ascii: "[")
    }

    mutating func header(isList: Bool) throws(TOMLError) -> [String] {
        position += isList ? 2 : 1
        let key = try key()
        try expect(UInt8(ascii: "]"), after: "the name of a table")
        if isList {
            guard peek() == UInt8(ascii: "]") else { throw unexpected("']]' after the name of a list of tables") }
            position += 1
        }
        return key
    }

    /// A key and the names before it, with dots between.
    mutating func key() throws(TOMLError) -> [String] {
        var names: [String] = []
        while true {
            skipSpaces()
            names.append(try name())
            guard names.count <= maximumDepth else { throw .tooDeep(maximumDepth, at: position) }
            skipSpaces()
            guard peek() == UInt8(ascii: ".") else { return names }
            position += 1
        }
    }

    private mutating func name() throws(TOMLError) -> String {
        if starts(with: "\"\"\"") || starts(with: "'''") { throw unexpected("a key on one line") }
        if peek() == UInt8(ascii: "\"") { return try basicString() }
        if peek() == UInt8(ascii: "'") { return try literalString() }
        let start = position
        while let byte = peek(), Self.isBare(byte) { position += 1 }
        guard position > start else { throw unexpected("a key") }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

// MARK: - Values

extension TOMLScanner {
    /// - Parameter depth: in how many tables and arrays the value lies.
    mutating func value(depth: Int) throws(TOMLError) -> JSONValue {
        guard depth <= maximumDepth else { throw .tooDeep(maximumDepth, at: position) }
        switch peek() {
        case UInt8(ascii: "\""):
            return .string(starts(with: "\"\"\"") ? try multilineBasicString() : try basicString())
        case UInt8(ascii: "'"):
            return .string(starts(with: "'''") ? try multilineLiteralString() : try literalString())
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case UInt8(ascii: "{"): return try inlineTable(depth: depth + 1)
        default: return try word()
        }
    }

    private mutating func array(depth: Int) throws(TOMLError) -> JSONValue {
        position += 1
        var elements: [JSONValue] = []
        while true {
            guard try skipToExpression() else { throw unexpected("']' at the end of an array") }
            if peek() == UInt8(ascii: "]") { break }
            elements.append(try value(depth: depth))
            guard try skipToExpression() else { throw unexpected("']' at the end of an array") }
            if peek() == UInt8(ascii: "]") { break }
            guard peek() == UInt8(ascii: ",") else { throw unexpected("',' or ']' after a value of an array") }
            position += 1
        }
        position += 1
        return .array(elements)
    }

    /// On one line, and without a comma at its end, as TOML 1.0 wants it.
    private mutating func inlineTable(depth: Int) throws(TOMLError) -> JSONValue {
        position += 1
        // Its keys follow the rules of a section that is a document of its own.
        var table = TOMLDocument(maximumDepth: maximumDepth)
        skipSpaces()
        if peek() == UInt8(ascii: "}") {
            position += 1
            return table.json
        }
        while true {
            let start = position
            let key = try key()
            try expect(UInt8(ascii: "="), after: "a key")
            skipSpaces()
            try table.add(key, try value(depth: depth + key.count - 1), at: start)
            skipSpaces()
            if peek() == UInt8(ascii: "}") { break }
            guard peek() == UInt8(ascii: ",") else { throw unexpected("',' or '}' after a value of an inline table") }
            position += 1
        }
        position += 1
        return table.json
    }

    /// A number, or a boolean: what stands there up to where neither can go on.
    private mutating func word() throws(TOMLError) -> JSONValue {
        let start = position
        while let byte = peek(), Self.isBare(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".") {
            position += 1
        }
        let word = bytes[start..<position]
        if let value = TOMLNumber.value(of: word) { return value }
        position = start
        guard !word.isEmpty else { throw unexpected("a value") }
        let text = String(decoding: word.prefix(40), as: UTF8.self)
        // What a date or a time begins with: 1979-05-27, 07:32.
        let isDate = word.count >= 5 && word.prefix(4).allSatisfy(TOMLNumber.isDigit) && word.dropFirst(4).first == 0x2D
        let isTime = word.count == 2 && word.allSatisfy(TOMLNumber.isDigit) && peek(2) == UInt8(ascii: ":")
        if isDate || isTime {
            throw TOMLError(
                offset: start, reason: "found a date or a time, '\(text)', which no setting is: put text in quotes")
        }
        throw TOMLError(
            offset: start,
            reason: "found '\(text)', expected a number of 64 bits, true or false: put text in quotes")
    }
}
