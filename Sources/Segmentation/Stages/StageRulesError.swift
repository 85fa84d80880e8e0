import GiftModel

/// A reason why a list does not make rules, in the order in which the reasons are checked; rules count from 0.
@nonexhaustive
public enum StageRulesError: Error, Hashable, Sendable {
    /// A length of time is not 1 through 36,500 days.
    case outOfRange(days: Int)
    /// A customer would have churned before being dormant.
    case churnedBeforeDormant(dormantAfterDays: Int, churnedAfterDays: Int)
    /// There are no rules, or more than 64.
    case ruleCount(Int)
    /// A minimum of gaps is not 1 through 1,000.
    case minimumGapsOutOfRange(Int)
    /// Whoever bought something would still be a prospect.
    case prospectAfterPurchase
    /// The rule demands nothing.
    case ruleWithoutCondition(Int)
    /// The value of a condition of the rule is beyond what the field can be compared with.
    case valueOutOfRange(rule: Int, StageCondition)
    /// The rule speaks of the last window, and nobody said how long it is.
    case noWindow(rule: Int)
}

extension StageRulesError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .outOfRange(let days): "`\(days)` is not 1 through 36500 days"
        case .churnedBeforeDormant(let dormant, let churned):
            "churned after `\(churned)` days does not come later than dormant after `\(dormant)` days"
        case .ruleCount(let count): "`\(count)` is not 1 through 64 rules"
        case .minimumGapsOutOfRange(let count): "`\(count)` is not 1 through 1000 gaps"
        case .prospectAfterPurchase: "whoever bought something is no prospect"
        case .ruleWithoutCondition(let rule): "rule `\(rule)` demands nothing"
        case .valueOutOfRange(let rule, let condition):
            "rule `\(rule)` compares `\(condition.parts.field.rawValue)` with `\(condition.parts.value)`"
        case .noWindow(let rule): "rule `\(rule)` speaks of a window, and `comparedDays` is missing"
        }
    }
}
