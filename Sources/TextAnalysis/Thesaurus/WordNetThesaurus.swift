package import Numerics

/// What words are to one another, as WordNet 3 says: synonyms, antonyms, hypernyms and hyponyms of all senses.
///
/// The files are those of wndb(5WN), handed in mapped: `index.noun` and its like, sorted, with the places of a word's
/// synsets, and `data.noun` and its like with the synsets at those places. Each look-up reads a few lines; a file that is
/// damaged, or changes, answers less and never ends the process.
package struct WordNetThesaurus: Sendable {
    /// What a word is to the one that was asked for.
    package enum Relation: String, Sendable, CaseIterable {
        // From what is told first, where a word is several.
        case antonym, synonym, hypernym, hyponym
    }

    package struct Files: Sendable {
        package var index: SharedElements<UInt8>
        package var data: SharedElements<UInt8>

        package init(index: SharedElements<UInt8>, data: SharedElements<UInt8>) {
            self.index = index
            self.data = data
        }
    }

    private let files: [WordNet.Category: Files]

    package init(_ files: [WordNet.Category: Files]) { self.files = files }

    /// The words that are something to a word, in small letters, with spaces where WordNet has `_`; of what is several
    /// the first of `Relation.allCases`. Empty where WordNet does not list the word.
    package func relations(of word: String) -> [String: Relation] {
        let key = Self.key(word)
        var relations: [String: Relation] = [:]
        func add(_ word: String, _ relation: Relation) {
            if word == key { return }
            let name = word.replacing("_", with: " ")
            if let known = relations[name], known.rank <= relation.rank { return }
            relations[name] = relation
        }
        for files in files.values {
            for offset in Self.synsets(of: key, in: files.index) {
                guard let synset = Synset(at: offset, in: files.data) else { continue }
                for word in synset.words { add(word, .synonym) }
                let place = synset.words.firstIndex(of: key).map { $0 + 1 }
                for pointer in synset.pointers {
                    guard let relation = pointer.relation, pointer.source == 0 || pointer.source == place,
                        let data = self.files[pointer.category]?.data,
                        let other = Synset(at: pointer.offset, in: data)
                    else { continue }
                    if pointer.target == 0 {
                        for word in other.words { add(word, relation) }
                    } else if other.words.indices.contains(pointer.target - 1) {
                        add(other.words[pointer.target - 1], relation)
                    }
                }
            }
        }
        return relations
    }

    private static func key(_ word: String) -> String {
        word.lowercased().replacing(" ", with: "_")
    }

    // MARK: - Lines

    /// The most synsets of a word in one file, and of words and pointers in one synset: far above any of WordNet's.
    private static let greatestCount = 1_000
    private static let longestLine = 1 << 16

    /// The places in the data of a word's synsets: the last fields of its line in the sorted index.
    private static func synsets(of key: String, in index: SharedElements<UInt8>) -> [Int] {
        let wanted = Array(key.utf8)
        guard !wanted.isEmpty, !wanted.contains(UInt8(ascii: "\n")) else { return [] }
        return index.withUnsafeElements { bytes in
            var low = 0
            var high = bytes.count
            while low < high {
                let start = lineStart(bytes, before: low + (high - low) / 2, from: low)
                let end = lineEnd(bytes, from: start)
                let line = bytes[start..<end]
                let word = line.prefix { $0 != UInt8(ascii: " ") }
                if word.elementsEqual(wanted) { return offsets(line) }
                // Lines of the licence begin with a space, before every word.
                if word.lexicographicallyPrecedes(wanted) {
                    low = min(high, end + 1)
                } else {
                    high = start
                }
            }
            return []
        }
    }

    private static func offsets(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> [Int] {
        let fields = line.split(separator: UInt8(ascii: " "), maxSplits: greatestCount)
        guard fields.count > 3, let count = number(fields[2]), count > 0, count <= fields.count else { return [] }
        return fields.suffix(count).compactMap { number($0) }
    }

    private static func lineStart(_ bytes: UnsafeBufferPointer<UInt8>, before place: Int, from least: Int) -> Int {
        var start = min(place, bytes.count)
        let least = max(least, start - longestLine)
        while start > least, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let limit = min(bytes.count, start + longestLine)
        var end = start
        while end < limit, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        return end
    }

    private static func number(_ field: Slice<UnsafeBufferPointer<UInt8>>, radix: Int = 10) -> Int? {
        guard field.count <= 9 else { return nil }
        return Int(String(decoding: field, as: UTF8.self), radix: radix)
    }

    /// A line of the data: words of one meaning, and what points from them.
    private struct Synset {
        /// In small letters.
        var words: [String] = []
        var pointers: [Pointer] = []

        struct Pointer {
            var relation: Relation?
            var offset: Int
            var category: WordNet.Category
            /// The number of the word from which it points and to which, from 1; 0 for all words.
            var source: Int
            var target: Int
        }

        /// synset_offset lex_filenum ss_type w_cnt (word lex_id)… p_cnt (symbol offset pos source/target)… | gloss
        init?(at offset: Int, in data: SharedElements<UInt8>) {
            let found: Synset? = data.withUnsafeElements { bytes in
                guard offset >= 0, offset < bytes.count else { return nil }
                let line = bytes[offset..<WordNetThesaurus.lineEnd(bytes, from: offset)]
                return Synset(line.prefix { $0 != UInt8(ascii: "|") })
            }
            guard let found else { return nil }
            self = found
        }

        private init?(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
            let fields = line.split(separator: UInt8(ascii: " "))
            guard fields.count > 4, let count = WordNetThesaurus.number(fields[3], radix: 16),
                count <= WordNetThesaurus.greatestCount, fields.count > 4 + 2 * count
            else { return nil }
            for place in 0..<count {
                // Adjectives may say where they stand: "galore(ip)".
                let word = fields[4 + 2 * place].prefix { $0 != UInt8(ascii: "(") }
                words.append(String(decoding: word, as: UTF8.self).lowercased())
            }
            let start = 4 + 2 * count
            guard let pointers = WordNetThesaurus.number(fields[start]), pointers <= WordNetThesaurus.greatestCount
            else { return }
            for place in 0..<pointers {
                let first = start + 1 + 4 * place
                guard first + 3 < fields.count, let offset = WordNetThesaurus.number(fields[first + 1]),
                    let ends = WordNetThesaurus.number(fields[first + 3], radix: 16)
                else { return }
                // A place in a file that is none of ours.
                guard let category = WordNet.Category(letter: fields[first + 2].first) else { continue }
                self.pointers.append(
                    Pointer(
                        relation: Relation(symbol: fields[first]), offset: offset, category: category,
                        source: ends >> 8, target: ends & 0xff))
            }
        }
    }
}

extension WordNetThesaurus.Relation {
    fileprivate var rank: Int {
        switch self {
        case .antonym: 0
        case .synonym: 1
        case .hypernym: 2
        case .hyponym: 3
        }
    }

    /// Nil of what is none of ours, such as a part of something.
    fileprivate init?(symbol: some Collection<UInt8>) {
        switch String(decoding: symbol, as: UTF8.self) {
        case "!": self = .antonym
        case "@", "@i": self = .hypernym
        case "~", "~i": self = .hyponym
        // Adjectives of nearly one meaning stand around one head.
        case "&": self = .synonym
        default: return nil
        }
    }
}

extension WordNet.Category {
    fileprivate init?(letter: UInt8?) {
        switch letter {
        case UInt8(ascii: "n"): self = .noun
        case UInt8(ascii: "v"): self = .verb
        case UInt8(ascii: "a"), UInt8(ascii: "s"): self = .adjective
        case UInt8(ascii: "r"): self = .adverb
        default: return nil
        }
    }
}
