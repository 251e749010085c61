package import Numerics

/// The words of a table in the order of their rows, and where each is found.
///
/// A word is any UTF-8 text without a line feed; none is empty and none comes twice. The parts are as they lie in the
/// files, so that a list opens without a copy: see `Parts`.
package struct WordList: Sendable {
    package struct Parts: Sendable {
        /// The words' UTF-8, each followed by a line feed.
        package var text: SharedElements<UInt8>
        /// (count + 1): where each word starts in the text; the last is the text's length.
        package var offsets: SharedElements<UInt32>
        /// Open addressing by `hash`, linear probing: a word's index + 1, or 0. The size is a power of two above
        /// `count`.
        package var slots: SharedElements<UInt32>

        package init(
            text: SharedElements<UInt8>, offsets: SharedElements<UInt32>, slots: SharedElements<UInt32>
        ) {
            self.text = text
            self.offsets = offsets
            self.slots = slots
        }
    }

    package let parts: Parts

    /// 2²⁶ words; a text of 4 GB.
    package static let greatestCount = 1 << 26

    package var count: Int { parts.offsets.count - 1 }
    package var memory: Int { parts.text.count + 4 * (parts.offsets.count + parts.slots.count) }
    package var isPoisoned: Bool { parts.text.isPoisoned || parts.offsets.isPoisoned || parts.slots.isPoisoned }

    /// Checks the bounds of the parts: reading them afterwards stays within them, whatever a file becomes. What they
    /// say is not checked, since that takes as long as making them: an index that lies lets listed words go unfound,
    /// and takes a look-up through all slots in the worst case, but what is found is spelled as asked.
    package init(checking parts: Parts) throws(WordVectorsError) {
        let count = parts.offsets.count - 1
        guard count >= 0, count <= Self.greatestCount else {
            throw .invalid(field: "word_offsets", reason: "\(parts.offsets.count) came; expected one more than words")
        }
        let size = parts.slots.count
        guard size > count, size & (size - 1) == 0 else {
            throw .invalid(
                field: "word_slots", reason: "\(size) came; expected a power of two above the \(count) words")
        }
        let length = parts.text.count
        let offsetsFit = parts.offsets.withUnsafeElements { offsets in
            guard offsets.first == 0, offsets.last.map({ Int($0) == length }) ?? false else { return false }
            // A word and its line feed: at least two bytes.
            var fits = true
            for index in 0..<count { fits = fits && Int(offsets[index + 1]) >= Int(offsets[index]) + 2 }
            return fits
        }
        guard offsetsFit else {
            throw .invalid(
                field: "word_offsets",
                reason: "they do not rise from 0 to the \(length) bytes of words: import the vectors again")
        }
        let slotsFit = parts.slots.withUnsafeElements { slots in
            var fits = true
            var free = false
            for slot in slots {
                fits = fits && Int(slot) <= count
                free = free || slot == 0
            }
            return fits && free
        }
        guard slotsFit else {
            throw .invalid(
                field: "word_slots", reason: "one names a word that is not there: import the vectors again")
        }
        self.parts = parts
    }

    /// Lists the words; of two that are the same bytes the first stands, and `kept` says which rows stay. Empty words,
    /// and words with a line feed in them, are left out too.
    package init(distinct words: some Sequence<String>, kept: inout [Int]) {
        var builder = WordListBuilder()
        kept = []
        for (row, word) in words.enumerated() {
            var word = word
            if word.withUTF8({ builder.append(UnsafeRawBufferPointer($0)) }) { kept.append(row) }
        }
        self = builder.finish()
    }

    /// Finds the words of a text with a line feed after each; the text stays where it lies.
    package init(lines text: SharedElements<UInt8>) throws(WordVectorsError) {
        var builder = WordListBuilder()
        let wrong: Int? = text.withUnsafeElements { text in
            let text = UnsafeRawBufferPointer(text)
            var start = 0
            while start < text.count {
                guard let end = text[start...].firstIndex(of: UInt8(ascii: "\n")),
                    builder.append(UnsafeRawBufferPointer(rebasing: text[start..<end]))
                else { return builder.count }
                start = end + 1
            }
            return nil
        }
        if let wrong {
            throw .invalid(
                field: "line \(wrong + 1)",
                reason: "is empty, is there twice, or does not end; expected a word a line, each once")
        }
        var parts = builder.finish().parts
        parts.text = text
        self.parts = parts
    }

    init(unchecked parts: Parts) { self.parts = parts }

    /// The word of a row; U+FFFD for what a changed file no longer spells.
    /// - Precondition: `index` is one of `0..<count`.
    package subscript(index: Int) -> String {
        withUTF8(at: index) { String(decoding: $0, as: UTF8.self) }
    }

    /// The same as bytes, without the line feed.
    package func withUTF8<Result>(at index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let start = Int(parts.offsets[index])
        let end = Int(parts.offsets[index + 1]) - 1
        return parts.text.withUnsafeElements { text in
            // A mapped file may have changed since the offsets were checked.
            let end = min(max(start, end), text.count)
            return body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text)[min(start, end)..<end]))
        }
    }

    package func index(of word: String) -> Int? {
        var word = word
        return word.withUTF8 { index(of: UnsafeRawBufferPointer($0)) }
    }

    package func index(of word: UnsafeRawBufferPointer) -> Int? {
        let hash = Self.hash(word)
        let found: UInt32? = parts.slots.withUnsafeElements { slots in
            let mask = slots.count - 1
            var position = Int(truncatingIfNeeded: hash) & mask
            // As many steps as there are slots, since a mapped file may have changed and have no free one.
            for _ in 0..<slots.count {
                let slot = slots[position]
                if slot == 0 { return nil }
                if Int(slot) <= count, spells(Int(slot) - 1, word) { return slot - 1 }
                position = (position + 1) & mask
            }
            return nil
        }
        return found.map(Int.init)
    }

    private func spells(_ index: Int, _ word: UnsafeRawBufferPointer) -> Bool {
        withUTF8(at: index) { $0.count == word.count && $0.elementsEqual(word) }
    }

    /// 64 bits of the bytes: eight at a time multiplied and folded. Part of the file format.
    static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        func mixed(_ value: UInt64) -> UInt64 {
            let product = value.multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
            return product.high ^ product.low
        }
        var hash = UInt64(bytes.count) &* 0xff51_afd7_ed55_8ccd
        var start = 0
        while start + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
            hash = mixed(hash ^ word) &+ word
            start += 8
        }
        var rest: UInt64 = 0
        while start < bytes.count {
            rest = rest << 8 | UInt64(bytes[start])
            start += 1
        }
        return mixed(hash ^ rest &* 0xc4ce_b9fe_1a85_ec53)
    }
}

