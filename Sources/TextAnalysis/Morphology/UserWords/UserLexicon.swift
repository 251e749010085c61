internal import Numerics

/// User words compiled for one dictionary: two lexicons, that of the forced words last.
struct UserLexicon: Sendable {
    let words: Lexicon
    let forced: Lexicon

    /// A list beyond this is a mistake.
    static let greatestWordCount = 1_000_000

    /// `lines` number the words in errors. Throws the first word that is wrong or has no place in the dictionary.
    init(
        _ words: [UserWord], lines: [Int], for dictionary: MorphologicalDictionary
    ) throws(UserWordError) {
        guard words.count <= Self.greatestWordCount else {
            throw UserWordError(
                line: Self.greatestWordCount + 1,
                reason: "\(words.count) words came; expected at most \(Self.greatestWordCount)")
        }
        var resolver = UserWordResolver(dictionary)
        var (usual, forced) = ([LexiconImage.Reading](), [LexiconImage.Reading]())
        for (word, line) in zip(words, lines) {
            do throws(UserWordFault) {
                let reading = try resolver.reading(of: word)
                if word.isForced { forced.append(reading) } else { usual.append(reading) }
            } catch {
                throw UserWordError(line: line, reason: error.reason)
            }
        }
        do throws(DictionaryError) {
            self.words = try Self.lexicon(usual, dictionary, name: "user words")
            self.forced = try Self.lexicon(forced, dictionary, name: "forced user words")
        } catch {
            throw UserWordError(line: 1, reason: "\(error)")
        }
    }

    private static func lexicon(
        _ readings: [LexiconImage.Reading], _ dictionary: MorphologicalDictionary, name: String
    ) throws(DictionaryError) -> Lexicon {
        let matrix = dictionary.matrix
        let bytes = LexiconImage.bytes(
            readings, role: .user, rightIDs: matrix.rightIDs, leftIDs: matrix.leftIDs)
        return try Lexicon(MappedFile(copying: bytes), name: name, role: .user)
    }
}
