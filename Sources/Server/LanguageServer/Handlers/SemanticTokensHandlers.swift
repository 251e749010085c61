import Documents
import JSONRPC
import ServerProtocol
import Settings

enum SemanticTokensHandler: DocumentHandler {
    typealias Method = SemanticTokens.Full

    static let feature = Feature.semanticTokens
    static let nothing = Method.Result(SemanticTokens.Tokens(resultID: nil, data: []))

    static func answer(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> Method.Result {
        let data = try snapshot.semanticTokens(of: snapshot.version.passages[...], context)
        return Method.Result(.init(resultID: snapshot.open.semanticTokens.keep(data), data: data))
    }
}

enum SemanticTokensDeltaHandler: DocumentHandler {
    typealias Method = SemanticTokens.FullDelta

    static let feature = Feature.semanticTokens
    static let nothing = Method.Result.all(SemanticTokens.Tokens(resultID: nil, data: []))

    static func answer(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> Method.Result {
        let data = try snapshot.semanticTokens(of: snapshot.version.passages[...], context)
        let answers = snapshot.open.semanticTokens
        guard let old = answers.data(of: parameters.previousResultID) else {
            return .all(.init(resultID: answers.keep(data), data: data))
        }
        return .delta(answers.change(from: old, to: data))
    }
}

enum SemanticTokensRangeHandler: DocumentHandler {
    typealias Method = SemanticTokens.InRange

    static let feature = Feature.semanticTokens
    static let nothing = Method.Result(SemanticTokens.Tokens(resultID: nil, data: []))

    static func answer(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> Method.Result {
        let range = snapshot.range(of: parameters.range)
        let data = try snapshot.semanticTokens(of: snapshot.version.passages(in: range), within: range, context)
        return Method.Result(.init(resultID: nil, data: data))
    }
}

extension DocumentSnapshot {
    /// The words of passages, as LSP writes them: each relative to the one before.
    ///
    /// - Parameter range: only those that it touches.
    fileprivate func semanticTokens(
        of passages: ArraySlice<ReadPassage>, within range: Range<Int>? = nil, _ context: RequestContext
    ) throws(ResponseError) -> SemanticTokens.Data {
        let reader = PassageReader(context.server, settings)
        try reader.readWords(passages.map(\.reading), while: { context.isWanted })
        try context.checkCancellation()
        var data: SemanticTokens.Data = []
        var positions = document.positions(in: unit)
        var last = TextPosition(line: 0, column: 0)
        for passage in passages {
            for word in try reader.words(of: passage.reading) {
                for place in passage.passage.places(of: word.range) {
                    if let range, place.upperBound <= range.lowerBound || place.lowerBound >= range.upperBound {
                        continue
                    }
                    let (start, end) = (positions(place.lowerBound), positions(place.upperBound))
                    guard start.line == end.line, end.column > start.column, last <= start else { continue }
                    let lines = start.line - last.line
                    data.append(UInt32(clamping: lines))
                    data.append(UInt32(clamping: lines == 0 ? start.column - last.column : start.column))
                    data.append(UInt32(clamping: end.column - start.column))
                    data.append(UInt32(word.kind.rawValue))
                    data.append(word.isUnknown ? 1 : 0)
                    last = start
                }
            }
        }
        return data
    }
}

extension Passage {
    /// Where a part of the passage's text stands in the document: in one place, unless marks lie within it.
    fileprivate func places(of range: Range<Int>) -> [Range<Int>] {
        let whole = documentRange(of: range)
        guard whole.count != range.count else { return [whole] }
        return segments.compactMap { segment in
            let place = segment.clamped(to: whole)
            return place.isEmpty ? nil : place
        }
    }
}
