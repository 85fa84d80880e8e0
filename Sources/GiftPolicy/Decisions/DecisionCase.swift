import GiftModel
import Segmentation

/// One customer of a decision, with everything from which its rules are answered.
///
/// A decision keeps it, so that words are worked out only where somebody reads them, and by the same questions.
final class DecisionCase: Sendable {
    let policy: Policy
    let customer: CustomerCase
    let answers: SegmentAnswers
    let caps: CapBook
    /// What guards look at, or `nil` when the policy has none.
    let guards: GuardCase?

    init(_ customer: CustomerCase, under policy: Policy) {
        let (facts, circumstances) = (customer.facts, customer.circumstances)
        self.policy = policy
        self.customer = customer
        self.answers = policy.conditions.answers(for: facts.attributes)
        self.caps = CapBook(
            policy.document.caps,
            of: policy.document.id,
            at: customer.clock,
            for: facts,
            giving: circumstances.catalog
        )
        self.guards =
            policy.guards.guards.isEmpty
            ? nil
            : GuardCase(
                of: facts,
                under: circumstances,
                at: customer.clock,
                leapDay: policy.document.defaults.leapDay,
                before: policy.guards,
                answers: answers
            )
    }
}

/// Why something was decided: told at once, or worked out when somebody reads it.
enum Account: Sendable {
    case told([Reason])
    /// Why a rule speaks.
    case speaking(DecisionCase, rule: Int)
    /// Why a rule gives nothing.
    case refusing(DecisionCase, rule: Int)

    var reasons: [Reason] {
        switch self {
        case .told(let reasons): return reasons
        case .speaking(let customer, let rule):
            guard case .due(let occasion) = RuleQuestion(rule, of: customer, tells: true).standing else { return [] }
            return occasion.account.reasons
        case .refusing(let customer, let rule):
            var menus = GiftMenus()
            let verdict = RuleQuestion(rule, of: customer, tells: true).verdict(choosingFrom: &menus)
            guard case .refusal(let refusal) = verdict else { return [] }
            return refusal.reasons
        }
    }
}

/// Accounts are equal that tell the same.
extension Account: Hashable {
    static func == (left: Self, right: Self) -> Bool { left.reasons == right.reasons }

    func hash(into hasher: inout Hasher) { hasher.combine(reasons) }
}
