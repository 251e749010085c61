/// The tokens that a model knows, each with its id and how often it was seen in training.
///
/// Id 0 is padding and id 1 stands for every token that is not here. Both are listed (`[PAD]`, `[UNK]`), but no text
/// reaches them by their names: a token spelt `[UNK]` is as unknown as any other that is not here.
package struct Vocabulary: Sendable {
    package static let padding: Int32 = 0
    package static let unknown: Int32 = 1
    package static let reserved = ["[PAD]", "[UNK]"]

    package struct Entry: Sendable, Equatable {
        package var word: String
        package var id: Int
        /// How often training saw it; nil where that was not kept.
        package var count: Int?

        package init(word: String, id: Int, count: Int?) {
            self.word = word
            self.id = id
            self.count = count
        }
    }

    static let greatestCount = 1 << 24
    static let tooMany = VocabularyError(
        line: greatestCount + 1, reason: "is one too many; expected at most \(greatestCount) tokens")

    let tokens: TokenList
    /// By id; empty where no counts were kept.
    private let counts: [Int]
    /// Open addressing by the token's hash, once mixed: its upper half << 32 | id, or 0. The size is a power of two, at
    /// least twice `count`.
    private let slots: [UInt64]
    /// The same for tokens of one scalar, id << 32 | scalar, so that looking up a character compares no bytes.
    private let scalarSlots: [UInt64]
    /// The first id whose token another has already; nil once checked.
    private let twin: Int?

    /// The bytes of the tokens and of the tables that find them.
    package var memory: Int { tokens.memory + 8 * (counts.count + slots.count + scalarSlots.count) }

    /// How many ids there are, the two reserved ones among them.
    package var count: Int { tokens.count }

    /// Only the reserved ids.
    package init() {
        var list = TokenList()
        for word in Self.reserved { list.append(word.utf8) }
        self.init(distinct: list, counts: [])
    }

    /// The tokens seen at least `minimumCount` times, the most frequent first (equal counts by their UTF-8), at most
    /// `maximumSize` ids with the reserved ones; after them the n-grams, in the order in which they come.
    package init(
        counting tokens: TokenCounts, minimumCount: Int = 1, maximumSize: Int = .max,
        nGrams: [FrequentNGrams.Entry] = []
    ) {
        let kept = tokens.entries.filter { $0.count >= minimumCount && !Self.reserved.contains($0.word) }
            .map { (utf8: Array($0.word.utf8), count: $0.count) }
            .sorted { a, b in
                a.count != b.count ? a.count > b.count : a.utf8.lexicographicallyPrecedes(b.utf8)
            }
            .prefix(min(max(0, maximumSize - Self.reserved.count), Self.greatestCount - Self.reserved.count))
        var list = TokenList()
        for word in Self.reserved { list.append(word.utf8) }
        for token in kept { list.append(token.utf8) }
        // A character of several scalars may be spelt like an n-gram of others, and a text may spell a reserved name.
        let taken = Set(kept.map(\.utf8)).union(Self.reserved.map { Array($0.utf8) })
        let added = nGrams.prefix(Self.greatestCount - list.count).filter { !taken.contains($0.utf8) }
        for gram in added { list.append(gram.utf8) }
        self.init(distinct: list, counts: [0, 0] + kept.map(\.count) + added.map(\.count))
    }

    /// The words in order of their ids, from 2 on; none twice and none of the reserved ones.
    package init(words: [String]) throws(VocabularyError) {
        var list = TokenList()
        for word in Self.reserved + words { list.append(word.utf8) }
        try self.init(checking: list, counts: [])
    }

    init(checking tokens: TokenList, counts: [Int]) throws(VocabularyError) {
        guard tokens.count <= Self.greatestCount else { throw Self.tooMany }
        var problem: VocabularyError?
        tokens.withUnsafeTokens { token in
            for id in 0..<tokens.count where problem == nil {
                let bytes = token(id)
                if bytes.isEmpty {
                    problem = VocabularyError(line: id + 1, reason: "is empty; expected a token")
                } else if id >= Self.reserved.count, bytes[0] == UInt8(ascii: "["),
                    Self.reserved.contains(String(decoding: bytes, as: UTF8.self))
                {
                    problem = VocabularyError(
                        line: id + 1, reason: "is a reserved token; expected these on lines 1 and 2 only")
                }
            }
        }
        if let problem { throw problem }
        self.init(distinct: tokens, counts: counts)
        if let twin {
            throw VocabularyError(
                line: twin + 1, reason: "repeats the token \(word(at: twin) ?? ""); expected each token once")
        }
    }

    private init(distinct tokens: TokenList, counts: [Int]) {
        let size = Self.tableSize(for: tokens.count)
        var slots = [UInt64](repeating: 0, count: size)
        var scalars: [(id: Int, scalar: UInt32)] = []
        var twin: Int?
        // Eighty thousand tokens are hashed each time a model is opened: straight over the bytes.
        tokens.withUnsafeTokens { token in
            for id in Self.reserved.count..<tokens.count {
                let bytes = token(id)
                let hash = TokenHash.mix(TokenHash(of: bytes).value)
                var slot = Int(truncatingIfNeeded: hash) & (size - 1)
                while slots[slot] != 0 {
                    if twin == nil, token(Self.id(in: slots[slot])).elementsEqual(bytes) { twin = id }
                    slot = (slot + 1) & (size - 1)
                }
                slots[slot] = (hash & ~0xffff_ffff) | UInt64(id)
                if let scalar = Self.onlyScalar(of: bytes) { scalars.append((id, scalar)) }
            }
        }
        let scalarSize = Self.tableSize(for: scalars.count)
        var scalarSlots = [UInt64](repeating: 0, count: scalarSize)
        for (id, scalar) in scalars {
            var slot = Self.slot(ofScalar: scalar, in: scalarSize)
            while scalarSlots[slot] != 0 { slot = (slot + 1) & (scalarSize - 1) }
            scalarSlots[slot] = UInt64(id) << 32 | UInt64(scalar)
        }
        self.tokens = tokens
        self.counts = counts
        self.slots = slots
        self.scalarSlots = scalarSlots
        self.twin = twin
    }

    /// The id of a token, nil where it is not here.
    package func id(of word: String) -> Int? {
        var word = word
        return word.withUTF8 { bytes in
            let id = id(utf8: bytes, hash: TokenHash(of: bytes).value)
            return id == Self.unknown ? nil : Int(id)
        }
    }

    /// The token with that id, nil where there is none.
    package func word(at id: Int) -> String? {
        guard id >= 0, id < count else { return nil }
        return String(decoding: tokens[id], as: UTF8.self)
    }

    /// How often training saw the token with that id; nil where that was not kept or there is no such id.
    package func count(at id: Int) -> Int? {
        id >= 0 && id < counts.count ? counts[id] : nil
    }

    package func entry(at id: Int) -> Entry? {
        word(at: id).map { Entry(word: $0, id: id, count: count(at: id)) }
    }

    /// The entries of those ids, as far as there are any.
    package func entries(from first: Int = 0, count: Int = .max) -> [Entry] {
        let start = min(max(0, first), self.count)
        return (start..<start + min(max(0, count), self.count - start)).compactMap { entry(at: $0) }
    }

    /// `unknown` where the token is not here.
    func id(utf8 token: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32 {
        let hash = TokenHash.mix(hash)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] >> 32 == hash >> 32, tokens[Self.id(in: slots[slot])].elementsEqual(token) {
                return Int32(truncatingIfNeeded: Self.id(in: slots[slot]))
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return Self.unknown
    }

    /// The first token with that hash; `unknown` where none has it.
    @inline(__always)
    func id(hash: UInt64) -> Int32 {
        let hash = TokenHash.mix(hash)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] >> 32 == hash >> 32 { return Int32(truncatingIfNeeded: Self.id(in: slots[slot])) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return Self.unknown
    }

    /// `unknown` where the token of that one scalar is not here.
    @inline(__always)
    func id(scalar: UInt32) -> Int32 {
        var slot = Self.slot(ofScalar: scalar, in: scalarSlots.count)
        while scalarSlots[slot] != 0 {
            if UInt32(truncatingIfNeeded: scalarSlots[slot]) == scalar {
                return Int32(truncatingIfNeeded: scalarSlots[slot] >> 32)
            }
            slot = (slot + 1) & (scalarSlots.count - 1)
        }
        return Self.unknown
    }

    /// A power of two with room for twice as many.
    private static func tableSize(for count: Int) -> Int {
        var size = 4
        while size < 2 * count { size *= 2 }
        return size
    }

    @inline(__always)
    private static func id(in slot: UInt64) -> Int { Int(slot & 0xffff_ffff) }

    /// `size` is a power of two.
    @inline(__always)
    private static func slot(ofScalar scalar: UInt32, in size: Int) -> Int {
        Int(truncatingIfNeeded: TokenHash.mix(UInt64(scalar))) & (size - 1)
    }

    private static func onlyScalar(of token: UnsafeBufferPointer<UInt8>) -> UInt32? {
        guard let lead = token.first, token.count == (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4) else {
            return nil
        }
        return String(decoding: token, as: UTF8.self).unicodeScalars.first?.value
    }
}

/// Tokens' UTF-8, one after another.
struct TokenList: Sendable, Equatable {
    private var utf8: [UInt8] = []
    /// Token i is at `starts[i] ..< starts[i + 1]`.
    private var starts: [Int] = [0]

    var count: Int { starts.count - 1 }

    var memory: Int { utf8.count + 8 * starts.count }

    subscript(index: Int) -> ArraySlice<UInt8> { utf8[starts[index]..<starts[index + 1]] }

    /// `body` gets a function from an id that is here to its bytes, valid within the call.
    func withUnsafeTokens(_ body: ((Int) -> UnsafeBufferPointer<UInt8>) -> Void) {
        utf8.withUnsafeBufferPointer { utf8 in
            starts.withUnsafeBufferPointer { starts in
                body { UnsafeBufferPointer(rebasing: utf8[starts[$0]..<starts[$0 + 1]]) }
            }
        }
    }

    mutating func append(_ token: some Sequence<UInt8>) {
        utf8.append(contentsOf: token)
        starts.append(utf8.count)
    }
}

/// Why lines are not a vocabulary.
package struct VocabularyError: Error, Sendable, Equatable, CustomStringConvertible {
    /// From 1.
    package let line: Int
    /// What the line is and what was expected.
    package let reason: String

    package var description: String { "line \(line) \(reason)" }
}

extension Vocabulary: Equatable {
    package static func == (a: Vocabulary, b: Vocabulary) -> Bool {
        a.tokens == b.tokens && a.counts == b.counts
    }
}
