/// What stands in brackets in a pattern: single bytes, ranges, and classes such as `[:alpha:]`.
struct ByteSet {
    private var members = [Bool](repeating: false, count: 256)

    func contains(_ byte: UInt8) -> Bool { members[Int(byte)] }

    private mutating func insert(_ bytes: ClosedRange<UInt8>) {
        for byte in bytes { members[Int(byte)] = true }
    }

    /// Reads what follows an opening bracket; nil where none closes it, or a class has no known name.
    static func parse(_ line: ArraySlice<UInt8>, from start: Int) -> (set: ByteSet, end: Int)? {
        var set = ByteSet()
        var index = start
        func peek(_ ahead: Int = 0) -> UInt8? { index + ahead < line.endIndex ? line[index + ahead] : nil }
        let isNegated = peek() == UInt8(ascii: "!") || peek() == UInt8(ascii: "^")
        if isNegated { index += 1 }
        // A bracket that comes first does not close.
        var isFirst = true
        /// The byte that a range can begin with.
        var low: UInt8?
        while let byte = peek(), isFirst || byte != UInt8(ascii: "]") {
            isFirst = false
            if byte == UInt8(ascii: "["), peek(1) == UInt8(ascii: ":"), let end = classEnd(line, from: index + 2) {
                if line[end - 1] == UInt8(ascii: ":"), end - 1 >= index + 2 {
                    guard let members = members(of: line[index + 2..<end - 1]) else { return nil }
                    for member in members { set.members[Int(member)] = true }
                    index = end + 1
                    low = nil
                    continue
                }
            } else if byte == UInt8(ascii: "["), peek(1) == UInt8(ascii: ":") {
                return nil
            }
            if byte == UInt8(ascii: "-"), let first = low, let next = peek(1), next != UInt8(ascii: "]") {
                index += 1
                guard let last = literal(line, at: &index) else { return nil }
                if first <= last { set.insert(first...last) }
                low = nil
                continue
            }
            guard let byte = literal(line, at: &index) else { return nil }
            set.insert(byte...byte)
            low = byte
        }
        guard peek() != nil else { return nil }
        if isNegated { set.members = set.members.map { !$0 } }
        return (set, index + 1)
    }

    /// The byte at `index`, or that after a backslash there.
    private static func literal(_ line: ArraySlice<UInt8>, at index: inout Int) -> UInt8? {
        if line[index] == UInt8(ascii: "\\") { index += 1 }
        guard index < line.endIndex else { return nil }
        defer { index += 1 }
        return line[index]
    }

    private static func classEnd(_ line: ArraySlice<UInt8>, from start: Int) -> Int? {
        line[min(start, line.endIndex)...].firstIndex(of: UInt8(ascii: "]"))
    }

    private static func members(of name: ArraySlice<UInt8>) -> [UInt8]? {
        let ascii = UInt8(0)...127
        func letters(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
        func digits(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        switch String(decoding: name, as: UTF8.self) {
        case "alpha": return ascii.filter(letters)
        case "digit": return ascii.filter(digits)
        case "alnum": return ascii.filter { letters($0) || digits($0) }
        case "upper": return Array(0x41...0x5A)
        case "lower": return Array(0x61...0x7A)
        case "blank": return [0x09, 0x20]
        case "space": return Array(0x09...0x0D) + [0x20]
        case "cntrl": return Array(0x00...0x1F) + [0x7F]
        case "graph": return Array(0x21...0x7E)
        case "print": return Array(0x20...0x7E)
        case "punct": return (UInt8(0x21)...0x7E).filter { !letters($0) && !digits($0) }
        case "xdigit": return ascii.filter { digits($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0) }
        default: return nil
        }
    }
}
