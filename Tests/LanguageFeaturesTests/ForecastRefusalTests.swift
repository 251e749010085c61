import LanguageFeatures
import Models
import Testing
import TimeSeries

@Suite struct `Forecasts of bad rows` {
    private static func forecaster(_ change: (inout SeriesConfiguration) -> Void = { _ in }) throws -> Forecaster {
        var configuration = Forecasters.configurations()[0]
        change(&configuration)
        return Forecaster(try Forecasters.model(configuration, on: Forecasters.table(rows: 40)))
    }

    private static func refusal(_ forecaster: Forecaster, _ table: SeriesTable, steps: Int? = nil) -> SeriesError? {
        do throws(SeriesError) {
            _ = try forecaster.forecast(table, steps: steps)
            return nil
        } catch {
            return error
        }
    }

    @Test func `name what is missing`() throws {
        let forecaster = try Self.forecaster()
        let table = try Forecasters.table(rows: 20)
        #expect(Self.refusal(forecaster, try table.selecting(["warmth"]))?.column == "wind")
        let few = try #require(Self.refusal(forecaster, table[0..<5]))
        #expect(few.description == "5 rows; expected at least 6")
        let timeless = try SeriesTable(columns: table.columns)
        #expect(Self.refusal(forecaster, timeless)?.kind == .missingTimes)
        let none = try SeriesTable(columns: table.columns.map { SeriesTable.Column(name: $0.name, values: []) })
        #expect(Self.refusal(forecaster, none)?.kind == .length)
    }

