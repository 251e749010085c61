import Testing
import TimeSeries
import TrainingRuns

struct `Files of series` {
    private func content(
        _ text: String, _ wanted: [SeriesFile.Column], named name: String = "a.csv", date: String? = nil
    ) throws -> SeriesFile.Content {
        let folder = try TemporaryFolder()
        return try SeriesFile(path: folder.write(text, to: name), dateColumn: date).read(wanted)
    }

    @Test(arguments: [
        ("a.csv", "date,x,note,y\n2012-01-01,1.5,\"a, b\",2\n\n2012-01-02,-3e2,c,\n"),
        ("a.tsv", "date\tx\tnote\ty\n2012-01-01\t1.5\ta\t 2 \n2012-01-02\t-3e2\t\tNaN\n"),
        (
            "a.jsonl",
            """
            {"date": "2012-01-01", "x": 1.5, "note": [1], "y": 2}
            {"x": "-3e2", "date": "2012-01-02", "y": null}
            """
        ),
        ("series", "date,x,y\n2012-01-01,1.5,2\n2012-01-02,-3e2,N/A\n"),
    ])
    func `the wanted columns are kept, in their order, and the dates are found`(name: String, text: String) throws {
        let content = try content(text, [.number("y"), .number("x")], named: name)
        #expect(content.dateColumn == "date")
        #expect(content.table.times?.map(\.description) == ["2012-01-01", "2012-01-02"])
        #expect(content.table.columns.map(\.name) == ["y", "x"])
        #expect(content.table.values(of: "x") == [1.5, -300])
        let y = content.table.values(of: "y") ?? []
        #expect(y.first == 2 && y.last?.isNaN == true)
        #expect(content.lines == (text.contains("\n\n") ? [2, 4] : name == "a.jsonl" ? [1, 2] : [2, 3]))
    }

    @Test(arguments: [
        ("x,y\n1,2\n", nil), ("YEAR,x\n1700.0,2\n", "YEAR"), (",x\n1958-03-29,2\n", ""),
        ("id,when,x\n20120101,2012-01-05 13:00,2\n", "when"), ("year,month,x\n2012,2012-03,2\n", "month"),
        ("code,x\n20120101,2\n", nil), ("날짜,x\n20120101,2\n", "날짜"),
        ("Observation Date,x\n2012/1/5,2\n", "Observation Date"),
        ("day,x\n7,2\n", nil), ("when,x\nyesterday,2\n", nil), ("time,x,date\n,3,2012.01.05\n", "date"),
    ])
    func `dates are found by their names and by what they can only be`(text: String, column: String?) throws {
        #expect(try content(text, [.number("x")]).dateColumn == column)
    }

    @Test func `a column that is learned is no column of dates`() throws {
        #expect(try content("year,x\n2012,2\n", [.number("year"), .number("x")]).dateColumn == nil)
    }

    @Test func `a target is of numbers where its first value is one, else of texts`() throws {
        let numbers = try content("t\nNA\n3\n\"\"\n", [.either("t")])
        #expect(numbers.table.values(of: "t")?.map(\.isNaN) == [true, false, true])
        let texts = try content("t,x\nnull,1\n rain ,2\n7,3\n", [.either("t"), .number("x")])
        #expect(texts.table.texts(of: "t") == ["", "rain", "7"])
        #expect(texts.table.columns.map(\.name) == ["x"])
    }

    @Test func `lines of a number each are a column, where one is wanted`() throws {
        let content = try content("12.5\n\n-3\nNaN\n", [.number("x")], named: "-values")
        #expect(content.table.values(of: "x")?.prefix(2) == [12.5, -3])
        #expect(content.table.count == 3 && content.table.times == nil)
    }

