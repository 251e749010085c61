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
    package func share(at time: TimePoint) -> Double {
        let date = time.date
        return switch self {
        case .hourOfDay: Double(time.secondOfDay) / 86_400
        // 1970 began on a Thursday.
        case .dayOfWeek: Double((date.daysSince1970 + 3) - floorDivided(date.daysSince1970 + 3, 7) * 7) / 7
        case .dayOfMonth: Double(date.day - 1) / Double(CivilDate.days(inMonth: date.month, of: date.year))
        case .dayOfYear: Double(date.dayOfYear) / (CivilDate.isLeap(date.year) ? 366 : 365)
        case .monthOfYear: Double(date.month - 1) / 12
        }
    }
}
