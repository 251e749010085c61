/// What is reported: a passage that a model gives a label with at least such a probability.
package struct Rule: Sendable, Equatable {
    package enum Severity: String, Sendable, CaseIterable {
        case error, warning, information, hint
    }

    /// What findings of the rule are told apart by: what was given, else `model/label`.
    package var name: String
    /// A model's name, or an absolute path.
    package var model: String
    package var label: String
    /// The least probability, 0 to 1.
    package var atLeast: Double
    package var severity: Severity
    /// What a person is told; nil: label and probability.
    package var message: String?

    package static let defaultAtLeast = 0.5
    package static let defaultSeverity = Severity.information

    /// - Parameter name: nil for `model/label`, where a model that is a path goes by its folder's name.
    package init(
        name: String? = nil, model: String, label: String, atLeast: Double = defaultAtLeast,
        severity: Severity = defaultSeverity, message: String? = nil
    ) {
        self.name = name ?? "\(model.split(separator: "/").last ?? "")/\(label)"
        self.model = model
        self.label = label
        self.atLeast = atLeast
        self.severity = severity
        self.message = message
    }
}
