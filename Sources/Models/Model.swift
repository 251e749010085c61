package import RecurrentNetworks
package import TextAnalysis

/// A model directory, opened and validated: after this nobody checks again.
package struct Model: Sendable {
    package var name: String
    /// Absolute path, or nil for a built-in model.
    package var path: String?
    package var task: Task
    /// In the order of the network's outputs.
    package var labels: [String]
    package var pipeline: TextPipeline
    package var network: Network
    /// From the model card's front matter and config.json, for `models/describe`.
    package var card: ModelCard

    package enum Task: String, Sendable, CaseIterable {
        case classify
    }
}

/// What a model says of itself: data, licence, the languages it reads and the figures measured when it was made.
package struct ModelCard: Sendable, Equatable {
    package var description: String
    package var languages: [String]
    package var data: String
    package var license: String
    /// Named figures, such as `accuracy`, each with what it was measured on.
    package var metrics: [Metric]

    package struct Metric: Sendable, Equatable {
        package var name: String
        package var value: Double
        package var measuredOn: String

        package init(name: String, value: Double, measuredOn: String) {
            self.name = name
            self.value = value
            self.measuredOn = measuredOn
        }
    }

    package init(
        description: String = "", languages: [String] = [], data: String = "", license: String = "",
        metrics: [Metric] = []
    ) {
        self.description = description
        self.languages = languages
        self.data = data
        self.license = license
        self.metrics = metrics
    }
}
