import JSON
import Models
import RecurrentNetworks
import TextAnalysis

extension ModelReport {
    /// What it is: layers with shapes and parameters, sizes, the card.
    var overview: JSONValue {
        let (plan, pipeline, card) = (model.network.plan, model.pipeline, model.card)
        return .object(
            JSONObject([
                ("description", .string(card.description)), ("data", .string(card.data)),
                ("license", .string(card.license)), ("languages", .array(card.languages.map { .string($0) })),
                ("source", .string(model.path ?? "built-in")), ("reads", .string(pipeline.reads)),
                ("vocabulary", .count(pipeline.vocabulary.count)), ("ids", .count(pipeline.idCount)),
                ("idsAStep", .count(pipeline.width)),
                ("maximumLength", .count(pipeline.configuration.maximumLength)),
                ("parameters", .count(plan.parameterCount)),
                ("memory", .count(model.network.memory + pipeline.vocabulary.memory)),
                ("weights", .string(model.network.weights.values.contains { $0.isInt8 } ? "int8" : "float32")),
                ("layers", plan.layersJSON),
                ("metrics", card.metricsJSON),
            ]))
    }
}

extension NetworkPlan {
    /// By layer: what it is, what it gives, and its weights.
    var layersJSON: JSONValue {
        .array(
            layers.enumerated().map { index, layer in
                .object(
                    JSONObject([
                        ("name", .string(layer.name)),
                        ("kind", .string(layer.configuration.kerasName)),
                        ("inner", layer.configuration.inner.map { .string($0) } ?? .null),
                        ("detail", .string(layer.configuration.detail)),
                        ("decoder", .bool(decoderStart.map { index >= $0 } ?? false)),
                        ("output", .string(layer.output.description)),
                        ("parameters", .count(layer.weights.reduce(0) { $0 + $1.count })),
                        (
                            "weights",
                            .array(
                                layer.weights.map { weight in
                                    .string(
                                        weight.name.dropFirst(layer.name.count + 1) + " ("
                                            + weight.shape.map(String.init).joined(separator: ", ") + ")")
                                })
                        ),
                    ]))
            })
    }
}

extension ModelCard {
    /// What was measured when it was made.
    var metricsJSON: JSONValue {
        .array(
            metrics.map { metric in
                .object(
                    JSONObject([
                        ("name", .string(metric.name)), ("value", .decimals(metric.value, 6)),
                        ("measuredOn", .string(metric.measuredOn)),
                    ]))
            })
    }
}

extension Tensor {
    fileprivate var isInt8: Bool {
        if case .int8 = values { true } else { false }
    }
}

extension TextPipeline {
    /// What a step is, in words.
    fileprivate var reads: String {
        switch configuration.segmentation {
        case .whiteSpace: "one word a step, as white space divides them"
        case .character: "one character a step"
        case .jamo: "one jamo (a letter of a Hangul syllable) a step"
        case .characterNGrams: "one character a step, each with the n-grams of up to \(width) characters that end at it"
        case .words(let affixes):
            "one word a step, each with its beginnings and endings of up to \(affixes) characters and its shape"
        }
    }
}

extension LayerConfiguration {
    /// The layer that a Bidirectional runs both ways.
    fileprivate var inner: String? {
        if case .bidirectional(let inner, _) = self { inner.kerasName } else { nil }
    }

    /// What was chosen, shortly.
    fileprivate var detail: String {
        switch self {
        case .bidirectional(let inner, let merge):
            return (inner.recurrent.map { "\($0.options.units) units each way" } ?? "") + ", \(merge.rawValue)"
        case .dense(let units, let activation): return "\(units) units, \(activation.rawValue)"
        case .dropout(let rate, _): return "rate \(rate)"
        case .activation(let activation): return activation.rawValue
        case .globalPooling(let modes): return modes.map(\.rawValue).joined(separator: ", ")
        case .embedding(let options): return "\(options.inputDimension) rows of \(options.outputDimension)"
        default:
            guard let options = recurrent?.options else { return "" }
            return "\(options.units) units" + (options.goBackwards ? ", backwards" : "")
        }
    }
}