/// Makes a `WordList` word by word.
package struct WordListBuilder {
    private var text: [UInt8] = []
    private var offsets: [UInt32] = [0]
    private var slots = [UInt32](repeating: 0, count: 1 << 10)

    package init() {}

    package var count: Int { offsets.count - 1 }

    /// Whether the word was new and can be listed. False for one that is there already, is empty, has a line feed in
    /// it, or finds no room left.
    package mutating func append(_ word: UnsafeRawBufferPointer) -> Bool {
        let before = count
        return row(of: word) != nil && count > before
    }

    /// The row of the word, which is listed if it was not. Nil where it cannot be: see `append`.
    package mutating func row(of word: UnsafeRawBufferPointer) -> Int? {
        if 2 * (count + 1) > slots.count { grow() }
        let mask = slots.count - 1
        var position = Int(truncatingIfNeeded: WordList.hash(word)) & mask
        while slots[position] != 0 {
            let row = Int(slots[position]) - 1
            let start = Int(offsets[row])
            let end = Int(offsets[row + 1]) - 1
            if text[start..<end].elementsEqual(word) { return row }
            position = (position + 1) & mask
        }
        guard !word.isEmpty, !word.contains(UInt8(ascii: "\n")), count < WordList.greatestCount,
            text.count + word.count < Int(UInt32.max)
        else { return nil }
        text.append(contentsOf: word)
        text.append(UInt8(ascii: "\n"))
        offsets.append(UInt32(text.count))
        slots[position] = UInt32(count)
        return count - 1
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: 2 * slots.count)
        let mask = slots.count - 1
        for index in 0..<count {
            let hash = text.withUnsafeBytes { text in
                WordList.hash(
                    UnsafeRawBufferPointer(rebasing: text[Int(offsets[index])..<(Int(offsets[index + 1]) - 1)]))
            }
            var position = Int(truncatingIfNeeded: hash) & mask
            while slots[position] != 0 { position = (position + 1) & mask }
            slots[position] = UInt32(index + 1)
        }
    }

    package func finish() -> WordList {
        WordList(
            unchecked: .init(
                text: SharedElements(text), offsets: SharedElements(offsets), slots: SharedElements(slots)))
    }
}
