import Documents

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

struct UnreadableFile: Error {
    var path: String
}

enum Goldens {
    /// What a file in Tests/Goldens holds.
    static func text(_ name: String) throws -> String {
        let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let path = "/\(tests)/Goldens/\(name)"
        guard let file = fopen(path, "rb") else { throw UnreadableFile(path: path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Repeatable random numbers: splitmix64.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

/// What is hard about text: bytes of each length, marks that combine, jamo, and line ends of all kinds.
enum RandomText {
    static let pieces = [
        "가", "힣", "ᄒ", "ᅡ", "ᆫ", "é", "e\u{301}", "ß", "👍🏽", "👨‍👩‍👧", "𝄞", "\u{2028}", "\u{3000}", "\u{feff}", "a", "b", " ",
        "\t",
        "\n", "\r", "\r\n", "\n", "\r", "\r\n", "\0", ".", "。",
    ]

    static func make(upTo count: Int, from pieces: [String] = pieces, with random: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...count, using: &random) {
            text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }
        return text
    }
}

/// Lines and positions by their definition, a scalar at a time.
struct PlainLines {
    struct Line {
        var start: Int
        var scalars: [Unicode.Scalar] = []
        var end = ""
    }

    private(set) var lines: [Line] = []

    init(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        var line = Line(start: 0)
        var offset = 0
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            offset += scalar.utf8.count
            index += 1
            guard scalar == "\n" || scalar == "\r" else {
                line.scalars.append(scalar)
                continue
            }
            line.end = String(scalar)
            if scalar == "\r", index < scalars.count, scalars[index] == "\n" {
                line.end = "\r\n"
                offset += 1
                index += 1
            }
            lines.append(line)
            line = Line(start: offset)
        }
        lines.append(line)
    }

    func units(_ scalar: Unicode.Scalar, _ unit: PositionUnit) -> Int {
        switch unit {
        case .utf8: scalar.utf8.count
        case .utf16: scalar.utf16.count
        case .utf32: 1
        }
    }

    func offset(of position: TextPosition, in unit: PositionUnit) -> Int {
        guard position.line >= 0 else { return 0 }
        guard position.line < lines.count else {
            guard let last = lines.last else { return 0 }
            return last.scalars.reduce(last.start) { $0 + $1.utf8.count }
        }
        let line = lines[position.line]
        var offset = line.start
        var column = 0
        for scalar in line.scalars {
            column += units(scalar, unit)
            if column > position.column { break }
            offset += scalar.utf8.count
        }
        return offset
    }

    func position(of offset: Int, in unit: PositionUnit) -> TextPosition {
        let index = lines.lastIndex { $0.start <= offset } ?? 0
        var start = lines[index].start
        var column = 0
        for scalar in lines[index].scalars {
            start += scalar.utf8.count
            if start > offset { break }
            column += units(scalar, unit)
        }
        return TextPosition(line: index, column: column)
    }
}
