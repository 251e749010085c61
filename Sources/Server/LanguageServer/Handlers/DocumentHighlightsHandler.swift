import Documents
import JSONRPC
import ServerProtocol
import Settings

enum DocumentHighlightsHandler: DocumentHandler {
    typealias Method = DocumentHighlights

    static let feature = Feature.documentHighlight
    static let readsAll = true
    static let nothing = Method.Result([])

    static func answer(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> Method.Result {
        let reader = PassageReader(context.server, snapshot.settings)
        guard let (passage, offset) = snapshot.version.passage(at: snapshot.offset(of: parameters.position)),
            let word = try reader.words(of: passage.reading).word(at: offset)
        else { return nothing }
        let passages = snapshot.version.passages
        try reader.readWords(passages.map(\.reading), while: { context.isWanted })
        try context.checkCancellation()
        var positions = snapshot.document.positions(in: snapshot.unit)
        var highlights: [DocumentHighlights.Highlight] = []
        for passage in passages {
            for other in try reader.words(of: passage.reading) where other.lemma == word.lemma {
                let range = passage.passage.documentRange(of: other.range)
                highlights.append(
                    .init(
                        range: PositionRange(
                            start: Position(positions(range.lowerBound)), end: Position(positions(range.upperBound)))))
            }
        }
        return Several(highlights)
    }
}

extension [PassageReading.Word] {
    /// The word around an offset, else the one that ends there.
    func word(at offset: Int) -> PassageReading.Word? {
        first { $0.range.contains(offset) } ?? first { $0.range.upperBound == offset }
    }
}
