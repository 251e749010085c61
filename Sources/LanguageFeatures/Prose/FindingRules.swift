/// What is to be pointed out in prose: a passage to which a model gives a label with some certainty.
package struct FindingRule: Sendable, Equatable {
    package enum Severity: String, Sendable, CaseIterable { case error, warning, information, hint }

    package var name: String
    /// Whose label it is.
    package var model: String
    package var label: String
    /// 0 ... 1: the least probability of the label.
    package var atLeast: Double
    package var severity: Severity
    /// What is said; `{label}`, `{probability}` and `{model}` stand for what was found. Nil for `defaultMessage`.
    package var message: String?

    package static let defaultMessage = "{label}, {probability} ({model})"

    /// - Parameter name: the model and the label with a slash between, where nil.
    package init(
        name: String? = nil, model: String, label: String, atLeast: Double, severity: Severity = .information,
        message: String? = nil
    ) {
        self.name = name ?? "\(model)/\(label)"
        self.model = model
        self.label = label
        self.atLeast = atLeast
        self.severity = severity
        self.message = message
    }

    /// What the rule has to say of a passage; nil where it has nothing.
    ///
    /// - Parameter classification: what `model` says of the passage, with all labels that rules ask for.
    package func finding(in classification: Classification, of model: String) -> Finding? {
        guard model == self.model, let score = classification.labels.first(where: { $0.label == label }),
            score.probability >= atLeast
        else { return nil }
        return Finding(
            rule: name, model: model, label: label, probability: score.probability, severity: severity,
            message: text(score.probability))
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

/// What a rule found in a passage.
package struct Finding: Sendable, Equatable {
    /// The rule's name.
    package var rule: String
    package var model: String
    package var label: String
    /// 0 ... 1, to six decimals.
    package var probability: Double
    package var severity: FindingRule.Severity
    package var message: String
}

extension [FindingRule] {
    /// Of all rules, in their order.
    package func findings(in classification: Classification, of model: String) -> [Finding] {
        compactMap { $0.finding(in: classification, of: model) }
    }
}
