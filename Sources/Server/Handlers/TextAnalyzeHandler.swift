import JSONRPC
import LanguageFeatures
import ServerProtocol
import TextAnalysis

enum TextAnalyzeHandler: Handler {
    typealias Method = TextAnalyze

    /// The step of the normalisation that a model does.
    static let spacing = "spacing"

    /// Bytes of text that are as much work as `quickTextLimit` is to classify.
    private static func isShort(_ text: String, _ server: SluiceServer) -> Bool {
        text.utf8.count <= server.configuration.quickTextLimit / 4
    }

    static func intent(_ parameters: TextAnalyze.Parameters, _ server: SluiceServer) -> Intent {
        guard isShort(parameters.text, server), parameters.nbest == 1, parameters.normalize.isEmpty else {
            return .work
        }
        let language = parameters.language ?? LanguageIdentifier.language(of: parameters.text)?.language
        return server.analysers.isReady(language: language, parameters) ? .quick : .work
    }

    static func answer(
        _ parameters: TextAnalyze.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> TextAnalyze.Result {
        let text = parameters.text
        let options = try options(parameters, context.server)
        let language = parameters.language ?? LanguageIdentifier.language(of: text)?.language
        let analysed = try context.server.analysers.use(language: language, parameters) {
            (engine) throws(ResponseError) in
            do throws(TextAnalysisError) {
                return try TextAnalyzer(engine: engine, options: options).analyze(text, language: language)
            } catch {
                throw ResponseError(error)
            }
        }
        var result = AnalysisConversion(text, context.positionEncoding, parameters.include).result(analysed)
        if parameters.include.contains(.stopWords) {
            result.stopWords = .init(words: analysed.stopWords.sorted(), tags: analysed.stopTags.sorted())
        }
        return result
    }

    private static func options(
        _ parameters: TextAnalyze.Parameters, _ server: SluiceServer
    ) throws(ResponseError) -> AnalysisOptions {
        let configuration = server.configuration
        var options = AnalysisOptions()
        options.normalizer = try normalizer(parameters.normalize, server)
        options.decompounding =
            switch parameters.decompound {
            case .none: .none
            case .mixed: .mixed
            case .discard: .discard
            }
        options.stop.words = parameters.stop.words
        options.stop.added = configuration.stopWords.add + parameters.stop.add
        options.stop.removed = configuration.stopWords.remove + parameters.stop.remove
        options.stop.tags = parameters.stop.tags
        options.stop.areLeftOut = parameters.stop.drop
        options.wantsSentences = parameters.include.contains(.sentences)
        options.wantsTokens = parameters.include.contains(.morphemes)
        options.alternatives = parameters.nbest
        options.wantsLostUserWords = parameters.include.contains(.costs)
        return options
    }

    private static func normalizer(_ steps: [TextAnalyze.Step], _ server: SluiceServer) throws(ResponseError)
        -> Normalizer
    {
        var edits: [any TextEdit] = []
        for step in steps {
            if step == .named(Self.spacing) {
                if let restorer = try server.analysers.spaceRestorer() { edits.append(restorer) }
                continue
            }
            do throws(NormalizationError) {
                switch step {
                case .named(let name, let keep, let text):
                    edits.append(try NormalizationStep(name, keep: keep, with: text))
                case .replace(let pattern, let template):
                    edits.append(try NormalizationStep(replace: pattern, with: template))
                }
            } catch {
                throw ResponseError(TextAnalysisError.normalization(error))
            }
        }
        return Normalizer(steps: edits)
    }
}

extension ResponseError {
    init(_ error: TextAnalysisError) {
        switch error {
        case .normalization:
            self.init(
                .invalidParams, error.description,
                hint:
                    "the steps are \(NormalizationStep.names.joined(separator: ", ")), \(TextAnalyzeHandler.spacing), or {\"replace\": pattern, \"with\": text}"
            )
        case .morphology(.tooLarge):
            self.init(.tooLarge, error.description, hint: "send the text in pieces")
        case .morphology(.dictionaryCutShort):
            self.init(.modelInvalid, error.description, hint: "ask again: the dictionary is opened anew")
        }
    }
}
