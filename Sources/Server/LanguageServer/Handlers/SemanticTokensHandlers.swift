import Documents
import JSONRPC
import ServerProtocol
import Settings

enum SemanticTokensHandler: DocumentHandler {
    typealias Method = SemanticTokens.Full

    static let feature = Feature.semanticTokens
    static let readsAll = true
    static let nothing = Method.Result(SemanticTokens.Tokens(resultID: nil, data: []))

    static func answer(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> Method.Result {
        let answer = try snapshot.semanticTokens(context)
        return Method.Result(.init(resultID: snapshot.open.semanticTokens.keep(answer), data: answer.data))
    }
}

enum SemanticTokensDeltaHandler: DocumentHandler {
    typealias Method = SemanticTokens.FullDelta

    static let feature = Feature.semanticTokens
    static let readsAll = true
    static let nothing = Method.Result.all(SemanticTokens.Tokens(resultID: nil, data: []))

    static func answer(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> Method.Result {
        let answers = snapshot.open.semanticTokens
        let old = answers.data(of: parameters.previousResultID)
        let answer = try snapshot.semanticTokens(context)
        let id = answers.keep(answer)
        guard let old else { return .all(.init(resultID: id, data: answer.data)) }
        return .delta(.init(resultID: id, edits: SemanticTokenAnswers.edits(from: old, to: answer.data)))
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
        let reader = PassageReader(context.server, snapshot.settings)
        let passages = snapshot.version.passages(in: range)
        try reader.readWords(passages.map(\.reading), while: { context.isWanted })
        try context.checkCancellation()
        var writer = TokenWriter(snapshot, reader)
        try writer.write(passages, within: range)
        return Method.Result(.init(resultID: nil, data: writer.answer.data))
    }
}

extension DocumentSnapshot {
    /// The tokens of all passages.
    fileprivate func semanticTokens(_ context: RequestContext) throws(ResponseError) -> SemanticTokenAnswers.Answer {
        let reader = PassageReader(context.server, settings)
        let passages = version.passages
        try reader.readWords(passages.map(\.reading), while: { context.isWanted })
        try context.checkCancellation()
        var writer = TokenWriter(self, reader)
        let earlier = open.semanticTokens.last
        // Another analyser finds other words in the same text.
        if earlier.analyser == reader.analyserKey {
            try writer.write(passages, knowing: earlier)
        } else {
            try writer.write(passages[...])
        }
        return writer.answer
    }
}
