import JSON
import LanguageFeatures
import Models
import RecurrentNetworks
import Reports
import Testing
import TimeSeries
import TrainingRuns

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

@Suite struct `Reports of forecasts` {
    private static let targets = ["최고 기온", "wind"]

    private static func model(
        horizon: Int = 3, labels: [String] = [], coverage: Double = 0.8
    ) throws -> StoredForecaster {
        let configuration = SeriesConfiguration(
            dateColumn: "date", targets: labels.isEmpty ? targets : ["sky"], inputs: labels.isEmpty ? [] : ["wind"],
            window: 4,
            horizon: horizon, season: 2, coverage: coverage, labels: labels)
        let count = labels.isEmpty ? 2 : 1
        let layers = NetworkConfiguration(layers: [
            .input(features: count), .gru(RecurrentOptions(units: 3)),
            .dense(units: configuration.outputCount, activation: labels.isEmpty ? .linear : .softmax),
        ])
        return try StoredForecaster(
            name: "weather",
            encoder: SeriesEncoder(
                configuration: configuration,
                scalers: (0..<count).map { _ in try Scaler(kind: .standard, center: 5, scale: 2) },
                ranges: Array(repeating: 0...9, count: count)),
            network: Network(configuration: layers, weights: initialWeights(of: NetworkPlan(layers), seed: 3)),
            residuals: labels.isEmpty
                ? ResidualIntervals(
                    lower: (0..<2).map { _ in (0..<horizon).map { -Double($0 + 1) } },
                    upper: (0..<2).map { _ in (0..<horizon).map { Double($0 + 1) } }) : nil,
            naiveScale: labels.isEmpty ? [2, 0.5] : [])
    }

    /// With a date, two columns of numbers and one of labels a row.
    private static func rows(_ count: Int) -> String {
        "date,최고 기온,wind,sky\n"
            + (0..<count).map { row in
                let date = TimePoint("2012-01-01").flatMap { SeriesInterval.seconds(86_400).advanced($0, by: row) }
                return "\(date?.description ?? ""),\(row * 7 % 10),\(Double(row * 3 % 8) / 2),"
                    + (row % 3 == 0 ? "비\n" : "sun\n")
            }.joined()
    }

    /// What the page of a report holds for its script.
    private func data(_ report: ForecastReport, rows: Int? = nil) throws -> JSONValue {
        var report = report
        let path = "/tmp/sluice-report-\(UInt64.random(in: 0...(.max))).csv"
        if let rows {
            try FileSystem.replace(path, with: Array(Self.rows(rows).utf8))
            report.data = path
        }
        defer { unlink(path) }
        let page = String(decoding: try report.page(), as: UTF8.self)
        let start = try #require(page.ranges(of: #"<script type="application/json" id="data">"#).first)
        return try JSONValue(parsing: Array(page[start.upperBound...].prefix { $0 != "<" }.utf8))
    }

    private func numbers(_ value: JSONValue?) -> [Double] { value?.array?.map { $0.number ?? .nan } ?? [] }

    @Test func `without rows it says what the model is`() throws {
        let data = try data(ForecastReport(model: Self.model()))
        #expect(data["forecasts"]?.isNull == true && data["evaluation"]?.isNull == true)
        let overview = try #require(data["overview"])
        #expect(overview["series"]?["targets"]?.array?.compactMap(\.string) == Self.targets)
        #expect(overview["columns"]?.array?.compactMap { $0["scale"]?.number } == [2, 2])
        #expect(overview["hasIntervals"]?.bool == true)
        #expect(overview["layers"]?.array?.compactMap { $0["kind"]?.string } == ["input_layer", "gru", "dense"])
    }

