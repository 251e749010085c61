import JSON
package import ServerProtocol

/// What a classifier says of one text.
public struct Classification: Sendable, Equatable {
    /// The model that answered.
    public var model: String
    /// The most probable label.
    public var label: String
    /// Of `label`, between 0 and 1.
    public var probability: Double
    /// The most probable first.
    public var labels: [LabelProbability]
    /// Tokens that the model read, and those of them that its vocabulary does not have.
    public var tokens: Int
    public var unknown: Int
    /// The text was longer than the model reads.
    public var isTruncated: Bool

    public struct LabelProbability: Sendable, Equatable {
        public var label: String
        public var probability: Double

        public init(label: String, probability: Double) {
            self.label = label
            self.probability = probability
        }
    }

    init(_ answer: TextClassify.Classification) {
        model = answer.model
        label = answer.label
        probability = answer.probability
        labels = answer.labels.map { LabelProbability(label: $0.label, probability: $0.probability) }
        tokens = answer.tokens
        unknown = answer.unknown
        isTruncated = answer.truncated
    }
}

/// The tags of a text's tokens, and the spans that they mark.
public struct Tagging: Sendable, Equatable {
    /// The model that answered.
    public var model: String
    /// What the model read, in order.
    public var tokens: [Token]
    /// In order; they do not overlap.
    public var spans: [Span]
    /// The text with its spaces where they belong; nil but of a model that says where that is.
    public var respaced: String?
    /// Tokens that the model's vocabulary does not have.
    public var unknown: Int
    /// The text was longer than the model reads.
    public var isTruncated: Bool

    public struct Token: Sendable, Equatable {
        public var text: String
        /// Offsets into the text's UTF-8, end-exclusive.
        public var range: Range<Int>
        public var tag: String
        /// Of `tag`, between 0 and 1.
        public var probability: Double

        public init(text: String, range: Range<Int>, tag: String, probability: Double) {
            self.text = text
            self.range = range
            self.tag = tag
            self.probability = probability
        }
    }

    public struct Span: Sendable, Equatable {
        public var type: String
        /// Offsets into the text's UTF-8, end-exclusive.
        public var range: Range<Int>
        public var text: String
        /// That there is a span of this type from here to there, between 0 and 1.
        public var probability: Double

        public init(type: String, range: Range<Int>, text: String, probability: Double) {
            self.type = type
            self.range = range
            self.text = text
            self.probability = probability
        }
    }

    init(_ answer: TextTag.Result) {
        model = answer.model
        tokens = answer.tokens.map { token in
            Token(
                text: token.text, range: token.start..<max(token.start, token.end), tag: token.tag,
                probability: token.probability)
        }
        spans = answer.spans.map { span in
            Span(
                type: span.type, range: span.start..<max(span.start, span.end), text: span.text,
                probability: span.probability)
        }
        respaced = answer.respaced
        unknown = answer.unknown
        isTruncated = answer.truncated
    }
}

/// What a text is made of.
public struct TextAnalysis: Sendable, Equatable {
    /// An ISO 639-1 code; nil where the text says none.
    public var language: String?
    /// What answered: a dictionary, a model, or the rules of a language.
    public var analyser: String
    /// Offsets into the text's UTF-8, end-exclusive.
    public var sentences: [Range<Int>]
    /// The same of each other kind that was asked for, in order.
    public var pieces: [Piece: [Range<Int>]]
    /// Morphemes of Korean and Japanese, words of other languages.
    public var tokens: [Token]

    /// What a text is cut into without a dictionary.
    public enum Piece: String, Sendable, Hashable, CaseIterable {
        case paragraphs, lines
        /// Those of Unicode (UAX #29), without punctuation.
        case words
        /// What lies between white space.
        case whitespace
        /// What a reader calls a character (UAX #29).
        case graphemes
    }

    /// Whose stems those of English are.
    public enum Stemmer: String, Sendable {
        case snowball, porter
    }

    public struct Token: Sendable, Equatable {
        /// As it stands in the text.
        public var text: String
        /// Offsets into the text's UTF-8, end-exclusive.
        public var range: Range<Int>
        /// The form that a dictionary lists.
        public var lemma: String?
        /// The form without its endings.
        public var stem: String?
        /// A universal part of speech (UPOS).
        public var pos: String?
        /// The analyser's own tag.
        public var tag: String?
        public var isStopWord: Bool
        /// The analyser had to guess.
        public var isUnknown: Bool
    }

