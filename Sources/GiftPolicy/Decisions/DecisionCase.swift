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

extension DecisionCase {
    /// What hold-outs and experiments make of a rule for this customer.
    func treatment(by rule: Rule) -> RuleTreatment {
        policy.document.treatment(
            of: customer.profile.customer,
            by: rule,
            after: customer.facts.exposures,
            at: customer.now
        )
    }
}