    @Test(arguments: [0, -1, 4, .max])
    func `of more steps than the horizon are refused where the network says all at once`(steps: Int) throws {
        let error = try #require(
            Self.refusal(try Self.forecaster(), try Forecasters.table(rows: 20), steps: steps))
        #expect(error.kind == .steps && error.expected == "1 to 3")
    }

    @Test func `of labels are for the one step that the model knows`() throws {
        let configuration = try #require(Forecasters.configurations().last)
        let table = try Forecasters.table(rows: 20)
        let forecaster = Forecaster(try Forecasters.model(configuration, on: table))
        #expect(Self.refusal(forecaster, table, steps: 2)?.kind == .steps)
        #expect(Self.refusal(forecaster, table, steps: 3) == nil)
        // What is to be answered need not be known.
        let unknown = try SeriesTable(
            times: table.times, columns: table.columns,
            texts: [SeriesTable.TextColumn(name: "weather", values: table.columns[0].values.map { _ in "" })])
        #expect(try forecaster.forecast(unknown) == forecaster.forecast(table))
    }

    @Test func `fill what is missing only where the model says so`() throws {
        let table = try Forecasters.table(rows: 12)
        var columns = table.columns
        columns[1].values[11] = .nan
        columns[0].values[8] = .nan
        let gaps = try SeriesTable(times: table.times, columns: columns)
        let refused = try #require(Self.refusal(try Self.forecaster(), gaps))
        #expect(refused.kind == .missingValue)
        let forecaster = try Self.forecaster { $0.repair.missing = .carry }
        let mended = try #require(try forecaster.forecast(gaps))
        columns[1].values[11] = columns[1].values[10]
        columns[0].values[8] = columns[0].values[7]
        let filled = try #require(try forecaster.forecast(SeriesTable(times: table.times, columns: columns)))
        #expect(mended.targets == filled.targets)
        #expect(!mended.warnings.isEmpty && filled.warnings.isEmpty)
    }

    @Test func `answer with a warning where a value is far outside what was learned from`() throws {
        let table = try Forecasters.table(rows: 12)
        var columns = table.columns
        columns[1].values[10] = 1e300
        let forecast = try #require(try Self.forecaster().forecast(SeriesTable(times: table.times, columns: columns)))
        #expect(forecast.warnings.count == 1 && forecast.warnings[0].contains("wind"))
        #expect(forecast.targets[0].values.allSatisfy { $0.isFinite })
    }

    @Test func `of a stream leave it as it was`() throws {
        let table = try Forecasters.table(rows: 12)
        let forecaster = try Self.forecaster { $0.repair.missing = .carry }
        let times = try #require(table.times)
        var stream = try ForecastStream(forecaster.model)
        func row(_ index: Int) -> [Double] { table.columns.map { $0.values[index] } }
        #expect(throws: SeriesError.self) { try stream.read([1]) }
        #expect(throws: SeriesError.self) { try stream.read([1, .nan], at: times[0]) }
        #expect(stream.count == 0)
        for index in 0..<10 { try stream.read(row(index), at: times[index]) }
        let before = try forecaster.forecast(after: stream)
        let refusals: [([Double], TimePoint?, SeriesError.Kind)] = [
            ([1], times[10], .table), ([1, 2, 3], times[10], .table), ([1, .infinity], times[10], .table),
            (row(10), nil, .missingTimes), (row(10), times[9], .order), (row(10), times[3], .order),
            (row(10), times[11], .gap),
        ]
        for (values, time, kind) in refusals {
            let error = #expect(throws: SeriesError.self) { try stream.read(values, at: time) }
            #expect(error?.kind == kind && (error?.row ?? 11) == 11, "\(error.map { "\($0)" } ?? "")")
            #expect(try stream.count == 10 && forecaster.forecast(after: stream) == before)
        }
        try stream.read([row(10)[0], .nan], at: times[10])
        var columns = table[0..<11].columns
        columns[1].values[10] = columns[1].values[9]
        let filled = try SeriesTable(times: Array(times[0..<11]), columns: columns)
        #expect(try forecaster.forecast(after: stream) == forecaster.forecast(filled))
    }

    @Test func `of a stream are refused in its first row, too, from which changes are counted`() throws {
        let table = try Forecasters.table(rows: 12)
        let model = try Forecasters.model(Forecasters.configurations()[1], on: table)
        var stream = try ForecastStream(model)
        for (values, kind) in [
            ([Double.nan, 1], SeriesError.Kind.missingValue), ([5, .nan], .missingValue), ([-1, 1], .value),
        ] {
            let error = #expect(throws: SeriesError.self) { try stream.read(values, at: table.times?[0]) }
            #expect(error?.kind == kind && error?.row == 1)
            #expect(stream.count == 0)
        }
        try stream.read([5, 1], at: table.times?[0])
        #expect(stream.count == 1)
    }

    @Test func `of a stream of months go on with their greatest day`() throws {
        var configuration = Forecasters.configurations()[0]
        configuration.interval = .months(1)
        let days = try Forecasters.table(rows: 40)
        let forecaster = Forecaster(try Forecasters.model(configuration, on: days))
        let rows = days[0..<7]
        for day in [28, 30] {
            let times = try (2...8).map { month in
                try #require(TimePoint(year: 2011, month: month, day: month == 2 ? 28 : day))
            }
            let whole = try #require(
                try forecaster.forecast(SeriesTable(times: times, columns: rows.columns)))
            #expect(whole.times?.map(\.description) == ["2011-09-\(day)", "2011-10-\(day)", "2011-11-\(day)"])
            var stream = try ForecastStream(forecaster.model)
            for (row, time) in times.enumerated() { try stream.read(rows.columns.map { $0.values[row] }, at: time) }
            #expect(try forecaster.forecast(after: stream) == whole)
            let error = #expect(throws: SeriesError.self) {
                try stream.read([1, 2], at: TimePoint(year: 2011, month: 9, day: 29))
            }
            #expect(error?.kind == .gap)
        }
    }

    @Test func `beyond the calendar go on without times where nothing reads them`() throws {
        let table = try Forecasters.table(rows: 30, from: "9999-12-01")
        var configuration = Forecasters.configurations()[4]
        configuration.calendar = []
        let free = Forecaster(try Forecasters.model(configuration, on: table))
        let forecast = try #require(try free.forecast(table, steps: 5))
        #expect(forecast.times == nil && forecast.targets[0].values.count == 5)
        let bound = Forecaster(try Forecasters.model(Forecasters.configurations()[4], on: table))
        #expect(Self.refusal(bound, table, steps: 5) != nil)
    }

    @Test func `however they are made up, end in an answer or a refusal`() throws {
        var generator = SeededGenerator(seed: 9)
        let forecasters = try Forecasters.configurations().map { configuration in
            Forecaster(try Forecasters.model(configuration, on: Forecasters.table(rows: 40)))
        }
        var (answered, refused) = (0, 0)
        for _ in 0..<2000 {
            let rows = Int.random(in: 0...20, using: &generator)
            func values() -> [Double] {
                (0..<rows).map { _ in
                    let odd: [Double] = [.nan, 0, -1, 1e308, -1e308, 5e-324]
                    return Int.random(in: 0..<20, using: &generator) == 0
                        ? odd.randomElement(using: &generator) ?? 0 : Double.random(in: 1...30, using: &generator)
                }
            }
            let times = try Forecasters.table(rows: rows).times
            let table = try SeriesTable(
                times: Int.random(in: 0..<5, using: &generator) == 0 ? nil : times,
                columns: [.init(name: "wind", values: values()), .init(name: "warmth", values: values())])
            for forecaster in forecasters {
                let steps = Int.random(in: 0...9, using: &generator)
                do throws(SeriesError) {
                    let forecast = try forecaster.forecast(table, steps: steps == 0 ? nil : steps)
                    #expect(forecast?.targets.allSatisfy { $0.values.allSatisfy(\.isFinite) } == true)
                    answered += 1
                } catch {
                    #expect(!error.description.isEmpty && !error.hint.isEmpty)
                    refused += 1
                }
            }
        }
        #expect(answered > 1000 && refused > 1000)
    }
}
