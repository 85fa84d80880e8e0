import GiftModel

/// What hold-outs and experiments make of one rule for one customer.
struct RuleTreatment {
    /// What the customer is exposed to as soon as the rule would speak, or `nil` when nothing is compared.
    var exposed: Exposure.Treatment?
    /// The hold-out or the arm in which the customer is, if any.
    var reason: Reason?
    /// Whether what the rule gives and calls for is kept from the customer.
    var isWithheld = false
}

extension PolicyDocument {
    /// Returns how `customer`, who was seen in the arms of `exposures` by `now`, is treated by `rule`.
    ///
    /// Hold-outs are asked first: who is in one is in no experiment.
    ///
    /// - Complexity: O(*n*) in the hold-outs, the arms and the exposures.
    func treatment(
        of customer: Customer.ID,
        by rule: Rule,
        after exposures: [Exposure],
        at now: Timestamp
    ) -> RuleTreatment {
        if let holdOut = holdOuts.withholding(customer, from: rule.id, on: rule.occasion) {
            let reason = holdOut.reason(for: .withheld, of: customer)
            return RuleTreatment(exposed: .withheld(holdOut.id), reason: reason, isWithheld: true)
        }
        guard let own = rule.arm, let experiment = experiments.first(where: { $0.id == own.experiment }) else {
            return RuleTreatment()
        }
        let earlier = exposures.arm(of: experiment.id, in: customer, at: now)
        guard let arm = experiment.arm(of: customer, stayingIn: earlier) else { return RuleTreatment() }
        return RuleTreatment(
            exposed: .arm(arm, of: experiment.id),
            reason: experiment.reason(of: customer, stayingIn: earlier),
            isWithheld: arm != own.arm
        )
    }
}

extension [Exposure] {
    /// Returns the arm of `experiment` in which `customer` was seen last.
    fileprivate func arm(of experiment: Experiment.ID, in customer: Customer.ID, at now: Timestamp) -> ExperimentArm.ID?
    {
        var last: (instant: Timestamp, arm: ExperimentArm.ID)?
        for exposure in self where exposure.customer == customer && exposure.exposedAt <= now {
            guard case .arm(let arm, of: experiment) = exposure.treatment else { continue }
            if let found = last, (found.instant, found.arm) >= (exposure.exposedAt, arm) { continue }
            last = (exposure.exposedAt, arm)
        }
        return last?.arm
    }
}
