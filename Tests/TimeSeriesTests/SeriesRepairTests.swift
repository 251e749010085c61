import JSON
import Testing
import TimeSeries

@Suite struct SeriesRepairTests {
    static let mild = SeriesRepair(missing: .interpolate, repeated: .mean, sorts: true)

    static func table(_ texts: [String], _ values: [Double]) throws -> SeriesTable {
        try SeriesTable(times: texts.map(time), columns: [.init(name: "a", values: values)])
    }

    @Test func `what is whole stays as it is`() throws {
        let table = try SeriesTable(times: days(3), columns: [.init(name: "a", values: [3, 1, 2])])
        let (repaired, interval, notes) = try SeriesRepair().repaired(table, interval: nil)
        #expect(repaired == table)
        #expect(interval == .seconds(86_400))
        #expect(notes == [])
        let plain = try SeriesTable(columns: [.init(name: "a", values: [3, 1, 2])])
        #expect(try SeriesRepair().repaired(plain, interval: nil).table == plain)
        #expect(try SeriesRepair().repaired(table[0..<1], interval: nil).interval == nil)
        #expect(try SeriesRepair().repaired(table[0..<0], interval: nil).table.count == 0)
    }

    @Test func `rows out of order are refused by name, or sorted`() throws {
        let table = try Self.table(["2012-01-03", "2012-01-01", "2012-01-02"], [3, 1, 2])
        #expect(
            try refusal { _ = try SeriesRepair().repaired(table, interval: nil) }.description
                == "row 2: 2012-01-01 after 2012-01-03; expected rows in the order of time")
        let (repaired, _, notes) = try SeriesRepair(sorts: true).repaired(table, interval: nil)
        #expect(repaired.values(of: "a") == [1, 2, 3])
        #expect(repaired.times == (try days(3)))
        #expect(notes.count == 1)
    }

    @Test(arguments: [(RepeatedTimes.first, 2.0, "sun"), (.last, 6.0, ""), (.mean, 4.0, "sun")])
    func `rows with the same time become one`(repeated: RepeatedTimes, value: Double, text: String) throws {
        let table = try SeriesTable(
            times: times("2012-01-01", "2012-01-02", "2012-01-02", "2012-01-02", "2012-01-03"),
            columns: [.init(name: "a", values: [1, 2, .nan, 6, 9])],
            texts: [.init(name: "w", values: ["fog", "sun", "rain", "", "snow"])])
        let repair = SeriesRepair(missing: .carry, repeated: repeated)
        let (repaired, _, notes) = try repair.repaired(table, interval: nil)
        #expect(repaired.values(of: "a") == [1, value, 9])
        #expect(repaired.texts(of: "w") == ["fog", text.isEmpty ? "fog" : text, "snow"])
        #expect(notes.first == "2 rows with a time that came before: \(repeated.rawValue)")
        let error = try refusal { _ = try SeriesRepair().repaired(table, interval: nil) }
        #expect(error.kind == .repeatedTime && error.row == 3)
    }

    @Test(arguments: [
        (["2011-02-28", "2011-03-28", "2011-05-28"], "2011-04-28"),
        (["2011-04-30", "2011-05-30", "2011-07-30", "2011-08-30"], "2011-06-30"),
        (["2011-02-28", "2011-03-30", "2011-05-30"], "2011-04-30"),
        (["2011-02-28", "2011-03-31", "2011-05-31"], "2011-04-30"),
    ])
    func `months go on with their greatest day, wherever they begin`(texts: [String], between: String) throws {
        let table = try Self.table(texts, texts.indices.map(Double.init))
        let (repaired, interval, _) = try Self.mild.repaired(table, interval: .months(1))
        #expect(interval == .months(1))
        #expect(repaired.times?.map(\.description) == (texts + [between]).sorted())
    }

    @Test func `months of different days are refused`() throws {
        let table = try Self.table(["2011-02-28", "2011-03-31", "2011-04-28"], [1, 2, 3])
        #expect(try refusal { _ = try Self.mild.repaired(table, interval: .months(1)) }.kind == .interval)
    }

    @Test func `a row that is not there is refused by its time, or becomes one`() throws {
        let table = try Self.table(["2012-01", "2012-02", "2012-05", "2012-06"], [1, 2, 8, 9])
        let error = try refusal { _ = try SeriesRepair().repaired(table, interval: nil) }
        #expect(error.description == "row 3: no row for 2012-03; expected a row every 1mo")
        let (repaired, _, notes) = try Self.mild.repaired(table, interval: nil)
        #expect(repaired.values(of: "a") == [1, 2, 4, 6, 8, 9])
        #expect(repaired.times?.map(\.description) == (1...6).map { "2012-0\($0)" })
        #expect(notes == ["2 steps of 1mo had no row", "a: 2 missing values: interpolate"])
        let carried = try SeriesRepair(missing: .carry).repaired(table, interval: .months(1))
        #expect(carried.table.values(of: "a") == [1, 2, 2, 2, 8, 9])
    }

    @Test func `a time that no number of steps leads to is refused`() throws {
        let table = try Self.table(["2012-01-01", "2012-01-02", "2012-01-03 07:00"], [1, 2, 3])
        let error = try refusal { _ = try Self.mild.repaired(table, interval: nil) }
        #expect(error.kind == .interval && error.row == 3)
        #expect(error.came == "2012-01-03T07:00:00")
        let months = try Self.table(["2012-01-15", "2012-02-15", "2012-03-16"], [1, 2, 3])
        #expect(try refusal { _ = try Self.mild.repaired(months, interval: .months(1)) }.row == 3)
        // Made in code, not read: no division by it.
        #expect(try refusal { _ = try Self.mild.repaired(table, interval: .seconds(0)) }.kind == .interval)
    }

    @Test func `a gap of many rows is refused before anything is made of it`() throws {
        let texts = ["0000-01-01 00:00:00", "0000-01-01 00:00:01", "9999-12-31 23:59:59"]
        let error = try refusal { _ = try Self.mild.repaired(try Self.table(texts, [1, 2, 3]), interval: nil) }
        #expect(error.kind == .gap && error.row == 3)
        #expect(error.description.contains("315569519997 steps of 1s without a row before 9999-12-31T23:59:59"))
        let few = try Self.table(["2012-01-01", "2012-01-02", "2012-02-02"], [1, 2, 3])
        #expect(try Self.mild.repaired(few, interval: nil).table.count == 33)
        let more = try Self.table(["2012-01-01", "2012-01-02", "2012-02-03"], [1, 2, 3])
        #expect(try refusal { _ = try Self.mild.repaired(more, interval: nil) }.kind == .gap)
    }

    @Test func `a gap among many columns is refused by the numbers that it would add`() throws {
        func gap(days: Int, columns: Int) throws -> SeriesTable {
            let start = try time("2012-01-01")
            let end = try #require(SeriesInterval.seconds(86_400).advanced(start, by: days))
            return try SeriesTable(
                times: [start, end], columns: (0..<columns).map { .init(name: "\($0)", values: [1, 2]) })
        }
        let day = SeriesInterval.seconds(86_400)
        #expect(try Self.mild.repaired(gap(days: 18, columns: 1), interval: day).table.count == 19)
        let error = try refusal { _ = try Self.mild.repaired(gap(days: 18, columns: 250_000), interval: day) }
        #expect(error.kind == .gap && error.row == 2 && error.expected == "at most 16 in all among 2 rows")
    }

    @Test func `no part is filled from the rows after it`() throws {
        let values: [Double] = [1, .nan, 3, .nan, .nan, 9, .nan, 8]
        let table = try SeriesTable(columns: [.init(name: "a", values: values)])
        #expect(try Self.mild.filled(table).table.values(of: "a") == [1, 2, 3, 5, 7, 9, 8.5, 8])
        let parts = try Self.mild.filled(table, ends: [4, 7]).table
        #expect(parts.values(of: "a") == [1, 2, 3, 3, 6, 9, 9, 8])
        let late = try SeriesTable(columns: [.init(name: "a", values: [.nan, .nan, 5])])
        #expect(try Self.mild.filled(late).table.values(of: "a") == [5, 5, 5])
        let error = try refusal { _ = try Self.mild.filled(late, ends: [2]) }
        #expect(error.description == "column a: no value in the first 2 rows; expected a value among them")
    }

    @Test func `missing values are filled as pandas fills them`() throws {
        for golden in try goldens("filling") {
            let values = golden["values"]?.numbers ?? []
            let table = try SeriesTable(columns: [.init(name: "a", values: values)])
            let filled = try SeriesRepair(missing: .interpolate).repaired(table, interval: nil).table
            #expect(agree(filled.values(of: "a") ?? [], golden["interpolate"]?.numbers ?? [.nan]))
            if values.first?.isNaN == true {
                let error = try refusal { _ = try SeriesRepair(missing: .carry).repaired(table, interval: nil) }
                #expect(error.kind == .missingValue && error.row == 1)
            } else {
                let carried = try SeriesRepair(missing: .carry).repaired(table, interval: nil).table
                #expect(agree(carried.values(of: "a") ?? [], golden["carry"]?.numbers ?? [.nan]))
            }
        }
    }

    @Test func `a missing value is refused by column, row and time unless it is to be filled`() throws {
        let table = try Self.table(["2012-01-01", "2012-01-02"], [1, .nan])
        let error = try refusal { _ = try SeriesRepair().repaired(table, interval: nil) }
        #expect(error.description == "column a, row 2: a missing value at 2012-01-02; expected a value")
        for missing in MissingValues.allCases {
            let empty = try SeriesTable(columns: [.init(name: "a", values: [.nan, .nan])])
            let error = try refusal { _ = try SeriesRepair(missing: missing).repaired(empty, interval: nil) }
            #expect(error.description == "column a: no value at all; expected values")
            let texts = try SeriesTable(columns: [], texts: [.init(name: "w", values: ["", "sun"])])
            #expect(try refusal { _ = try SeriesRepair(missing: missing).repaired(texts, interval: nil) }.row == 1)
        }
        let largest = Double.greatestFiniteMagnitude
        let far = try SeriesTable(columns: [.init(name: "a", values: [-largest, .nan, largest])])
        #expect(try Self.mild.repaired(far, interval: nil).table.values(of: "a") == [-largest, 0, largest])
    }

    @Test func `whatever comes, there is a row every step and a value in every row, or a refusal`() throws {
        var dice = Dice(state: 11)
        var repaired = 0
        for _ in 0..<3000 {
            let count = Int.random(in: 0...12, using: &dice)
            let step = [1, 3600, 86_400, 30 * 86_400].randomElement(using: &dice) ?? 1
            let places = (0..<count).map { $0 + Int.random(in: -1...1, using: &dice) }
            let table = try SeriesTable(
                times: places.compactMap {
                    TimePoint(seconds: Int64(1_000_000_000 + $0 * step), resolution: .second)
                },
                columns: [
                    .init(
                        name: "a",
                        values: places.map { Int.random(in: 0...4, using: &dice) == 0 ? .nan : Double($0) })
                ],
                texts: [
                    .init(name: "w", values: places.map { Int.random(in: 0...4, using: &dice) == 0 ? "" : "\($0)" })
                ])
            let repair = SeriesRepair(
                missing: MissingValues.allCases.randomElement(using: &dice) ?? .refuse,
                repeated: RepeatedTimes.allCases.randomElement(using: &dice) ?? .refuse,
                sorts: Bool.random(using: &dice))
            guard let (whole, interval, notes) = try? repair.repaired(table, interval: nil) else { continue }
            repaired += 1
            let times = try #require(whole.times)
            if let interval {
                #expect(zip(times, times.dropFirst()).allSatisfy { interval.advanced($0, by: 1) == $1 })
            }
            #expect(times.count == whole.count && whole.columns[0].values.count == whole.count)
            #expect(whole.columns[0].values.allSatisfy { !$0.isNaN })
            #expect(whole.texts[0].values.allSatisfy { !$0.isEmpty })
            #expect(notes.isEmpty == (whole == table))
            let again = try repair.repaired(whole, interval: interval)
            #expect(again.table == whole && again.notes == [])
        }
        #expect(repaired > 300)
    }
}
