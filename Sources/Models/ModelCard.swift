import JSON
import RecurrentNetworks
import TextAnalysis
import TimeSeries

/// What a model says of itself: data, licence, the languages it reads and the figures measured when it was made.
package struct ModelCard: Sendable, Equatable {
    package var description: String
    /// ISO 639-1 codes.
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

// MARK: - In config.json, which is where it is read from

extension ModelCard {
    func encode() -> JSONValue {
        .object(
            JSONObject([
                ("description", .string(description)),
                ("languages", .array(languages.map { .string($0) })),
                ("data", .string(data)),
                ("license", .string(license)),
                (
                    "metrics",
                    .array(
                        metrics.map { metric in
                            .object(
                                JSONObject([
                                    ("name", .string(metric.name)), ("value", .number(metric.value)),
                                    ("measured_on", .string(metric.measuredOn)),
                                ]))
                        })
                ),
            ]))
    }

    init(decoding fields: Fields) throws(FieldError) {
        self.init()
        if fields.has("description") { description = try fields.string("description") }
        if fields.has("data") { data = try fields.string("data") }
        if fields.has("license") { license = try fields.string("license") }
        if fields.has("languages") {
            for (index, value) in try fields.array("languages").enumerated() {
                guard let language = value.string else {
                    throw FieldError(
                        field: fields.path(of: "languages[\(index)]"), reason: "\(value.kind) came; expected a string")
                }
                languages.append(language)
            }
        }
        if fields.has("metrics") {
            for (index, value) in try fields.array("metrics").enumerated() {
                let metric = try Fields(value, at: fields.path(of: "metrics[\(index)]"))
                metrics.append(
                    Metric(
                        name: try metric.string("name"), value: try metric.number("value"),
                        measuredOn: try metric.string("measured_on")))
            }
        }
    }
}

// MARK: - README.md, for people and for model hubs

extension ModelCard {
    /// YAML front matter as the hubs read it, then the same in prose. A JSON string is a YAML scalar too.
    func readMe(of model: Model, weights: WeightFormat) -> String {
        var facts: [String] = []
        if !model.labels.isEmpty { facts.append("- Labels: " + model.labels.joined(separator: ", ")) }
        facts += [
            "- Parameters: \(model.network.parameterCount), stored as \(weights.rawValue)",
            "- Vocabulary: \(model.pipeline.vocabulary.count) tokens, \(model.pipeline.idCount) ids",
        ]
        return readMe(
            name: model.name, hubName: model.task.hubName, facts: facts,
            example: "sluice \(model.task.rawValue) --model /path/to/\(model.name) \"…\"")
    }

    /// The same of a vectoriser.
    func readMe(of stored: StoredVectorizer) -> String {
        let vectorizer = stored.vectorizer
        let configuration = vectorizer.configuration
        return readMe(
            name: stored.name, hubName: "feature-extraction",
            facts: [
                "- Rows: \(configuration.method.rawValue)"
                    + (configuration.compatibility.map { ", as of \($0.rawValue)" } ?? ""),
                "- Vocabulary: \(vectorizer.termCount) terms of \(vectorizer.documents) texts, by the analyzer "
                    + configuration.analyzer.rawValue,
            ], example: "sluice vectorize --vectorizer /path/to/\(stored.name) \"…\"")
    }

    /// The same of a forecaster.
    func readMe(of stored: StoredForecaster) -> String {
        let configuration = stored.configuration
        let read = configuration.numericTargets + configuration.inputs + configuration.calendar.map(\.rawValue)
        let rows = { (count: Int) in count == 1 ? "1 row" : "\(count) rows" }
        var facts = [
            "- Reads: " + rows(configuration.window) + " of " + read.joined(separator: ", "),
            "- Answers: \(configuration.targets.joined(separator: ", ")), "
                + (configuration.labels.isEmpty ? "the next " : "after ") + rows(configuration.horizon)
                + ", \(configuration.mode.rawValue)",
        ]
        if !configuration.labels.isEmpty { facts.append("- Labels: " + configuration.labels.joined(separator: ", ")) }
        facts.append("- Parameters: \(stored.network.parameterCount)")
        return readMe(
            name: stored.name, hubName: "time-series-forecasting", dataType: "time-series", facts: facts,
            example: "sluice forecast --model /path/to/\(stored.name) --file data.csv")
    }

    /// The same of word vectors.
    func readMe(
        ofWords count: Int, dimensions: Int, subwords: Int?, named name: String, rows: VectorRowFormat
    ) -> String {
        readMe(
            name: name, hubName: "feature-extraction",
            facts: [
                "- Words: \(count), each a row of \(dimensions) numbers, stored as \(rows.rawValue)",
                subwords.map { "- Words that are not listed: of \($0) rows of n-grams" }
                    ?? "- Words that are not listed have no vector",
            ], example: "sluice similar --vectors /path/to/\(name) \"…\"")
    }

    private func readMe(
        name: String, hubName: String, dataType: String = "text", facts: [String], example: String
    ) -> String {
        func quoted(_ text: String) -> String { String(decoding: JSONValue.string(text).serialized(), as: UTF8.self) }

        var lines = ["---"]
        if !languages.isEmpty { lines += ["language:"] + languages.map { "- \(quoted($0))" } }
        if !license.isEmpty { lines.append("license: \(quoted(license))") }
        lines += ["library_name: sluice", "pipeline_tag: \(hubName)"]
        if !data.isEmpty { lines += ["datasets:", "- \(quoted(data))"] }
        if !metrics.isEmpty {
            lines += ["model-index:", "- name: \(quoted(name))", "  results:"]
            for metric in metrics {
                lines += [
                    "  - task: {type: \(hubName)}",
                    "    dataset: {name: \(quoted(metric.measuredOn)), type: \(dataType)}",
                    "    metrics: [{type: \(quoted(metric.name)), value: \(metric.value)}]",
                ]
            }
        }
        lines += ["---", "", "# \(name)", ""]
        if !description.isEmpty { lines += [description, ""] }
        lines += facts
        if !data.isEmpty { lines.append("- Data: \(data)") }
        if !license.isEmpty { lines.append("- Licence: \(license)") }
        if !metrics.isEmpty {
            lines += ["", "| figure | value | measured on |", "|---|---|---|"]
            lines += metrics.map { "| \($0.name) | \($0.value) | \($0.measuredOn) |" }
        }
        lines += ["", "    \(example)", ""]
        return lines.joined(separator: "\n")
    }
}
