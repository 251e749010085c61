package import JSON

/// What `models/list|describe|load|unload|reload` say of a model.
package struct ModelDescription: ResultShape {
    package var name: String
    /// `built-in`, or the absolute path of the model's directory.
    package var source: String
    package var readiness: Readiness
    /// Bytes in memory; 0 unless it is ready.
    package var memory: Int
    /// Why it cannot be opened, or why its last reload failed.
    package var problem: String?
    /// Nil where the model's files cannot be read.
    package var contents: Contents?

    package enum Readiness: String, Sendable, CaseIterable {
        case ready, unloaded, invalid
    }

    /// What is read from the model's files.
    package struct Contents: Sendable, Equatable {
        package var task: String
        /// In the order of the network's outputs.
        package var labels: [String]
        /// Weights, entries of the vocabulary, and the most tokens that are read of a text; nil where all are.
        package var parameters: Int
        package var vocabulary: Int
        package var maximumLength: Int?
        package var description: String
        /// IETF language tags.
        package var languages: [String]
        package var data: String
        package var license: String
        package var metrics: [Metric]
        /// Of a model that forecasts.
        package var series: Series?

        package init(
            task: String, labels: [String], parameters: Int, vocabulary: Int, maximumLength: Int?, description: String,
            languages: [String], data: String, license: String, metrics: [Metric], series: Series? = nil
        ) {
            self.task = task
            self.labels = labels
            self.parameters = parameters
            self.vocabulary = vocabulary
            self.maximumLength = maximumLength
            self.description = description
            self.languages = languages
            self.data = data
            self.license = license
            self.metrics = metrics
            self.series = series
        }
    }

    /// What a model that forecasts reads, and how far it sees.
    package struct Series: Sendable, Equatable {
        /// Nil where there is none.
        package var dateColumn: String?
        package var targets: [String]
        /// The columns that it reads beside the targets.
        package var inputs: [String]
        /// What it reads of the dates, such as `day_of_week`.
        package var calendar: [String]
        /// Rows, and steps.
        package var window: Int
        package var horizon: Int
        /// `direct`, `autoregressive` or `stateful`.
        package var mode: String

        package init(
            dateColumn: String?, targets: [String], inputs: [String], calendar: [String], window: Int, horizon: Int,
            mode: String
        ) {
            self.dateColumn = dateColumn
            self.targets = targets
            self.inputs = inputs
            self.calendar = calendar
            self.window = window
            self.horizon = horizon
            self.mode = mode
        }
    }

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
        name: String, source: String, readiness: Readiness, memory: Int, problem: String? = nil,
        contents: Contents? = nil
    ) {
        self.name = name
        self.source = source
        self.readiness = readiness
        self.memory = memory
        self.problem = problem
        self.contents = contents
    }

    package init(_ json: JSONValue) throws(ShapeError) { try self.init(json, "result") }

    init(_ json: JSONValue, _ path: String) throws(ShapeError) {
        let reader = try ResultReader(json, path)
        name = try reader.string("name")
        source = try reader.string("source")
        readiness = Readiness(rawValue: try reader.string("readiness")) ?? .invalid
        memory = try reader.integer("memory")
        problem = reader["problem"]?.string
        contents = reader["task"] == nil ? nil : try Contents(reader)
    }

    package var json: JSONValue {
        .members(
            ("name", .string(name)), ("source", .string(source)), ("readiness", .string(readiness.rawValue)),
            ("memory", .integer(memory)), ("problem", problem.json), ("task", (contents?.task).json),
            ("labels", contents.map { .strings($0.labels) }), ("sizes", contents?.sizes),
            ("description", (contents?.description).json), ("languages", contents.map { .strings($0.languages) }),
            ("data", (contents?.data).json), ("license", (contents?.license).json),
            ("metrics", contents.map { .array($0.metrics.map(\.json)) }), ("series", contents?.series?.json))
    }
}

extension ModelDescription.Contents {
    fileprivate init(_ reader: ResultReader) throws(ShapeError) {
        let sizes = try reader.object("sizes")
        task = try reader.string("task")
        labels = try reader.strings("labels")
        parameters = try sizes.integer("parameters")
        vocabulary = try sizes.integer("vocabulary")
        maximumLength = sizes["maximumLength"]?.integer
        description = try reader.string("description")
        languages = try reader.strings("languages")
        data = try reader.string("data")
        license = try reader.string("license")
        metrics = try reader.array("metrics") { json, path throws(ShapeError) in
            let metric = try ResultReader(json, path)
            return ModelDescription.Metric(
                name: try metric.string("name"), value: try metric.number("value"),
                measuredOn: try metric.string("measuredOn"))
        }
        series = reader["series"] == nil ? nil : try .init(reader.object("series"))
    }

    fileprivate var sizes: JSONValue {
        .members(
            ("parameters", .integer(parameters)), ("vocabulary", .integer(vocabulary)),
            ("maximumLength", maximumLength.json))
    }
}

extension ModelDescription.Metric {
    fileprivate var json: JSONValue {
        .members(("name", .string(name)), ("value", .number(value)), ("measuredOn", .string(measuredOn)))
    }
}

extension ModelDescription.Series {
    fileprivate init(_ reader: ResultReader) throws(ShapeError) {
        dateColumn = reader["dateColumn"]?.string
        targets = try reader.strings("targets")
        inputs = try reader.strings("inputs")
        calendar = try reader.strings("calendar")
        window = try reader.integer("window")
        horizon = try reader.integer("horizon")
        mode = try reader.string("mode")
    }

    fileprivate var json: JSONValue {
        .members(
            ("dateColumn", dateColumn.json), ("targets", .strings(targets)), ("inputs", .strings(inputs)),
            ("calendar", .strings(calendar)), ("window", .integer(window)), ("horizon", .integer(horizon)),
            ("mode", .string(mode)))
    }
}
