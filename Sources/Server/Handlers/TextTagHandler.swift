import JSONRPC
import LanguageFeatures
import Models
import ServerProtocol

enum TextTagHandler: Handler {
    typealias Method = TextTag

    /// A tagger weighs all its tags against each other at every step: as much work as so many bytes to classify.
    private static let costOfByte = 8

    static func intent(_ parameters: TextTag.Parameters, _ server: SluiceServer) -> Intent {
        let isShort = parameters.text.utf8.count <= server.configuration.quickTextLimit / costOfByte
        return isShort && server.models.isReady(parameters.model, for: parameters.text, to: .tag) ? .quick : .work
    }

    static func answer(
        _ parameters: TextTag.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> TextTag.Result {
        let text = parameters.text
        return try context.server.models.use(parameters.model, for: text, to: .tag) { (model) throws(ResponseError) in
            guard let tagger = model.tagger else {
                throw .wrongTask(
                    model.name, is: model.model.task.rawValue, wanted: Model.Task.tag.rawValue)
            }
            let answer = tagger.tag(text)
            // The tags of the best sequence are not all impossible, but where the scores are not finite.
            guard answer.tokens.isEmpty || answer.tokens.contains(where: { $0.probability > 0 }) else {
                throw .notFinite
            }
            let utf8 = Array(text.utf8)
            func part(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }
            var offsets = TextOffsets(text, in: context.positionEncoding)
            let tokens = answer.tokens.map { token in
                TextTag.Token(
                    text: part(token.range), start: offsets(token.range.lowerBound),
                    end: offsets(token.range.upperBound), tag: token.tag, probability: token.probability)
            }
            let spans = answer.spans.map { span in
                TextTag.Span(
                    type: span.type, start: tokens[span.tokens.lowerBound].start,
                    end: tokens[span.tokens.upperBound - 1].end, text: part(span.range),
                    probability: span.probability)
            }
            return TextTag.Result(
                model: model.name, tokens: tokens, spans: spans, respaced: answer.respaced, unknown: answer.unknown,
                truncated: answer.truncated)
        }
    }
}