    init(_ answer: TextAnalyze.Result) {
        language = answer.language
        analyser = answer.analyser
        func ranges(_ spans: [TextAnalyze.Span]) -> [Range<Int>] { spans.map { $0.start..<max($0.start, $0.end) } }
        sentences = ranges(answer.segments[.sentences] ?? [])
        pieces = [:]
        for (part, spans) in answer.segments {
            if let piece = Piece(rawValue: part.rawValue) { pieces[piece] = ranges(spans) }
        }
        tokens = (answer.tokens ?? []).map { token in
            Token(
                text: token.text, range: token.start..<max(token.start, token.end), lemma: token.lemma,
                stem: token.stem, pos: token.pos, tag: token.tag, isStopWord: token.stop, isUnknown: token.unknown)
        }
    }
}

/// A text that a model wrote.
public struct Generation: Sendable, Equatable {
    /// The model that answered.
    public var model: String
    /// The prompt as the model reads it, and what it wrote after it.
    public var text: String
    /// What the text was written for; nil of a model without labels.
    public var label: String?
    /// With this one the same call gives the same text.
    public var seed: Int
    /// Tokens that were written.
    public var tokens: Int
    /// Tokens of the prompt that the model's vocabulary does not have.
    public var unknown: Int
    /// The model ended the text; else it was cut at the length.
    public var hasEnded: Bool
    /// The natural logarithm of the probability of what was written, its end among it, whatever the temperature.
    public var logProbability: Double

    init(_ answer: TextGenerate.Result) {
        model = answer.model
        text = answer.text
        label = answer.label
        seed = answer.seed
        tokens = answer.tokens
        unknown = answer.unknown
        hasEnded = answer.ended
        logProbability = answer.logProbability
    }
}

/// A model that the daemon can find.
public struct ModelSummary: Sendable, Equatable {
    public var name: String
    /// `built-in`, or the absolute path of the model's directory.
    public var source: String
    /// `ready`, `unloaded` or `invalid`.
    public var readiness: String
    /// Bytes in memory; 0 unless it is ready.
    public var memory: Int
    /// Why it cannot be used, where it cannot.
    public var problem: String?
    /// In the order of the network's outputs; empty where the model's files cannot be read.
    public var labels: [String]
    /// IETF language tags.
    public var languages: [String]

    init(_ description: ModelDescription) {
        name = description.name
        source = description.source
        readiness = description.readiness.rawValue
        memory = description.memory
        problem = description.problem
        labels = description.contents?.labels ?? []
        languages = description.contents?.languages ?? []
    }
}

/// How the daemon is.
public struct DaemonSummary: Sendable, Equatable {
    public var version: String
    /// Differs between two builds.
    public var buildID: String
    public var processID: Int
    /// Seconds since its start.
    public var uptime: Double
    /// It answers what it has begun, and then ends.
    public var isDraining: Bool
    /// Open connections, this one among them.
    public var sessions: Int
    /// Bytes of its memory that are resident.
    public var residentMemory: Int

    init(_ status: DaemonStatus.Result) {
        version = status.version
        buildID = status.buildId
        processID = status.processId
        uptime = status.uptime
        isDraining = status.health == .draining
        sessions = status.sessions
        residentMemory = status.residentMemory
    }
}

extension Connection {
    /// The label of one text.
    ///
    /// - Parameters:
    ///   - model: a name or the absolute path of a model directory; nil for the daemon's choice.
    ///   - top: how many labels to list; nil for all.
    public func classify(
        _ text: String, model: String? = nil, top: Int? = nil
    ) throws(ClientError) -> Classification {
        guard case .one(let answer) = try call(TextClassify.self, .init(input: .text(text), model: model, top: top))
        else { throw .invalidAnswer(reason: "several results for one text") }
        return Classification(answer)
    }

    /// The labels of many texts in one message, in their order.
    public func classify(
        _ texts: [String], model: String? = nil, top: Int? = nil
    ) throws(ClientError) -> [Classification] {
        guard
            case .many(let answers) = try call(TextClassify.self, .init(input: .texts(texts), model: model, top: top)),
            answers.count == texts.count
        else { throw .invalidAnswer(reason: "not as many results as texts") }
        return answers.map { Classification($0) }
    }