    @Test func `what is drawn is what the backtest says`() throws {
        let model = try Self.model()
        let forecasts = try #require(try data(ForecastReport(model: model), rows: 40)["forecasts"])
        // After rows 4 to 37.
        #expect(forecasts["origins"]?.integer == 34 && forecasts["measured"]?.integer == 34)
        #expect(forecasts["rows"]?.integer == 40 && forecasts["origin"]?.integer == 3)
        #expect(forecasts["times"]?.array?.first?.string == "2012-01-01")
        #expect(numbers(forecasts["steps"]) == [1, 2, 3])
        #expect(forecasts["promised"]?.number == 0.8)
        let targets = try #require(forecasts["targets"]?.array)
        #expect(targets.compactMap { $0["name"]?.string } == Self.targets)

        let table = try SeriesTable(columns: [
            SeriesTable.Column(name: Self.targets[0], values: (0..<40).map { Double($0 * 7 % 10) }),
            SeriesTable.Column(name: Self.targets[1], values: (0..<40).map { Double($0 * 3 % 8) / 2 }),
        ])
        let report = try #require(try Forecaster(model).backtest(table, origins: 3..<37))
        #expect(forecasts["verdict"]?.string == report.verdict)
        for (own, expected) in zip(targets, report.targets) {
            #expect(numbers(own["truth"]) == table.values(of: expected.name))
            for (name, lines) in [
                ("forecast", expected.forecast), ("lower", expected.lower), ("upper", expected.upper),
            ] {
                let steps = try #require(own[name]?.array).map(numbers)
                #expect(steps.count == 3)
                for (step, values) in zip(steps, lines) {
                    #expect(zip(step, values).allSatisfy { abs($0 - $1) < 1e-5 } && step.count == 34)
                }
            }
            let within = zip(expected.truth, zip(expected.lower, expected.upper)).map { truth, ends in
                zip(truth, zip(ends.0, ends.1)).filter { $0.1.0 <= $0.0 && $0.0 <= $0.1.1 }.count
            }
            #expect(zip(numbers(own["coverages"]), within).allSatisfy { abs($0 - Double($1) / 34) < 1e-6 })
            #expect(numbers(own["widths"]).map { ($0 * 1000).rounded() / 1000 } == [2, 4, 6])
            let figures = try #require(own["figures"]?.array)
            #expect(figures.compactMap { $0["subject"]?.string } == ["model", "seasonal naive", "last value"])
            #expect(figures.allSatisfy { $0["stepErrors"]?.array?.count == 3 })
        }
        #expect(forecasts["all"]?.array?.count == 3)
    }

    @Test func `the last share alone is measured where that is wanted`() throws {
        var report = ForecastReport(model: try Self.model())
        report.share = 0.25
        let forecasts = try #require(try data(report, rows: 40)["forecasts"])
        #expect(forecasts["origins"]?.integer == 8)
        // Rows are numbered as in the file: four that are read, and those that are told ahead.
        #expect(forecasts["firstRow"]?.integer == 27 && forecasts["rows"]?.integer == 14)
    }

    @Test func `of a long horizon and many rows so much is drawn as a page can hold`() throws {
        let forecasts = try #require(try data(ForecastReport(model: Self.model(horizon: 60)), rows: 2_600)["forecasts"])
        let steps = numbers(forecasts["steps"])
        #expect(steps.count == 24 && steps.first == 1 && steps.last == 60)
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 })
        #expect(forecasts["measured"]?.integer == 2_600 - 60 - 3)
        let drawn = try #require(forecasts["origins"]?.integer)
        #expect(drawn == 300_000 / (3 * 24 * 2))
        #expect(forecasts["targets"]?.array?.first?["figures"]?.array?.first?["stepErrors"]?.array?.count == 60)
        #expect(forecasts["rows"]?.integer == 4 + Int(drawn) - 1 + 60)
    }

    @Test func `of labels it is what is taken for what`() throws {
        let data = try data(ForecastReport(model: Self.model(horizon: 1, labels: ["비", "sun"])), rows: 40)
        #expect(data["forecasts"]?.isNull == true)
        let evaluation = try #require(data["evaluation"])
        #expect(evaluation["rows"]?.integer == 36)
        let pairs = try #require(evaluation["confusion"]?.array).map(numbers)
        #expect(pairs.map { $0[2] }.reduce(0, +) == 36)
        #expect(
            evaluation["subjects"]?.array?.compactMap { $0["subject"]?.string }
                == ["model", "last label", "most frequent label"])
    }

    @Test func `rows that lack a column are refused`() throws {
        var report = ForecastReport(model: try Self.model())
        let path = "/tmp/sluice-report-\(UInt64.random(in: 0...(.max))).csv"
        try FileSystem.replace(path, with: Array("date,wind\n2012-01-01,3\n".utf8))
        defer { unlink(path) }
        report.data = path
        let error = try #require(throws: TrainingRunError.self) { try report.page() }
        #expect(error.description.contains("최고 기온"))
    }
}
