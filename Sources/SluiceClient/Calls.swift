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
    ) throws(ClientError) -> Method.Result {
        let answer = try call(method.method, parameters.json)
        do { return try Method.Result(answer) } catch { throw .invalidAnswer(reason: error.reason) }
    }
}
