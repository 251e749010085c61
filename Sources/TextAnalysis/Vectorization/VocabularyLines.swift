extension Vocabulary {
    /// `vocab.txt`: one token a line in order of the ids, the reserved ones first, then a tab and the count where it
    /// is known. Inside a token a line feed is written `\n`, a carriage return `\r`, a tab `\t`, a backslash `\\`.
    package func lines() -> [UInt8] {
        var lines: [UInt8] = []
        for id in 0..<count {
            Self.escape(tokens[id], into: &lines)
            if let count = count(at: id) {
                lines.append(UInt8(ascii: "\t"))
                lines += String(count).utf8
            }
            lines.append(UInt8(ascii: "\n"))
        }
        return lines
    }

    static func escape(_ token: some Sequence<UInt8>, into lines: inout [UInt8]) {
        for byte in token {
            switch byte {
            case UInt8(ascii: "\n"): lines += #"\n"#.utf8
            case UInt8(ascii: "\r"): lines += #"\r"#.utf8
            case UInt8(ascii: "\t"): lines += #"\t"#.utf8
            case UInt8(ascii: "\\"): lines += #"\\"#.utf8
            default: lines.append(byte)
            }
        }
    }

    /// Reads what `lines()` writes; counts are on all lines or on none.
    package init(lines: UnsafeRawBufferPointer) throws(VocabularyError) {
        let lines = lines.bindMemory(to: UInt8.self)
        var tokens = TokenList()
        var counts: [Int] = []
        var start = 0
        while start < lines.count {
            var end = start
            var tab: Int?
            var escaped = false
            while end < lines.count, lines[end] != UInt8(ascii: "\n") {
                if lines[end] == UInt8(ascii: "\t"), tab == nil { tab = end }
                if lines[end] == UInt8(ascii: "\\") { escaped = true }
                end += 1
            }
            if (tab != nil) != (counts.count == tokens.count), tokens.count > 0 {
                throw VocabularyError(
                    line: tokens.count + 1, reason: "differs from the lines before it; expected a count on all or none")
            }
            if let tab {
                counts.append(
                    try Self.count(UnsafeBufferPointer(rebasing: lines[(tab + 1)..<end]), line: tokens.count + 1))
            }
            let token = UnsafeBufferPointer(rebasing: lines[start..<(tab ?? end)])
            if escaped {
                tokens.append(try Self.unescaped(token, line: tokens.count + 1))
            } else {
                tokens.append(token)
            }
            // Here already, since a file of empty lines makes many times its size of tokens.
            guard tokens.count <= Self.greatestCount else { throw Self.tooMany }
            start = end + 1
        }
        guard tokens.count >= 2, tokens[0].elementsEqual("[PAD]".utf8), tokens[1].elementsEqual("[UNK]".utf8) else {
            throw VocabularyError(line: 1, reason: "is not [PAD] followed by [UNK]; expected these two tokens first")
        }
        guard String(validating: lines, as: UTF8.self) != nil else {
            throw VocabularyError(line: 1, reason: "begins a file that is not UTF-8; expected UTF-8")
        }
        try self.init(checking: tokens, counts: counts)
    }

    static func unescaped(
        _ token: UnsafeBufferPointer<UInt8>, line: Int
    ) throws(VocabularyError) -> [UInt8] {
        var result: [UInt8] = []
        var bytes = token.makeIterator()
        while let byte = bytes.next() {
            guard byte == UInt8(ascii: "\\") else {
                result.append(byte)
                continue
            }
            switch bytes.next() {
            case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
            case UInt8(ascii: "r"): result.append(UInt8(ascii: "\r"))
            case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
            case UInt8(ascii: "\\"): result.append(UInt8(ascii: "\\"))
            default:
                throw VocabularyError(
                    line: line, reason: #"has a backslash that begins none of \n, \r, \t, \\; expected one of these"#)
            }
        }
        return result
    }

    static func count(_ digits: UnsafeBufferPointer<UInt8>, line: Int) throws(VocabularyError) -> Int {
        var count = 0
        // Eighteen digits cannot overflow.
        let allowed = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard (1...18).contains(digits.count), digits.allSatisfy({ allowed.contains($0) }) else {
            throw VocabularyError(
                line: line,
                reason: "has \(String(decoding: digits.prefix(40), as: UTF8.self).debugDescription) after the tab; "
                    + "expected a count")
        }
        for digit in digits { count = count * 10 + Int(digit - UInt8(ascii: "0")) }
        return count
    }
}
