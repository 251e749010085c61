import Documents
import JSON
import JSONRPC
import LanguageFeatures
import ServerProtocol
import Settings

enum CompletionHandler: DocumentHandler {
    typealias Method = Completion

    static let feature = Feature.completion
    static let nothing = Method.Result(nil)

    private static let most = 50

    static func answer(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> Method.Result {
        guard let (passage, offset) = snapshot.version.passage(at: snapshot.offset(of: parameters.position)) else {
            return nothing
        }
        let candidates = try candidates(passage, offset, snapshot, context)
        let items = candidates.enumerated().map { place, candidate in
            let range = snapshot.positions(of: passage.passage.documentRange(of: candidate.range))
            let digits = String(place)
            return Completion.Item(
                label: candidate.text, detail: candidate.detail,
                // What we rank is not sorted anew by the alphabet.
                sortText: String(repeating: "0", count: max(0, 4 - digits.count)) + digits,
                filterText: snapshot.document.string(in: passage.passage.documentRange(of: candidate.range)),
                edit: DocumentEdit(range: range, newText: candidate.text),
                data: ["word": .string(candidate.word), "uri": .string(snapshot.uri)])
        }
        return Method.Result(.init(isIncomplete: true, items: items))
    }

    private static func candidates(
        _ passage: ReadPassage, _ offset: Int, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> [WordCompletion.Candidate] {
        let server = context.server
        let reader = PassageReader(server, snapshot.settings)
        let place = WordCompletion.Place(
            passage: passage.reading.text, cursor: offset, morphemes: try reader.morphemes(of: passage.reading),
            language: passage.reading.language)
        let words = snapshot.open.words(of: snapshot.version)
        do throws(ResponseError) {
            let vectors = snapshot.settings.vectors
            let about = passage.reading.text
            return try server.models.use(server.models.name(ofVectors: vectors, for: [about])) {
                (model) throws(ResponseError) in
                try context.checkCancellation()
                return model.completion?.candidates(
                    at: place, document: words, count: most, server.wordAnalyser, while: { context.isWanted })
                    ?? WordCompletion.candidates(at: place, document: words, count: most)
            }
        } catch {
            if let vectors = snapshot.settings.vectors, error.code != .requestCancelled {
                snapshot.session.complain(error, about: vectors)
            }
            return WordCompletion.candidates(at: place, document: words, count: most)
        }
    }
}

extension WordCompletion.Candidate {
    fileprivate var detail: String {
        switch source {
        case .vocabulary: "vocabulary"
        case .document: "this document"
        case .related(let similarity): "related \(Double(similarity).inHundredths)"
        }
    }
}

enum CompletionResolveHandler: Handler {
    typealias Method = CompletionResolve

    static func intent(_ parameters: WholeItem, _ server: SluiceServer) -> Intent { .work }

    static func answer(_ parameters: WholeItem, _ context: RequestContext) throws(ResponseError) -> ResolvedItem {
        guard let editing = context.editing, let word = parameters.item["data"]?["word"]?.string else {
            return ResolvedItem(parameters.item, adding: [])
        }
        var text = HoverText(isMarkdown: editing.client.documentsInMarkdown)
        text.word(context.server.analysers.morphemes(ofWord: word))
        let settings = editing.settings.settings(of: parameters.item["data"]?["uri"]?.string ?? "")
        text.related(editing.related(to: word, settings, count: 8) { context.isWanted })
        guard !text.isEmpty else { return ResolvedItem(parameters.item, adding: []) }
        let documentation = editing.client.documentsInMarkdown ? text.content.json : .string(text.content.value)
        return ResolvedItem(parameters.item, adding: [("documentation", documentation)])
    }
}
