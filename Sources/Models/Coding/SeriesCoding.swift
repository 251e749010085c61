package import JSON
package import TimeSeries

/// What is forecast from what, in recipes and config.json:
///
///     {"date_column": "date", "targets": ["temp_max"], "inputs": ["wind"], "calendar": ["day_of_year"], "window": 28,
///      "horizon": 7, "mode": "direct", "transforms": ["log1p"], "scaler": "standard", "season": 365, "interval": "1d",
///      "missing": "interpolate", "repeated": "refuse", "sort": false, "quantiles": [0.1, 0.5, 0.9], "coverage": 0.8,
///      "labels": []}
///
/// What is left out is as `SeriesConfiguration` has it. Whether the parts go together `SeriesConfiguration.check` says.
package enum SeriesCoding {
    private static let names = [
        "date_column", "targets", "inputs", "calendar", "window", "horizon", "mode", "transforms", "scaler", "season",
        "interval", "missing", "repeated", "sort", "quantiles", "coverage", "labels",
    ]

    /// - Parameter more: fields that may stand beside these.
    package static func decode(_ fields: Fields, more: [String] = []) throws(FieldError) -> SeriesConfiguration {
        try fields.allowOnly(names + more)
        var configuration = SeriesConfiguration()
        func integer(_ name: String, _ missing: Int) throws(FieldError) -> Int {
            try fields.has(name) ? fields.integer(name) : missing
        }
        if fields.has("date_column"), try !fields.value("date_column").isNull {
            configuration.dateColumn = try fields.string("date_column")
        }
        configuration.targets = try fields.strings("targets", default: configuration.targets)
        configuration.inputs = try fields.strings("inputs", default: configuration.inputs)
        configuration.calendar = try fields.choices("calendar", default: configuration.calendar)
        configuration.window = try integer("window", configuration.window)
        configuration.horizon = try integer("horizon", configuration.horizon)
        configuration.mode = try fields.choice("mode", default: configuration.mode)
        configuration.transforms = try fields.choices("transforms", default: configuration.transforms)
        configuration.scaler = try fields.choice("scaler", default: configuration.scaler)
        configuration.season = try integer("season", configuration.season)
        if fields.has("interval"), try !fields.value("interval").isNull {
            let text = try fields.string("interval")
            guard let interval = SeriesInterval(text) else {
                throw FieldError(
                    field: fields.path(of: "interval"),
                    reason: "'\(text)' came; expected a number and s, min, h, d, w, mo or y, such as 1d")
            }
            configuration.interval = interval
        }
        configuration.repair = SeriesRepair(
            missing: try fields.choice("missing", default: configuration.repair.missing),
            repeated: try fields.choice("repeated", default: configuration.repair.repeated),
            sorts: try fields.bool("sort", default: configuration.repair.sorts))
        if fields.has("quantiles") { configuration.quantiles = try fields.numbers("quantiles") }
        if fields.has("coverage") { configuration.coverage = try fields.number("coverage") }
        configuration.labels = try fields.strings("labels", default: configuration.labels)
        return configuration
    }

    package static func encode(_ configuration: SeriesConfiguration) -> [(name: String, value: JSONValue)] {
        func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
        var members: [(name: String, value: JSONValue)] = []
        if let column = configuration.dateColumn { members.append(("date_column", .string(column))) }
        members += [
            ("targets", strings(configuration.targets)),
            ("inputs", strings(configuration.inputs)),
            ("calendar", strings(configuration.calendar.map(\.rawValue))),
            ("window", .integer(Int64(configuration.window))),
            ("horizon", .integer(Int64(configuration.horizon))),
            ("mode", .string(configuration.mode.rawValue)),
            ("transforms", strings(configuration.transforms.map(\.rawValue))),
            ("scaler", .string(configuration.scaler.rawValue)),
            ("season", .integer(Int64(configuration.season))),
        ]
        if let interval = configuration.interval { members.append(("interval", .string(interval.description))) }
        members += [
            ("missing", .string(configuration.repair.missing.rawValue)),
            ("repeated", .string(configuration.repair.repeated.rawValue)),
            ("sort", .bool(configuration.repair.sorts)),
            ("quantiles", .array(configuration.quantiles.map { .number($0) })),
            ("coverage", .number(configuration.coverage)),
            ("labels", strings(configuration.labels)),
        ]
        return members
    }
}

extension Fields {
    func strings(_ name: String, default missing: [String]) throws(FieldError) -> [String] {
        guard has(name) else { return missing }
        return try Self.elements(of: value(name), at: path(of: name), "a string", \.string)
    }

    func numbers(_ name: String) throws(FieldError) -> [Double] {
        try Self.numbers(in: value(name, expected: "an array"), at: path(of: name))
    }

    static func numbers(in value: JSONValue, at path: String) throws(FieldError) -> [Double] {
        try elements(of: value, at: path, "a number", \.number)
    }

    /// Of an enumeration's names.
    fileprivate func choices<Choice: RawRepresentable & CaseIterable>(
        _ name: String, default missing: [Choice]
    ) throws(FieldError) -> [Choice] where Choice.RawValue == String {
        var choices: [Choice] = []
        for (index, text) in try strings(name, default: missing.map(\.rawValue)).enumerated() {
            guard let choice = Choice(rawValue: text) else {
                throw refusal(of: text, in: "\(name)[\(index)]", known: Choice.allCases.map(\.rawValue))
            }
            choices.append(choice)
        }
        return choices
    }

    private static func elements<Value>(
        of value: JSONValue, at path: String, _ expected: String, _ type: (JSONValue) -> Value?
    ) throws(FieldError) -> [Value] {
        guard let array = value.array else {
            throw FieldError(field: path, reason: "\(value.kind) came; expected an array")
        }
        var values: [Value] = []
        for (index, element) in array.enumerated() {
            guard let value = type(element) else {
                throw FieldError(field: "\(path)[\(index)]", reason: "\(element.kind) came; expected \(expected)")
            }
            values.append(value)
        }
        return values
    }
}
