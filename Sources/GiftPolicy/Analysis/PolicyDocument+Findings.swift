import GiftModel

extension PolicyDocument {
    /// Returns everything about this policy that its author should know before it goes live, in its order.
    ///
    /// Findings are found without asking any customer, from the document and from what is known beside it; those about
    /// customers tell an example. A fault is no finding, and what stands at one is looked at as far as it makes sense.
    /// Rules whose conditions hold for nobody are told as such and not looked at further. Where lunar days are not
    /// known in a year, nothing is told of them.
    ///
    /// - Complexity: that of ``RuleAnalysis/findings``, O(*r* · *g*) for *r* rules and *g* gifts of the catalog, and
    ///   O(*r*²) for rules that share a cap and are for different customers.
    public func findings(against background: PolicyBackground = PolicyBackground()) -> [PolicyFinding] {
        let review = PolicyReview(of: self, against: background)
        let rules = review.analysis.possible
        let (gifts, guards) = (GiftReview(review), GuardReview(review))
        let (caps, quiet) = (CapReview(review, rules: rules), QuietReview(of: self))
        let calendar = CalendarReview(review, rules: rules)?.findings ?? [:]
        let possible = Set(rules)
        var findings = guards.approverFindings
        findings += GroupReview(review, rules: possible).findings
        findings += idleExperiments
        findings += gifts.totalFindings(of: rules)
        for (rule, own) in review.analysis.findingsByRule {
            findings += own
            guard possible.contains(rule) else { continue }
            let cases = review.cases(of: rule)
            findings += guards.findings(of: rule, cases)
            findings += gifts.findings(of: rule, cases)
            findings += caps.findings(of: rule)
            findings += calendar[rule, default: []]
            findings += quiet.findings(of: rule)
        }
        return findings
    }
}

extension PolicyDocument {
    /// The experiments that no rule takes part in.
    private var idleExperiments: [PolicyFinding] {
        experiments.enumerated()
            .filter { _, experiment in !rules.contains { $0.arm?.experiment == experiment.id } }
            .map { PolicyFinding(at: "/experiments/\($0)", .idleExperiment($1.id)) }
    }
}
