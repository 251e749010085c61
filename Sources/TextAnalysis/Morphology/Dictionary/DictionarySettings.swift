/// `dicrc`: of its settings those that change an analysis.
package struct DictionarySettings: Sendable, Equatable {
    /// What is added to the cost of a word after a space, by the id of its part of speech: mecab-ko's
    /// `left-space-penalty-factor`. Empty for dictionaries that are not Korean.
    package var spacePenalties: [Int: Int] = [:]
    /// The greatest number of characters that are added to the first of an unknown word of one kind.
    package var greatestGroup = 24
    /// Stands for the features of all unknown words, where it is set.
    package var unknownFeature: [UInt8]?

    /// Longer runs would be looked through from each of their characters on, and words so long could leave out more
    /// forced ones than the lattice can weigh up.
    private static let longestGroup = 1 << 8
    /// Far above all costs of words, and far below what the lattice can tell apart.
    private static let greatestPenalty: Int32 = 1 << 24

    package init() {}

    /// Lines `name = value`; `;` and `#` begin lines that say nothing. Settings of other programs may stand there too,
    /// and comments may be in any charset.
    package init(parsing bytes: [UInt8]) {
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let first = line.first, first != UInt8(ascii: ";"), first != UInt8(ascii: "#"),
                let sign = line.firstIndex(of: UInt8(ascii: "="))
            else { continue }
            let value = Self.trimmed(line[(sign + 1)...])
            switch String(decoding: Self.trimmed(line[..<sign]), as: UTF8.self) {
            case "left-space-penalty-factor": spacePenalties = Self.penalties(value)
            case "max-grouping-size":
                if let size = Int(String(decoding: value, as: UTF8.self)), size > 0 {
                    greatestGroup = min(size, Self.longestGroup)
                }
            case "unk-feature": unknownFeature = value.isEmpty ? nil : Array(value)
            default: break
            }
        }
    }

    /// Pairs of an id and a penalty. As in mecab-ko: at most 511 bytes and 64 numbers are read, and of two penalties
    /// of one id the first stands.
    private static func penalties(_ value: ArraySlice<UInt8>) -> [Int: Int] {
        let numbers = value.prefix(511).split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).prefix(64)
            .map { number($0) }
        var penalties: [Int: Int] = [:]
        for index in stride(from: 0, to: numbers.count - 1, by: 2) {
            // C's conversions to unsigned short and to int.
            let id = Int(UInt16(truncatingIfNeeded: numbers[index]))
            let penalty = Int32(truncatingIfNeeded: numbers[index + 1])
            if penalties[id] == nil {
                penalties[id] = Int(min(max(penalty, -Self.greatestPenalty), Self.greatestPenalty))
            }
        }
        return penalties
    }

    /// What C's strtol makes of it in base 0: digits up to the first byte that is none, hexadecimal after `0x`, octal
    /// after `0`.
    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        var digits = trimmed(bytes)
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
        var base = 10
        if digits.first == UInt8(ascii: "0") {
            base = digits.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x") ? 16 : 8
            digits = digits.dropFirst(base == 16 ? 2 : 1)
        }
        var value = 0
        for digit in digits {
            guard let next = Character(Unicode.Scalar(digit)).hexDigitValue, next < base else { break }
            value = min(value * base + next, Int(UInt32.max))
        }
        return isNegative ? -value : value
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
        guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
        else { return [] }
        return bytes[first...last]
    }
}
