import JSON
import JSONRPC
import LanguageFeatures
import ServerProtocol

enum WordsVectorHandler: Handler {
    typealias Method = WordsVector

    static func intent(_ parameters: WordsVector.Parameters, _ server: SluiceServer) -> Intent {
        WordComparison.intent([parameters.word], parameters.vectors, server)
    }

    static func answer(
        _ parameters: WordsVector.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> WordsVector.Result {
        let server = context.server
        let word = parameters.word
        return try server.models.use(vectors: parameters.vectors, for: [word]) {
            (name, related) throws(ResponseError) in
            let found = try WordSearch.understood { () throws(RelatedWordsError) in
                try related.vector(of: word, server.wordAnalyser)
            }
            return WordsVector.Result(
                vectors: name, vector: found.vector.map(Double.init(shortest:)), outOfVocabulary: found.reached != nil,
                reachedBy: found.reached.map { [WordQuestions.Reached($0)] } ?? [])
        }
    }
}
