import JSONRPC
import LanguageFeatures
import ServerProtocol

/// What the questions for neighbours have in common.
enum WordSearch {
    /// Numbers of a table up to which a search takes less than handing it to another thread does.
    private static let quickNumbers = 4_000_000

    /// - Parameter words: what is asked about, where that is known to be words; empty where it is not.
    static func intent(_ words: [String], _ search: WordQuestions.Search, _ server: SluiceServer) -> Intent {
        guard !words.isEmpty, search.filter == WordQuestions.Filter(), search.folding == nil,
            let table = server.models.ready(vectors: search.vectors, for: words)?.table,
            table.count * table.dimensions <= quickNumbers, words.allSatisfy({ table.words.index(of: $0) != nil })
        else { return .work }
        return .quick
    }

    /// - Parameter words: those that the neighbours are to be like.
    static func answer(
        _ query: RelatedWords.Query, _ words: [String], _ search: WordQuestions.Search, _ context: RequestContext
    ) throws(ResponseError) -> WordQuestions.Neighbours {
        let question = try RelatedWords.Question(query, search)
        let server = context.server
        let analyser = server.wordAnalyser
        return try server.models.use(vectors: search.vectors, for: words) { (name, related) throws(ResponseError) in
            let answer: RelatedWords.Answer
            do throws(RelatedWordsError) { answer = try related.neighbours(question, analyser) } catch {
                throw ResponseError(error)
            }
            try context.checkCancellation()
            let relations = search.relations ? server.relations(of: words, analyser) : nil
            return WordQuestions.Neighbours(answer, of: name, relations, analyser)
        }
    }

    static func understood<R>(_ body: () throws(RelatedWordsError) -> R) throws(ResponseError) -> R {
        do throws(RelatedWordsError) { return try body() } catch { throw ResponseError(error) }
    }
}

extension SluiceServer {
    /// What WordNet says of the one word that is asked for.
    fileprivate func relations(of words: [String], _ analyser: WordForms.Analyser) -> WordRelations? {
        guard words.count == 1, AnalysisLanguage.ofWord(words[0]) == "en", let thesaurus = analysers.thesaurus() else {
            return nil
        }
        let relations = WordRelations(of: words[0], in: thesaurus, analyser)
        return relations.isEmpty ? nil : relations
    }
}
