public import GiftModel

extension Decision {
    /// Returns everything that the rule called `id` had to pass, or `nil` when there is no such rule in this decision.
    ///
    /// It is worked out when it is asked for, from what the decision was made from.
    ///
    /// - Complexity: that of the decision, and that of the smallest changes to a condition that does not hold.
    public func examination(of id: Rule.ID) -> RuleExamination? {
        guard let asked else {
            guard let refusal = refusals.first(where: { $0.rule == id }) else { return nil }
            let day = RuleCheck(.day, .unknown, refusal.reasons)
            let rest = RuleCheck.Subject.allCases.dropFirst().map { RuleCheck($0, .notAsked) }
            return RuleExamination(rule: id, checks: [day] + rest)
        }
        guard let index = asked.policy.document.rules.firstIndex(where: { $0.id == id }) else { return nil }
        let examiner = RuleExaminer(index, of: asked)
        let checks = examiner.checks
        return RuleExamination(rule: id, checks: checks + [examiner.group(after: checks, in: self)])
    }

    /// Everything that each rule had to pass, in the order of the policy.
    ///
    /// - Complexity: that of one examination for each rule.
    public var examinations: [RuleExamination] {
        let rules = asked?.policy.document.rules.map(\.id) ?? refusals.map(\.rule)
        return rules.compactMap(examination)
    }
}
