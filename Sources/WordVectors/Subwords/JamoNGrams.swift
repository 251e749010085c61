/// n-grams of Korean words that a changed ending or a slip of a key leaves most of (Park et al., "Subword-level Word
/// Vector Representations for Korean", ACL 2018).
///
/// A word between `<` and `>` has the n-grams of its characters, in any script, as fastText goes through them: of
/// 강아지 with 1 to 4 those are 강, 강아, `<강` and so on. Where there are Hangul syllables, it is also written as jamo,
/// three for each syllable with `e` for a final that is missing: `<ㄱㅏㅇㅇㅏeㅈㅣe>`. The n-grams of that, with other
/// characters standing for themselves, follow those of characters, except those that no syllable has a part in: they
/// are n-grams of characters already. A leading consonant and the same one as a final are the same letter.
enum JamoNGrams {
    static func forEach(
        of word: UnsafeRawBufferPointer, characters: ClosedRange<Int>, jamo: ClosedRange<Int>,
        _ body: (ArraySlice<UInt8>) -> Void
    ) {
        let wrapped = [SubwordScheme.start] + word + [SubwordScheme.end]
        NGrams.forEach(of: wrapped, lengths: characters) { body(wrapped[$0]) }

        var letters: [UInt8] = []
        /// Where each jamo or other character starts; then the end.
        var starts: [Int] = []
        /// For each of them how many before it are of a syllable.
        var ofSyllables = [0]
        letters.reserveCapacity(3 * wrapped.count)
        func append(_ part: some Sequence<UInt8>, ofSyllable: Bool) {
            starts.append(letters.count)
            letters.append(contentsOf: part)
            ofSyllables.append(ofSyllables[ofSyllables.count - 1] + (ofSyllable ? 1 : 0))
        }
        var index = 0
        while index < wrapped.count {
            let next = NGrams.following(index, in: wrapped)
            if let syllable = HangulSyllable(utf8: wrapped[index..<next]) {
                for part in syllable.letters { append(part.utf8, ofSyllable: true) }
            } else {
                append(wrapped[index..<next], ofSyllable: false)
            }
            index = next
        }
        guard ofSyllables[ofSyllables.count - 1] > 0 else { return }
        starts.append(letters.count)
        let count = starts.count - 1
        for start in 0..<count {
            for length in jamo where start + length <= count {
                if ofSyllables[start + length] > ofSyllables[start] {
                    body(letters[starts[start]..<starts[start + length]])
                }
            }
        }
    }
}
