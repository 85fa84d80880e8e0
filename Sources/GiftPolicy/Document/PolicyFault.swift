public import GiftModel
public import Segmentation

/// One thing that is wrong with a policy, and where.
///
/// - Source: paths are JSON Pointers, <https://www.rfc-editor.org/rfc/rfc6901>.
public struct PolicyFault: Hashable, Sendable {
    /// The place in the document, such as `/rules/1/gift/from`.
    public let path: String
    /// What is wrong there.
    public let problem: Problem

    /// What can be wrong in a well-formed document.
    @nonexhaustive
    public enum Problem: Hashable, Sendable {
        /// The number lies outside these bounds, both included.
        case outOfRange(Int64, lowest: Int64, highest: Int64)
        /// Another rule has this identifier.
        case duplicateRule(Rule.ID)
        /// The ladder has no such tier, or it is the base, which nobody needs to reach.
        case unknownTier(Tier.ID)
        /// The amount is in another currency than the tiers.
        case currencyMismatch(Currency, expected: Currency)
        /// The amount is below zero.
        case negativeAmount(Money)
        /// The greatest cost is below the least.
        case emptyPriceRange(from: Money, through: Money)
        /// The selection names no price, so that nothing would ever be given.
        case noPrice
        /// Customers can choose only among gifts that are offered to them until some day.
        case choiceWithoutOffer
        /// The reminder does not come while the gift can be claimed.
        case reminderOutsideOffer(Int64, claimDays: Int64)
        /// Another reminder comes after so many days.
        case repeatedReminder(Int64)
        /// The rule gives no gift and calls for nothing else.
        case nothingCalledFor
        /// A touch, a task or a follow-up step makes no sense.
        case touch(TouchFault.Problem)
        /// A cap or a conflict group makes no sense.
        case cap(CapFault.Problem)
        /// A guard or an approval rule makes no sense.
        case compliance(GuardFault.Problem)
        /// A hold-out or an experiment makes no sense.
        case experiment(ExperimentFault.Problem)
        /// A trigger by what customers did, or a deadline for complaints, makes no sense.
        case activity(ActivityFault.Problem)
        /// A trigger or a schedule makes no sense.
        case calendar(CalendarFault.Problem)
        /// A condition makes no sense.
        case condition(SegmentFinding.Problem)
        /// An example makes no sense, or is contradicted.
        case example(ExampleFault.Problem)
    }
}

extension PolicyFault: CustomStringConvertible {
    public var description: String { "\(path): \(problem)" }
}

extension PolicyFault.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .outOfRange(let number, let lowest, let highest): "`\(number)` is not \(lowest) through \(highest)"
        case .duplicateRule(let rule): "another rule is called `\(rule)`"
        case .unknownTier(let tier): "the ladder has no tier `\(tier)` to reach"
        case .currencyMismatch(let found, let expected):
            "the amount is in `\(found)`, the tiers are in `\(expected)`"
        case .negativeAmount(let money): "`\(money)` is below zero"
        case .emptyPriceRange(let lowest, let highest): "no price lies from `\(lowest)` through `\(highest)`"
        case .noPrice: "no price is named, so that nothing would be given"
        case .choiceWithoutOffer: "a customer cannot choose where the rule has no `offer`"
        case .reminderOutsideOffer(let days, let claimDays):
            "a reminder after `\(days)` days does not lie within `\(claimDays)` days"
        case .repeatedReminder(let days): "another reminder comes after `\(days)` days"
        case .nothingCalledFor: "the rule gives no gift and calls for nothing else"
        case .touch(let problem): problem.description
        case .cap(let problem): problem.description
        case .compliance(let problem): problem.description
        case .experiment(let problem): problem.description
        case .activity(let problem): problem.description
        case .calendar(let problem): problem.description
        case .condition(let problem): problem.description
        case .example(let problem): problem.description
        }
    }
}
