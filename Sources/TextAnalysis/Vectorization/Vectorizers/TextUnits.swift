/// What a text's n-grams are made of: scalars or the numbers of words, in pieces that no n-gram reaches beyond.
struct TextUnits: Sendable {
    var units: [UInt32] = []
    var pieces: [Range<Int>] = []

    mutating func removeAll() {
        units.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
    }
}

/// Cuts texts into units.
struct UnitReader {
    private let cut: VectorizerRules.Cut
    private let lowercasing: VectorizerRules.Lowercasing
    private let source: (any TermSource)?
    private let stopWords: WordTable?
    private var text = TextScalars()
    private var word: [UInt8] = []
    private var letters = 0

    /// - Parameter source: whose terms are counted where the analyzer is `morpheme`; with none there are no terms.
    init(_ configuration: VectorizerConfiguration, source: (any TermSource)?) {
        let rules = VectorizerRules(configuration)
        cut = rules.cut
        lowercasing = rules.lowercasing
        self.source = source
        if configuration.stopWords.isEmpty {
            stopWords = nil
        } else {
            var table = WordTable()
            for word in configuration.stopWords.words {
                Array(word.utf8).withUnsafeBufferPointer { _ = table.add($0) }
            }
            stopWords = table
        }
    }

    /// Units of words that `number` does not know are `WordTable.none`.
    mutating func read(
        _ text: String, into units: inout TextUnits, _ number: (UnsafeBufferPointer<UInt8>) -> UInt32
    ) throws(VectorizerError) {
        units.removeAll()
        if case .source = cut {
            for term in try source?.terms(of: text) ?? [] { readTerm(term, &units, number) }
        } else {
            var text = text
            text.withUTF8 { self.text.read($0, lowercasing: lowercasing) }
        }
        switch cut {
        case .source: break
        case .words(let least, let marks): words(&units, atLeast: least, marks: marks, number)
        case .strippedWords:
            separatedWords(&units, isSeparator: ScalarKind.isASCIISpace, isDropped: ScalarKind.isPunctuation, number)
        case .filteredWords:
            separatedWords(
                &units,
                isSeparator: {
                    $0 == 0x20 || $0 == 0x09 || $0 == 0x0a || ScalarKind.isPunctuation($0) && $0 != 0x27
                }, isDropped: { _ in false }, number)
        case .characters: units.units += self.text.values
        case .strippedCharacters: units.units += self.text.values.lazy.filter { !ScalarKind.isPunctuation($0) }
        case .charactersOfFoldedSpace: foldedCharacters(&units.units)
        case .charactersWithinWords: charactersWithinWords(&units)
        }
        if units.pieces.isEmpty, !units.units.isEmpty { units.pieces.append(0..<units.units.count) }
    }

    private mutating func readTerm(
        _ term: String, _ units: inout TextUnits, _ number: (UnsafeBufferPointer<UInt8>) -> UInt32
    ) {
        var term = term
        term.withUTF8 { text.read($0, lowercasing: lowercasing) }
        separatedWords(&units, isSeparator: ScalarKind.isSpace, isDropped: { _ in false }, number)
    }

    // MARK: - Words

    private mutating func append(_ scalar: UInt32) {
        letters += 1
        switch scalar {
        case ..<0x80: word.append(UInt8(truncatingIfNeeded: scalar))
        case ..<0x800:
            word.append(UInt8(truncatingIfNeeded: 0xc0 | scalar >> 6))
            word.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3f))
        case ..<0x10000:
            word.append(UInt8(truncatingIfNeeded: 0xe0 | scalar >> 12))
            word.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3f))
            word.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3f))
        default:
            word.append(UInt8(truncatingIfNeeded: 0xf0 | scalar >> 18))
            word.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3f))
            word.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3f))
            word.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3f))
        }
    }

    private mutating func endWord(
        _ units: inout TextUnits, atLeast: Int, _ number: (UnsafeBufferPointer<UInt8>) -> UInt32
    ) {
        guard letters > 0 else { return }
        if letters >= atLeast {
            word.withUnsafeBufferPointer { word in
                if stopWords?.find(word) ?? WordTable.none == WordTable.none { units.units.append(number(word)) }
            }
        }
        word.removeAll(keepingCapacity: true)
        letters = 0
    }

    private mutating func words(
        _ units: inout TextUnits, atLeast: Int, marks: Bool, _ number: (UnsafeBufferPointer<UInt8>) -> UInt32
    ) {
        for index in text.values.indices {
            let scalar = text.values[index]
            // A mark alone is no word.
            if ScalarKind.isWord(scalar) || marks && letters > 0 && ScalarKind.isMark(scalar) {
                append(scalar)
            } else {
                endWord(&units, atLeast: atLeast, number)
            }
        }
        endWord(&units, atLeast: atLeast, number)
    }

    private mutating func separatedWords(
        _ units: inout TextUnits, isSeparator: (UInt32) -> Bool, isDropped: (UInt32) -> Bool,
        _ number: (UnsafeBufferPointer<UInt8>) -> UInt32
    ) {
        for index in text.values.indices {
            let scalar = text.values[index]
            if isSeparator(scalar) {
                endWord(&units, atLeast: 1, number)
            } else if !isDropped(scalar) {
                append(scalar)
            }
        }
        endWord(&units, atLeast: 1, number)
    }

    // MARK: - Characters

    private func foldedCharacters(_ units: inout [UInt32]) {
        var index = 0
        let values = text.values
        while index < values.count {
            let scalar = values[index]
            index += 1
            guard ScalarKind.isSpace(scalar), index < values.count, ScalarKind.isSpace(values[index]) else {
                units.append(scalar)
                continue
            }
            while index < values.count, ScalarKind.isSpace(values[index]) { index += 1 }
            units.append(0x20)
        }
    }

    private func charactersWithinWords(_ units: inout TextUnits) {
        var start: Int?
        func end() -> Range<Int>? {
            guard let first = start else { return nil }
            units.units.append(0x20)
            start = nil
            return first..<units.units.count
        }
        for scalar in text.values {
            if ScalarKind.isSpace(scalar) {
                if let piece = end() { units.pieces.append(piece) }
                continue
            }
            if start == nil {
                start = units.units.count
                units.units.append(0x20)
            }
            units.units.append(scalar)
        }
        if let piece = end() { units.pieces.append(piece) }
    }
}
