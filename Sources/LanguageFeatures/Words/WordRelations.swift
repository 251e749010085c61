package import TextAnalysis

/// Which of the words near a word are its synonyms and the like, by WordNet.
package struct WordRelations: Sendable {
    private let related: [String: WordNetThesaurus.Relation]

    /// - Parameter word: as it was asked for; where WordNet does not list it, its dictionary form is looked up.
    package init(of word: String, in thesaurus: WordNetThesaurus, _ analyser: WordForms.Analyser) {
        var related = thesaurus.relations(of: word)
        if related.isEmpty, let lemma = WordReading(word, analyser(word)).lemmas.first {
            related = thesaurus.relations(of: lemma)
        }
        self.related = related
    }

    package var isEmpty: Bool { related.isEmpty }

    /// What another word is to it: by its form, else by its dictionary form.
    package func relation(to other: String, _ analyser: WordForms.Analyser) -> WordNetThesaurus.Relation? {
        let form = other.lowercased().replacing("_", with: " ")
        if let relation = related[form] { return relation }
        return WordReading(form, analyser(form)).lemmas.lazy.compactMap { related[$0] }.first
    }
}
