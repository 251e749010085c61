package import RecurrentNetworks
import TextAnalysis

extension Model {
    /// What a model does with a text.
    package enum Task: String, Sendable, CaseIterable {
        /// The text gets a label.
        case classify
        /// Each of its tokens gets one.
        case tag
    }
}

extension Model.Task {
    /// What a network of this task answers with.
    package var neededOutput: String {
        switch self {
        case .classify: "one vector of probabilities"
        case .tag: "probabilities for every step, or the scores of a CRF"
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
        }
    }

    /// Whether a network that ends like this can do it.
    package func accepts(_ plan: NetworkPlan) -> Bool {
        switch (self, plan.output, plan.layers.last?.configuration) {
        case (.classify, .vector, .dense(_, .softmax)): true
        case (.tag, .sequence, .dense(_, .softmax)): true
        case (.tag, .sequence, .conditionalRandomField):
            if case .dense(_, .linear)? = plan.layers.dropLast().last?.configuration { true } else { false }
        default: false
        }
    }

    /// Why these labels, none of them twice, are not for this task; nil where they are.
    func refusal(of labels: [String]) -> String? {
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
        }
    }
}
