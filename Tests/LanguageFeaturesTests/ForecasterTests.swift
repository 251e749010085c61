import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TimeSeries

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Forecasters with weights of no meaning, and tables for them.
enum Forecasters {
    static func network(_ layers: NetworkConfiguration, seed: UInt64 = 4) throws -> Network {
        var generator = SeededGenerator(seed: seed)
        var weights: [String: Tensor] = [:]
        for (name, shape) in try Network.expectedWeights(of: layers) {
            let values = (0..<shape.reduce(1, *)).map { _ in Float.random(in: -0.8...0.8, using: &generator) }
            weights[name] = Tensor(shape: shape, values: .float32(values))
        }
        return try Network(configuration: layers, weights: weights)
    }

    static func model(
        _ configuration: SeriesConfiguration, on table: SeriesTable, units: Int = 5,
        residuals: ResidualIntervals? = nil,
        linear: LinearBaseline? = nil
    ) throws -> StoredForecaster {
        let encoder = try SeriesEncoder(fitting: configuration, on: table, rows: 0..<table.count)
        let isLabel = !configuration.labels.isEmpty
        let layers = NetworkConfiguration {
            InputLayer(encoder.featureCount)
            GRU(units, returnSequences: configuration.mode == .stateful)
            Dense(configuration.outputCount, activation: isLabel ? .softmax : .linear)
        }
        return try StoredForecaster(
            name: "noise", encoder: encoder, network: network(layers), linear: linear, residuals: residuals,
            naiveScale: configuration.numericTargets.map { _ in 2 })
    }

    /// Days from a beginning, with two columns of numbers and one of texts.
    static func table(rows: Int, seed: UInt64 = 2, from start: String = "2023-12-20") throws -> SeriesTable {
        var generator = SeededGenerator(seed: seed)
        let first = try #require(TimePoint(start))
        let times = try (0..<rows).map { try #require(SeriesInterval.seconds(86_400).advanced(first, by: $0)) }
        func values(_ range: ClosedRange<Double>) -> [Double] {
            (0..<rows).map { _ in Double.random(in: range, using: &generator) }
        }
        return try SeriesTable(
            times: times,
            columns: [.init(name: "warmth", values: values(2...30)), .init(name: "wind", values: values(0...9))],
            texts: [
                .init(
                    name: "weather",
                    values: (0..<rows).map { _ in ["sun", "rain", "fog"].randomElement(using: &generator) ?? "" })
            ])
    }

    /// One of each kind.
    static func configurations() -> [SeriesConfiguration] {
        var simple = SeriesConfiguration(
            targets: ["warmth"], inputs: ["wind"], calendar: [.dayOfWeek], window: 6, horizon: 3, season: 4)
        simple.interval = .seconds(86_400)
        var all = [simple]
        func add(_ change: (inout SeriesConfiguration) -> Void) {
            var configuration = simple
            change(&configuration)
            all.append(configuration)
        }
        add { $0.transforms = [.log, .difference] }
        add {
            $0.targets = ["warmth", "wind"]
            $0.inputs = []
        }
        add { $0.quantiles = [0.1, 0.5, 0.9] }
        add {
            $0.mode = .autoregressive
            $0.inputs = []
            $0.transforms = [.difference]
        }
        add { $0.mode = .stateful }
        add {
            $0.mode = .stateful
            $0.inputs = []
            $0.transforms = [.difference]
            $0.quantiles = [0.2, 0.5]
        }
        add {
            $0.targets = ["weather"]
            $0.labels = ["fog", "rain", "sun"]
        }
        return all
    }
}

@Suite struct `Forecasts` {
    @Test func `are what plain arithmetic makes of the rows`() throws {
        let table = try Forecasters.table(rows: 40)
        let configuration = SeriesConfiguration(
            targets: ["warmth"], inputs: ["wind"], window: 4, horizon: 2, season: 3)
        let encoder = try SeriesEncoder(fitting: configuration, on: table, rows: 0..<40)
        let network = try Forecasters.network(
            NetworkConfiguration {
                InputLayer(2)
                SimpleRNN(3)
                Dense(2)
            })
        let linear = try #require(
            LinearBaseline(window: 2, targets: 1, horizon: 2, kernel: [1, 0, 0.5, 2], bias: [0.25, -1]))
        let residuals = try #require(ResidualIntervals(lower: [[-1, -2]], upper: [[3, 4]]))
        let model = try StoredForecaster(
            name: "plain", encoder: encoder, network: network, linear: linear, residuals: residuals, naiveScale: [1])
        let forecast = try #require(try Forecaster(model).forecast(table))

