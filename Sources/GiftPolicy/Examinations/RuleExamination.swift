public import GiftModel
import Segmentation

/// All that a policy checks before one rule gives something to one customer, each check told in full.
///
/// A decision stops at the first check that a rule fails; this asks every check that can be asked, also behind that. It
/// says the same as the decision: a rule is refused for the first obstacle, and a candidate has none.
///
/// ```swift
/// let examination = decision.examination(of: "wake-up")
/// examination?.obstacles.first?.turns   // what would get the rule past what stands first in its way
/// ```
///
/// It is for the staff; what a customer may be told is in ``Refusal/reasons(for:by:)``.
public struct RuleExamination: Hashable, Sendable {
    /// The rule.
    public let rule: Rule.ID
    /// The checks, in the order in which a decision makes them; one of every sort.
    public let checks: [RuleCheck]
}

extension RuleExamination {
    /// The checks that keep the rule from giving anything; none of a candidate.
    public var obstacles: [RuleCheck] { checks.filter(\.isObstacle) }

    /// Returns what was found about `subject`.
    public subscript(subject: RuleCheck.Subject) -> RuleCheck? { checks.first { $0.subject == subject } }

    /// Whether all that stands in the way of the rule is one comparison of its condition.
    public var isNearMiss: Bool {
        let obstacles = obstacles
        guard obstacles.count == 1, obstacles[0].subject == .condition else { return false }
        return obstacles[0].turns
            .contains { turn in
                guard case .customer(let turn) = turn, turn.changes.count == 1 else { return false }
                return turn.changes[0].paths.count == 1
            }
    }
}
