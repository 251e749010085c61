/// A moment as a file writes it: a year, a month, a day or a second of the proleptic Gregorian calendar, from the year 0
/// to 9999.
///
/// Two are equal where they are the same second and are written as finely; how far from UTC does not count.
package struct TimePoint: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// As finely as a time is written.
    package enum Resolution: Int, Sendable, CaseIterable, Comparable {
        case year, month, day, second

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// Since 1970-01-01T00:00:00 UTC, as POSIX counts (no leap seconds); of a text without an offset from UTC, as if it
    /// had been in UTC.
    package let seconds: Int64
    package let resolution: Resolution
    /// In seconds, east of UTC; nil where the text has none.
    package let offset: Int32?

    /// Nil where the year is not 0 to 9999.
    package init?(seconds: Int64, resolution: Resolution, offset: Int32? = nil) {
        guard let local = Self.local(seconds, offset), Self.secondsThereAre.contains(local) else { return nil }
        self.seconds = seconds
        self.resolution = resolution
        self.offset = offset
    }

    /// The first second of a day, a month or a year. Nil where there is no such day.
    package init?(year: Int, month: Int = 1, day: Int = 1, resolution: Resolution = .day) {
        guard (0...9999).contains(year), (1...12).contains(month),
            (1...CivilDate.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        self.init(
            seconds: CivilDate(year: year, month: month, day: day).daysSince1970 * 86_400, resolution: resolution)
    }

    /// The texts that are times: `1700` and `1700.0`; `2012-01`; `2012-01-05`, `2012-1-5`, `20120105` and `20120105.0`;
    /// a day and, behind a space or `T`, `13:00` or `13:00:59`, a fraction of which is 0, and `Z`, `+09:00`, `+0900` or
    /// `+09`. There may be `/` in place of `-`; a day may be written `2012.01.05` and `2012. 1. 5.`, too.
    package init?(_ text: String) {
        var reader = TimeReader(text)
        guard let time = reader.time() else { return nil }
        self = time
    }

    package static func == (left: TimePoint, right: TimePoint) -> Bool {
        left.seconds == right.seconds && left.resolution == right.resolution
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(seconds)
        hasher.combine(resolution)
    }

    package static func < (left: TimePoint, right: TimePoint) -> Bool {
        (left.seconds, left.resolution) < (right.seconds, right.resolution)
    }

    /// ISO 8601, in its resolution and at its offset.
    package var description: String {
        let date = date
        var text = padded(date.year, 4)
        if resolution >= .month { text += "-" + padded(date.month, 2) }
        if resolution >= .day { text += "-" + padded(date.day, 2) }
        guard resolution == .second else { return text }
        let second = secondOfDay
        text += "T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
        guard let offset else { return text }
        if offset == 0 { return text + "Z" }
        let minutes = Int(offset.magnitude) / 60
        return text + (offset < 0 ? "-" : "+") + "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    }

    /// Where the text was written.
    var date: CivilDate { CivilDate(daysSince1970: floorDivided(localSeconds, 86_400)) }

    /// 0 to 86,399, where the text was written.
    var secondOfDay: Int { Int(localSeconds - floorDivided(localSeconds, 86_400) * 86_400) }

    /// The same time of the day of another date. Nil where the year is not 0 to 9999.
    func moved(to date: CivilDate, resolution: Resolution) -> TimePoint? {
        let local = date.daysSince1970 * 86_400 + Int64(secondOfDay)
        return TimePoint(seconds: local - Int64(offset ?? 0), resolution: resolution, offset: offset)
    }

    private static let secondsThereAre = Int64(-62_167_219_200)...253_402_300_799

    private static func local(_ seconds: Int64, _ offset: Int32?) -> Int64? {
        let (local, overflow) = seconds.addingReportingOverflow(Int64(offset ?? 0))
        return overflow ? nil : local
    }

    private var localSeconds: Int64 { seconds + Int64(offset ?? 0) }
}

/// A day of the proleptic Gregorian calendar.
///
/// Source of the arithmetic: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (years that begin in March, in
/// eras of 400).
struct CivilDate: Equatable {
    var year: Int
    /// 1 to 12.
    var month: Int
    /// From 1.
    var day: Int

    init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    init(daysSince1970: Int64) {
        let days = daysSince1970 + 719_468
        let era = floorDivided(days, 146_097)
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = Int(dayOfYear - (153 * shifted + 2) / 5 + 1)
        month = Int(shifted < 10 ? shifted + 3 : shifted - 9)
        year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
    }

    var daysSince1970: Int64 {
        let year = Int64(month <= 2 ? self.year - 1 : self.year)
        let era = floorDivided(year, 400)
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * Int64(month > 2 ? month - 3 : month + 9) + 2) / 5 + Int64(day) - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// From 0.
    var dayOfYear: Int { Int(daysSince1970 - CivilDate(year: year, month: 1, day: 1).daysSince1970) }

    var isLastOfMonth: Bool { day == Self.days(inMonth: month, of: year) }

    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

func floorDivided(_ value: Int64, _ by: Int64) -> Int64 {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: by)
    return remainder < 0 ? quotient - 1 : quotient
}

private func padded(_ value: Int, _ digits: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// Reads what `TimePoint` says that it reads.
private struct TimeReader {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text[...].utf8
    }

    mutating func time() -> TimePoint? {
        guard let first = digits(4...8) else { return nil }
        let date: (year: Int, month: Int, day: Int)
        switch first.count {
        case 4:
            if endsAsWholeNumber() { return TimePoint(year: first.value, resolution: .year) }
            guard let separator = rest.popFirst(), "-/.".utf8.contains(separator) else { return nil }
            let isDotted = separator == UInt8(ascii: ".")
            if isDotted { _ = takes(" ") }
            guard let month = digits(1...2)?.value else { return nil }
            // With a point it would be a number.
            if rest.isEmpty, !isDotted { return TimePoint(year: first.value, month: month, resolution: .month) }
            guard rest.popFirst() == separator else { return nil }
            if isDotted { _ = takes(" ") }
            guard let day = digits(1...2)?.value else { return nil }
            if isDotted { _ = takes(".") }
            date = (first.value, month, day)
        case 8:
            date = (first.value / 10_000, first.value / 100 % 100, first.value % 100)
            if endsAsWholeNumber() { return TimePoint(year: date.year, month: date.month, day: date.day) }
        default: return nil
        }
        guard let day = TimePoint(year: date.year, month: date.month, day: date.day) else { return nil }
        return rest.isEmpty ? day : timeOfDay(day)
    }

    private mutating func timeOfDay(_ day: TimePoint) -> TimePoint? {
        guard let separator = rest.popFirst(), "Tt ".utf8.contains(separator),
            let hour = digits(2...2)?.value, hour < 24, takes(":"), let minute = digits(2...2)?.value, minute < 60
        else { return nil }
        var second = 0
        if takes(":") {
            guard let value = digits(2...2)?.value, value < 60 else { return nil }
            second = value
            if takes(".") {
                guard let fraction = digits(1...9)?.value, fraction == 0 else { return nil }
            }
        }
        var offset: Int32?
        if let sign = rest.popFirst() {
            switch sign {
            case UInt8(ascii: "Z"), UInt8(ascii: "z"): offset = 0
            case UInt8(ascii: "+"), UInt8(ascii: "-"):
                guard let hours = digits(2...2)?.value, hours < 24 else { return nil }
                var minutes = 0
                if !rest.isEmpty {
                    _ = takes(":")
                    guard let value = digits(2...2)?.value, value < 60 else { return nil }
                    minutes = value
                }
                offset = Int32((hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1))
            default: return nil
            }
        }
        guard rest.isEmpty else { return nil }
        let local = day.seconds + Int64(hour * 3600 + minute * 60 + second)
        return TimePoint(seconds: local - Int64(offset ?? 0), resolution: .second, offset: offset)
    }

    /// Whether nothing is left, or a fraction of 0, as a column of numbers may be written.
    private mutating func endsAsWholeNumber() -> Bool {
        if rest.isEmpty { return true }
        guard rest.first == UInt8(ascii: "."), rest.count > 1 else { return false }
        return rest.dropFirst().allSatisfy { $0 == UInt8(ascii: "0") }
    }

    private mutating func takes(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest.removeFirst()
        return true
    }

    /// The digits that are there, the largest of these counts at most; nil where they are fewer than the least.
    private mutating func digits(_ counts: ClosedRange<Int>) -> (value: Int, count: Int)? {
        var value = 0
        var count = 0
        while count < counts.upperBound, let first = rest.first,
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
        {
            value = value * 10 + Int(first - UInt8(ascii: "0"))
            count += 1
            rest.removeFirst()
        }
        return count >= counts.lowerBound ? (value, count) : nil
    }
}
