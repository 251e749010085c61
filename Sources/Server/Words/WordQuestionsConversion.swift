import JSONRPC
import LanguageFeatures
import ServerProtocol
import TextAnalysis
import WordVectors

extension RelatedWords.Question {
    init(_ query: RelatedWords.Query, _ search: WordQuestions.Search) throws(ResponseError) {
        self.init(query, count: search.top)
        if let filter = search.filter { self.filter = try WordFilter(filter) }
        measure =
            switch search.measure {
            case .cosine: .cosine
            case .dot: .dot
            case .cosmul: .cosmul
            }
        folding =
            switch search.folding {
            case .case?: .letterCase
            case .inflection?: .inflection
            case nil: nil
            }
        exact = search.exact
    }
}

extension WordFilter {
    fileprivate init(_ filter: WordQuestions.Filter) throws(ResponseError) {
        self.init()
        prefix = filter.prefix
        pattern = filter.pattern
        script = filter.script
        for name in filter.partsOfSpeech {
            guard let tag = UniversalTag(rawValue: name.uppercased()) else {
                throw ResponseError(
                    .invalidParams, "filter.pos: \"\(name.prefix(40))\" is no universal part of speech",
                    hint: "they are " + UniversalTag.allCases.map(\.rawValue).joined(separator: ", "))
            }
            partsOfSpeech.insert(tag)
        }
        exclude = filter.exclude
        limit = filter.limit
        sameLemma = filter.sameLemma
    }
}

extension WordQuestions.Reached {
    init(_ reached: ReachedWord) {
        self.init(word: reached.word, by: reached.by.rawValue, as: reached.listed)
    }
}

extension WordQuestions.Neighbours {
    /// Neighbours of which WordNet is asked: each may have to be brought to its dictionary form.
    private static let mostRelations = 1_000

    /// - Parameter relations: of the word that was asked for; nil where nothing is to be said.
    init(
        _ answer: RelatedWords.Answer, of vectors: String, _ relations: WordRelations?,
        _ analyser: WordForms.Analyser
    ) {
        self.init(
            vectors: vectors, outOfVocabulary: !answer.reached.isEmpty,
            reachedBy: answer.reached.map(WordQuestions.Reached.init), recall: answer.isExact ? "exact" : "approximate",
            neighbours: answer.neighbours.enumerated().map { place, neighbour in
                let relation = place < Self.mostRelations ? relations?.relation(to: neighbour.word, analyser) : nil
                return .init(word: neighbour.word, similarity: neighbour.similarity, relation: relation?.rawValue)
            })
    }
}

extension ResponseError {
    init(_ error: RelatedWordsError) {
        switch error {
        case .unknown:
            self.init(
                .wordUnknown, error.description,
                hint: "look at its spelling; models/vocabulary lists the words, and other vectors may know it")
        case .noDirection:
            self.init(.wordUnknown, error.description, hint: "ask for other words, or weigh them otherwise")
        case .filter(name: "script", _):
            self.init(.invalidParams, error.description, hint: "name a Unicode script, such as hangul or latin")
        case .filter:
            self.init(.invalidParams, error.description, hint: "give a regular expression in the syntax of Python's re")
        case .dimensions(_, let expected):
            self.init(.invalidParams, error.description, hint: "give \"vector\" as \(expected) numbers")
        case .cutShort, .notFinite:
            self.init(
                .modelInvalid, error.description, hint: "import the vectors again, then ask again: models/reload")
        }
    }
}
