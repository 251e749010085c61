import JSON
import JSONRPC
import LanguageFeatures
import ServerProtocol

enum WordsOutlierHandler: Handler {
    typealias Method = WordsOutlier

    static func intent(_ parameters: WordsOutlier.Parameters, _ server: SluiceServer) -> Intent {
        WordComparison.intent(parameters.words, parameters.vectors, server)
    }

    static func answer(
        _ parameters: WordsOutlier.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> WordsOutlier.Result {
        let server = context.server
        let words = parameters.words
        return try server.models.use(vectors: parameters.vectors, for: words) { (name, related) throws(ResponseError) in
            let answer = try WordSearch.understood { () throws(RelatedWordsError) in
                try related.outlier(words, server.wordAnalyser)
            }
            return WordsOutlier.Result(
                vectors: name, word: words[answer.index], similarities: answer.similarities.map(Double.init(shortest:)),
                outOfVocabulary: !answer.reached.isEmpty, reachedBy: answer.reached.map(WordQuestions.Reached.init))
        }
    }
}
