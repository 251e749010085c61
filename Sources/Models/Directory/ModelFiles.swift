import JSON
import Numerics
import RecurrentNetworks
import TextAnalysis

/// The files of a model, in a directory or in the binary itself: made into a `Model` here and nowhere else.
struct ModelFiles {
    /// Far above any of ours. What is larger is refused before it is read: a file with holes may be larger than any
    /// memory.
    static let maximumConfig = 16_000_000
    static let maximumVocabulary = 256_000_000

    /// The newest `format_version` that is read, and the one that is written.
    static let formatVersion = 1

    /// Where they are, for error texts.
    var place: String
    /// The bytes of a file, refused where they are more than that.
    var bytes: (ModelFileName, _ maximum: Int) throws(ModelError) -> FileBytes
    /// A file that is read where it lies; nil where there is none of that name.
    var placed: (ModelFileName) throws(ModelError) -> PlacedFile? = { _ throws(ModelError) in nil }

    /// Checks everything that can be wrong with the files.
    func stored(named name: String, path: String?) throws(ModelError) -> StoredModel {
        let config = try parsedConfig()
        return switch try? config.string("task") {
        case StoredVectorizer.task: .vectorizer(try vectorizer(config, named: name, path: path))
        case StoredVectors.task: .vectors(try vectors(config, named: name, path: path))
        case StoredForecaster.task: .forecaster(try forecaster(config, named: name, path: path))
        // Whatever else it is, `model` says.
        default: .network(try model(config, named: name, path: path))
        }
    }

    private func model(_ config: Fields, named name: String, path: String?) throws(ModelError) -> Model {
        let settings: Settings
        do {
            settings = try Settings(config)
        } catch {
            throw .invalid(path: place, file: ModelFileName.config.rawValue, reason: error.description)
        }
        return try Model(
            name: name, path: path, task: settings.task, labels: settings.labels,
            pipeline: try pipeline(settings.pipeline), network: try network(settings.network), card: settings.card)
    }

    private func parsedConfig() throws(ModelError) -> Fields {
        let config = try bytes(.config, Self.maximumConfig)
        do {
            let value: JSONValue = try config.withUnsafeBytes { (bytes) throws(JSONError) -> JSONValue in
                try JSONValue(parsing: bytes, maximumDepth: 64)
            }
            let fields = try Fields(value, at: "")
            let version = try fields.integer("format_version")
            guard version <= Self.formatVersion else {
                throw ModelError.newerFormat(path: place, version: version, supported: Self.formatVersion)
            }
            guard version >= 1 else {
                throw FieldError(field: "format_version", reason: "\(version) came; expected 1")
            }
            return fields
        } catch let error as ModelError {
            throw error
        } catch let error as FieldError {
            throw .invalid(path: place, file: ModelFileName.config.rawValue, reason: error.description)
        } catch {
            throw .invalid(path: place, file: ModelFileName.config.rawValue, reason: "is no JSON: \(error)")
        }
    }

    private func pipeline(_ configuration: TextPipelineConfiguration) throws(ModelError) -> TextPipeline {
        let vocabulary = try bytes(.vocabulary, Self.maximumVocabulary)
        let words: Vocabulary
        do {
            words = try vocabulary.withUnsafeBytes { (bytes) throws(VocabularyError) -> Vocabulary in
                try Vocabulary(lines: bytes)
            }
        } catch {
            throw .invalid(path: place, file: ModelFileName.vocabulary.rawValue, reason: error.description)
        }
        do {
            return try TextPipeline(configuration: configuration, vocabulary: words)
        } catch {
            throw .invalid(path: place, file: ModelFileName.config.rawValue, reason: "pipeline.\(error)")
        }
    }

    private func network(_ configuration: NetworkConfiguration) throws(ModelError) -> Network {
        let needed: [(name: String, shape: [Int])]
        do {
            // Before the weights are read, so that layers that do not fit are called that, not a missing weight, and
            // so that the file is known to be no larger than they need.
            needed = try Network.expectedWeights(of: configuration)
        } catch {
            throw .invalid(path: place, file: ModelFileName.config.rawValue, reason: "layers: \(error)")
        }
        let weights = try bytes(.weights, WeightFile.maximumSize(of: needed))
        let tensors: [String: Tensor]
        do {
            tensors = try weights.withUnsafeBytes { (bytes) throws(FieldError) -> [String: Tensor] in
                try WeightFile.read(bytes, needed: needed)
            }
        } catch {
            throw .invalid(path: place, file: ModelFileName.weights.rawValue, reason: error.description)
        }
        do {
            return try Network(configuration: configuration, weights: tensors)
        } catch {
            throw .invalid(path: place, file: ModelFileName.weights.rawValue, reason: error.description)
        }
    }

    /// What config.json says. Fields of other names are let through at the top, where other tools add their own.
    private struct Settings {
        var task: Model.Task
        var labels: [String]
        var pipeline: TextPipelineConfiguration
        var network: NetworkConfiguration
        var card: ModelCard

        init(_ fields: Fields) throws(FieldError) {
            _ = try fields.string("task")
            task = try fields.choice("task", default: Model.Task.classify)
            labels = try Self.labels(fields.value("id2label", expected: "an object of labels"))
            pipeline = try PipelineCoding.decode(fields.value("pipeline", expected: "an object"))
            network = try LayerCoding.decode(
                fields.value("layers", expected: "an array of layers"),
                decoder: fields.has("decoder") ? Optional(fields.value("decoder")) : Optional.none)
            card = try fields.has("card") ? ModelCard(decoding: fields.fields("card")) : ModelCard()
        }

        /// {"0": "negative", "1": "positive"}: every id from 0 on, in any order.
        private static func labels(_ value: JSONValue) throws(FieldError) -> [String] {
            guard let members = value.object?.members else {
                throw FieldError(field: "id2label", reason: "\(value.kind) came; expected an object")
            }
            var labels = [String?](repeating: nil, count: members.count)
            for member in members {
                let (name, value) = (member.name, member.value)
                guard let id = Int(name), labels.indices.contains(id), labels[id] == nil else {
                    throw FieldError(
                        field: "id2label", reason: "the id '\(name)' came; expected \"0\" to \"\(members.count - 1)\"")
                }
                guard let label = value.string, !label.isEmpty else {
                    throw FieldError(field: "id2label.\(name)", reason: "expected a label, a string that is not empty")
                }
                labels[id] = label
            }
            return labels.compactMap { $0 }
        }
    }

    /// config.json of a model.
    static func config(of model: Model) -> JSONValue {
        .object(
            JSONObject(
                [
                    ("format_version", .integer(Int64(formatVersion))),
                    ("task", .string(model.task.rawValue)),
                    (
                        "id2label",
                        .object(JSONObject(model.labels.enumerated().map { (String($0.offset), .string($0.element)) }))
                    ),
                    ("pipeline", PipelineCoding.encode(model.pipeline.configuration)),
                    ("layers", LayerCoding.encode(model.network.configuration)),
                ] + (LayerCoding.encodeDecoder(model.network.configuration).map { [("decoder", $0)] } ?? [])
                    + [("card", model.card.encode())]))
    }
}
