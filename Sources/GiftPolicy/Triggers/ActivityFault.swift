public import GiftModel
public import Segmentation

/// One thing that makes no sense in a trigger by what customers did, or in the deadlines of complaints, and where.
///
/// - Source: paths are JSON Pointers, <https://www.rfc-editor.org/rfc/rfc6901>.
public struct ActivityFault: Hashable, Sendable {
    /// The place, seen from the trigger, such as `/withinHours`.
    public let path: String
    /// What is wrong there.
    public let problem: Problem

    /// What can be wrong.
    @nonexhaustive
    public enum Problem: Hashable, Sendable {
        /// The number lies outside these bounds, both included.
        case outOfRange(Int64, lowest: Int64, highest: Int64)
        /// The amount is zero or below, which everybody has.
        case notAboveZero(Money)
        /// The amount is in another currency than the policy.
        case currencyMismatch(Currency, expected: Currency)
        /// The ratio is zero or below, or so large that it never comes round.
        case unlikelyRatio(Ratio)
        /// Periods of this length are never over, or longer than ten years.
        case unlikelyPeriod(Period)
        /// So few acts are no pattern, or too many to be one.
        case actCount(Int64)
        /// The same act is asked for twice.
        case repeatedAct
        /// Nobody becomes this at a moment that is known.
        case neverBegins(Stage)
        /// It is over before it falls due.
        case overBeforeDue(hours: Int64, dueAfterMinutes: Int64)
        /// A step of a complaint is due no later than the one before it.
        case dutyOutOfOrder(minutes: Int64, before: Int64)
    }

    /// `problem` at `path`.
    init(at path: String, _ problem: Problem) {
        self.path = path
        self.problem = problem
    }
}

extension ActivityFault {
    /// The fault of `number` at `path` where it lies outside `range`.
    static func outOfRange(_ number: Int64, _ range: ClosedRange<Int64>, _ path: String) -> [ActivityFault] {
        guard !range.contains(number) else { return [] }
        return [ActivityFault(at: path, .outOfRange(number, lowest: range.lowerBound, highest: range.upperBound))]
    }

    /// The faults of an `amount` at `path` that a customer has to reach, in a policy in `currency`.
    static func amount(_ amount: Money, in currency: Currency, _ path: String) -> [ActivityFault] {
        guard amount.currency == currency else {
            return [ActivityFault(at: path, .currencyMismatch(amount.currency, expected: currency))]
        }
        return amount.minorUnits > 0 ? [] : [ActivityFault(at: path, .notAboveZero(amount))]
    }
}

extension ActivityFault.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .outOfRange(let number, let lowest, let highest): "`\(number)` is not \(lowest) through \(highest)"
        case .notAboveZero(let money): "`\(money)` is not above zero"
        case .currencyMismatch(let found, let expected):
            "the amount is in `\(found)`, the policy is in `\(expected)`"
        case .unlikelyRatio(let ratio): "`\(ratio)` is not above zero and at most 100"
        case .unlikelyPeriod(let period): "the period `\(period)` is not above zero and at most ten years"
        case .actCount(let count): "`\(count)` acts are not 2 through 8"
        case .repeatedAct: "the same act is asked for twice"
        case .neverBegins(let stage): "nobody becomes `\(stage.rawValue)` at a moment that is known"
        case .overBeforeDue(let hours, let minutes):
            "after `\(hours)` hours it is over, and due only after `\(minutes)` minutes"
        case .dutyOutOfOrder(let minutes, let before): "`\(minutes)` minutes are not more than `\(before)`"
        }
    }
}
