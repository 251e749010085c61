import JSONRPC
import LanguageFeatures
import ServerProtocol

enum WordsSimilarHandler: Handler {
    typealias Method = WordsSimilar

    static func intent(_ parameters: WordsSimilar.Parameters, _ server: SluiceServer) -> Intent {
        let word: String? = if case .word(let word) = parameters.query { word } else { nil }
        return WordSearch.intent(word.map { [$0] } ?? [], parameters.search, server)
    }

    static func answer(
        _ parameters: WordsSimilar.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> WordQuestions.Neighbours {
        switch parameters.query {
        case .word(let word):
            return try WordSearch.answer(.word(word), [word], parameters.search, context)
        case .sum(let positive, let negative):
            let terms =
                positive.map { RelatedWords.Term($0.word, weight: Float($0.weight)) }
                + negative.map { RelatedWords.Term($0.word, weight: -Float($0.weight)) }
            return try WordSearch.answer(.sum(terms), positive.map(\.word), parameters.search, context)
        case .vector(let vector):
            return try WordSearch.answer(.vector(vector.map { Float($0) }), [], parameters.search, context)
        }
    }
}
