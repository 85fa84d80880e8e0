/// A reason why the lunar calendar has no answer: what its table does not hold is never guessed.
@nonexhaustive
public enum LunarError: Error, Hashable, Sendable {
    /// This day lies before the table's first day or after its last.
    case outOfRange(CalendarDate)
    /// The table ends before anything like this comes round on or after the day.
    case noneOnOrAfter(CalendarDate)
    /// The table begins after anything like this came round on or before the day.
    case noneOnOrBefore(CalendarDate)
}

extension LunarError: CustomStringConvertible {
    public var description: String {
        let range = "\(LunarTable.firstDay) through \(LunarTable.lastDay)"
        return switch self {
        case .outOfRange(let day): "`\(day)` is outside the lunar calendar's \(range)"
        case .noneOnOrAfter(let day): "nothing on or after `\(day)` is known within the lunar calendar's \(range)"
        case .noneOnOrBefore(let day): "nothing on or before `\(day)` is known within the lunar calendar's \(range)"
        }
    }
}
