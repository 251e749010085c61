import JSONRPC
import LanguageFeatures
import ServerProtocol

enum WordsAnalogyHandler: WordSearchHandler {
    typealias Method = WordsAnalogy

    static func intent(_ parameters: WordsAnalogy.Parameters, _ server: SluiceServer) -> Intent {
        WordSearch.intent([parameters.from, parameters.to, parameters.of], parameters.search, server)
    }

    static func search(_ parameters: WordsAnalogy.Parameters) -> WordQuestions.Search { parameters.search }

    static func request(_ parameters: WordsAnalogy.Parameters, _ context: RequestContext) -> WordSearch.Request {
        let terms = [
            RelatedWords.Term(parameters.to), RelatedWords.Term(parameters.of),
            RelatedWords.Term(parameters.from, weight: -1),
        ]
        return .init(
            query: .sum(terms), words: [parameters.to, parameters.of], search: parameters.search, context: context)
    }
}
