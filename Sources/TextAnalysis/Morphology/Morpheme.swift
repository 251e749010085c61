/// The smallest part of a text that has a meaning or a grammatical role, as an analyser sees it: what the dictionaries of
/// MeCab and the built-in tagger both answer with.
package struct Morpheme: Sendable, Equatable {
    /// UTF-8 offsets into the analysed text, end-exclusive, without the white space before it.
    package var range: Range<Int>
    package var surface: String
    /// The analyser's own tag, such as NNG, VV+EP or 名詞-固有名詞-人名.
    package var tag: String
    package var pos: UniversalTag
    /// The dictionary form: 먹다 of 먹, 하다 of 했, 走る of 走っ. Of what does not inflect, and of endings and particles, their
    /// own form.
    package var lemma: String
    /// The dictionary form without its ending: 먹 of 먹다. Where there is no such ending, the lemma.
    package var stem: String
    /// How it is pronounced, where the analyser knows that it is not as it is written.
    package var reading: String?
    /// The dictionary does not have it.
    package var isUnknown: Bool
    /// What it is made of, in order; empty where it is one.
    package var parts: [Part]
    package var composition: Composition

    /// How the parts make up the surface; as mecab-ko-dic and Lucene's nori have it.
    package enum Composition: Sendable, Equatable {
        case simple
        /// A noun of several nouns, which spell it.
        case compound
        /// Several morphemes that have been joined, or of which the surface is a contraction.
        case inflected
        /// Several morphemes that were taken together in advance, and spell it.
        case preanalysed
    }

    package struct Part: Sendable, Equatable {
        /// As it is on its own, a final consonant that stands alone as a letter: 하, 았, ㄴ.
        package var form: String
        package var tag: String
        /// UTF-8 offsets into the analysed text: the characters that the part is in. In a contraction neighbours share
        /// characters (가 and ㄴ that of 간), and what cannot be told apart has the same range (하 and 았 that of 했).
        package var range: Range<Int>

        package init(form: String, tag: String, range: Range<Int>) {
            self.form = form
            self.tag = tag
            self.range = range
        }
    }

    package init(
        range: Range<Int>, surface: String, tag: String, pos: UniversalTag, lemma: String, stem: String,
        reading: String? = nil, isUnknown: Bool = false, parts: [Part] = [], composition: Composition = .simple
    ) {
        self.range = range
        self.surface = surface
        self.tag = tag
        self.pos = pos
        self.lemma = lemma
        self.stem = stem
        self.reading = reading
        self.isUnknown = isUnknown
        self.parts = parts
        self.composition = composition
    }
}
