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
        let candidates = try snapshot.candidates(in: passage, at: offset, count: most, context)
        let items = candidates.enumerated().map { place, candidate in
            let range = snapshot.positions(of: passage.passage.documentRange(of: candidate.range))
            let digits = String(place)
            return Completion.Item(
                label: candidate.text, detail: candidate.detail,
                // What we rank is not sorted anew by the alphabet.
                sortText: String(repeating: "0", count: max(0, 4 - digits.count)) + digits,
                filterText: snapshot.document.string(in: passage.passage.documentRange(of: candidate.range)),
                edit: DocumentEdit(range: range, newText: candidate.text), data: ["word": .string(candidate.word)])
        }
        return Method.Result(.init(isIncomplete: true, items: items))
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
        var text = HoverText(isMarkdown: editing.client.readsMarkdown)
        text.word(context.server.analysers.morphemes(ofWord: word))
        text.related(editing.related(to: word, count: 8, context))
        guard !text.isEmpty else { return ResolvedItem(parameters.item, adding: []) }
        return ResolvedItem(parameters.item, adding: [("documentation", text.content.json)])
    }
}
