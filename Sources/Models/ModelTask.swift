package import RecurrentNetworks
package import TextAnalysis

extension Model {
    /// What a model does with a text.
    package enum Task: String, Sendable, CaseIterable {
        /// The text gets a label.
        case classify
        /// Each of its tokens gets one.
        case tag
        /// A decoder writes another text for it.
        case translate
        /// A text is written, a token at a time.
        case generate
    }
}

extension Model.Task {
    /// What a network of this task answers with.
    package var neededOutput: String {
        switch self {
        case .classify: "one vector of probabilities"
        case .tag: "probabilities for every step, or the scores of a CRF"
        case .translate: "what a decoder writes"
        case .generate: "probabilities for every step, which the next token is drawn from"
        }
    }

    /// The change that makes it one.
    package var mend: String {
        switch self {
        case .classify:
            #"end the layers with {"class_name": "Dense", "config": {"activation": "softmax"}} on a vector"#
        case .tag:
            #"end the layers with {"class_name": "Dense", "config": {"activation": "softmax"}} on a sequence "#
                + #"(return_sequences), or with a linear Dense and {"class_name": "CRF"}"#
        case .translate:
            #"put a "decoder" beside the layers: a recurrent layer like the last of the encoder, then "#
                + #"{"class_name": "Dense", "config": {"activation": "softmax"}}"#
        case .generate:
            #"end the layers with {"class_name": "Dense", "config": {"activation": "softmax"}} on a sequence "#
                + "(return_sequences)"
        }
    }

    /// Whether a network that ends like this can do it.
    package func accepts(_ plan: NetworkPlan) -> Bool {
        guard (plan.decoderStart != nil) == (self == .translate) else { return false }
        return switch (self, plan.output, plan.layers.last?.configuration) {
        case (.classify, .vector, .dense(_, .softmax)): true
        case (.tag, .sequence, .dense(_, .softmax)), (.translate, .sequence, .dense(_, .softmax)),
            (.generate, .sequence, .dense(_, .softmax)):
            true
        case (.tag, .sequence, .conditionalRandomField):
            if case .dense(_, .linear)? = plan.layers.dropLast().last?.configuration { true } else { false }
        default: false
        }
    }

    /// The layer that keeps a network which ends well from this task, and the change that mends it; nil where none does.
    package func obstacle(in plan: NetworkPlan) -> (reason: String, mend: String)? {
        guard self == .generate, case .notReadForwards(let layer, let reason)? = plan.obstacleToReading else {
            return nil
        }
        return (
            "layer '\(layer)': \(reason), but the task generate needs layers that read a text from its first token to "
                + "its last",
            "use SimpleRNN, GRU or LSTM with return_sequences, without Bidirectional and go_backwards"
        )
    }

    /// Whether a network's outputs are ids of what it writes, not labels.
    package var isOfIds: Bool { self == .translate || self == .generate }

    /// The rows of the embedding and the outputs of a network over the pipeline's ids. What writes has an output for the
    /// end of the text; a translator reads it before the first token too (`Model.boundary`), a writer a row of its own for
    /// each label.
    package func sizes(ids: Int, labels: Int) -> (rows: Int, outputs: Int) {
        switch self {
        case .classify, .tag: (ids, labels)
        case .translate: (ids + 1, ids + 1)
        case .generate: (ids + max(1, labels), ids + 1)
        }
    }

    /// The most steps that a translator reads and writes: its decoder may look at all of them in each that it writes.
    package static let maximumTranslation = 2_000

    /// The field of a pipeline that this task cannot do with, and why; nil where it can.
    package func refusal(of pipeline: TextPipelineConfiguration) -> (field: String, reason: String)? {
        guard isOfIds else { return nil }
        switch pipeline.segmentation {
        case .character, .whiteSpace: break
        case .jamo, .characterNGrams, .words:
            return (
                "segmentation",
                "steps came that no text can be put together from; the task \(rawValue) needs the method character, or "
                    + "white_space for words"
            )
        }
        guard self != .translate || pipeline.maximumLength <= Self.maximumTranslation else {
            return (
                "maximum_length",
                "\(pipeline.maximumLength) came; the task translate reads and writes at most "
                    + "\(Self.maximumTranslation) steps"
            )
        }
        return nil
    }

    /// Why these labels, none of them twice, are not for this task; nil where they are.
    func refusal(of labels: [String]) -> String? {
        if self == .translate { return labels.isEmpty ? nil : "labels came; the task translate has none" }
        if self == .generate { return nil }
        if labels.count < 2 { return "one label came; expected at least two to choose from" }
        if self == .tag, let tag = TagScheme(labels: labels).strayInside {
            return "'\(tag.text)' came without 'B-\(tag.type ?? "")'; expected the tag that begins what it goes on with"
        }
        return nil
    }

    /// What the model hubs call it.
    var hubName: String {
        switch self {
        case .classify: "text-classification"
        case .tag: "token-classification"
        case .translate: "translation"
        case .generate: "text-generation"
        }
    }
}
