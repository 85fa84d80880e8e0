import GiftModel
import Segmentation

extension Trigger {
    /// Returns whether this trigger has come round in `customer`'s case.
    func outcome(in customer: CustomerCase) -> TriggerOutcome {
        let profile = customer.profile
        let figures = profile.stage.stage == nil ? nil : profile.purchases
        var nothingBought: TriggerOutcome {
            profile.stage.stage == nil
                ? .unknown(.missing(.purchases))
                : .notDue(Reason(StageReason.noPurchase), earliest: nil)
        }
        switch self {
        case .anniversary(let trigger): return trigger.outcome(in: customer)
        case .birthday(let trigger): return trigger.outcome(in: customer)
        case .campaign(let trigger): return trigger.outcome(in: customer)
        case .cart(let trigger): return trigger.outcome(in: customer)
        case .event(let trigger): return trigger.outcome(in: customer)
        case .firstOrder(let limit):
            guard let purchases = figures else { return nothingBought }
            let days = Int64(purchases.daysSinceFirstPurchase)
            let facts = [Fact("days", .days(days)), Fact("limit", .days(limit))]
            guard days <= limit else {
                return .notDue(Reason(PolicyReason.firstOrderLongAgo, facts[0], facts[1]), earliest: nil)
            }
            return .due(term: "first-order", reason: Reason(PolicyReason.firstOrderRecent, facts[0], facts[1]))

        case .holiday(let trigger): return trigger.outcome(in: customer)
        case .inactive(let limit, let counting):
            guard let purchases = figures else {
                guard profile.stage.stage != nil else { return nothingBought }
                return counting
                    ? Self.neverActive(moreThanDays: limit, in: customer) : .unknown(Reason(StageReason.noPurchase))
            }
            let days = Int64(purchases.daysSinceLastPurchase)
            let facts = [
                Fact("days", .days(days)), Fact("lastPurchase", .date(purchases.lastPurchase)),
                Fact("limit", .days(limit)),
            ]
            guard days > limit else {
                let wait = Fact("wait", .days(limit + 1 - days))
                return .notDue(
                    Reason(PolicyReason.activeLately, facts[0], facts[1], facts[2], wait),
                    earliest: purchases.lastPurchase.adding(days: Int(limit) + 1).map(customer.clock.start)
                )
            }
            let term = Identifier<Occurrence>(stringLiteral: "since-\(purchases.lastPurchase)")
            return .due(term: term, reason: Reason(PolicyReason.inactive, facts[0], facts[1], facts[2]))

        case .moment(let trigger): return trigger.outcome(in: customer)
        case .periodic(let trigger): return trigger.outcome(in: customer)
        case .recovery(let trigger): return trigger.outcome(in: customer)
        case .rhythm(let trigger): return trigger.outcome(in: customer)
        case .signal(let trigger): return trigger.outcome(in: customer)
        case .spend(let trigger): return trigger.outcome(in: customer)
        case .tierReached(let tier, let limit):
            guard figures != nil else { return nothingBought }
            guard let standing = profile.tier else {
                return .unknown(.missing(.tier))
            }
            let change = customer.tierMayRise
            if let missing = standing.missing.first(where: { $0.tier.id == tier }) {
                return missing.isUndetermined
                    ? .unknown(missing.reason, earliest: change) : .notDue(missing.reason, earliest: change)
            }
            guard let reached = standing.reached.first(where: { $0.tier.id == tier }) else {
                return .unknown(.missing(.tier))
            }
            let days = Int64(reached.since.days(until: profile.asOf))
            let facts = [
                Fact("tier", .name(reached.tier.name)), Fact("since", .date(reached.since)), Fact("days", .days(days)),
                Fact("limit", .days(limit)),
            ]
            guard days <= limit else {
                return .notDue(
                    Reason(PolicyReason.tierReachedLongAgo, facts[0], facts[1], facts[2], facts[3]),
                    earliest: change
                )
            }
            let reason = Reason(PolicyReason.tierReachedLately, facts[0], facts[1], facts[2], facts[3])
            let term = Self.term(of: tier, reached: reached.since, in: customer.ladder.window)
            return .due(term: term, next: change, reason: reason)

        case .welcome(let trigger): return trigger.outcome(in: customer)
        }
    }

    /// Counts the silence of who never bought from the registration.
    private static func neverActive(moreThanDays limit: Int64, in customer: CustomerCase) -> TriggerOutcome {
        guard let registered = customer.facts.record?.registeredOn else { return .unknown(.missing(.registration)) }
        let days = Int64(registered.days(until: customer.today))
        let facts = (Fact("days", .days(days)), Fact("date", .date(registered)), Fact("limit", .days(limit)))
        guard days > limit else {
            let wait = Fact("wait", .days(limit + 1 - days))
            return .notDue(
                Reason(ActivityReason.neverBoughtYet, facts.0, facts.1, facts.2, wait),
                earliest: registered.adding(days: Int(limit) + 1).map(customer.clock.start)
            )
        }
        return .due(
            term: Identifier(stringLiteral: "since-\(registered)"),
            reason: Reason(ActivityReason.neverBoughtInactive, facts.0, facts.1, facts.2)
        )
    }

    /// Names reaching `tier` once for each window: `tier-2011/gold`, or `tier/gold` for a whole life.
    private static func term(
        of tier: Tier.ID,
        reached date: CalendarDate,
        in window: TierWindow
    ) -> Identifier<Occurrence> {
        Identifier(window.term(reachedOn: date).map { "tier-\($0)" } ?? "tier", of: tier.text)
    }
}
