import JSON
import JSONRPC
import LanguageFeatures
import ServerProtocol

enum WordsCompareHandler: Handler {
    typealias Method = WordsCompare

    static func intent(_ parameters: WordsCompare.Parameters, _ server: SluiceServer) -> Intent {
        WordComparison.intent(parameters.a + parameters.b, parameters.vectors, server)
    }

    static func answer(
        _ parameters: WordsCompare.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> WordsCompare.Result {
        let server = context.server
        let words = parameters.a + parameters.b
        return try server.models.use(vectors: parameters.vectors, for: words) { (name, related) throws(ResponseError) in
            let answer = try WordSearch.understood { () throws(RelatedWordsError) in
                try related.similarity(parameters.a, parameters.b, server.wordAnalyser)
            }
            return WordsCompare.Result(
                vectors: name, similarity: Double(shortest: answer.similarity),
                outOfVocabulary: !answer.reached.isEmpty,
                reachedBy: answer.reached.map(WordQuestions.Reached.init))
        }
    }
}