        func weight(_ name: String) throws -> [Double] {
            guard case .float32(let values)? = network.weights[name]?.values else { return [] }
            return values.map(Double.init)
        }
        let columns = try ["warmth", "wind"].map { try #require(table.values(of: $0)) }
        let scales = columns.map { values -> (mean: Double, deviation: Double) in
            let mean = values.reduce(0, +) / 40
            return (mean, (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 40).squareRoot())
        }
        let (kernel, recurrent, bias) = try (
            weight("simple_rnn/kernel"), weight("simple_rnn/recurrent_kernel"), weight("simple_rnn/bias")
        )
        var hidden = [0.0, 0, 0]
        for row in 36..<40 {
            let input = columns.indices.map { (columns[$0][row] - scales[$0].mean) / scales[$0].deviation }
            hidden = (0..<3).map { unit in
                var sum = bias[unit]
                for index in input.indices { sum += input[index] * kernel[index * 3 + unit] }
                for index in hidden.indices { sum += hidden[index] * recurrent[index * 3 + unit] }
                return tanh(sum)
            }
        }
        let (dense, offset) = try (weight("dense/kernel"), weight("dense/bias"))
        let expected = (0..<2).map { step in
            let output = (0..<3).reduce(offset[step]) { $0 + hidden[$1] * dense[$1 * 2 + step] }
            return output * scales[0].deviation + scales[0].mean
        }
        let target = try #require(forecast.targets.first)
        #expect(target.name == "warmth" && forecast.targets.count == 1 && forecast.labels.isEmpty)
        for (value, expected) in zip(target.values, expected) { #expect(abs(value - expected) < 1e-4) }
        #expect(target.lower == [target.values[0] - 1, target.values[1] - 2])
        #expect(target.upper == [target.values[0] + 3, target.values[1] + 4])
        #expect(target.lastValue == [columns[0][39], columns[0][39]])
        #expect(target.seasonal == [columns[0][37], columns[0][38]])
        let line = try #require(target.linear)
        #expect(abs(line[0] - (0.25 + columns[0][38] + 0.5 * columns[0][39])) < 1e-12)
        #expect(abs(line[1] - (-1 + 2 * columns[0][39])) < 1e-12)
        #expect(forecast.times?.map(\.description) == ["2024-01-29", "2024-01-30"])
        #expect(forecast.warnings.isEmpty)
    }

    @Test(arguments: Forecasters.configurations())
    func `of rows as they come have the bits of those of the whole table`(configuration: SeriesConfiguration) throws {
        let table = try Forecasters.table(rows: 40)
        let model = try Forecasters.model(configuration, on: table)
        let forecaster = Forecaster(model)
        let read = try forecaster.prepared(table).table
        var stream = try ForecastStream(model)
        for row in 0..<40 {
            try stream.read(read.columns.map { $0.values[row] }, at: read.times?[row])
            let rows = table[0..<row + 1]
            guard row + 1 >= model.neededRows else {
                #expect(!stream.isReady)
                #expect(throws: SeriesError.self) { try forecaster.forecast(after: stream) }
                #expect(throws: SeriesError.self) { try forecaster.forecast(rows) }
                continue
            }
            #expect(stream.isReady && stream.count == row + 1)
            let whole = try #require(try forecaster.forecast(rows))
            #expect(try forecaster.forecast(after: stream) == whole, "after row \(row + 1)")
            #expect(whole.times?.count == 3)
            if configuration.labels.isEmpty {
                #expect(whole.targets.map(\.name) == configuration.targets)
                #expect(whole.targets.allSatisfy { $0.values.count == 3 && $0.values.allSatisfy(\.isFinite) })
            } else {
                #expect(abs(whole.labels.reduce(0) { $0 + $1.probability } - 1) < 1e-5)
                #expect(whole.labels.map(\.label).sorted() == configuration.labels)
                #expect(zip(whole.labels, whole.labels.dropFirst()).allSatisfy { $0.probability >= $1.probability })
            }
        }
    }

    @Test func `of long streams keep few rows and the same bits`() throws {
        let table = try Forecasters.table(rows: 2000)
        for configuration in Forecasters.configurations() {
            let model = try Forecasters.model(configuration, on: table)
            let forecaster = Forecaster(model)
            let read = try forecaster.prepared(table).table
            var stream = try ForecastStream(model)
            for row in 0..<2000 { try stream.read(read.columns.map { $0.values[row] }, at: read.times?[row]) }
            #expect(try forecaster.forecast(after: stream) == forecaster.forecast(table))
        }
    }

    @Test func `of an autoregressive network read what it said itself`() throws {
        let configuration = Forecasters.configurations()[4]
        let table = try Forecasters.table(rows: 30)
        let model = try Forecasters.model(configuration, on: table)
        let forecaster = Forecaster(model)
        var rows = try forecaster.prepared(table).table
        var expected: [Double] = []
        for step in 0..<8 {
            let value = try #require(try forecaster.forecast(rows, steps: 1)?.targets.first?.values.first)
            expected.append(value)
            try rows.append(
                [value], at: SeriesInterval.seconds(86_400).advanced(#require(table.times?.last), by: step + 1))
        }
        #expect(try forecaster.forecast(table, steps: 8)?.targets.first?.values == expected)
        #expect(try forecaster.forecast(table)?.targets.first?.values == Array(expected.prefix(3)))
        #expect(try forecaster.forecast(table, steps: 8) { false } == nil)
        var asked = 0
        let stopped = try forecaster.forecast(table, steps: 8) {
            asked += 1
            return asked < 4
        }
        #expect(stopped == nil && asked == 4)
    }

    @Test func `of a stateful network go on beyond the horizon with its own first steps`() throws {
        var configuration = Forecasters.configurations()[6]
        configuration.quantiles = []
        let table = try Forecasters.table(rows: 30)
        let residuals = try #require(ResidualIntervals(lower: [[-1, -1, -1]], upper: [[1, 1, 1]]))
        let model = try Forecasters.model(configuration, on: table, residuals: residuals)
        let forecaster = Forecaster(model)
        let first = try #require(try forecaster.forecast(table)?.targets.first)
        let more = try #require(try forecaster.forecast(table, steps: 5)?.targets.first)
        #expect(Array(more.values.prefix(3)) == first.values && more.values.count == 5)
        #expect(more.lower.count == 3 && more.upper.count == 3 && more.lastValue.count == 5)
        var rows = try forecaster.prepared(table).table
        for (step, value) in first.values.prefix(2).enumerated() {
            try rows.append(
                [value], at: SeriesInterval.seconds(86_400).advanced(#require(table.times?.last), by: step + 1))
        }
        #expect(try forecaster.forecast(rows)?.targets.first?.values.last == more.values.last)
    }

    @Test func `of quantiles are the middle one between the outer ones, in their order`() throws {
        let configuration = Forecasters.configurations()[3]
        let table = try Forecasters.table(rows: 50)
        let model = try Forecasters.model(configuration, on: table)
        let (center, scale) = (model.encoder.scalers[0].center, model.encoder.scalers[0].scale)
        for end in 6...50 {
            let rows = table[0..<end]
            let outputs = model.network.predict(features: try model.encoder.features(of: rows, rows: end - 6..<end))
            let forecast = try #require(try Forecaster(model).forecast(rows)?.targets.first)
            for step in 0..<3 {
                let sorted = outputs[3 * step..<3 * step + 3].sorted().map { Double($0) * scale + center }
                #expect([forecast.lower[step], forecast.values[step], forecast.upper[step]] == sorted)
            }
        }
    }
}
