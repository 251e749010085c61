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
    }
}

extension Model.Task {
    /// What a network of this task answers with.
    package var neededOutput: String {
        switch self {
        case .classify: "one vector of probabilities"
        case .tag: "probabilities for every step, or the scores of a CRF"
        case .translate: "what a decoder writes"
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
        }
    }

    /// Whether a network that ends like this can do it.
    package func accepts(_ plan: NetworkPlan) -> Bool {
        guard (plan.decoderStart != nil) == (self == .translate) else { return false }
        return switch (self, plan.output, plan.layers.last?.configuration) {
        case (.classify, .vector, .dense(_, .softmax)): true
        case (.tag, .sequence, .dense(_, .softmax)), (.translate, .sequence, .dense(_, .softmax)): true
        case (.tag, .sequence, .conditionalRandomField):
            if case .dense(_, .linear)? = plan.layers.dropLast().last?.configuration { true } else { false }
        default: false
        }
    }

    /// The ids of a network whose pipeline has `idCount`: a translator has one more, `Model.boundary`.
    package func networkIds(_ idCount: Int) -> Int { self == .translate ? idCount + 1 : idCount }

    /// The most steps that a translator reads and writes: its decoder may look at all of them in each that it writes.
    package static let maximumTranslation = 2_000

    /// The field of a pipeline that this task cannot do with, and why; nil where it can.
    package func refusal(of pipeline: TextPipelineConfiguration) -> (field: String, reason: String)? {
        guard self == .translate else { return nil }
        switch pipeline.segmentation {
        case .character, .whiteSpace: break
        case .jamo, .characterNGrams, .words:
            return (
                "segmentation",
                "came with parts that no text can be put together from; the task translate needs the method "
                    + "character, or white_space for words"
            )
        }
        guard pipeline.maximumLength <= Self.maximumTranslation else {
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
        }
    }
}
