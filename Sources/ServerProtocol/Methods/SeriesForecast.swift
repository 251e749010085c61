package import JSON

/// `series/forecast`: how a series of numbers goes on, or which label comes next.
package enum SeriesForecast: RemoteMethod {
    package static let method = "series/forecast"
    package static let parameters: [Field] = [
        .optional("values", .numbersOrNulls(atMost: greatestRows)), .optional("rows", .array),
        .optional("times", .strings(atMost: greatestRows)), .optional("model", .string),
        .optional("steps", .integer(1...greatestSteps)),
    ]

    /// The most rows that may come, and the most steps that may be asked for.
    package static let greatestRows = 200_000
    package static let greatestSteps = 10_000

    package struct Parameters: ParameterShape {
        package var series: Series
        /// When each row was, as files write it.
        package var times: [String]?
        /// A name or an absolute path; nil for the default.
        package var model: String?
        /// How many steps to foresee; nil: the model's own horizon.
        package var steps: Int?

        package init(_ series: Series, times: [String]? = nil, model: String? = nil, steps: Int? = nil) {
            self.series = series
            self.times = times
            self.model = model
            self.steps = steps
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            switch (reader["values"], reader["rows"]?.array) {
            case (let values?, nil): series = .values((values.array ?? []).map(\.number))
            case (nil, let rows?): series = try Series(rows: rows)
            case (nil, nil):
                throw ShapeError(
                    "\(method) needs \"values\" or \"rows\", and neither came",
                    hint: "give \"values\", an array of numbers, or \"rows\", an array of objects by column")
            case (.some, .some):
                throw ShapeError(
                    "\(method) needs \"values\" or \"rows\", and both came",
                    hint: "give \"values\" to a model of one column, else \"rows\"")
            }
            times = reader.strings("times")
            if let times, times.count != series.count {
                throw ShapeError(
                    "\(times.count) times and \(series.count) rows came", hint: "give a time for each row, or none")
            }
            model = reader.string("model")
            steps = reader.integer("steps")
        }

        package var json: JSONValue {
            .members(
                series.member, ("times", times.map { .strings($0) }), ("model", model.json), ("steps", steps.json))
        }
    }

    /// The rows of the past, the oldest first.
    package enum Series: Sendable, Equatable {
        /// Of a model of one column; nil where one is missing.
        case values([Double?])
        /// By the columns' names; what a row does not name is missing. The names are those of `config.json`, the
        /// date's among them.
        case named([[Member]])
        /// In the order of the model's columns: the targets, then the inputs; of a model of labels the inputs alone.
        case listed([[Cell]])

        package struct Member: Sendable, Equatable {
            package var name: String
            package var cell: Cell

            package init(_ name: String, _ cell: Cell) {
                self.name = name
                self.cell = cell
            }
        }

        package enum Cell: Sendable, Equatable {
            case missing
            case number(Double)
            case text(String)
        }

        package var count: Int {
            switch self {
            case .values(let values): values.count
            case .named(let rows): rows.count
            case .listed(let rows): rows.count
            }
        }
    }

    /// What is foreseen of one column, a number for each step.
    package struct Target: Sendable, Equatable {
        package var name: String
        package var forecast: [Double]
        /// Between which the truth lies as often as the model's card says, for the steps of the model's horizon; nil of a
        /// model without intervals.
        package var lower: [Double]?
        package var upper: [Double]?
        /// The last value.
        package var naive: [Double]
        /// The value of a season ago; nil where the rows do not go back so far.
        package var seasonal: [Double]?
        /// What a linear function of the window says, for the steps of the horizon; nil where the model has none.
        package var linear: [Double]?

        package init(
            name: String, forecast: [Double], lower: [Double]?, upper: [Double]?, naive: [Double], seasonal: [Double]?,
            linear: [Double]?
        ) {
            self.name = name
            self.forecast = forecast
            self.lower = lower
            self.upper = upper
            self.naive = naive
            self.seasonal = seasonal
            self.linear = linear
        }
    }

    package struct LabelProbability: Sendable, Equatable {
        package var label: String
        package var probability: Double

        package init(label: String, probability: Double) {
            self.label = label
            self.probability = probability
        }
    }

    package enum Answer: Sendable, Equatable {
        /// The first is the one that the answer gives by its own members, too.
        case numbers(Target, others: [Target])
        /// The most probable first.
        case labels(target: String, [LabelProbability])
    }

    package struct Result: ResultShape {
        package var model: String
        package var answer: Answer
        /// Of the steps; nil where the rows had none.
        package var times: [String]?
        package var warnings: [String]

        package init(model: String, answer: Answer, times: [String]?, warnings: [String]) {
            self.model = model
            self.answer = answer
            self.times = times
            self.warnings = warnings
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            model = try reader.string("model")
            times = reader["times"] == nil ? nil : try reader.strings("times")
            warnings = try reader.strings("warnings")
            if reader["labels"] != nil {
                let labels = try reader.array("labels") { (json, path) throws(ShapeError) in
                    let label = try ResultReader(json, path)
                    return LabelProbability(
                        label: try label.string("label"), probability: try label.number("probability"))
                }
                guard !labels.isEmpty else {
                    throw ShapeError("result.labels is empty", hint: "is the daemon of this build?")
                }
                answer = .labels(target: try reader.string("target"), labels)
            } else {
                let all = reader["targets"] == nil ? [] : try reader.array("targets", Target.init)
                answer = .numbers(try Target(reader), others: Array(all.dropFirst()))
            }
        }

        package var json: JSONValue {
            var members: [(name: String, value: JSONValue)] = [("model", .string(model))]
            members.reserveCapacity(8)
            switch answer {
            case .numbers(let first, let others):
                first.write(to: &members)
                if !others.isEmpty { members.append(("targets", .array(([first] + others).map(\.json)))) }
            case .labels(let target, let labels):
                members.append(("target", .string(target)))
                if let first = labels.first {
                    members += [("label", .string(first.label)), ("probability", .number(first.probability))]
                }
                let all = labels.map { label in
                    JSONValue.members(
                        ("label", .string(label.label)), ("probability", .number(label.probability)))
                }
                members.append(("labels", .array(all)))
            }
            if let times { members.append(("times", .strings(times))) }
            members.append(("warnings", .strings(warnings)))
            return .object(JSONObject(members))
        }
    }
}

