import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TimeSeries

@Suite struct `Backtests` {
    /// Says 3, 5 after whatever came.
    private static func constant(residuals: ResidualIntervals? = nil, season: Int = 2) throws -> StoredForecaster {
        let configuration = SeriesConfiguration(targets: ["x"], window: 2, horizon: 2, scaler: .none, season: season)
        let layers = NetworkConfiguration {
            InputLayer(1)
            SimpleRNN(1)
            Dense(2)
        }
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: layers) {
            let zeros = [Float](repeating: 0, count: shape.reduce(1, *))
            weights[name] = Tensor(shape: shape, values: .float32(name == "dense/bias" ? [3, 5] : zeros))
        }
        return try StoredForecaster(
            name: "constant",
            encoder: SeriesEncoder(
                configuration: configuration, scalers: [Scaler(kind: .none, center: 0, scale: 1)], ranges: [0...9]),
            network: Network(configuration: layers, weights: weights),
            linear: LinearBaseline(window: 1, targets: 1, horizon: 2, kernel: [1, 0], bias: [1, 4]),
            residuals: residuals, naiveScale: [4])
    }

    private static func table(_ values: [Double]) throws -> SeriesTable {
        try SeriesTable(columns: [SeriesTable.Column(name: "x", values: values)])
    }

    @Test func `have the figures that are reckoned by hand`() throws {
        let residuals = ResidualIntervals(lower: [[-1, -2]], upper: [[1, 0.5]])
        let forecaster = Forecaster(try Self.constant(residuals: residuals))
        let table = try Self.table([1, 2, 4, 7, 1, 5, 2])
        let report = try #require(try forecaster.backtest(table, origins: 1..<5))
        #expect(report.origins == [1, 2, 3, 4])
        let target = try #require(report.targets.first)
        #expect(target.truth == [[4, 7, 1, 5], [7, 1, 5, 2]])
        #expect(target.forecast == [[3, 3, 3, 3], [5, 5, 5, 5]])
        #expect(report.residuals == [[[1, 4, -2, 2], [2, -4, 0, -3]]])
        #expect(target.figures.map(\.subject) == [.model, .linear, .seasonalNaive, .lastValue])
        // Errors of the steps: 1 4 2 2, 2 4 0 3.
        let model = target.figures[0]
        #expect(model.steps.map(\.mae) == [2.25, 2.25] && model.overall.mae == 2.25 && model.overall.count == 8)
        #expect(model.overall.mase == 2.25 / 4)
        #expect(abs(model.overall.rmse - (54.0 / 8).squareRoot()) < 1e-12)
        // The value before and 1, then always 4: 1 2 -7 3, 3 -3 1 -2.
        #expect(target.figures[1].steps.map(\.mae) == [13.0 / 4, 9.0 / 4])
        // Two rows before: 4-1, 7-2, 1-4, 5-7; 7-2, 1-4, 5-7, 2-1.
        #expect(target.figures[2].steps.map(\.mae) == [13.0 / 4, 11.0 / 4])
        // As it was last: 2 3 -6 4, 5 -3 -2 1.
        #expect(target.figures[3].steps.map(\.mae) == [15.0 / 4, 11.0 / 4])
        // 2...4 holds 4 alone of the first steps, 3...5.5 holds 5 alone of the second.
        #expect(target.coverage == 2.0 / 8 && report.coverage == 2.0 / 8)
        #expect(target.meanWidth == 2.25)
        #expect(report.beatsBaselines == true)
        // 2.25 against 2.75.
        #expect(
            report.verdict
                == "The network beats every baseline: its MASE is 18 % below that of linear, the best of them.")
    }

    @Test func `say plainly when the network is not better`() throws {
        let forecaster = Forecaster(try Self.constant())
        let report = try #require(try forecaster.backtest(Self.table([8, 8, 8, 8, 8, 8, 8.5]), origins: 1..<5))
        #expect(report.beatsBaselines == false)
        #expect(
            report.verdict.hasPrefix("The network does not beat linear and seasonal naive and last value: its MASE is ")
        )
        #expect(report.verdict.hasSuffix("6400 % above that of seasonal naive, the best of them."))
        #expect(report.coverage == nil)
    }

    @Test func `leave out every so many origins, and baselines that could not answer after all of them`() throws {
        let table = try Self.table([1, 2, 4, 7, 1, 5, 2])
        let forecaster = Forecaster(try Self.constant(season: 3))
        let strided = try #require(try forecaster.backtest(table, origins: 1..<5, stride: 2))
        #expect(strided.origins == [1, 3] && strided.targets[0].truth[0] == [4, 1])
        #expect(strided.targets[0].figures.map(\.subject) == [.model, .linear, .lastValue])
    }

    @Test func `leave out what never came`() throws {
        let forecaster = Forecaster(try Self.constant())
        let report = try #require(try forecaster.backtest(Self.table([1, 2, 4, 7, .nan, 5]), origins: 1..<4))
        #expect(report.residuals == [[[1, 4], [2, 0]]])
        #expect(report.targets[0].figures[0].overall.count == 4)
    }

    @Test func `leave out what was filled in, and read it all the same`() throws {
        let forecaster = Forecaster(try Self.constant())
        let (filled, truth) = (try Self.table([1, 2, 4, 7, 6, 5]), try Self.table([1, 2, 4, 7, .nan, 5]))
        let report = try #require(try forecaster.backtest(filled, truth: truth, origins: 1..<4))
        #expect(report.residuals == [[[1, 4], [2, 0]]])
        #expect(report.targets[0].figures.allSatisfy { $0.overall.count == 4 })
        #expect(throws: SeriesError.self) {
            try forecaster.backtest(filled, truth: Self.table([1]), origins: 1..<4)
        }
    }

    @Test func `find the step between rows where the model does not say it`() throws {
        var configuration = Forecasters.configurations()[4]
        configuration.interval = nil
        let table = try Forecasters.table(rows: 30)
        let forecaster = Forecaster(try Forecasters.model(configuration, on: table))
        let report = try #require(
            try forecaster.backtest(forecaster.prepared(table).table, origins: 20..<22))
        let forecast = try #require(try forecaster.forecast(table[0..<21]))
        #expect(report.targets[0].forecast.map { $0[0] } == forecast.targets[0].values)
    }

    @Test(arguments: [0..<4, 1..<6, 1..<1, 5..<9, -4..<2])
    func `are refused where rows are missing before or after an origin`(origins: Range<Int>) throws {
        let forecaster = Forecaster(try Self.constant())
        let error = #expect(throws: SeriesError.self) {
            try forecaster.backtest(Self.table([1, 2, 4, 7, 1, 5, 2]), origins: origins)
        }
        #expect(error?.kind == .length)
    }

    @Test func `end where nobody wants them any more, and say how far they are`() throws {
        let forecaster = Forecaster(try Self.constant())
        let table = try Self.table([1, 2, 4, 7, 1, 5, 2])
        var told: [Int] = []
        let report = try forecaster.backtest(
            table, origins: 1..<5, while: { told.count < 2 }, progress: { told.append($0) })
        #expect(report == nil && told == [1, 2])
    }

    @Test(arguments: Forecasters.configurations())
    func `hold the very forecasts that are given after each row`(configuration: SeriesConfiguration) throws {
        let table = try Forecasters.table(rows: 40)
        let model = try Forecasters.model(configuration, on: table)
        let forecaster = Forecaster(model)
        let prepared = try forecaster.prepared(table).table
        let report = try #require(try forecaster.backtest(prepared, origins: 10..<36, stride: 5))
        #expect(report.origins == [10, 15, 20, 25, 30, 35])
        for (index, origin) in report.origins.enumerated() {
            let forecast = try #require(try forecaster.forecast(table[0..<origin + 1]))
            for (target, given) in zip(report.targets, forecast.targets) {
                #expect(target.forecast.map { $0[index] } == given.values)
                #expect(target.lower.map { $0[index] } == given.lower)
                #expect(target.upper.map { $0[index] } == given.upper)
                let column = try #require(table.values(of: target.name))
                #expect(target.truth.map { $0[index] } == Array(column[origin + 1..<origin + 4]))
            }
        }
        #expect(report.targets.count == configuration.numericTargets.count)
    }

    @Test func `of labels count beside the last label and the most frequent one`() throws {
        let table = try Forecasters.table(rows: 40)
        let configuration = try #require(Forecasters.configurations().last)
        let model = try Forecasters.model(configuration, on: table)
        let forecaster = Forecaster(model)
        let report = try #require(try forecaster.backtest(forecaster.prepared(table).table, origins: 9..<37))
        #expect(report.labels.map(\.subject) == [.model, .lastLabel, .mostFrequentLabel] && report.targets.isEmpty)
        let texts = try #require(table.texts(of: "weather"))
        var counts: [String: Int] = [:]
        for text in texts.prefix(10) { counts[text, default: 0] += 1 }
        let most = try #require(configuration.labels.max { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) })
        var right = [0, 0, 0]
        for origin in 9..<37 {
            let truth = texts[origin + 3]
            let answer = try #require(try forecaster.forecast(table[0..<origin + 1])?.labels.first?.label)
            if answer == truth { right[0] += 1 }
            if texts[origin] == truth { right[1] += 1 }
            if most == truth { right[2] += 1 }
        }
        #expect(report.labels.map { $0.report.count } == [28, 28, 28])
        #expect(report.labels.map { $0.report.accuracy } == right.map { Double($0) / 28 })
        #expect(report.verdict.contains("macro F1"))
        #expect(report.beatsBaselines != nil)
        let error = #expect(throws: SeriesError.self) {
            try forecaster.backtest(table.selecting(["wind"]), origins: 9..<37)
        }
        #expect(error?.kind == .missingColumn && error?.column == "weather")
    }
}
