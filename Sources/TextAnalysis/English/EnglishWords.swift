/// The tokens of an English text, as treebanks of Universal Dependencies cut it: words and what is written together with
/// them (don't is do and n't, she's is she and 's), numbers, punctuation and signs each alone. What has hyphens or dots
/// within it stays whole: well-known, 3.14, U.S., names@of.mail and addresses of pages.
enum EnglishWords {
    /// Of the text's UTF-8, in order; between them lies white space.
    static func ranges(of utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var scalars = TextScalars()
        scalars.read(utf8, lowercasing: .none)
        var reader = Reader(scalars: scalars.values)
        reader.read()
        return reader.ranges
    }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "etc", "inc", "ltd", "co", "corp", "gen", "col",
        "sen", "rep", "gov", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]

    private struct Reader {
        let scalars: [UInt32]
        var index = 0
        /// Of the scalar at `index`, in bytes.
        var offset = 0
        var ranges: [Range<Int>] = []
        /// What is known of the scalars before `runEnd` that are not white space: an address of mail may begin as late as at
        /// `lastAt`, the last @ with a dot after it; -1 where there is none.
        private var runEnd = 0
        private var lastAt = -1

        init(scalars: [UInt32]) { self.scalars = scalars }

        mutating func read() {
            while index < scalars.count {
                if ScalarKind.isSpace(scalars[index]) {
                    advance(1)
                    continue
                }
                let length = address() ?? word() ?? 1
                cut(length)
            }
        }

        private mutating func advance(_ count: Int) {
            for scalar in scalars[index..<index + count] {
                offset += scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
            }
            index += count
        }

        private mutating func take(_ count: Int) {
            let start = offset
            advance(count)
            ranges.append(start..<offset)
        }

        private func scalar(_ distance: Int) -> UInt32 {
            index + distance < scalars.count ? scalars[index + distance] : 0x20
        }

        private func isWord(_ scalar: UInt32) -> Bool { ScalarKind.isWord(scalar) || ScalarKind.isMark(scalar) }

        private func isApostrophe(_ scalar: UInt32) -> Bool { scalar == 0x27 || scalar == 0x2019 }

        /// The run of what is not white space, where it is an address of a page or of mail; without the punctuation at
        /// its end. Of a longer run 2,000 scalars are looked at together.
        private mutating func address() -> Int? {
            guard isWord(scalar(0)) else { return nil }
            if index >= runEnd { readRun() }
            guard index < lastAt || Self.pages.contains(where: begins) else { return nil }
            var end = runEnd - index
            while end > 1, !isWord(scalar(end - 1)), scalar(end - 1) != 0x2f { end -= 1 }
            return end
        }

        private mutating func readRun() {
            runEnd = index
            lastAt = -1
            var at = -1
            while runEnd < scalars.count, !ScalarKind.isSpace(scalars[runEnd]), runEnd - index < 2_000 {
                if scalars[runEnd] == 0x40 { at = runEnd }
                if scalars[runEnd] == 0x2e { lastAt = at }
                runEnd += 1
            }
        }

        private static let pages = ["http://", "https://", "ftp://", "www."].map { $0.unicodeScalars.map(\.value) }

        private func begins(with page: [UInt32]) -> Bool {
            page.indices.allSatisfy { distance in
                let scalar = scalar(distance)
                return page[distance] == ((0x41...0x5a).contains(scalar) ? scalar | 0x20 : scalar)
            }
        }

        /// Letters and digits, with what holds them together.
        private func word() -> Int? {
            guard isWord(scalar(0)) else { return nil }
            var end = 1
            while true {
                let next = scalar(end)
                let after = scalar(end + 1)
                let isBetweenDigits = isDigit(scalar(end - 1)) && isDigit(after)
                if isWord(next) {
                    end += 1
                } else if isWord(after), isApostrophe(next) || next == 0x2d || next == 0x2e && isAbbreviated(end) {
                    end += 2
                } else if isBetweenDigits, next == 0x2c || next == 0x2e || next == 0x3a {
                    end += 2
                } else {
                    break
                }
            }
            if scalar(end) == 0x2e, isAbbreviation(end) { end += 1 }
            return end
        }

        private func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

        /// U.S, e.g: single letters with dots between them.
        private func isAbbreviated(_ end: Int) -> Bool {
            let isSingle = end == 1 || scalar(end - 2) == 0x2e
            return isSingle && !isDigit(scalar(end - 1)) && !(isWord(scalar(end + 2)))
        }

        private func isAbbreviation(_ end: Int) -> Bool {
            if end >= 3, scalar(end - 2) == 0x2e, !isDigit(scalar(end - 1)) { return true }
            guard end <= 4 else { return false }
            var text = ""
            for distance in 0..<end { text.unicodeScalars.append(Unicode.Scalar(scalar(distance)) ?? " ") }
            // A sentence may end in one of these, too; a title is written before a name.
            return abbreviations.contains(text.lowercased()) && text.first?.isUppercase == true
        }

        /// Cuts n't and what follows an apostrophe off.
        private mutating func cut(_ length: Int) {
            var lower: [UInt32] = []
            for distance in 0..<length { lower.append(scalar(distance) | (scalar(distance) < 0x80 ? 0x20 : 0)) }
            func ends(with text: String) -> Bool {
                let ending = text.unicodeScalars.map { $0.value == 0x27 ? 0x27 : $0.value }
                guard ending.count < length else { return false }
                return zip(lower.suffix(ending.count), ending).allSatisfy {
                    $0 == $1 || $1 == 0x27 && isApostrophe($0)
                }
            }
            for clitic in ["n't", "'s", "'re", "'ve", "'ll", "'m", "'d"] where ends(with: clitic) {
                take(length - clitic.unicodeScalars.count)
                take(clitic.unicodeScalars.count)
                return
            }
            if lower.elementsEqual("cannot".unicodeScalars.map(\.value)) {
                take(3)
                take(3)
                return
            }
            take(length)
        }
    }
}
