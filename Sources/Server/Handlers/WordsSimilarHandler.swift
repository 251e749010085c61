import JSONRPC
import LanguageFeatures
import ServerProtocol

enum WordsSimilarHandler: WordSearchHandler {
    typealias Method = WordsSimilar

    static func intent(_ parameters: WordsSimilar.Parameters, _ server: SluiceServer) -> Intent {
        let word: String? = if case .word(let word) = parameters.query { word } else { nil }
        return WordSearch.intent(word.map { [$0] } ?? [], parameters.search, server)
    }

    static func search(_ parameters: WordsSimilar.Parameters) -> WordQuestions.Search { parameters.search }

    static func request(_ parameters: WordsSimilar.Parameters, _ context: RequestContext) -> WordSearch.Request {
        let (query, words) = query(parameters.query)
        return .init(query: query, words: words, search: parameters.search, context: context)
    }

    private static func query(_ query: WordsSimilar.Query) -> (RelatedWords.Query, words: [String]) {
        switch query {
        case .word(let word): return (.word(word), [word])
        case .vector(let vector): return (.vector(vector.map { Float($0) }), [])
        case .sum(let positive, let negative):
            let terms =
                positive.map { RelatedWords.Term($0.word, weight: Float($0.weight)) }
                + negative.map { RelatedWords.Term($0.word, weight: -Float($0.weight)) }
            return (.sum(terms), positive.map(\.word))
        }
    }
}
