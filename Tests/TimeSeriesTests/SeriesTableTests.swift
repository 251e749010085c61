import Testing
import TimeSeries

@Suite struct SeriesTableTests {
    static func table() throws -> SeriesTable {
        try SeriesTable(
            times: days(3),
            columns: [.init(name: "a", values: [1, 2, 3]), .init(name: "b", values: [4, .nan, 6])],
            texts: [.init(name: "weather", values: ["sun", "", "rain"])])
    }

    @Test func `columns are found by name, and rows cut out`() throws {
        let table = try Self.table()
        #expect(table.count == 3)
        #expect(table.values(of: "a") == [1, 2, 3])
        #expect(table.values(of: "c") == nil)
        #expect(table.texts(of: "weather") == ["sun", "", "rain"])
        let part = table[1..<9]
        #expect(part.count == 2)
        #expect(part.times == Array(try days(3)[1...]))
        #expect(part.values(of: "a") == [2, 3])
        #expect(part.texts(of: "weather") == ["", "rain"])
        #expect(table[5..<9].count == 0)
        #expect(try SeriesTable(columns: []).count == 0)
    }

    @Test func `other lengths, doubled names and infinite values are refused by name`() throws {
        var error = try refusal {
            _ = try SeriesTable(columns: [.init(name: "a", values: [1]), .init(name: "b", values: [])])
        }
        #expect(error.description == "column b: 0 rows; expected 1, as the others have")
        error = try refusal {
            _ = try SeriesTable(columns: [.init(name: "a", values: [1])], texts: [.init(name: "a", values: ["x"])])
        }
        #expect(error.kind == .table && error.column == "a")
        error = try refusal { _ = try SeriesTable(columns: [.init(name: "a", values: [1, -.infinity])]) }
        #expect(error.description == "column a, row 2: an infinite value; expected a number")
    }

    @Test func `a row is appended in the order of the columns`() throws {
        var table = try Self.table()
        try table.append([7, 8], at: time("2012-01-04"))
        #expect(table.count == 4)
        #expect(table.values(of: "b")?.last == 8)
        #expect(table.texts(of: "weather")?.last == "")
        #expect(try refusal { try table.append([7], at: time("2012-01-05")) }.kind == .table)
        #expect(try refusal { try table.append([7, .infinity], at: time("2012-01-05")) }.kind == .table)
        #expect(try refusal { try table.append([7, 8]) }.kind == .missingTimes)
        #expect(table.count == 4)
        var plain = try SeriesTable(columns: [.init(name: "a", values: [])])
        try plain.append([1], at: time("2012"))
        #expect(plain.times == nil && plain.values(of: "a") == [1])
    }

    @Test func `columns are selected, and one that is missing is refused with those that there are`() throws {
        let table = try Self.table()
        let part = try table.selecting(["b"], texts: ["weather"])
        #expect(part.columns.map(\.name) == ["b"] && part.texts.map(\.name) == ["weather"])
        let error = try refusal { _ = try table.selecting(["weather"]) }
        #expect(
            error.description == "column weather: columns a, b, weather; expected a column of numbers named weather")
        #expect(try refusal { _ = try table.selecting([], texts: ["a"]) }.kind == .missingColumn)
    }
}
