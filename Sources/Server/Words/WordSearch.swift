import JSONRPC
import LanguageFeatures
import ServerProtocol

/// Answers a question for neighbours.
protocol WordSearchHandler: JointHandler where Method.Result == WordQuestions.Neighbours {
    static func search(_ parameters: Method.Parameters) -> WordQuestions.Search
    static func request(_ parameters: Method.Parameters, _ context: RequestContext) -> WordSearch.Request
}

extension WordSearchHandler {
    static func key(_ parameters: Method.Parameters) -> String { search(parameters).vectors ?? "" }

    static func answer(
        _ parameters: Method.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> WordQuestions.Neighbours {
        try WordSearch.answer(request(parameters, context))
    }

    static func answers(
        _ requests: [(parameters: Method.Parameters, context: RequestContext)]
    ) -> [Result<WordQuestions.Neighbours, ResponseError>] {
        WordSearch.answers(requests.map { request($0.parameters, $0.context) })
    }
}

/// What the questions for neighbours have in common.
enum WordSearch {
    /// Numbers of a table up to which a search takes less than handing it to another thread does.
    private static let quickNumbers = 4_000_000
    /// And up to which it takes about a millisecond, for which nobody else need be let go first where there is nobody: two
    /// threads that have to be woken cost a fifth of it.
    private static let quickNumbersAlone = 24_000_000

    /// Neighbours up to which sorting them is little beside the search.
    private static let quickTop = 100

    /// - Parameter words: what is asked about, where that is known to be words; empty where it is not.
    static func intent(_ words: [String], _ search: WordQuestions.Search, _ server: SluiceServer) -> Intent {
        guard !words.isEmpty, search.filter == nil, search.folding == nil, search.top <= quickTop,
            !search.relations || server.hasNoRelations(of: words),
            let related = server.models.ready(vectors: search.vectors, for: words),
            related.size <= (server.isAlmostIdle ? quickNumbersAlone : quickNumbers),
            related.lists(words)
        else { return .work }
        return .quick
    }

    /// A question for neighbours, as a request has it.
    struct Request {
        var query: RelatedWords.Query
        /// Those that the neighbours are to be like.
        var words: [String]
        var search: WordQuestions.Search
        var context: RequestContext
    }

    static func answer(_ request: Request) throws(ResponseError) -> WordQuestions.Neighbours {
        let server = request.context.server
        let analyser = server.wordAnalyser
        return try server.models.use(vectors: request.search.vectors, for: request.words) {
            (name, related) throws(ResponseError) in
            let question = try question(request)
            let answer = try understood { () throws(RelatedWordsError) in try related.neighbours(question, analyser) }
            return try neighbours(answer, of: name, to: request, analyser)
        }
    }

    /// One answer for each, in their order. Those that ask the same vectors share passes over them.
    static func answers(_ requests: [Request]) -> [Result<WordQuestions.Neighbours, ResponseError>] {
        guard let first = requests.first else { return [] }
        let server = first.context.server
        let names = requests.map { request in
            Result { () throws(ResponseError) in
                try server.models.name(ofVectors: request.search.vectors, for: request.words)
            }
        }
        var answers = [Result<WordQuestions.Neighbours, ResponseError>?](repeating: nil, count: requests.count)
        for (place, name) in names.enumerated() where answers[place] == nil {
            do throws(ResponseError) {
                let name = try name.get()
                let places = names.indices.filter { (try? names[$0].get()) == name }
                for (place, answer) in zip(places, try Self.answers(places.map { requests[$0] }, of: name)) {
                    answers[place] = answer
                }
            } catch {
                answers[place] = .failure(error)
            }
        }
        return answers.map { $0 ?? .failure(.stopping) }
    }

    private static func answers(
        _ requests: [Request], of vectors: String
    ) throws(ResponseError) -> [Result<WordQuestions.Neighbours, ResponseError>] {
        guard let server = requests.first?.context.server else { return [] }
        let analyser = server.wordAnalyser
        return try server.models.use(vectors: vectors, for: []) { (name, related) throws(ResponseError) in
            let questions = requests.map { request in
                Result { () throws(ResponseError) in try question(request) }
            }
            var found = related.neighbours(questions.compactMap { try? $0.get() }, analyser).makeIterator()
            return zip(requests, questions).map { request, question in
                Result { () throws(ResponseError) in
                    _ = try question.get()
                    guard let result = found.next() else { throw .stopping }
                    let answer = try understood { () throws(RelatedWordsError) in try result.get() }
                    return try neighbours(answer, of: name, to: request, analyser)
                }
            }
        }
    }

    private static func question(_ request: Request) throws(ResponseError) -> RelatedWords.Question {
        var question = try RelatedWords.Question(request.query, request.search)
        question.isWanted = { [cancellation = request.context.cancellation] in !cancellation.isCancelled }
        return question
    }

    private static func neighbours(
        _ answer: RelatedWords.Answer, of vectors: String, to request: Request, _ analyser: WordForms.Analyser
    ) throws(ResponseError) -> WordQuestions.Neighbours {
        try request.context.checkCancellation()
        let relations =
            request.search.relations ? request.context.server.relations(of: request.words, analyser) : nil
        return WordQuestions.Neighbours(answer, of: vectors, relations, analyser)
    }

    static func understood<R>(_ body: () throws(RelatedWordsError) -> R) throws(ResponseError) -> R {
        do throws(RelatedWordsError) { return try body() } catch { throw ResponseError(error) }
    }
}

extension SluiceServer {
    /// Whether WordNet has nothing to say of such a question.
    fileprivate func hasNoRelations(of words: [String]) -> Bool {
        configuration.wordNetFolder == nil || words.count != 1 || AnalysisLanguage.ofWord(words[0]) != "en"
    }

    /// What WordNet says of the one word that is asked for.
    fileprivate func relations(of words: [String], _ analyser: WordForms.Analyser) -> WordRelations? {
        guard !hasNoRelations(of: words), let thesaurus = analysers.thesaurus() else { return nil }
        let relations = WordRelations(of: words[0], in: thesaurus, analyser)
        return relations.isEmpty ? nil : relations
    }
}
