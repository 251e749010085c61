import Testing
import TimeSeries

@Suite struct SeriesIntervalTests {
    @Test(arguments: [
        ("7d", "7d"), ("1w", "7d"), ("24h", "1d"), ("1h", "1h"), ("15min", "15min"), ("90s", "90s"), ("60s", "1min"),
        ("1mo", "1mo"), ("12mo", "1y"), ("3mo", "3mo"), ("1y", "1y"), ("10000y", "10000y"),
    ])
    func `an interval is a number and a unit`(text: String, written: String) {
        #expect(SeriesInterval(text)?.description == written)
    }

    @Test(arguments: [
        "", "d", "7", "0d", "-7d", "7 d", "1m", "1.5h", "7D", "7일", "99999999999999999999s", "10001y", "999999999999y",
        "316000000001s",
    ])
    func `what is no interval is none`(text: String) {
        #expect(SeriesInterval(text) == nil)
    }

    static let steps: [([String], String)] = [
        (["1700", "1701", "1702"], "1y"), (["2012-01", "2012-02", "2012-03"], "1mo"),
        (["2012-01", "2012-04", "2012-07"], "3mo"), (["2012-01-01", "2012-02-01", "2012-03-01"], "1mo"),
        (["2012-01-31", "2012-02-29", "2012-03-31", "2012-04-30"], "1mo"),
        (["2011-12-31", "2012-12-31"], "1y"), (["2011-02-28", "2011-03-28"], "1mo"),
        (["2012-01-28", "2012-02-04", "2012-02-11"], "7d"),
        (["2012-01-01", "2012-01-02", "2012-01-05", "2012-01-06"], "1d"),
        (["2012-01-01 00:00", "2012-01-01 01:00", "2012-01-01 03:00", "2012-01-01 04:00"], "1h"),
        (["2012-01-01", "2012-01-01", "2012-01-02"], "1d"),
        (["1700", "1701", "1705", "1709"], "4y"),
        // As frequent as the other: the shorter.
        (["2012-01-01", "2012-01-03", "2012-01-04"], "1d"),
    ]

    @Test(arguments: steps)
    func `the most frequent step is found, months where they fit`(texts: [String], written: String) throws {
        #expect(SeriesInterval.found(in: try texts.map(time))?.description == written)
    }

    @Test func `there is no step without two times`() throws {
        #expect(SeriesInterval.found(in: []) == nil)
        #expect(SeriesInterval.found(in: try times("2012")) == nil)
        #expect(SeriesInterval.found(in: try times("2012", "2012", "2011")) == nil)
    }

    static let moves: [(String, String, Int, String?)] = [
        ("2012-01-31", "1mo", 1, "2012-02-29"), ("2012-01-31", "1mo", 2, "2012-03-31"),
        ("2012-01-30", "1mo", 1, "2012-02-29"),
        ("2012-02-29", "1y", 1, "2013-02-28"), ("2012-02-29", "1mo", 1, "2012-03-31"),
        ("2012-01", "1mo", -1, "2011-12"),
        ("2012", "1mo", 1, "2012-02"), ("2012", "1y", -2013, nil), ("2012", "1y", 8000, nil),
        ("2012-01-05", "6h", 1, "2012-01-05T06:00:00"),
        ("2012-01-05", "1d", .max, nil), ("2012-01-05", "1mo", .min, nil), ("2012", "1d", 1, "2012-01-02"),
        ("2012-01-31T23:00+09:00", "1mo", 1, "2012-02-29T23:00:00+09:00"),
        ("2012-01-05 10:30", "1mo", 1, "2012-02-05T10:30:00"),
    ]

    @Test(arguments: moves)
    func `a time is moved by steps`(from: String, interval: String, steps: Int, to: String?) throws {
        #expect(try #require(SeriesInterval(interval)).advanced(try time(from), by: steps)?.description == to)
    }
}
