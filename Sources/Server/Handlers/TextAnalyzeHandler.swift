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
        let language = parameters.language ?? AnalysisLanguage.of(parameters.text)
        return server.analysers.isReady(language: language, parameters) ? .quick : .work
    }

    static func answer(
        _ parameters: TextAnalyze.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> TextAnalyze.Result {
        let text = parameters.text
        let limit = context.server.configuration.analyzedBytesLimit
        // Every analysis beside the first is found by a search that takes more than the text's own.
        let work = text.utf8.count.multipliedReportingOverflow(by: parameters.nbest == 1 ? 1 : 8 * parameters.nbest)
        guard !work.overflow, work.partialValue <= limit else {
            throw ResponseError(
                .tooLarge,
                "\(text.utf8.count) bytes came to be analysed in \(parameters.nbest) ways, expected at most "
                    + "\(parameters.nbest == 1 ? limit : limit / (8 * parameters.nbest)) bytes",
                hint: parameters.nbest == 1
                    ? "send the text in pieces" : "send a shorter text, or ask for fewer analyses")
        }
        let options = try options(parameters, context.server)
        let language = parameters.language ?? AnalysisLanguage.of(text)
        var warnings: [String] = []
        let analysed = try context.server.analysers.use(language: language, parameters) {
            (engine) throws(ResponseError) in
            if parameters.hasUserWords, !(engine is DictionaryEngine) {
                warnings.append(
                    "the user words are without effect: dictionaries have them, and \(engine.name) answered")
            }
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
        result.warnings = warnings
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
        // The configuration first, then the request.
        let (add, remove) = (parameters.stop.add, parameters.stop.remove)
        options.stop.added = configuration.stopWords.add.filter { !remove.contains($0) } + add
        options.stop.removed = configuration.stopWords.remove.filter { !add.contains($0) } + remove
        options.stop.tags = parameters.stop.tags
        options.stop.areLeftOut = parameters.stop.drop
        options.segments = Set(parameters.include.compactMap { Partition($0) })
        options.wantsTokens = parameters.include.contains(.morphemes)
        options.alternatives = parameters.nbest
        options.wantsLostUserWords = parameters.include.contains(.costs)
        return options
    }

    private static func normalizer(_ steps: [TextAnalyze.Step], _ server: SluiceServer) throws(ResponseError)
        -> Normalizer
    {
        var edits: [any TextEdit] = []
        for (index, step) in steps.enumerated() {
            do throws(NormalizationError) {
                switch step {
                case .named(Self.spacing, let keep, let text):
                    guard keep == nil, text == nil else {
                        throw .invalidOption(
                            step: Self.spacing, option: keep == nil ? "with" : "keep", came: "given",
                            needed: "nothing: the step has no options")
                    }
                    if let restorer = server.analysers.spaceRestorer() { edits.append(restorer) }
                case .named(let name, let keep, let text):
                    edits.append(try NormalizationStep(name, keep: keep, with: text))
                case .replace(let pattern, let template):
                    edits.append(try NormalizationStep(replace: pattern, with: template))
                }
            } catch {
                throw ResponseError(
                    .invalidParams, "normalize[\(index)]: \(error)", hint: ResponseError.hint(of: error))
            }
        }
        return Normalizer(steps: edits)
    }
}

extension ResponseError {
    init(_ error: TextAnalysisError) {
        switch error {
        case .normalization(let cause):
            self.init(.invalidParams, error.description, hint: Self.hint(of: cause))
        case .morphology(.tooLarge), .morphology(.tooManyWords):
            self.init(.tooLarge, error.description, hint: "send the text in pieces")
        case .morphology(.dictionaryCutShort):
            self.init(.modelInvalid, error.description, hint: "ask again: the dictionary is opened anew")
        }
    }

    fileprivate static func hint(of error: NormalizationError) -> String {
        switch error {
        case .regularExpression: "mend the pattern; METHODS.md says what patterns may have"
        case .resultTooLong: "replace by less, or send the text in pieces"
        case .unknownStep, .invalidOption:
            "the steps are \(NormalizationStep.names.joined(separator: ", ")), \(TextAnalyzeHandler.spacing), or "
                + #"{"replace": pattern, "with": text}"#
        }
    }
}
