/// A line of an ignore file, as git understands it (gitignore(5)): bytes, not characters, as there.
struct IgnorePattern {
    /// `!` before it: what it matches is not ignored after all.
    let isNegated: Bool
    /// `/` after it: it matches folders alone.
    private let onlyFolders: Bool
    /// With a `/` elsewhere it is about the whole path from the file's folder on, else about the last name.
    private let isPath: Bool
    private let segments: [Segment]

    private enum Segment {
        /// `**`: any number of folders.
        case folders
        case name([Token])
    }

    private enum Token {
        case byte(UInt8)
        /// `?`
        case anyByte
        /// `*`
        case anyBytes
        /// `[…]`
        case oneOf(ByteSet)
    }

    /// Nil for empty lines, comments, and what can match nothing.
    init?(line: ArraySlice<UInt8>) {
        var line = Self.trimmed(line)
        guard line.first != UInt8(ascii: "#") else { return nil }
        isNegated = line.first == UInt8(ascii: "!")
        if isNegated { line = line.dropFirst() }
        onlyFolders = line.last == UInt8(ascii: "/")
        if onlyFolders { line = line.dropLast() }
        guard !line.isEmpty else { return nil }
        isPath = line.contains(UInt8(ascii: "/"))
        if line.first == UInt8(ascii: "/") { line = line.dropFirst() }
        guard let segments = Self.segments(of: line, isPath: isPath) else { return nil }
        self.segments = segments
    }

    /// Without the spaces at its end, but for those after a backslash.
    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = line.startIndex
        var index = line.startIndex
        while index < line.endIndex {
            if line[index] == UInt8(ascii: "\\") {
                index += 1
            } else if line[index] == UInt8(ascii: " ") {
                index += 1
                continue
            }
            index += 1
            end = min(index, line.endIndex)
        }
        return line[..<end]
    }

    // MARK: - Reading

    private static func segments(of line: ArraySlice<UInt8>, isPath: Bool) -> [Segment]? {
        var segments: [Segment] = []
        var tokens: [Token] = []
        var start = line.startIndex
        var index = start
        func close(at end: Int) {
            let isFolders = isPath && end - start >= 2 && line[start..<end].allSatisfy { $0 == UInt8(ascii: "*") }
            segments.append(isFolders ? .folders : .name(tokens))
            tokens = []
            start = end + 1
        }
        while index < line.endIndex {
            switch line[index] {
            case UInt8(ascii: "/"): close(at: index)
            case UInt8(ascii: "?"): tokens.append(.anyByte)
            case UInt8(ascii: "*"):
                // Several are as good as one, and one costs less.
                if case .anyBytes? = tokens.last {} else { tokens.append(.anyBytes) }
            case UInt8(ascii: "["):
                guard let (set, end) = ByteSet.parse(line, from: index + 1) else { return nil }
                tokens.append(.oneOf(set))
                index = end
                continue
            case UInt8(ascii: "\\"):
                index += 1
                guard index < line.endIndex else { return nil }
                if line[index] == UInt8(ascii: "/") { close(at: index) } else { tokens.append(.byte(line[index])) }
            case let byte: tokens.append(.byte(byte))
            }
            index += 1
        }
        close(at: line.endIndex)
        return segments
    }

    // MARK: - Matching

    /// - Parameter path: the names from the ignore file's folder on, not empty.
    func matches(_ path: ArraySlice<[UInt8]>, isFolder: Bool) -> Bool {
        if onlyFolders, !isFolder { return false }
        guard isPath else {
            guard let name = path.last, case .name(let tokens)? = segments.first else { return false }
            return Self.matches(tokens, name)
        }
        // What the segments so far can have matched: position p says that the first p names. A pattern of n segments costs
        // n times the names, however many of them are `**`.
        let names = Array(path)
        var reached = [Bool](repeating: false, count: names.count + 1)
        reached[0] = true
        for (index, segment) in segments.enumerated() {
            var next = [Bool](repeating: false, count: names.count + 1)
            switch segment {
            case .folders:
                // At the end of a pattern there is something within the folder, elsewhere perhaps nothing.
                let isLast = index == segments.count - 1
                var isOn = false
                for place in reached.indices {
                    next[place] = isOn || (reached[place] && !isLast)
                    isOn = isOn || reached[place]
                }
            case .name(let tokens):
                for (place, name) in names.enumerated() where reached[place] {
                    next[place + 1] = Self.matches(tokens, name)
                }
            }
            reached = next
        }
        return reached[names.count]
    }

    /// Only the last `*` is ever tried again: what an earlier one took is as good as anything else it could take.
    private static func matches(_ tokens: [Token], _ name: [UInt8]) -> Bool {
        var (token, byte) = (0, 0)
        var star: (token: Int, byte: Int)?
        while byte < name.count {
            if token < tokens.count {
                if case .anyBytes = tokens[token] {
                    token += 1
                    star = (token, byte)
                    continue
                }
                if accepts(tokens[token], name[byte]) {
                    token += 1
                    byte += 1
                    continue
                }
            }
            guard let last = star else { return false }
            star = (last.token, last.byte + 1)
            (token, byte) = (last.token, last.byte + 1)
        }
        return tokens[token...].allSatisfy { if case .anyBytes = $0 { true } else { false } }
    }

    private static func accepts(_ token: Token, _ byte: UInt8) -> Bool {
        switch token {
        case .byte(let expected): byte == expected
        case .anyByte: true
        case .anyBytes: false
        case .oneOf(let set): set.contains(byte)
        }
    }
}
