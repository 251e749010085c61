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
                hint: "store a vectoriser with sluice train --task vectorize, and split the texts over several requests"
            )
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
                throw ResponseError(
                    .invalidParams, error.description,
                    hint: "protocol/METHODS.md lists the fields of \"vectorizer\" for each method and compatibility")
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
                throw ResponseError(error)
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
                    "the rows have \(rows.values.count) values of \(answer.vocabulary.count) terms, expected at most "
                    + "\(limit); ask for fewer texts at once")
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
    fileprivate init(_ error: VectorizerError) {
        switch error {
        case .configuration, .vocabulary:
            self.init(
                .invalidParams, "vectorizer.\(error)",
                hint: "protocol/METHODS.md lists the fields of \"vectorizer\" for each method and compatibility")
        case .noTerms:
            self.init(
                .invalidParams, error.description,
                hint: "give other texts, or a \"vectorizer\" that leaves more of their terms")
        case .tooLarge:
            self.init(
                .tooLarge, error.description,
                hint: "store a vectoriser with sluice train --task vectorize, and split the texts over several requests"
            )
        }
    }
}
