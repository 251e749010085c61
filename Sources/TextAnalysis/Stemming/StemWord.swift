/// A word that is being cut: its letters and the two regions that the rules of both stemmers speak of.
struct StemWord: Sendable {
    /// What a character outside ASCII stands as: one letter, no vowel, in no ending.
    static let other: UInt8 = 0xff

    /// ASCII, and `other`. A `y` that is a consonant is `Y`.
    var letters: [UInt8] = []
    /// Where they begin: R1 after the first non-vowel that follows a vowel, R2 the same within R1.
    private(set) var region1 = 0
    private(set) var region2 = 0

    var count: Int { letters.count }

    /// Whether it is ASCII alone.
    mutating func set(to utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        letters.removeAll(keepingCapacity: true)
        var isASCII = true
        for byte in utf8 {
            if byte < 0x80 {
                letters.append(byte)
            } else {
                isASCII = false
                if byte & 0xc0 != 0x80 { letters.append(Self.other) }
            }
        }
        return isASCII
    }

    /// A `y` at the beginning, or after a vowel, is a consonant.
    mutating func markConsonantYs() {
        var afterVowel = true
        for index in letters.indices {
            if letters[index] == UInt8(ascii: "y"), afterVowel {
                letters[index] = UInt8(ascii: "Y")
                afterVowel = false
            } else {
                afterVowel = Self.isVowel(letters[index])
            }
        }
    }

    mutating func unmarkYs() {
        for index in letters.indices where letters[index] == UInt8(ascii: "Y") { letters[index] = UInt8(ascii: "y") }
    }

    /// - Parameter first: where R1 begins, where that is an exception.
    mutating func findRegions(first: Int? = nil) {
        region1 = first ?? afterVowelAndConsonant(from: 0)
        region2 = afterVowelAndConsonant(from: region1)
    }

    private func afterVowelAndConsonant(from start: Int) -> Int {
        var index = start
        while index < count, !Self.isVowel(letters[index]) { index += 1 }
        while index < count, Self.isVowel(letters[index]) { index += 1 }
        return min(index + 1, count)
    }

    @inline(__always)
    static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            true
        default: false
        }
    }

    /// Whether there is one among the first letters.
    func hasVowel(before end: Int) -> Bool { letters[..<min(max(0, end), count)].contains(where: Self.isVowel) }

    @inline(__always)
    func ends(with suffix: StaticString) -> Bool { ends(with: suffix, at: count) }

    /// Whether the letters before `end` end so.
    @inline(__always)
    func ends(with suffix: StaticString, at end: Int) -> Bool {
        let length = suffix.utf8CodeUnitCount
        guard length <= end else { return false }
        return suffix.withUTF8Buffer { suffix in
            var index = length - 1
            while index >= 0 {
                guard letters[end - length + index] == suffix[index] else { return false }
                index -= 1
            }
            return true
        }
    }

    func starts(with prefix: StaticString) -> Bool {
        let length = prefix.utf8CodeUnitCount
        return length <= count && prefix.withUTF8Buffer { letters[..<length].elementsEqual($0) }
    }

    func isExactly(_ word: StaticString) -> Bool { count == word.utf8CodeUnitCount && ends(with: word) }

    /// The letter that many from the end, 0 the last; nil before the beginning.
    func letter(fromEnd distance: Int) -> UInt8? {
        distance < count ? letters[count - 1 - distance] : nil
    }

    /// Writes `ending` where the last `length` letters are.
    mutating func replace(last length: Int, with ending: StaticString = "") {
        letters.removeLast(min(length, count))
        ending.withUTF8Buffer { letters.append(contentsOf: $0) }
    }

    /// A vowel between a non-vowel and one that is none of w, x, Y, at the end of the first `end` letters.
    func endsInShortSyllable(at end: Int) -> Bool {
        guard end >= 3, end <= count, Self.isVowel(letters[end - 2]), !Self.isVowel(letters[end - 3]) else {
            return false
        }
        switch letters[end - 1] {
        case UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "Y"): return false
        case let last: return !Self.isVowel(last)
        }
    }

    var endsInDouble: Bool {
        guard count >= 2, let last = letters.last, letters[count - 2] == last else { return false }
        switch last {
        case UInt8(ascii: "b"), UInt8(ascii: "d"), UInt8(ascii: "f"), UInt8(ascii: "g"), UInt8(ascii: "m"),
            UInt8(ascii: "n"), UInt8(ascii: "p"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return true
        default: return false
        }
    }
}

/// An ending, and what is written in its place where it stands in the region that the step asks for.
struct EndingRule: Sendable {
    enum Condition: Sendable {
        case none
        /// The letter before it is one of these.
        case after(StaticString)
        /// It stands in R2.
        case inRegion2
    }

    var ending: StaticString
    var replacement: StaticString
    var condition: Condition

    init(_ ending: StaticString, _ replacement: StaticString = "", _ condition: Condition = .none) {
        self.ending = ending
        self.replacement = replacement
        self.condition = condition
    }
}

/// The rules of a step. Where one ending ends in another, the longer one comes first.
struct EndingRules: Sendable {
    private static let letters = 26

    /// By their endings' last letters, of which letter l's are from `starts[l]` to `starts[l + 1]`.
    private var rules: [EndingRule] = []
    private var starts: [Int] = [0]

    init(_ rules: [EndingRule]) {
        for letter in 0..<Self.letters {
            self.rules += rules.filter { rule in rule.ending.withUTF8Buffer { $0.last.flatMap(Self.index) == letter } }
            starts.append(self.rules.count)
        }
    }

    /// Those whose endings end with that letter.
    fileprivate func range(of letter: UInt8) -> Range<Int> {
        guard let index = Self.index(of: letter) else { return 0..<0 }
        return starts[index]..<starts[index + 1]
    }

    fileprivate subscript(index: Int) -> EndingRule { rules[index] }

    private static func index(of letter: UInt8) -> Int? {
        let index = Int(letter) - Int(UInt8(ascii: "a"))
        return index >= 0 && index < letters ? index : nil
    }
}

extension StemWord {
    /// Applies the first of the rules whose ending is the word's, if that begins at `region` or later.
    mutating func apply(_ rules: EndingRules, within region: Int) {
        guard count > region, let last = letters.last else { return }
        for index in rules.range(of: last) {
            let rule = rules[index]
            guard ends(with: rule.ending) else { continue }
            let length = rule.ending.utf8CodeUnitCount
            let start = count - length
            guard start >= region else { return }
            switch rule.condition {
            case .none: break
            case .after(let allowed):
                guard start > 0, allowed.withUTF8Buffer({ $0.contains(letters[start - 1]) }) else { return }
            case .inRegion2:
                guard start >= region2 else { return }
            }
            replace(last: length, with: rule.replacement)
            return
        }
    }
}
