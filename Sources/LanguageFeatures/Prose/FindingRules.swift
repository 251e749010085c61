/// What is to be pointed out in prose: a passage to which a model gives a label with some certainty.
package struct FindingRule: Sendable, Equatable {
    /// Whose label it is.
    package var model: String
    package var label: String
    /// 0 ... 1: the least probability of the label.
    package var atLeast: Double
    /// What is said; `{label}`, `{probability}` and `{model}` stand for what was found. Nil for `defaultMessage`.
    package var message: String?

    package static let defaultMessage = "{label}, {probability} ({model})"

    package init(model: String, label: String, atLeast: Double, message: String? = nil) {
        self.model = model
        self.label = label
        self.atLeast = atLeast
        self.message = message
    }

    /// What the rule has to say of a passage; nil where it has nothing.
    ///
    /// - Parameter classification: what `model` says of the passage, with all labels that rules ask for.
    package func message(for classification: Classification, of model: String) -> String? {
        guard model == self.model, let score = classification.labels.first(where: { $0.label == label }),
            score.probability >= atLeast
        else { return nil }
        return text(score.probability)
    }

    /// What stands in braces is replaced once: a label may itself have braces.
    private func text(_ probability: Double) -> String {
        var text = ""
        var rest = (message ?? Self.defaultMessage)[...]
        let values = [("{label}", label), ("{probability}", Self.twoDecimals(probability)), ("{model}", model)]
        while let character = rest.first {
            if character == "{", let (name, value) = values.first(where: { rest.hasPrefix($0.0) }) {
                text += value
                rest.removeFirst(name.count)
            } else {
                text.append(rest.removeFirst())
            }
        }
        return text
    }

    /// Cut, not rounded: what is said to be 0.90 is.
    package static func twoDecimals(_ probability: Double) -> String {
        // A little is added for hundredths that binary fractions have not.
        let hundredths = Int((min(max(probability, 0), 1) * 100 + 1e-6).rounded(.down))
        return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
    }
}
