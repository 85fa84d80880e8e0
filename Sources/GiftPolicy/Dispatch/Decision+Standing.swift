public import GiftModel
import Segmentation

extension Decision {
    /// Returns whether what `grant` was planned for still holds at the instant of this decision.
    ///
    /// The trigger of the gift's rule is asked again, and nothing else is: an upgrade whose order came back whole, a
    /// cart that was paid and a silence that ended are over, while a birthday goes on being one. That time went by
    /// takes nothing away, nor does the end of the year in which a tier was reached. A gift of another policy, or of a
    /// rule that this policy does not have any more, stands, because nothing can be asked about it. Whoever has the
    /// gift already keeps it; what is told then is a note.
    ///
    /// ```swift
    /// check.occasion = decision.standing(of: grant)
    /// ```
    ///
    /// - Complexity: O(*n* log *n*) in the activities.
    public func standing(of grant: GiftGrant) -> OccasionStanding {
        guard let asked else { return .unknown(.missing(.zone)) }
        guard let terms = grant.terms, terms.rule.policy.id == policy.id,
            let rule = asked.policy.document.rules.first(where: { $0.id == terms.rule.rule })
        else { return .stands }
        return rule.trigger.standing(of: terms, in: asked.customer)
    }
}

extension Trigger {
    /// Returns whether what a gift was planned for, when this trigger was due, still holds in `customer`'s case.
    func standing(of terms: GrantTerms, in customer: CustomerCase) -> OccasionStanding {
        var window: TierWindow?
        switch self {
        case .anniversary, .birthday, .campaign, .event, .holiday, .periodic, .signal, .welcome, .moment(.interaction),
            .moment(.comeback), .moment(.churn):
            return .stands
        case .moment(.order(let days)): return customer.standing(ofOrderOf: terms, withinDays: days)
        case .spend(let trigger):
            switch trigger.scope {
            case .order(let days): return customer.standing(ofOrderOf: terms, withinDays: days, least: trigger)
            case .window(let own): window = own
            }
        case .tierReached: window = customer.ladder.window
        case .cart, .firstOrder, .inactive, .moment(.stage), .recovery, .rhythm: break
        }
        let anchor = customer.profile.purchases?.firstPurchase
        if let start = window?.start(asOf: customer.today, from: anchor), terms.plannedFor < start { return .stands }
        switch outcome(in: customer) {
        case .due: return .stands
        case .unknown(let reason, _): return .unknown(reason)
        case .notDue(let reason, _): return Self.passing.contains(reason.code) ? .stands : .over(reason)
        }
    }

    /// The codes of the reasons for which a trigger is not due any more although nothing was taken back.
    private static let passing = Set(
        [ActivityReason.cartTooOld, .complaintLongAgo, .recoveryPlanned, .stageLongAgo].map(\.rawValue)
            + [PolicyReason.firstOrderLongAgo, .tierReachedLongAgo].map(\.rawValue)
    )
}

extension CustomerCase {
    /// Returns whether the order for which a gift was planned still stands, and comes to what `least` asks for.
    fileprivate func standing(
        ofOrderOf terms: GrantTerms,
        withinDays days: Int64,
        least: SpendTrigger? = nil
    ) -> OccasionStanding {
        func isMeant(_ id: Order.ID) -> Bool { Identifier("order", of: id.text) == terms.occurrence.term }
        let window = Fact("window", .days(days))
        let cancelled = activities.contains { activity in
            if case .cancellation(let cancellation) = activity { isMeant(cancellation.order) } else { false }
        }
        if cancelled { return .over(Reason(ActivityReason.noOrderLately, window)) }
        guard let placed = placedOrders(withinDays: .max)?.first(where: { isMeant($0.order.id) }) else {
            return .stands
        }
        guard let least else {
            return placed.isReturnedWhole ? .over(Reason(ActivityReason.noOrderLately, window)) : .stands
        }
        let (limit, currency) = (least.amount.minorUnits, least.amount.currency)
        guard let left = placed.spend(least.spend), placed.order.total.currency == currency,
            left.least >= limit || left.most < limit
        else { return .unknown(.missing(.orderSpend)) }
        if left.least >= limit { return .stands }
        let missing = Int64(clamping: Int128(limit) - Int128(left.most))
        return .over(
            Reason(
                ActivityReason.spendNotReached,
                Fact("spend", .money(Money(minorUnits: left.most, in: currency))),
                Fact("limit", .money(least.amount)),
                Fact("missing", .money(Money(minorUnits: missing, in: currency)))
            )
        )
    }
}