    /// What a text is made of: sentences, and morphemes or words with what is known of each.
    ///
    /// - Parameters:
    ///   - language: an ISO 639-1 code; nil to find it from the text.
    ///   - dictionary: a name, the absolute path of a MeCab dictionary, or `none` for the built-in analysers; nil for the
    ///     daemon's choice.
    ///   - pieces: what to cut the text into besides.
    public func analyze(
        _ text: String, language: String? = nil, dictionary: String? = nil, pieces: Set<TextAnalysis.Piece> = [],
        stemmer: TextAnalysis.Stemmer = .snowball
    ) throws(ClientError) -> TextAnalysis {
        var parameters = TextAnalyze.Parameters(text: text, language: language, dictionary: dictionary)
        parameters.include.formUnion(pieces.compactMap { TextAnalyze.Part(rawValue: $0.rawValue) })
        if stemmer == .porter { parameters.stemmer = .porter }
        return TextAnalysis(try callInUTF8(TextAnalyze.self, parameters))
    }

    /// The tags of a text's tokens, and the spans that they mark.
    ///
    /// - Parameter model: a name or the absolute path of a model directory; nil for the daemon's choice.
    public func tag(_ text: String, model: String? = nil) throws(ClientError) -> Tagging {
        Tagging(try callInUTF8(TextTag.self, .init(text: text, model: model)))
    }

    /// Swift's strings are UTF-8, and its offsets are what slices of it need.
    private func callInUTF8<Method: RemoteMethod>(
        _ method: Method.Type, _ parameters: Method.Parameters
    ) throws(ClientError) -> Method.Result where Method.Result: ResultShape {
        let members = parameters.json.object?.members ?? []
        let encoding = JSONObject.Member(
            name: Field.positionEncoding.name, value: .string(PositionEncoding.utf8.rawValue))
        let answer = try call(method.method, .object(JSONObject(members: members + [encoding])))
        do { return try Method.Result(answer) } catch { throw .invalidAnswer(reason: error.reason) }
    }

    /// A text that a model writes, after `prompt`.
    ///
    /// - Parameters:
    ///   - label: what it is written for, one of the model's labels; nil draws one.
    ///   - model: a name or the absolute path of a model directory; nil for the daemon's choice.
    ///   - length: the most tokens, characters or words, to write; nil: 200.
    ///   - temperature: 0 writes the most probable token always, 1 draws by the probabilities as they are; nil: 1.
    ///   - seed: the same one gives the same text; nil draws one, and the answer has it.
    ///   - onText: gets the text as it is written, a piece at a time.
    public func generate(
        _ prompt: String = "", label: String? = nil, model: String? = nil, length: Int? = nil,
        temperature: Double? = nil, seed: Int? = nil, onText: ((String) -> Void)? = nil
    ) throws(ClientError) -> Generation {
        // Its own: of a call that was given up on more may still come.
        let token = JSONValue.integer(nextID)
        let parameters = TextGenerate.Parameters(
            prompt: prompt, label: label, model: model, length: length, temperature: temperature, seed: seed,
            partialResultToken: onText == nil ? nil : token)
        let answer = try call(TextGenerate.method, parameters.json) { message in
            if let text = Progress.text(of: message, token) { onText?(text) }
        }
        do { return Generation(try TextGenerate.Result(answer)) } catch { throw .invalidAnswer(reason: error.reason) }
    }

    /// The models that can be named.
    public func models() throws(ClientError) -> [ModelSummary] {
        try call(ModelsList.self, .init()).models.map { ModelSummary($0) }
    }

    /// How the daemon is.
    public func status() throws(ClientError) -> DaemonSummary {
        DaemonSummary(try call(DaemonStatus.self, .init()))
    }

    /// The smallest round trip.
    public func ping() throws(ClientError) {
        _ = try call(DaemonPing.self, .init())
    }

    /// Any method by its type.
    package func call<Method: RemoteMethod>(
        _ method: Method.Type, _ parameters: Method.Parameters
    ) throws(ClientError) -> Method.Result where Method.Result: ResultShape {
        let answer = try call(method.method, parameters.json)
        do { return try Method.Result(answer) } catch { throw .invalidAnswer(reason: error.reason) }
    }
}
