import JSONRPC
import LanguageFeatures
import ServerProtocol

enum WordsAnalogyHandler: Handler {
    typealias Method = WordsAnalogy

    static func intent(_ parameters: WordsAnalogy.Parameters, _ server: SluiceServer) -> Intent {
        WordSearch.intent([parameters.from, parameters.to, parameters.of], parameters.search, server)
    }

    static func answer(
        _ parameters: WordsAnalogy.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> WordQuestions.Neighbours {
        let terms = [
            RelatedWords.Term(parameters.to), RelatedWords.Term(parameters.of),
            RelatedWords.Term(parameters.from, weight: -1),
        ]
        return try WordSearch.answer(.sum(terms), [parameters.to, parameters.of], parameters.search, context)
    }
}
