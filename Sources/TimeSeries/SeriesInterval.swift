/// The step from row to row: so many seconds, or months, which differ in length.
///
/// Written as `30s`, `15min`, `1h`, `7d`, `1mo` or `1y`.
package enum SeriesInterval: Sendable, Hashable, CustomStringConvertible {
    case seconds(Int64)
    case months(Int)

    /// A number from 1 and a unit: `s`, `min`, `h`, `d`, `w`, `mo`, `y`. Nil for anything else, and for steps of more
    /// than 10,000 years.
    package init?(_ text: String) {
        let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard digits.count <= 12, let number = Int64(String(digits) ?? ""), number >= 1,
            let unit = String(text.utf8.dropFirst(digits.count))
        else { return nil }
        let one: SeriesInterval
        switch unit {
        case "s": one = .seconds(1)
        case "min": one = .seconds(60)
        case "h": one = .seconds(3600)
        case "d": one = .seconds(86_400)
        case "w": one = .seconds(7 * 86_400)
        case "mo": one = .months(1)
        case "y": one = .months(12)
        default: return nil
        }
        switch one {
        case .seconds(let seconds):
            guard number <= 316_000_000_000 / seconds else { return nil }
            self = .seconds(number * seconds)
        case .months(let months):
            guard number <= 120_000 / months else { return nil }
            self = .months(Int(number) * months)
        }
    }

    /// In the largest unit that fits.
    package var description: String {
        switch self {
        case .seconds(let seconds):
            let units: [(Int64, String)] = [(86_400, "d"), (3600, "h"), (60, "min")]
            let (size, name) = units.first { seconds % $0.0 == 0 } ?? (1, "s")
            return "\(seconds / size)\(name)"
        case .months(let months):
            return months % 12 == 0 ? "\(months / 12)y" : "\(months)mo"
        }
    }

    /// The most frequent step between neighbours, the shortest of those that are as frequent; nil where no time is later
    /// than the one before it.
    ///
    /// Months where years or months are written, or where they fit more neighbours than any number of seconds does, or as
    /// many as one that is no shorter.
    package static func found(in times: [TimePoint]) -> SeriesInterval? {
        var seconds: [Int64: Int] = [:]
        var months: [Int: Int] = [:]
        for (earlier, later) in zip(times, times.dropFirst()) where later.seconds > earlier.seconds {
            seconds[later.seconds - earlier.seconds, default: 0] += 1
            let count = monthIndex(later.date) - monthIndex(earlier.date)
            if count > 0, SeriesInterval.months(count).steps(from: earlier, to: later) == 1 {
                months[count, default: 0] += 1
            }
        }
        let step = seconds.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        let month = months.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        if let month {
            let isMonthly = times.allSatisfy { $0.resolution <= .month }
            let rival = step.map { ($0.value, $0.key < 28 * 86_400 ? 1 : 0) } ?? (0, 0)
            if isMonthly || (month.value, 0) >= rival { return .months(month.key) }
        }
        return step.map { .seconds($0.key) }
    }

    /// The time that is `steps` steps later, or earlier where they are negative. Nil outside the years 0 to 9999.
    ///
    /// Months keep the day of the month, or end with it: from the last day of a month they lead to the last day of
    /// another, and where a month has no such day, to its last.
    package func advanced(_ time: TimePoint, by steps: Int) -> TimePoint? {
        switch self {
        case .seconds(let seconds):
            let (distance, overflow) = seconds.multipliedReportingOverflow(by: Int64(steps))
            let (moved, outside) = time.seconds.addingReportingOverflow(distance)
            guard !overflow, !outside else { return nil }
            let needed: TimePoint.Resolution = seconds % 86_400 == 0 ? .day : .second
            return TimePoint(seconds: moved, resolution: max(time.resolution, needed), offset: time.offset)
        case .months(let months):
            let date = time.date
            let (distance, overflow) = months.multipliedReportingOverflow(by: steps)
            let (index, outside) = Self.monthIndex(date).addingReportingOverflow(distance)
            guard !overflow, !outside, (0..<120_000).contains(index) else { return nil }
            let year = index / 12
            let month = index % 12 + 1
            let last = CivilDate.days(inMonth: month, of: year)
            let day = time.resolution >= .day && date.isLastOfMonth ? last : min(date.day, last)
            let needed: TimePoint.Resolution = months % 12 == 0 ? .year : .month
            return time.moved(
                to: CivilDate(year: year, month: month, day: day), resolution: max(time.resolution, needed))
        }
    }

    /// The row to count from: that with the greatest day of the month, which the last day of a shorter month stands for
    /// in others; the last day of every month is meant only where no time says otherwise.
    package func anchor(of times: [TimePoint]) -> Int {
        guard case .months = self else { return 0 }
        let days = times.map { time in
            let date = time.date
            return (date.day, date.isLastOfMonth ? 0 : 1)
        }
        return days.indices.max { days[$0] < days[$1] } ?? 0
    }

    /// How many steps lead from `start` to `time`, or as many back from `time` to `start`; nil where none do.
    package func steps(from start: TimePoint, to time: TimePoint) -> Int? {
        switch self {
        case .seconds(let seconds):
            guard seconds > 0 else { return nil }
            let (steps, rest) = (time.seconds - start.seconds).quotientAndRemainder(dividingBy: seconds)
            return rest == 0 ? Int(steps) : nil
        case .months(let months):
            guard months > 0 else { return nil }
            let steps = (Self.monthIndex(time.date) - Self.monthIndex(start.date)) / months
            let leads = advanced(start, by: steps)?.seconds == time.seconds
            // February 28 may be the 30th of its month.
            return leads || advanced(time, by: -steps)?.seconds == start.seconds ? steps : nil
        }
    }

    private static func monthIndex(_ date: CivilDate) -> Int { date.year * 12 + date.month - 1 }
}
