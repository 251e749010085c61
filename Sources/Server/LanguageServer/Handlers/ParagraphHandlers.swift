import Documents
import JSON
import JSONRPC
import LanguageFeatures
import ServerProtocol
import Settings

enum CodeLensesHandler: DocumentHandler {
    typealias Method = CodeLenses

    static let feature = Feature.codeLens
    static let readsAll = true
    static let nothing = Method.Result([])

    static func answer(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> Method.Result {
        var lenses: [CodeLenses.Lens] = []
        var positions = snapshot.document.positions(in: snapshot.unit)
        for (passage, label) in try snapshot.labels(of: snapshot.version.passages[...], context) {
            guard let label else { continue }
            let start = Position(positions(passage.passage.range.lowerBound))
            lenses.append(
                .init(
                    range: PositionRange(start: start, end: start),
                    command: Command(
                        title: label.text, command: EditorCommand.explainLabel.rawValue,
                        arguments: [.string(snapshot.uri), start.json])))
        }
        return Several(lenses)
    }
}

enum InlayHintsHandler: DocumentHandler {
    typealias Method = InlayHints

    static let feature = Feature.inlayHints
    static let nothing = Method.Result([])

    static func answer(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> Method.Result {
        let passages = snapshot.version.passages(in: snapshot.range(of: parameters.range))
        let reader = PassageReader(context.server, snapshot.settings)
        var hints: [InlayHints.Hint] = []
        var positions = snapshot.document.positions(in: snapshot.unit)
        for (passage, label) in try snapshot.labels(of: passages, context) {
            guard let label else { continue }
            hints.append(
                .init(
                    position: Position(positions(passage.passage.range.upperBound)), label: label.text,
                    tooltip: reader.labelModel))
        }
        return Several(hints)
    }
}

enum DocumentSymbolsHandler: DocumentHandler {
    typealias Method = DocumentSymbols

    static let feature = Feature.documentSymbols
    static let readsAll = true
    static let nothing = Method.Result([])

    /// Characters of a paragraph that stand for it.
    private static let nameLength = 40

    static func answer(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> Method.Result {
        var positions = snapshot.document.positions(in: snapshot.unit)
        return Several(
            try snapshot.labels(of: snapshot.version.passages[...], context).compactMap { passage, label in
                let name = Self.name(of: passage.reading.text)
                guard !name.isEmpty else { return nil }
                let range = passage.passage.range
                let whole = PositionRange(
                    start: Position(positions(range.lowerBound)), end: Position(positions(range.upperBound)))
                return .init(
                    name: name, detail: label?.text, range: whole,
                    selection: PositionRange(start: whole.start, end: whole.start))
            })
    }

    private static func name(of text: String) -> String {
        let line = text.drop { $0.isWhitespace }.prefix { !$0.isNewline }
        guard line.count > nameLength else { return String(line) }
        return line.prefix(nameLength - 1) + "…"
    }
}

extension Classification.Score {
    /// As editors show it: `negative 0.93`.
    var text: String { "\(label) \(FindingRule.twoDecimals(probability))" }
}

extension Double {
    /// 0.93, and 1.00 of what is nearly sure.
    var inHundredths: String {
        let hundredths = Int((self * 100).rounded())
        let rest = String(abs(hundredths) % 100)
        return (hundredths < 0 ? "-" : "") + "\(abs(hundredths) / 100)." + (rest.count < 2 ? "0" : "") + rest
    }
}

extension DocumentSnapshot {
    /// The most probable label of each passage that the model of labels reads; none of any where there is no such model,
    /// which the person is told once.
    func labels(
        of passages: ArraySlice<ReadPassage>, _ context: RequestContext
    ) throws(ResponseError) -> [(ReadPassage, Classification.Score?)] {
        let reader = PassageReader(context.server, settings)
        var answers: [Classification?] = []
        do throws(ResponseError) {
            answers =
                try reader.labels(of: passages.map(\.reading), by: reader.labelModel, while: { context.isWanted })
                .answers
        } catch {
            session.complain(error, about: reader.labelModel)
        }
        try context.checkCancellation()
        return passages.enumerated().map { place, passage in
            (passage, place < answers.count ? answers[place]?.labels.first : nil)
        }
    }
}
