import Numerics
import TextAnalysis

/// A dictionary of a few invented words in MeCab's format, as bytes that a test may spoil.
struct TinyDictionary {
    var system: [UInt8]
    var unknown: [UInt8]
    var matrix: [UInt8]
    var characters: [UInt8]
    var settings: [UInt8] = Array("left-space-penalty-factor = 2,500,3,70\n".utf8)

    static let ids = 6

    enum File: CaseIterable {
        case system, unknown, matrix, characters
    }

    subscript(file: File) -> [UInt8] {
        get { self[keyPath: Self.path(file)] }
        set { self[keyPath: Self.path(file)] = newValue }
    }

    private static func path(_ file: File) -> WritableKeyPath<TinyDictionary, [UInt8]> {
        switch file {
        case .system: \.system
        case .unknown: \.unknown
        case .matrix: \.matrix
        case .characters: \.characters
        }
    }

    /// Words, most of them within others, with two readings each; costs are pseudo-random, and small so that many paths
    /// tie.
    init(seed: UInt64 = 1) {
        var generator = SeededGenerator(seed: seed)
        let words = ["가", "가나", "나", "나다", "다", "다라마", "라", "마", "a", "ab", "b", "가 나", "😀"]
        var readings: [LexiconImage.Reading] = []
        for word in words {
            for number in 0..<Int.random(in: 1...3, using: &generator) {
                readings.append(Self.reading(word, "W\(number)", &generator))
            }
        }
        system = LexiconImage.bytes(readings, role: .system, rightIDs: Self.ids, leftIDs: Self.ids)
        let categories = ["DEFAULT", "SPACE", "HANGUL", "ALPHA"]
        unknown = LexiconImage.bytes(
            categories.map { Self.reading($0, "UNKNOWN", &generator) }, role: .unknown, rightIDs: Self.ids,
            leftIDs: Self.ids)
        matrix = Self.bytes(UInt16(Self.ids)) + Self.bytes(UInt16(Self.ids))
        for _ in 0..<(Self.ids * Self.ids) { matrix += Self.bytes(Int16.random(in: -2...3, using: &generator)) }
        characters = Self.bytes(UInt32(categories.count))
        for category in categories {
            characters += Array(category.utf8) + [UInt8](repeating: 0, count: 32 - category.utf8.count)
        }
        for character in 0..<UInt32(0xffff) { characters += Self.bytes(Self.properties(character)) }
    }

    private static func reading(
        _ surface: String, _ tag: String, _ generator: inout SeededGenerator
    ) -> LexiconImage.Reading {
        LexiconImage.Reading(
            surface: Array(surface.utf8), leftID: UInt16.random(in: 1..<UInt16(ids), using: &generator),
            rightID: UInt16.random(in: 1..<UInt16(ids), using: &generator),
            partOfSpeechID: UInt16.random(in: 0...4, using: &generator),
            cost: Int16.random(in: 0...6, using: &generator),
            feature: Array("\(tag),*,*,\(surface),*,*,*,*".utf8))
    }

    /// Kinds, category, length, whether runs are grouped and whether unknown words are always proposed.
    private static func properties(_ character: UInt32) -> UInt32 {
        switch character {
        case 0x20, 0x09: return 1 << 1 | 1 << 18 | 1 << 30
        case 0x61...0x7a: return 1 << 3 | 3 << 18 | 1 << 30 | 1 << 31
        case 0xac00...0xd7a3: return 1 << 2 | 2 << 18 | 2 << 26 | 1 << 30
        default: return 1 | 0 << 18 | 1 << 26
        }
    }

    static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }

    func open() throws(DictionaryError) -> MorphologicalDictionary {
        try MorphologicalDictionary(
            DictionaryFiles(
                system: MappedFile(copying: system), unknown: MappedFile(copying: unknown),
                matrix: MappedFile(copying: matrix), characters: MappedFile(copying: characters), settings: settings))
    }

    /// Random lines of what the dictionary has and has not.
    static func lines(count: Int, seed: UInt64) -> [String] {
        var generator = SeededGenerator(seed: seed)
        let pieces = ["가", "나", "다", "라", "마", "바", "a", "b", "c", " ", "  ", "\t", "😀", "é", "한", "\u{ffff}", "1"]
        return (0..<count).map { _ in
            (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
        }
    }
}
