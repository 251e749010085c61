import Testing
import TimeSeries

@Suite struct SeriesEncoderTests {
    /// Two targets and an input, all above 0, some of them far.
    static func table(rows: Int, seed: UInt64) throws -> SeriesTable {
        var dice = Dice(state: seed)
        return try SeriesTable(
            times: days(rows),
            columns: [
                .init(name: "a", values: dice.numbers(rows, in: 0.5...20)),
                .init(name: "b", values: dice.numbers(rows, in: 1...1e6)),
                .init(name: "c", values: dice.numbers(rows, in: 1...3)),
            ],
            texts: [
                .init(name: "w", values: (0..<rows).map { _ in ["sun", "rain"].randomElement(using: &dice) ?? "" })
            ])
    }

    static let transforms: [[SeriesTransform]] = [
        [], [.log], [.log1p], [.difference], [.log, .difference], [.difference, .log1p],
    ]

    @Test(arguments: transforms, ForecastMode.allCases)
    func `what the network is to say leads back to the truth`(transforms: [SeriesTransform], mode: ForecastMode) throws
    {
        for (seed, scaler) in ScalerKind.allCases.enumerated() {
            for quantiles in mode == .autoregressive ? [[]] : [[], [0.1, 0.5, 0.9]] {
                let configuration = SeriesConfiguration(
                    targets: ["a", "b"], inputs: mode == .autoregressive ? [] : ["c"], window: 5, horizon: 3,
                    mode: mode,
                    transforms: transforms, scaler: scaler, quantiles: quantiles)
                let table = try Self.table(rows: 40, seed: UInt64(seed))
                let encoder = try SeriesEncoder(fitting: configuration, on: table, rows: 0..<30)
                for row in configuration.contextRows - 1..<40 - 3 {
                    let outputs = encoder.targets(of: table, after: row)
                    #expect(outputs.count == configuration.outputCount)
                    for quantile in 0..<max(1, quantiles.count) {
                        let values = try #require(
                            encoder.values(of: outputs, quantile: quantile, after: row, in: table))
                        for (name, found) in zip(configuration.targets, values) {
                            let column = try #require(table.values(of: name))
                            let truth = Array(column[row + 1...row + configuration.networkSteps])
                            // float32 of a value among others up to 1e6, or of its logarithm.
                            let range = (column.max() ?? 0) - (column.min() ?? 0)
                            for (value, other) in zip(found, truth) {
                                let size = transforms == [] || transforms == [.difference] ? range : value * 20
                                #expect((value - other).magnitude <= 4e-7 * size, "\(scaler) \(row)")
                            }
                        }
                    }
                }
            }
        }
    }

    @Test func `features are the columns scaled, then a sine and a cosine a calendar feature`() throws {
        let table = try SeriesTable(
            times: days(4, from: "2024-01-01"),
            columns: [.init(name: "a", values: [1, 2, 3, 6]), .init(name: "b", values: [5, 5, 5, 7])])
        let configuration = SeriesConfiguration(
            dateColumn: "date", targets: ["a"], inputs: ["b"], calendar: [.dayOfWeek], window: 2, scaler: .minMax)
        let encoder = try SeriesEncoder(fitting: configuration, on: table, rows: 0..<3)
        #expect(encoder.featureCount == 4)
        #expect(encoder.ranges == [1...3, 5...5])
        let features = try encoder.features(of: table, rows: 1..<4)
        let expected: [Float] = [
            0.5, 0, 0.7818315, 0.6234898, 1, 0, 0.9749279, -0.22252093, 2.5, 2, 0.43388373, -0.90096885,
        ]
        #expect(zip(features, expected).allSatisfy { ($0 - $1).magnitude < 1e-6 } && features.count == 12)
    }

    @Test func `changes are read with the row before the window, and answered as changes since its last`() throws {
        let table = try SeriesTable(columns: [.init(name: "a", values: [1, 2, 4, 7, 11, 16])])
        let configuration = SeriesConfiguration(
            targets: ["a"], window: 2, horizon: 2, transforms: [.difference], scaler: .none)
        let encoder = try SeriesEncoder(fitting: configuration, on: table, rows: 0..<4)
        #expect(encoder.contextRows == 3)
        #expect(try encoder.features(of: table, rows: 1..<4) == [1, 2, 3])
        #expect(encoder.targets(of: table, after: 3) == [4, 9])
        #expect(encoder.values(of: [4, 9], after: 3, in: table) == [[11, 16]])
        #expect(try refusal { _ = try encoder.features(of: table, rows: 0..<2) }.kind == .length)
        #expect(encoder.targets(of: table, after: 4) == [])
        #expect(encoder.targets(of: table, after: -1) == [])
        #expect(encoder.targets(of: table, after: .max) == [])
        #expect(encoder.values(of: [4], after: 3, in: table) == nil)
        #expect(encoder.values(of: [4, 9], after: 6, in: table) == nil)
        #expect(encoder.values(of: [4, 9], quantile: 1, after: 3, in: table) == nil)
    }

    @Test(arguments: transforms)
    func `a row's features do not depend on the rows that are asked for with it`(transforms: [SeriesTransform]) throws {
        let table = try Self.table(rows: 30, seed: 9)
        let configuration = SeriesConfiguration(
            dateColumn: "date", targets: ["a", "b"], inputs: ["c"], calendar: CalendarFeature.allCases,
            transforms: transforms)
        let encoder = try SeriesEncoder(fitting: configuration, on: table, rows: 0..<20)
        let all = try encoder.features(of: table, rows: 1..<30)
        let width = encoder.featureCount
        for start in 1..<25 {
            let some = try encoder.features(of: table, rows: start..<start + 5)
            #expect(some == Array(all[(start - 1) * width..<(start + 4) * width]))
        }
    }

    @Test(arguments: transforms)
    func `nothing of the rows that are not learned from changes what is fitted`(transforms: [SeriesTransform]) throws {
        let table = try Self.table(rows: 40, seed: 3)
        var other = table[0..<30]
        var dice = Dice(state: 4)
        for _ in 0..<10 { try other.append(dice.numbers(3, in: -1e9 ... -1e8), at: time("2100")) }
        for scaler in ScalerKind.allCases {
            let configuration = SeriesConfiguration(
                targets: ["a", "b"], inputs: ["c"], transforms: transforms, scaler: scaler)
            let encoder = try SeriesEncoder(fitting: configuration, on: table, rows: 0..<30)
            #expect(try encoder == SeriesEncoder(fitting: configuration, on: other, rows: 0..<30))
            #expect(
                try encoder
                    == SeriesEncoder(configuration: configuration, scalers: encoder.scalers, ranges: encoder.ranges))
        }
    }

    @Test func `a constant column is scaled to zeros`() throws {
        let table = try SeriesTable(columns: [.init(name: "a", values: [0.1, 0.1, 0.1, 0.1])])
        for scaler in [ScalerKind.standard, .minMax, .robust] {
            for transforms: [SeriesTransform] in [[], [.log], [.difference]] {
                let configuration = SeriesConfiguration(
                    targets: ["a"], window: 2, transforms: transforms, scaler: scaler)
                let encoder = try SeriesEncoder(fitting: configuration, on: table, rows: 0..<4)
                #expect(try encoder.features(of: table, rows: 1..<4) == [0, 0, 0])
                #expect(agree(encoder.values(of: [0], after: 3, in: table)?[0][0] ?? .nan, 0.1))
            }
        }
    }

    @Test func `labels are those of the row so far ahead`() throws {
        let table = try SeriesTable(
            columns: [.init(name: "a", values: [1, 2, 3, 4, 5])],
            texts: [.init(name: "w", values: ["sun", "rain", "fog", "", "sun"])])
        let configuration = SeriesConfiguration(
            targets: ["w"], inputs: ["a"], window: 1, horizon: 2, labels: ["rain", "sun"])
        let encoder = try SeriesEncoder(fitting: configuration, on: table, rows: 0..<5)
        #expect(encoder.featureCount == 1)
        #expect((-2..<6).map { encoder.label(of: table, after: $0) } == [nil, 0, nil, nil, 1, nil, nil, nil])
        #expect(encoder.targets(of: table, after: 0) == [])
        #expect(encoder.values(of: [0, 1], after: 0, in: table) == nil)
    }

    @Test func `what cannot be read is refused by column and row`() throws {
        let table = try SeriesTable(
            columns: [.init(name: "a", values: [1, 2, 0, 4, .nan]), .init(name: "b", values: [0, 1, 2, 3, 4])])
        var configuration = SeriesConfiguration(targets: ["a"], transforms: [.log])
        var error = try refusal { _ = try SeriesEncoder(fitting: configuration, on: table, rows: 0..<4) }
        #expect(error.description == "column a, row 3: 0; expected a value above 0, of which there is a logarithm")
        let encoder = try SeriesEncoder(fitting: configuration, on: table, rows: 0..<2)
        error = try refusal { _ = try encoder.features(of: table, rows: 1..<4) }
        #expect(error.column == "a" && error.row == 3 && error.kind == .value)
        error = try refusal { _ = try encoder.features(of: table, rows: 4..<5) }
        #expect(error.description == "column a, row 5: a missing value; expected a number")
        #expect(try refusal { _ = try encoder.features(of: table, rows: 4..<6) }.kind == .length)
        #expect(try refusal { _ = try encoder.features(of: table, rows: -1..<2) }.kind == .length)
        error = try refusal { _ = try encoder.features(of: table.selecting(["b"]), rows: 0..<2) }
        #expect(error.kind == .missingColumn && error.column == "a")

        configuration.transforms = []
        error = try refusal { _ = try SeriesEncoder(fitting: configuration, on: table, rows: 0..<5) }
        #expect(error.kind == .missingValue && error.row == 5)
        for rows in [0..<6, 3..<3, -1..<2] {
            #expect(
                try refusal { _ = try SeriesEncoder(fitting: configuration, on: table, rows: rows) }.kind == .length)
        }
        configuration.calendar = [.dayOfYear]
        let calendar = try SeriesEncoder(fitting: configuration, on: table, rows: 0..<4)
        error = try refusal { _ = try calendar.features(of: table, rows: 0..<2) }
        #expect(error.kind == .missingTimes)
        configuration.horizon = 0
        #expect(
            try refusal { _ = try SeriesEncoder(fitting: configuration, on: table, rows: 0..<4) }.kind == .configuration
        )
    }

    @Test func `numbers that a file contradicts itself in are refused`() throws {
        let configuration = SeriesConfiguration(targets: ["a"])
        let scaler = try Scaler(kind: .standard, center: 0, scale: 1)
        let other = try Scaler(kind: .robust, center: 0, scale: 1)
        for (scalers, ranges) in [
            ([], []), ([scaler], []), ([scaler, scaler], [0...1, 0...1]), ([other], [0...1]),
            ([scaler], [0...Double.infinity]),
        ] {
            let error = try refusal {
                _ = try SeriesEncoder(configuration: configuration, scalers: scalers, ranges: ranges)
            }
            #expect(error.kind == .model)
        }
    }

    @Test func `the largest numbers there are stay finite, there and back`() throws {
        let largest = Double.greatestFiniteMagnitude
        for transforms: [SeriesTransform] in [[], [.difference], [.log1p]] {
            let configuration = SeriesConfiguration(targets: ["a"], window: 1, transforms: transforms)
            let sample = try SeriesTable(columns: [.init(name: "a", values: [1, 2, 5, 3])])
            let encoder = try SeriesEncoder(fitting: configuration, on: sample, rows: 0..<4)
            let table = try SeriesTable(
                columns: [
                    .init(name: "a", values: transforms == [.log1p] ? [0, largest, 0] : [-largest, largest, -largest])
                ])
            #expect(try encoder.features(of: table, rows: 1..<3).allSatisfy { $0.magnitude <= 1e18 })
            #expect(encoder.targets(of: table, after: 1).allSatisfy { $0.magnitude <= 1e18 })
            for output: Float in [.greatestFiniteMagnitude, -.greatestFiniteMagnitude] {
                let values = try #require(encoder.values(of: [output], after: 1, in: table))
                #expect(values[0][0].isFinite)
            }
        }
    }

    @Test func `a value farther outside than the range is wide is warned of, and no other`() throws {
        let table = try SeriesTable(
            columns: [
                .init(name: "wind", values: [0.4, 9.5, 18.5, 91, -100]),
                .init(name: "rain", values: [0, 0, 0, 0, 1e-3]),
            ])
        let configuration = SeriesConfiguration(targets: ["wind"], inputs: ["rain"], window: 2)
        let encoder = try SeriesEncoder(fitting: configuration, on: table, rows: 0..<2)
        #expect(encoder.warnings(of: table, rows: 0..<3) == [])
        #expect(
            encoder.warnings(of: table, rows: 2..<4)
                == ["wind: 91 is far outside 0.4 … 9.5, which the model was trained on"])
        #expect(
            encoder.warnings(of: table, rows: 0..<99)
                == [
                    "wind: -100 is far outside 0.4 … 9.5, which the model was trained on",
                    "rain: 0.001 is far outside 0 … 0, which the model was trained on",
                ])
    }
}
