import JSONRPC
import LanguageFeatures
import Models
import ServerProtocol
import TextAnalysis

enum TextVectorizeHandler: Handler {
    typealias Method = TextVectorize

    /// Bytes of texts from which on a request is long: minutes of work, at worst.
    private static let longTexts = 8 << 20

    static func intent(
        _ parameters: TextVectorize.Parameters, _ server: SluiceServer
    ) throws(ResponseError) -> Intent {
        let limit = server.configuration.textsLimit
        guard parameters.texts.count <= limit else {
            throw ResponseError(
                .tooLarge, "\(parameters.texts.count) texts came, expected at most \(limit)",
                hint: parameters.less)
        }
        let bytes = parameters.texts.reduce(0) { $0 + $1.utf8.count }
        if bytes > longTexts { return .long }
        guard case .stored(let name) = parameters.vectorizer, bytes <= server.configuration.quickTextLimit else {
            return .work
        }
        return server.models.isReady(vectorizer: name) ? .quick : .work
    }

    static func answer(
        _ parameters: TextVectorize.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> TextVectorize.Result {
        let server = context.server
        switch parameters.vectorizer {
        case .stored(let name):
            return try server.models.use(vectorizer: name) { (stored) throws(ResponseError) in
                try use(server, parameters, morphemes: stored.vectorizer.sourceName != nil) {
                    (vectorizer) throws(VectorizerError) in
                    try TextVectorize.Result(
                        vectorizer.rows(
                            of: parameters.texts, by: stored.vectorizer, withVocabulary: parameters.vocabulary),
                        of: stored.name, parameters, server)
                }
            }
        case .fitted(let object):
            let request: VectorizerCoding.Request
            do throws(FieldError) { request = try VectorizerCoding.decode(object) } catch {
                throw ResponseError(.invalidParams, error.description, hint: VectorizerCoding.hint(object))
            }
            let terms = TextVectorizer.termEstimate(request, of: parameters.texts)
            guard terms <= server.configuration.fittedTermsLimit else {
                throw ResponseError(
                    .tooLarge,
                    "the texts have about \(terms) terms, expected at most \(server.configuration.fittedTermsLimit)",
                    hint: parameters.less)
            }
            let wantsMorphemes = TextVectorizer.wantsMorphemes(request, of: parameters.texts)
            return try use(server, parameters, morphemes: wantsMorphemes) { (vectorizer) throws(VectorizerError) in
                try TextVectorize.Result(
                    vectorizer.rows(
                        of: parameters.texts, fitting: request,
                        threads: server.configuration.workers ?? Processor.usableCores),
                    of: nil, parameters, server)
            }
        }
    }

    /// - Parameter morphemes: whether what finds the morphemes of Korean is needed.
    private static func use<R>(
        _ server: SluiceServer, _ parameters: TextVectorize.Parameters, morphemes: Bool,
        _ body: (TextVectorizer) throws(VectorizerError) -> R
    ) throws(ResponseError) -> R {
        func answer(_ source: EngineTerms?) throws(ResponseError) -> R {
            do throws(VectorizerError) { return try body(TextVectorizer(source: source)) } catch {
                throw ResponseError(error, parameters)
            }
        }
        guard morphemes else { return try answer(nil) }
        return try server.analysers.use(
            language: "ko", TextAnalyze.Parameters(text: "", dictionaries: parameters.dictionaries)
        ) {
            (engine) throws(ResponseError) in
            try answer(EngineTerms(engine))
        }
    }
}

extension TextVectorize.Result {
    fileprivate init(
        _ answer: TextVectorizer.Answer, of name: String?, _ parameters: TextVectorize.Parameters,
        _ server: SluiceServer
    ) throws(VectorizerError) {
        let rows = answer.rows
        let limit = server.configuration.vectorizedValuesLimit
        guard rows.values.count <= limit, !parameters.vocabulary || answer.vocabulary.count <= limit else {
            throw .tooLarge(
                reason:
                    "the rows have \(rows.values.count) values"
                    + (parameters.vocabulary ? " and the vocabulary \(answer.vocabulary.count) terms" : "")
                    + ", expected at most \(limit)")
        }
        self.init(
            vectorizer: name, analyzer: answer.analyzer.rawValue, shape: [rows.count, rows.width],
            rows: (0..<rows.count).map { index in
                let row = rows[index]
                return .init(indices: row.indices.map(Int.init), values: Array(row.values))
            }, vocabulary: parameters.vocabulary ? answer.vocabulary : nil)
    }
}

extension ResponseError {
    fileprivate init(_ error: VectorizerError, _ parameters: TextVectorize.Parameters) {
        switch error {
        case .configuration, .vocabulary:
            let hint =
                switch parameters.vectorizer {
                case .stored: "name another vectoriser, or fit it again with sluice train --task vectorize"
                case .fitted(let object): VectorizerCoding.hint(object)
                }
            self.init(.invalidParams, "vectorizer.\(error)", hint: hint)
        case .noTerms:
            self.init(
                .invalidParams, error.description,
                hint: "give other texts, or a \"vectorizer\" that leaves more of their terms")
        case .tooLarge:
            self.init(.tooLarge, error.description, hint: parameters.less)
        }
    }
}

extension TextVectorize.Parameters {
    /// What to do where it is too much.
    fileprivate var less: String {
        let isStored = if case .stored = vectorizer { true } else { false }
        return switch (isStored, texts.count > 1) {
        case (true, true): "split the texts over several requests"
        case (true, false): "give less of the text"
        case (false, true):
            "fit shorter n-grams (\"ngram_range\"), or store a vectoriser with sluice train --task vectorize and split "
                + "the texts over several requests"
        case (false, false): "give less of the text, or fit shorter n-grams (\"ngram_range\")"
        }
    }
}