extension SeriesForecast.Series {
    fileprivate init(rows: [JSONValue]) throws(ShapeError) {
        guard rows.count <= SeriesForecast.greatestRows else {
            throw ShapeError(
                "\(rows.count) rows came, expected at most \(SeriesForecast.greatestRows)",
                hint: "give the last rows, as many as the model reads")
        }
        func cell(_ value: JSONValue, _ place: @autoclosure () -> String) throws(ShapeError) -> Cell {
            switch value {
            case .null: return .missing
            case .string(let text): return .text(text)
            default:
                guard let number = value.number else {
                    throw ShapeError(
                        "\(place()) is \(value.kind), expected a number, a text or null",
                        hint: "a row has one value for each column")
                }
                return .number(number)
            }
        }
        func mixed(_ index: Int, _ expected: String) -> ShapeError {
            ShapeError(
                "rows[\(index)] is \(rows[index].kind), expected \(expected)",
                hint: "give all rows as objects by column, or all as arrays in the order of the model's columns")
        }
        guard case .array? = rows.first else {
            var named: [[Member]] = []
            named.reserveCapacity(rows.count)
            for (index, row) in rows.enumerated() {
                guard let members = row.object?.members else {
                    throw mixed(index, index == 0 ? "an object or an array" : "an object, as the first")
                }
                named.append(
                    try members.map { (member) throws(ShapeError) in
                        Member(member.name, try cell(member.value, "rows[\(index)].\(member.name.prefix(80))"))
                    })
            }
            self = .named(named)
            return
        }
        var listed: [[Cell]] = []
        listed.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() {
            guard let elements = row.array else { throw mixed(index, "an array, as the first") }
            var cells: [Cell] = []
            cells.reserveCapacity(elements.count)
            for element in elements { cells.append(try cell(element, "rows[\(index)][\(cells.count)]")) }
            listed.append(cells)
        }
        self = .listed(listed)
    }

    fileprivate var member: (String, JSONValue?) {
        switch self {
        case .values(let values): ("values", .array(values.map { $0.map { .number($0) } ?? .null }))
        case .named(let rows):
            ("rows", .array(rows.map { .object(JSONObject($0.map { ($0.name, $0.cell.json) })) }))
        case .listed(let rows): ("rows", .array(rows.map { .array($0.map(\.json)) }))
        }
    }
}

extension SeriesForecast.Series.Cell {
    fileprivate var json: JSONValue {
        switch self {
        case .missing: .null
        case .number(let number): .number(number)
        case .text(let text): .string(text)
        }
    }
}

extension SeriesForecast.Target {
    fileprivate init(_ json: JSONValue, _ path: String) throws(ShapeError) {
        try self.init(ResultReader(json, path))
    }

    fileprivate init(_ reader: ResultReader) throws(ShapeError) {
        name = try reader.string("target")
        forecast = try reader.numbers("forecast")
        lower = reader["lower"] == nil ? nil : try reader.numbers("lower")
        upper = reader["upper"] == nil ? nil : try reader.numbers("upper")
        let baselines = try reader.object("baselines")
        naive = try baselines.numbers("naive")
        seasonal = baselines["seasonal"] == nil ? nil : try baselines.numbers("seasonal")
        linear = baselines["linear"] == nil ? nil : try baselines.numbers("linear")
    }

    fileprivate var json: JSONValue {
        var members: [(name: String, value: JSONValue)] = []
        write(to: &members)
        return .object(JSONObject(members))
    }

    fileprivate func write(to members: inout [(name: String, value: JSONValue)]) {
        members += [("target", .string(name)), ("forecast", .numbers(forecast))]
        if let lower { members.append(("lower", .numbers(lower))) }
        if let upper { members.append(("upper", .numbers(upper))) }
        var baselines: [(name: String, value: JSONValue)] = [("naive", .numbers(naive))]
        if let seasonal { baselines.append(("seasonal", .numbers(seasonal))) }
        if let linear { baselines.append(("linear", .numbers(linear))) }
        members.append(("baselines", .object(JSONObject(baselines))))
    }
}
