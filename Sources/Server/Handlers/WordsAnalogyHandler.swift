import JSONRPC
import LanguageFeatures
import ServerProtocol

enum WordsAnalogyHandler: JointHandler {
    typealias Method = WordsAnalogy

    static func intent(_ parameters: WordsAnalogy.Parameters, _ server: SluiceServer) -> Intent {
        WordSearch.intent([parameters.from, parameters.to, parameters.of], parameters.search, server)
    }

    static func key(_ parameters: WordsAnalogy.Parameters) -> String { parameters.search.vectors ?? "" }

    static func answers(
        _ requests: [(parameters: WordsAnalogy.Parameters, context: RequestContext)]
    ) -> [Result<WordQuestions.Neighbours, ResponseError>] {
        WordSearch.answers(
            requests.map { parameters, context in
                let terms = [
                    RelatedWords.Term(parameters.to), RelatedWords.Term(parameters.of),
                    RelatedWords.Term(parameters.from, weight: -1),
                ]
                return .init(
                    query: .sum(terms), words: [parameters.to, parameters.of], search: parameters.search,
                    context: context)
            })
    }
}
