public import GiftModel
import Segmentation

extension Decision {
    /// Returns whether what `grant` was planned for still holds at the instant of this decision.
    ///
    /// The trigger of the gift's rule is asked again, and nothing else is: an upgrade whose order came back whole, a
    /// cart that was paid and a silence that ended are over, while a birthday goes on being one. That time went by
    /// takes nothing away, nor does the end of the year in which a tier was reached. A gift of another policy, or of a
    /// rule that this policy does not have any more, stands, because nothing can be asked about it; so does one that
    /// the customer claimed. Of an earlier version of the policy the rule is asked as it is now. Whoever has the gift
    /// already keeps it; what is told then is a note.
    ///
    /// ```swift
    /// check.occasion = decision.standing(of: grant)
    /// ```
    ///
    /// - Complexity: O(*n* log *n*) in the activities.
    public func standing(of grant: GiftGrant) -> OccasionStanding {
        guard let asked else { return .unknown(refusals.first?.reasons.first ?? .missing(.zone)) }
        return asked.policy.standing(of: grant, in: asked.customer)
    }
}

extension Policy {
    /// Returns whether what `grant` was planned for still holds in `customer`'s case.
    func standing(of grant: GiftGrant, in customer: CustomerCase) -> OccasionStanding {
        guard let terms = grant.terms, terms.rule.policy.id == document.id,
            let rule = document.rules.first(where: { $0.id == terms.rule.rule }),
            // What the customer claimed was promised.
            grant.step(to: .claimed) == nil
        else { return .stands }
        let planned = grant.entries.first.flatMap { customer.clock.moment(at: $0.recordedAt)?.day } ?? terms.plannedFor
        return rule.trigger.standing(of: terms, plannedOn: planned, in: customer)
    }
}

extension Trigger {
    /// Returns whether what a gift was planned for on `day`, when this trigger was due, still holds in `customer`'s
    /// case.
    fileprivate func standing(
        of terms: GrantTerms,
        plannedOn day: CalendarDate,
        in customer: CustomerCase
    ) -> OccasionStanding {
        var window: TierWindow?
        var isOneOfMany = false
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
        case .cart, .inactive, .moment(.stage), .rhythm: isOneOfMany = true
        case .firstOrder, .recovery: break
        }
        if let window, customer.hasLeft(window, since: day) { return .stands }
        switch outcome(in: customer) {
        case .due(let due):
            return isOneOfMany && due.term != terms.occurrence.term
                ? .over(Reason(DispatchReason.otherOccasion, Fact("date", .date(customer.today)))) : .stands
        case .unknown(let reason, _): return .unknown(reason)
        case .notDue(let reason, _):
            if Self.passing.contains(reason.code) { return .stands }
            if case .recovery = self, !customer.hasReopened(terms) { return .unknown(reason) }
            return .over(reason)
        }
    }

    /// The codes of the reasons for which a trigger is not due any more although nothing was taken back.
    private static let passing = Set(
        [ActivityReason.cartTooOld, .complaintLongAgo, .recoveryPlanned, .stageLongAgo].map(\.rawValue)
            + [PolicyReason.firstOrderLongAgo, .tierReachedLongAgo].map(\.rawValue)
    )
}

extension CustomerCase {
    /// Whether time alone may have taken away since `planned` what was reached in `window`: a new one has begun, or it
    /// rolls on and nothing came back.
    fileprivate func hasLeft(_ window: TierWindow, since planned: CalendarDate) -> Bool {
        switch window {
        case .lifetime: false
        case .calendar, .anniversary:
            window.start(asOf: today, from: profile.purchases?.firstPurchase).map { planned < $0 } ?? false
        case .rolling:
            !activities.contains { activity in
                guard activity.kind == .return || activity.kind == .cancellation else { return false }
                return clock.zone.date(of: activity.occurredAt).map { planned <= $0 } ?? true
            }
        }
    }

    /// Whether the complaint for which a gift was planned is open again, and not another one.
    fileprivate func hasReopened(_ terms: GrantTerms) -> Bool {
        complaints.contains { $0.state.isOpen && Identifier("complaint", of: $0.id.text) == terms.occurrence.term }
    }

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
            let isBack = activities.contains { activity in
                if case .return(let goods) = activity { goods.order.map(isMeant) ?? false } else { false }
            }
            return isBack ? .unknown(.missing(.orders)) : .stands
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
