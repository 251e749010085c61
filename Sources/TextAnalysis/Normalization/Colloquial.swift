/// Korean as it is chatted in, brought nearer to how it is written, so that dictionaries know it. Rules on the codas of
/// syllables and the endings of words, read off reviews; nothing is looked up.
///
/// - Laughter in a coda: ㅋ leaves a syllable that is not of 부엌, 녘 or 읔, and ㅎ before ㅎ or ㅋ one that is no stem:
///   그랰ㅋㅋ → 그래ㅋㅋ, 하넿ㅎㅎ → 하네ㅎㅎ. A 되 that ends its word then is 돼: 안됔ㅋ → 안돼ㅋ.
/// - 욬, 욤, 욥, 욧, 욯 at the end of a word are 요: 되나욬 → 되나요.
/// - ㅅ for ㅆ before an ending: 하겟다 → 하겠다, 햇어 → 했어, 재밋는 → 재밌는, 맛잇다 → 맛있다.
/// - 씀다, 슴다, 씀니다, 슴니다 after a coda are 습니다: 하겟씀다 → 하겠습니다.
/// - Coaxing ends: 했당 → 했다, 합니당 → 합니다, 했징 → 했지, 해용 → 해요, 하세여 → 하세요, 넹 → 네, 하죵 → 하죠.
enum Colloquial {
    static func edit(_ utf8: UnsafeBufferPointer<UInt8>, _ editor: inout TextEditor) {
        var word: [Unicode.Scalar] = []
        var start = 0
        var position = 0
        while position < utf8.count {
            // Hangul syllables begin with EA to ED.
            if utf8[position] >= 0xea, utf8[position] <= 0xed {
                let (scalar, end) = UTF8Bytes.scalar(in: utf8, at: position)
                if HangulSyllable.range.contains(scalar), let scalar = Unicode.Scalar(scalar) {
                    if word.isEmpty { start = position }
                    word.append(scalar)
                    position = end
                    continue
                }
            }
            if !word.isEmpty {
                edit(&word, at: start, isBeforeLaughter: isLaughter(utf8, position), &editor)
                word.removeAll(keepingCapacity: true)
            }
            position += 1
        }
        edit(&word, at: start, isBeforeLaughter: false, &editor)
    }

    /// ㅋ or ㅎ.
    private static func isLaughter(_ utf8: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
        guard utf8[position] == 0xe3 else { return false }
        let (scalar, _) = UTF8Bytes.scalar(in: utf8, at: position)
        return scalar == 0x314b || scalar == 0x314e
    }

    /// A run of syllables, three bytes each, that begins at byte `start`.
    private static func edit(
        _ word: inout [Unicode.Scalar], at start: Int, isBeforeLaughter: Bool, _ editor: inout TextEditor
    ) {
        var index = 0
        while index < word.count {
            let bytes = start + 3 * index..<start + 3 * index + 3
            let length = shortPoliteEnd(word, at: index)
            if length > 0 {
                editor.replace(bytes.lowerBound..<bytes.lowerBound + 3 * length, with: "습니다".utf8)
                return
            }
            let mended = mended(word, at: index, isBeforeLaughter: isBeforeLaughter)
            if mended != word[index] {
                word[index] = mended
                editor.replaceScalar(bytes, with: CollectionOfOne(mended.value))
            }
            index += 1
        }
    }

    /// How many syllables from `index` on, up to the end of the word, stand for 습니다; else 0.
    private static func shortPoliteEnd(_ word: [Unicode.Scalar], at index: Int) -> Int {
        guard index > 0, word[index] == "씀" || word[index] == "슴", trailing(word[index - 1]) != 0 else { return 0 }
        let rest = word[(index + 1)...]
        return rest == ["다"] ? 2 : rest == ["니", "다"] ? 3 : 0
    }

    private static func mended(
        _ word: [Unicode.Scalar], at index: Int, isBeforeLaughter: Bool
    ) -> Unicode.Scalar {
        let syllable = word[index]
        let before: Unicode.Scalar = index > 0 ? word[index - 1] : " "
        let isLast = index == word.count - 1
        switch trailing(syllable) {
        case Coda.kieuk:
            if Self.endInKieuk.contains(syllable), syllable != "엌" || index == 0 || before == "부" { return syllable }
            let open = syllable.with(Coda.none)
            return open == "되" && isLast ? "돼" : open
        case Coda.hieuh where isLast:
            if syllable == "욯" { return "요" }
            return isBeforeLaughter && !Self.endInHieuh.contains(syllable) ? syllable.with(Coda.none) : syllable
        case Coda.siot where !isLast && Self.afterPast.contains(word[index + 1]):
            return isPast(syllable, index: index, before: before) ? syllable.with(Coda.doubleSiot) : syllable
        default: return isLast ? mendedEnd(syllable, index: index, before: before) : syllable
        }
    }

    /// Whether a coda ㅅ before an ending is to be ㅆ.
    private static func isPast(_ syllable: Unicode.Scalar, index: Int, before: Unicode.Scalar) -> Bool {
        switch syllable {
        case "엇": index > 0 && before != "무"
        case "앗": index > 0 && before != "빼"
        case "밋": before == "재"
        case "잇": before == "미" || before == "멋" || before == "맛" || before == "수"
        default: Self.past.contains(syllable)
        }
    }

    /// The last syllable of a word.
    private static func mendedEnd(
        _ syllable: Unicode.Scalar, index: Int, before: Unicode.Scalar
    ) -> Unicode.Scalar {
        let coda = trailing(before)
        let isAfterPast = coda == Coda.doubleSiot || coda == Coda.bieupSiot || coda == Coda.hieuh
        switch syllable {
        case "당": return isAfterPast || before == "니" ? "다" : syllable
        case "징": return isAfterPast ? "지" : syllable
        case "용", "여", "염":
            let isPolite = Self.beforePolite.contains(before) || index > 1 && (before == "어" || before == "아")
            return isPolite ? "요" : syllable
        case "욤", "욥", "욧": return "요"
        case "넹": return "네"
        case "죵": return "죠"
        default: return syllable
        }
    }

    /// Syllables that end so in words.
    private static let endInKieuk = Set("엌녘읔".unicodeScalars)
    private static let endInHieuh = Set("좋놓낳넣쌓땋찧닿빻렇떻랗얗갛맣".unicodeScalars)
    /// ㅅ for ㅆ, and the syllables that endings after ㅆ begin with.
    private static let past = Set("겟햇됫졋렷쳣켯녓봣왓줫셧혓폇텻겻랏".unicodeScalars)
    private static let afterPast = Set("다어습네지는던고으음나냐거군구을길단더잖죠씁슴씀".unicodeScalars)
    private static let beforePolite = Set("세해네예에".unicodeScalars)

    /// Indices of codas: see `HangulSyllable.parts`.
    fileprivate enum Coda {
        static let none: UInt32 = 0
        static let bieupSiot: UInt32 = 18
        static let siot: UInt32 = 19
        static let doubleSiot: UInt32 = 20
        static let kieuk: UInt32 = 24
        static let hieuh: UInt32 = 27
    }

    private static func trailing(_ syllable: Unicode.Scalar) -> UInt32 {
        HangulSyllable.parts(of: syllable.value)?.trailing ?? 0
    }
}

extension Unicode.Scalar {
    /// A syllable with another coda.
    fileprivate func with(_ coda: UInt32) -> Unicode.Scalar {
        guard let trailing = HangulSyllable.parts(of: value)?.trailing else { return self }
        return Unicode.Scalar(value - trailing + coda) ?? self
    }
}
