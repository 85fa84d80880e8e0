public import GiftModel

/// One thing that makes no sense in a trigger by the calendar, and where in it.
///
/// - Source: paths are JSON Pointers, <https://www.rfc-editor.org/rfc/rfc6901>.
public struct CalendarFault: Hashable, Sendable {
    /// The place, seen from the trigger, such as `/days/through`.
    public let path: String
    /// What is wrong there.
    public let problem: Problem

    /// What can be wrong with when something falls due.
    @nonexhaustive
    public enum Problem: Hashable, Sendable {
        /// The number lies outside these bounds, both included.
        case outOfRange(Int64, lowest: Int64, highest: Int64)
        /// The days end before they begin.
        case emptyDays(from: Int64, through: Int64)
        /// The campaign ends before it begins.
        case emptyCampaign(from: CalendarDate, through: CalendarDate)
        /// A period without length comes round all the time.
        case emptyPeriod(Period)
        /// A period is longer than any that comes round in a customer's life.
        case longPeriod(Period)
        /// The holiday is a list without a day.
        case noDayListed
        /// The times of day end before they begin.
        case emptyTimes(from: TimeOfDay, until: TimeOfDay)
        /// The schedule leaves out no day and no time.
        case alwaysOpen
    }
}

extension CalendarFault {
    /// The fault of `number` at `path` where it lies outside `range`.
    static func outOfRange(_ number: Int64, _ range: ClosedRange<Int64>, _ path: String) -> [CalendarFault] {
        guard !range.contains(number) else { return [] }
        let problem = Problem.outOfRange(number, lowest: range.lowerBound, highest: range.upperBound)
        return [CalendarFault(path: path, problem: problem)]
    }

    /// This fault of a part that stands at `path`.
    func under(_ path: String) -> CalendarFault { CalendarFault(path: path + self.path, problem: problem) }
}

extension CalendarFault.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .outOfRange(let number, let lowest, let highest): "`\(number)` is not \(lowest) through \(highest)"
        case .emptyDays(let from, let through): "no day lies from `\(from)` through `\(through)`"
        case .emptyCampaign(let from, let through): "no day lies from `\(from)` through `\(through)`"
        case .emptyPeriod(let period): "the period `\(period)` has no length"
        case .longPeriod(let period): "the period `\(period)` is longer than ten years"
        case .noDayListed: "no day is listed"
        case .emptyTimes(let from, let until): "no time lies from `\(from)` until `\(until)`"
        case .alwaysOpen: "the schedule leaves out no day and no time"
        }
    }
}
