/// Cuts the endings off English words, so that forms of one word count as one: connected, connecting → connect.
///
/// A stem is a key, not a word: happily → happili. Words are expected in lower case; what is no English word is
/// taken as one.
package enum Stemmer: String, Sendable, CaseIterable {
    /// Snowball English, also called Porter 2, as its authors define it since version 3 of Snowball
    /// (https://snowballstem.org/algorithms/english/stemmer.html).
    case english
    /// M. F. Porter, An algorithm for suffix stripping, Program 14 (1980).
    case porter

    package func stem(_ word: String) -> String {
        var word = word
        return word.withUTF8 { utf8 in
            var scratch = StemmerScratch()
            return String(decoding: scratch.stem(utf8, self), as: UTF8.self)
        }
    }
}

/// The memory that stemming works in: one for many words takes none for each.
package struct StemmerScratch: Sendable {
    private var word = StemWord()
    private var spelt: [UInt8] = []

    package init() {}

    /// The stem's UTF-8. It lies in this scratch: copy it before the next word.
    package mutating func stem(_ utf8: UnsafeBufferPointer<UInt8>, _ stemmer: Stemmer) -> [UInt8] {
        let isASCII = word.set(to: utf8)
        switch stemmer {
        case .english: SnowballEnglish.stem(&word)
        case .porter: PorterStemmer.stem(&word)
        }
        return isASCII ? word.letters : spell(utf8)
    }

    /// Puts the characters back that the word's letters stand for.
    private mutating func spell(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        spelt.removeAll(keepingCapacity: true)
        var next = 0
        for letter in word.letters {
            guard letter == StemWord.other else {
                spelt.append(letter)
                continue
            }
            while next < utf8.count, utf8[next] < 0x80 { next += 1 }
            guard next < utf8.count else { break }
            repeat {
                spelt.append(utf8[next])
                next += 1
            } while next < utf8.count && utf8[next] & 0xc0 == 0x80
        }
        return spelt
    }
}