    @Test(arguments: [
        ("x\n1\nrain\n", DataError.Kind.notANumber, 3 as Int?, "'rain' in the column 'x'"),
        ("x\n1\n\"3,5\"\n", .decimalComma, 3, "write 3.5"),
        ("x\n\"1,234,567\"\n", .notANumber, 2, "1,234,567"),
        ("x,y\n1,2\n3,5,2\n", .wrongFieldCount, 3, "3.5 and not 3,5"),
        ("date;x\n2012-01-01;3,5\n", .missingColumn, 1, "semicolons"),
        ("y\n1\n", .missingColumn, 1, "'x'"), ("x,x\n1,2\n", .repeatedColumn, 1, "'x'"),
        ("x\ninf\n", .infinite, 2, "'inf'"), ("x\n-Infinity\n", .infinite, 2, "finite"),
        ("x\n1e999\n", .infinite, 2, "1e999"), ("x\n0x10\n", .notANumber, 2, "0x10"),
        ("x\n1.2.3\n", .notANumber, 2, "1.2.3"), ("x\n", .empty, nil, "without rows"), ("", .empty, nil, "no line"),
        ("x\n\u{ff11}\n", .notANumber, 2, "\u{ff11}"), ("date,x\n2012-01-01,1\nlater,2\n", .notADate, 3, "'later'"),
        ("date,x\n2012-01-01,1\n,2\n", .notADate, 3, "no date"),
        ("date,x\n2012-01-01,1\n2012-02,2\n", .notADate, 3, "such as 2012-01-01"),
        ("date,x\n2012-01-01,1\n2012-13-01,2\n", .notADate, 3, "2012-13-01"),
        ("x,date\n3,01/31/2020\n", .notADate, 2, "'01/31/2020' in the column 'date'"),
        ("date,x\nNA,3\n2012-01-02,4\n", .notADate, 2, "--date-column none"),
        ("{\"x\": 1, \"날짜\": null}\n", .notADate, 1, "no date in the column '날짜'"),
        ("__label__a b\n", .unknownFormat, 1, "a text with a label"),
        ("{\"x\": true}\n", .wrongType, 1, "boolean"), ("{\"x\": 1}\n[2]\n", .wrongType, 2, "no object"),
        ("{\"x\": 1}\n{\"x\": 1e400}\n", .invalidJSON, 2, ""),
    ])
    func `what is no series is refused with its line`(
        text: String, kind: DataError.Kind, line: Int?, part: String
    ) throws {
        let error = #expect(throws: DataError.self) {
            try content(text, [.number("x")], named: text.first == "{" || text.first == "_" ? "a" : "a.csv")
        }
        #expect(error?.kind == kind)
        #expect(error?.line == line)
        #expect("\(error.map { "\($0) \($0.hint)" } ?? "")".contains(part), "\(error?.description ?? "")")
    }

    @Test func `a date column that is named has to be there, and to hold dates`() throws {
        #expect(
            #expect(throws: DataError.self) { try content("x\n1\n", [.number("x")], date: "when") }?.kind
                == .missingColumn)
        #expect(
            #expect(throws: DataError.self) { try content("x,when\n1,now\n", [.number("x")], date: "when") }?.kind
                == .notADate)
        #expect(try content("x,when\n1,2012\n", [.number("x")], date: "when").dateColumn == "when")
    }

    @Test func `a packed file is read as it is, and random bytes end in an error or a table`() throws {
        let folder = try TemporaryFolder()
        let packed = try folder.write("x\n1\n2\n", to: "a.csv.gz", packed: true)
        #expect(try SeriesFile(path: packed).read([.number("x")]).table.values(of: "x") == [1, 2])
        var generator = SystemRandomNumberGenerator()
        let pieces = Array("x,date\n1.5\"2012-01-01;NaN{}:-eE+\t\r한".utf8)
        for round in 0..<60 {
            let bytes = (0..<Int.random(in: 0..<80, using: &generator)).map { _ in
                round.isMultiple(of: 3)
                    ? UInt8.random(in: 0...255, using: &generator) : pieces.randomElement(using: &generator) ?? 0
            }
            for name in ["a.csv", "a.tsv", "a.jsonl", "a"] {
                let file = SeriesFile(path: try folder.write(Array("x,date\n".utf8) + bytes, to: name))
                do { #expect(try file.read([.either("x")]).table.count > 0) } catch {}
            }
        }
    }
}
