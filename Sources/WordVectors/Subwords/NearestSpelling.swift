/// The listed word that is spelt most like a word: with the fewest letters put in, left out or replaced (Levenshtein
/// 1966), where a syllable of Hangul is its jamo, so that 드라머 is one letter from 드라마. Letters of ASCII are alike in
/// either case.
///
/// All words are looked at, each in about as many steps as it has letters (Myers, JACM 1999): some milliseconds for
/// hundreds of thousands.
package struct NearestSpelling: Sendable {
    private let words: WordList

    package init(_ words: WordList) { self.words = words }

    /// Letters of a word; of longer ones none is near.
    private static let longest = 64

    /// The row of the nearest word, of equals the first; nil where none is within one letter in three.
    package func index(of word: String) -> Int? {
        var word = word
        return word.withUTF8 { utf8 in
            guard let pattern = Pattern(utf8) else { return nil }
            var best: (row: Int, distance: Int)?
            var limit = pattern.count / 3
            guard limit > 0 else { return nil }
            var letters = [UInt32](repeating: 0, count: Self.longest + pattern.count)
            for row in 0..<words.count {
                let distance = words.withUTF8(at: row) { utf8 -> Int? in
                    // A letter takes at least a third of a syllable's three bytes, and at most four.
                    let least = (utf8.count + 3) / 4
                    guard least <= pattern.count + limit, utf8.count + limit >= pattern.count,
                        let count = Letters.read(utf8, into: &letters, atMost: pattern.count + limit),
                        count + limit >= pattern.count
                    else { return nil }
                    return pattern.distance(to: letters, count: count)
                }
                guard let distance, distance <= limit else { continue }
                if distance == 0 { return row }
                best = (row, distance)
                // Only one that is nearer takes its place.
                limit = distance - 1
            }
            return best?.row
        }
    }

    /// What a word is compared with, as masks of where each of its letters stands.
    private struct Pattern {
        let count: Int
        /// Open addressing by the letter: two to the letters that there can be at most.
        private var keys = [UInt32](repeating: .max, count: 128)
        private var masks = [UInt64](repeating: 0, count: 128)

        /// Nil of no letters and of too many.
        init?(_ utf8: UnsafeBufferPointer<UInt8>) {
            var letters = [UInt32](repeating: 0, count: NearestSpelling.longest)
            guard
                let count = Letters.read(
                    UnsafeRawBufferPointer(utf8), into: &letters, atMost: NearestSpelling.longest),
                count > 0
            else { return nil }
            self.count = count
            for (place, letter) in letters[..<count].enumerated() {
                let slot = slot(of: letter)
                keys[slot] = letter
                masks[slot] |= 1 << UInt64(place)
            }
        }

        @inline(__always)
        private func slot(of letter: UInt32) -> Int {
            var slot = Int((letter ^ letter >> 7) & 127)
            // At most 64 of the 128 are taken.
            while keys[slot] != letter, keys[slot] != .max { slot = (slot + 1) & 127 }
            return slot
        }

        /// Myers' bit vectors, in the form of Hyyrö (2003) for the distance of whole words.
        func distance(to letters: [UInt32], count length: Int) -> Int {
            var positive: UInt64 = .max
            var negative: UInt64 = 0
            var distance = count
            let last = UInt64(1) << UInt64(count - 1)
            for letter in letters[..<length] {
                let equal = masks[slot(of: letter)]
                let diagonal = (((equal & positive) &+ positive) ^ positive) | equal | negative
                var horizontalPositive = negative | ~(diagonal | positive)
                let horizontalNegative = diagonal & positive
                if horizontalPositive & last != 0 { distance += 1 }
                if horizontalNegative & last != 0 { distance -= 1 }
                horizontalPositive = horizontalPositive << 1 | 1
                positive = horizontalNegative << 1 | ~(diagonal | horizontalPositive)
                negative = horizontalPositive & diagonal
            }
            return distance
        }
    }

    /// Words as letters.
    private enum Letters {
        /// How many were written; nil where there are more than `most`.
        @inline(__always)
        static func read(_ utf8: UnsafeRawBufferPointer, into letters: inout [UInt32], atMost most: Int) -> Int? {
            var count = 0
            var place = 0
            while place < utf8.count {
                let first = utf8[place]
                var scalar = UInt32(first)
                place += 1
                if first >= 0x80 {
                    // Bytes that are no UTF-8, as a changed file may have, are letters like others.
                    let more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0
                    scalar = UInt32(first) & (0x3f >> UInt32(more))
                    for _ in 0..<more where place < utf8.count {
                        scalar = scalar << 6 | UInt32(utf8[place] & 0x3f)
                        place += 1
                    }
                } else if first &- 0x41 < 26 {
                    scalar |= 0x20
                }
                guard scalar &- 0xac00 < 11_172 else {
                    guard count < most else { return nil }
                    letters[count] = scalar
                    count += 1
                    continue
                }
                // The Unicode Standard, 3.12: a syllable is (initial · 21 + vowel) · 28 + final.
                let syllable = scalar - 0xac00
                let final = syllable % 28
                guard count + (final == 0 ? 2 : 3) <= most else { return nil }
                letters[count] = 0x1100 + syllable / 588
                letters[count + 1] = 0x1161 + syllable / 28 % 21
                count += 2
                if final != 0 {
                    letters[count] = 0x11a7 + final
                    count += 1
                }
            }
            return count
        }
    }
}
