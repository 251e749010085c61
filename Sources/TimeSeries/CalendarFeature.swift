/// What of a row's time a network reads: how far a cycle has come, as the sine and the cosine of its share of a whole
/// turn, so that the end of one is beside the beginning of the next. In the row's own offset from UTC.
package enum CalendarFeature: String, Sendable, CaseIterable {
    case hourOfDay = "hour_of_day"
    /// From Monday.
    case dayOfWeek = "day_of_week"
    case dayOfMonth = "day_of_month"
    case dayOfYear = "day_of_year"
    /// From January, by whole months.
    case monthOfYear = "month_of_year"

    /// The share of the cycle that lies behind, 0 up to 1. Hours count their minutes and seconds; the others whole days
    /// or months, of as many as this month or year has.
    package func share(at time: TimePoint) -> Double { share(at: CalendarMoment(time)) }

    func share(at moment: CalendarMoment) -> Double {
        let date = moment.date
        return switch self {
        case .hourOfDay: Double(moment.secondOfDay) / 86_400
        case .dayOfWeek: Double(moment.dayOfWeek) / 7
        case .dayOfMonth: Double(date.day - 1) / Double(CivilDate.days(inMonth: date.month, of: date.year))
        case .dayOfYear: Double(date.dayOfYear) / (CivilDate.isLeap(date.year) ? 366 : 365)
        case .monthOfYear: Double(date.month - 1) / 12
        }
    }
}

/// What the features of a row have in common.
struct CalendarMoment {
    let date: CivilDate
    let secondOfDay: Int
    /// From 0, Monday.
    let dayOfWeek: Int64

    init(_ time: TimePoint) {
        date = time.date
        secondOfDay = time.secondOfDay
        // 1970 began on a Thursday.
        let days = date.daysSince1970 + 3
        dayOfWeek = days - floorDivided(days, 7) * 7
    }
}
