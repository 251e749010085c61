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
        Method.Result(try snapshot.semanticTokens(try snapshot.readWords(context)))
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
        let (reader, passages) = try snapshot.readWords(context)
        let answers = snapshot.open.semanticTokens
        guard let old = answers.answer(named: parameters.previousResultID),
            let changes = try TokenChanges(from: old, to: snapshot.document, passages, in: snapshot.unit, reader)
        else { return .all(try snapshot.semanticTokens((reader, passages))) }
        return .delta(.init(resultID: answers.keep(changes.answer), edits: changes.edits))
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
        var writer = TokenWriter(snapshot.document, in: snapshot.unit, reader)
        try writer.write(passages, within: range)
        return Method.Result(.init(resultID: nil, data: writer.data))
    }
}

extension DocumentSnapshot {
    fileprivate typealias Words = (reader: PassageReader, passages: [ReadPassage])

    /// Finds the words of all passages.
    fileprivate func readWords(_ context: RequestContext) throws(ResponseError) -> Words {
        let reader = PassageReader(context.server, settings)
        let passages = version.passages
        try reader.readWords(passages.map(\.reading), while: { context.isWanted })
        try context.checkCancellation()
        return (reader, passages)
    }

    /// All tokens, which a later request may name.
    fileprivate func semanticTokens(_ words: Words) throws(ResponseError) -> SemanticTokens.Tokens {
        var writer = TokenWriter(document, in: unit, words.reader)
        try writer.write(words.passages[...])
        let id = open.semanticTokens.keep(
            .init(
                analyser: words.reader.analyserKey, document: document, passages: words.passages,
                starts: writer.starts, count: writer.data.count))
        return SemanticTokens.Tokens(resultID: id, data: writer.data)
    }
}
