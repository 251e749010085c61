import JSONRPC
import LanguageFeatures
import Models
import ServerProtocol

enum TextTranslateHandler: Handler {
    typealias Method = TextTranslate

    /// How much is written is not seen from the text.
    static func intent(_ parameters: TextTranslate.Parameters, _ server: SluiceServer) -> Intent { .work }

    static func answer(
        _ parameters: TextTranslate.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> TextTranslate.Result {
        let text = parameters.text
        return try context.server.models.use(parameters.model, for: text, to: .translate) {
            (model) throws(ResponseError) in
            let translator = Translator(model: model.model)
            if parameters.attention, !translator.attends {
                throw ResponseError(
                    .invalidParams, "the model \"\(model.name)\" has no attention to show",
                    hint: "leave \"attention\" out, or train with a recipe that has an Attention in its decoder")
            }
            let answer: Translation?
            do throws(TranslationError) {
                answer = try translator.translate(
                    text, beam: parameters.beam ?? 1, attention: parameters.attention,
                    sharesLimit: context.server.configuration.explainedValuesLimit, while: { context.isWanted })
            } catch {
                throw ResponseError(error)
            }
            guard let answer else {
                try context.checkCancellation()
                throw .stopping
            }
            return TextTranslate.Result(
                model: model.name, text: answer.text, probability: answer.probability, complete: answer.isComplete,
                unknown: answer.unknown, truncated: answer.truncated,
                attention: answer.attention.map { .init($0, of: text, context.positionEncoding) })
        }
    }
}

extension ResponseError {
    fileprivate init(_ error: TranslationError) {
        let code: Code =
            switch error {
            case .tooManyShares: .tooLarge
            case .nothingProbable, .network: .modelInvalid
            }
        self.init(code, error.description, hint: error.hint)
    }
}

extension TextTranslate.Attention {
    fileprivate init(_ attention: Translation.Attention, of text: String, _ encoding: PositionEncoding) {
        let utf8 = Array(text.utf8)
        var offsets = TextOffsets(text, in: encoding)
        self.init(
            read: attention.read.map { range in
                Token(
                    text: String(decoding: utf8[range], as: UTF8.self), start: offsets(range.lowerBound),
                    end: offsets(range.upperBound))
            },
            written: attention.written, shares: attention.shares)
    }
}
