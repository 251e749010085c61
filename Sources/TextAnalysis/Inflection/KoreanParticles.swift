/// The particles of Korean whose form depends on how the word before them ends: 영화가 and 책이, 학교로, 서울로 and 집으로.
package enum KoreanParticles {
    /// How a word ends as it is read aloud. ㄹ is a consonant that 로 does not mind.
    package enum Ending: Sendable, Equatable { case vowel, rieul, consonant }

    /// The form of a particle after a word.
    ///
    /// - Parameters:
    ///   - particle: in any of its forms; with what has been joined to it, where that is so: 으로부터, 이라도는.
    ///   - tag: of mecab-ko-dic, such as JKS: 야 is 아 (JKV) or 이야.
    /// - Returns: nil where the form depends on how the word ends, and that is not known.
    package static func form(of particle: String, tag: String, after word: String) -> String? {
        guard let (consonant, vowel) = forms(of: particle, tag: tag) else { return particle }
        guard let ending = ending(of: word) else { return nil }
        switch ending {
        case .vowel: return vowel
        case .consonant: return consonant
        case .rieul: return vowel.hasPrefix("로") || vowel.hasPrefix("론") ? vowel : consonant
        }
    }

    /// The word and the particle in its form. What 는 and 를 leave of themselves (영환, 영활) joins the last syllable.
    package static func joined(_ word: String, _ particle: String, tag: String) -> String? {
        guard let form = form(of: particle, tag: tag, after: word) else { return nil }
        guard form == "ㄴ" || form == "ㄹ" else { return word + form }
        guard let final = form.first, let last = word.last.flatMap(Syllable.init), last.final == nil else { return nil }
        return word.dropLast() + last.with(final: final).text
    }

    /// After a consonant, and after a vowel; nil of a particle that is always the same.
    private static func forms(of particle: String, tag: String) -> (String, String)? {
        switch (particle, tag) {
        case ("이", "JKS"), ("가", "JKS"), ("이", "JKC"), ("가", "JKC"): return ("이", "가")
        case ("아", "JKV"), ("야", "JKV"): return ("아", "야")
        case ("은", _), ("는", _): return ("은", "는")
        case ("ㄴ", "JX"): return ("은", "ㄴ")
        case ("을", _), ("를", _): return ("을", "를")
        case ("ㄹ", "JKO"): return ("을", "ㄹ")
        default: break
        }
        for (consonant, vowel) in [("과", "와"), ("으로", "로"), ("으론", "론")] {
            for form in [consonant, vowel] where particle.hasPrefix(form) {
                let tail = particle.dropFirst(form.count)
                return (consonant + tail, vowel + tail)
            }
        }
        let core = particle.hasPrefix("이") ? String(particle.dropFirst()) : particle
        return dropsI.contains { core == $0 || core.hasPrefix($0) && $0.count > 1 } ? ("이" + core, core) : nil
    }

    /// What stands after 이, which is left out after a vowel.
    private static let dropsI = [
        "나", "나마", "랑", "든", "든지", "든가", "라", "라고", "라도", "라든", "라야", "라면", "란", "며", "야", "야말로", "여", "시여", "니",
    ]

    // MARK: - Endings of words

    /// Of the last syllable, digit or Latin letter before closing quotes, brackets and punctuation; what stands in
    /// brackets after a word is not read with it: 영화(映畵)가. Nil of other scripts and of nothing.
    package static func ending(of word: String) -> Ending? {
        var rest = word[...]
        while let last = rest.last, !isRead(last) {
            rest.removeLast()
            guard let open = brackets[last], let start = rest.lastIndex(of: open), start > rest.startIndex else {
                continue
            }
            let before = rest[..<start]
            if before.contains(where: isRead) { rest = before }
        }
        guard let last = rest.last, let scalar = last.unicodeScalars.last else { return nil }
        if let syllable = Syllable(last) { return ending(of: syllable.final) }
        switch scalar.value {
        case 0x30...0x39: return ending(ofNumber: rest)
        // Syllables that are written in their letters: a final consonant, or none.
        case 0x1161...0x1175: return .vowel
        case 0x11a8...0x11c2: return scalar.value == 0x11af ? .rieul : .consonant
        // Letters alone are called by their names: 기역, 니은, 아.
        case 0x3131...0x314e: return scalar == "ㄹ" ? .rieul : .consonant
        case 0x314f...0x3163: return .vowel
        default: break
        }
        if last == "%" || last == "℃" { return .vowel }
        let letters = rest.suffix { $0.isASCII && $0.isLetter }
        return letters.isEmpty ? nil : ending(ofLatin: String(letters))
    }

    private static let brackets: [Character: Character] = [")": "(", "）": "（", "]": "[", "】": "【"]

    private static func isRead(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "%" || character == "℃"
    }

    private static func ending(of final: Character?) -> Ending {
        switch final {
        case nil: .vowel
        case "ㄹ": .rieul
        default: .consonant
        }
    }

    /// 일, 이, 삼 …; of a number in zeros by the largest unit: 십, 백, 천, 만, 억 end in consonants, 조 and 해 in vowels.
    private static func ending(ofNumber text: Substring) -> Ending {
        let number = text.suffix { $0.isASCII && $0.isNumber }
        let zeros = number.reversed().prefix { $0 == "0" }.count
        if zeros > 0 {
            let isWhole = zeros < number.count
            return isWhole && (12..<16 ~= zeros || 20..<24 ~= zeros) ? .vowel : .consonant
        }
        switch number.last {
        case "1", "7", "8": return .rieul
        case "3", "6": return .consonant
        default: return .vowel
        }
    }

    /// Capitals by the names of the letters, other words by how they are written in Hangul most often.
    private static func ending(ofLatin word: String) -> Ending {
        let lower = Array(word.lowercased())
        let isSpelled =
            word.count == 1
            || word.allSatisfy(\.isUppercase) && (word.count <= 4 || !lower.contains(where: isVowel))
        guard let last = lower.last else { return .vowel }
        if isSpelled {
            switch last {
            case "l", "r": return .rieul
            case "m", "n": return .consonant
            default: return .vowel
            }
        }
        let before = lower.count > 1 ? lower[lower.count - 2] : " "
        let third = lower.count > 2 ? lower[lower.count - 3] : " "
        switch last {
        case "l": return .rieul
        case "m", "n": return .consonant
        case "e" where before == "l" && lower.count > 3: return .rieul
        // game, phone
        case "e" where (before == "m" || before == "n") && isVowel(third) && lower.count > 3: return .consonant
        case "g": return before == "n" ? .consonant : .vowel
        case "k" where before == "c" || before == "o" && third == "o": return .consonant
        // top, net, web, music: after one vowel; heart and boot are read with 으.
        case "p", "t", "k", "b", "c": return isVowel(before) && !isVowel(third) ? .consonant : .vowel
        default: return .vowel
        }
    }

    private static func isVowel(_ letter: Character) -> Bool { "aeiouy".contains(letter) }
}

extension Substring {
    /// The longest end of which all characters are so.
    fileprivate func suffix(while isWanted: (Character) -> Bool) -> Substring {
        var start = endIndex
        while start > startIndex, isWanted(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }
}
