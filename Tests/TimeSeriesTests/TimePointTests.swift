import JSON
import Testing
import TimeSeries

@Suite struct TimePointTests {
    @Test(
        arguments: [
            ("1700", "1700"), ("1700.0", "1700"), ("2012-01", "2012-01"), ("2012-01-05", "2012-01-05"),
            ("2012/1/5", "2012-01-05"), ("20120105", "2012-01-05"), ("20120105.0", "2012-01-05"),
            ("2012-01-05 13:00", "2012-01-05T13:00:00"), ("2012-01-05T13:00:59.000Z", "2012-01-05T13:00:59Z"),
            ("20120105T13:00", "2012-01-05T13:00:00"), ("2012-01-05 01:00+09", "2012-01-05T01:00:00+09:00"),
            ("2012-01-05T01:00+09:00", "2012-01-05T01:00:00+09:00"),
            ("2012-01-05 01:00-0330", "2012-01-05T01:00:00-03:30"), ("0000-02-29", "0000-02-29"),
            ("9999-12-31T23:59:59", "9999-12-31T23:59:59"), ("2012.01.05", "2012-01-05"),
            ("2012. 1. 5.", "2012-01-05"), ("2012.1.5 13:00", "2012-01-05T13:00:00"),
        ])
    func `a time is read in every way that files write it, and written as ISO 8601`(text: String, written: String) {
        #expect(TimePoint(text)?.description == written)
    }

    @Test(
        arguments: [
            "", "12", "170", "17000", "1700.5", "1700.", "2012-", "2012-13", "2012-00", "2012-02-30", "1900-02-29",
            "2012-01/05", "2012-01-051", "201201", "20121301", "201201051", "2012-01-05T", "2012-01-05T24:00",
            "2012-01-05T13", "2012-01-05 13:60", "2012-01-05 13:00:60", "2012-01-05 13:00:00.5", "2012-01-05 13:00 ",
            "2012-01-05T13:00+9", "2012-01-05Z", "-2012-01-05", "nan", "2012-01-05T13:00+24:00", "오늘",
            "99999999999999999999", "9999-12-31T23:59:59\u{0}", "2012.01", "2012. 1.", "2012.13.05", "2012-1-5.",
        ])
    func `what is no time is none`(text: String) {
        #expect(TimePoint(text) == nil)
    }

    @Test func `the calendar is Python's`() throws {
        for golden in try goldens("calendar") {
            let text = try #require(golden["text"]?.string)
            let time = try time(text)
            #expect(Int(time.seconds) == golden["seconds"]?.integer, "\(text)")
            #expect(time.description == text)
            for feature in CalendarFeature.allCases {
                let share = try #require(golden["shares"]?[feature.rawValue]?.number)
                #expect(agree(feature.share(at: time), share), "\(text) \(feature)")
            }
            for months in [1, 5, -1, 12, -25] {
                let later = SeriesInterval.months(abs(months)).advanced(time, by: months.signum())
                // Python has no year 0.
                let written = later.map { String($0.description.prefix(19)) }.flatMap { $0 < "0001" ? nil : $0 }
                #expect(written == golden["months_later"]?[String(months)]?.string, "\(text) \(months)")
            }
        }
    }

    @Test func `whatever text comes is a time that can be written and read, or none`() throws {
        var dice = Dice(state: 12)
        let seeds = ["1700.0", "2012-01-05", "20120105", "2012/1/5 13:00:59.000", "2012-01-05T13:00+09:00"]
        let alphabet = Array("0123456789-/:. TZ+é\u{0}")
        var read = 0
        for _ in 0..<20_000 {
            var text = Array(seeds.randomElement(using: &dice) ?? "")
            for _ in 0..<Int.random(in: 1...3, using: &dice) {
                let place = Int.random(in: 0..<max(1, text.count), using: &dice)
                if Bool.random(using: &dice), place < text.count { text.remove(at: place) }
                text.insert(alphabet.randomElement(using: &dice) ?? "0", at: min(place, text.count))
            }
            guard let time = TimePoint(String(text)) else { continue }
            read += 1
            #expect(TimePoint(time.description) == time, "\(String(text))")
        }
        #expect(read > 1000)
    }

    @Test func `a time is the one that its text says again, and they are in the order of their texts`() throws {
        var dice = Dice(state: 1)
        var before: TimePoint?
        for _ in 0..<5000 {
            let seconds = Int64.random(in: -62_167_219_200...253_402_300_799, using: &dice)
            let time = try #require(TimePoint(seconds: seconds, resolution: .second))
            #expect(TimePoint(time.description) == time)
            if let before { #expect((before < time) == (before.description < time.description)) }
            before = time
        }
        #expect(TimePoint(seconds: -62_167_219_201, resolution: .day) == nil)
        #expect(TimePoint(seconds: 253_402_300_799, resolution: .second, offset: 1) == nil)
        #expect(TimePoint(seconds: .max, resolution: .second, offset: .max) == nil)
        #expect(try time("2012-01-05T00:00Z") == time("2012-01-05T09:00+09:00"))
        #expect(try time("2012-01") < time("2012-01-01"))
    }

    static let shares: [(CalendarFeature, String, Double)] = [
        (CalendarFeature.hourOfDay, "2012-01-05T18:00", 0.75), (.dayOfWeek, "2024-01-01", 0),
        (.dayOfWeek, "2024-01-07", 6.0 / 7),
        (.dayOfMonth, "2012-02-29", 28.0 / 29), (.dayOfYear, "2012-12-31", 365.0 / 366),
        (.monthOfYear, "2012-12-31", 11.0 / 12),
        (.dayOfYear, "1700", 0), (.hourOfDay, "2012-01-05T18:00+09:00", 0.75),
    ]

    @Test(arguments: shares)
    func `a feature is how far its cycle has come`(feature: CalendarFeature, text: String, share: Double) throws {
        #expect(agree(feature.share(at: try time(text)), share))
    }
}
