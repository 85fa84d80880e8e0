/// A reason why the Chinese calendar has no answer: what its tables do not hold is never guessed.
@nonexhaustive
public enum LunarError: Error, Hashable, Sendable {
    /// This day lies before the table's first day or after its last.
    case outOfRange(CalendarDate)
    /// The table ends before anything like this comes round on or after the day.
    case noneOnOrAfter(CalendarDate)
    /// The table begins after anything like this came round on or before the day.
    case noneOnOrBefore(CalendarDate)
    /// The solar term sought from this day on, or up to it, lies outside the years of their table.
    case solarTermOutOfRange(CalendarDate)
}

extension LunarError: CustomStringConvertible {
    public var description: String {
        let range = "\(LunarTable.firstDay) through \(LunarTable.lastDay)"
        return switch self {
        case .outOfRange(let day): "`\(day)` is outside the lunar calendar's \(range)"
        case .noneOnOrAfter(let day): "nothing on or after `\(day)` is known within the lunar calendar's \(range)"
        case .noneOnOrBefore(let day): "nothing on or before `\(day)` is known within the lunar calendar's \(range)"
        case .solarTermOutOfRange(let day):
            "the solar term sought from `\(day)` lies outside the known years "
                + "\(SolarTermTable.years.lowerBound) through \(SolarTermTable.years.upperBound)"
        }
    }
}
