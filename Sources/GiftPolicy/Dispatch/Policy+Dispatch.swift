public import GiftModel

extension Policy {
    /// Returns whether the gift of `grant` may leave now, by what is known now and by this policy as it is.
    ///
    /// It is the second of two phases: plan, then check right before the gift leaves. The guards, approvals and
    /// switches of this policy are asked, and whether the occasion still holds, which time alone does not take away.
    /// Where the rule is one of another policy or no longer there, its occasion is taken to hold. Where the customer's
    /// day is not known, the gift waits, unless the customer was erased.
    ///
    /// - Parameters:
    ///   - grant: A grant of the customer of `facts`.
    ///   - approvals: What was approved, of this grant and of others.
    ///   - identity: Under which identity the customer goes, or that the customer was erased.
    ///   - cost: What giving the gift costs now, where that is another than what was planned.
    ///   - validSeconds: How long a permit is good, a second through a day.
    /// - Complexity: O(*g* · *n*²) for *g* guards and *n* facts that they look at.
    public func dispatchAnswer(
        for grant: GiftGrant,
        of facts: CustomerFacts,
        under circumstances: Circumstances,
        given approvals: [Approval] = [],
        knownAs identity: CustomerIdentity? = nil,
        costing cost: Money? = nil,
        validSeconds: Int64 = 60
    ) -> DispatchAnswer {
        guard let state = grant.state, state.next.contains(.cancelled) else { return .notWaiting(grant.state) }
        if identity == .erased { return .cancelled([Reason(ConsentReason.customerErased)]) }
        let customer: CustomerCase
        do throws(CustomerCase.Obstacle) {
            customer = try CustomerCase(facts, under: circumstances, by: document)
        } catch {
            return .held([error.reason(of: facts)], earliest: nil)
        }
        var check = DispatchCheck(by: reference, validSeconds: validSeconds)
        check.identity = identity
        check.switches = circumstances.switches
        check.approvalRules = document.approvals
        check.approvals = approvals
        check.cost = cost
        check.occasion = standing(of: grant, in: customer)
        let guarded = GuardCase(
            of: facts,
            under: circumstances,
            at: customer.clock,
            leapDay: document.defaults.leapDay,
            before: guards
        )
        return check.answer(for: grant, of: guarded)
    }
}
