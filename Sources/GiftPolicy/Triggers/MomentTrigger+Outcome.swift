import GiftModel
import Segmentation

extension MomentTrigger {
    /// Returns whether the occasion has come round in `customer`'s case.
    func outcome(in customer: CustomerCase) -> TriggerOutcome {
        switch self {
        case .interaction(let act, let limit): Self.interaction(act, limit, in: customer)
        case .order(let limit): Self.order(limit, in: customer)
        case .comeback(let absence, let limit): Self.comeback(after: absence, limit, in: customer)
        case .stage(let stages, let limit): Self.stage(stages, limit, in: customer)
        case .churn(let signals): Self.churn(signals, in: customer)
        }
    }

    private static func interaction(
        _ act: SignalTrigger.Act,
        _ limit: Int64,
        in customer: CustomerCase
    ) -> TriggerOutcome {
        let (name, window) = (Fact("act", .name(act.title)), Fact("limit", .days(limit)))
        guard let last = act.last(of: customer), let day = customer.clock.zone.date(of: last.occurredAt) else {
            return .notDue(Reason(ActivityReason.neverDone, name), earliest: nil)
        }
        let facts = (Fact("date", .date(day)), Fact("days", .days(Int64(day.days(until: customer.today)))))
        guard let until = customer.deadline(afterDays: limit, since: day) else {
            return .notDue(Reason(ActivityReason.doneLongAgo, name, facts.0, facts.1, window), earliest: nil)
        }
        return .due(
            term: Identifier("interaction", of: last.id.text),
            until: until,
            reason: Reason(ActivityReason.doneLately, name, facts.0, facts.1, window)
        )
    }

    private static func order(_ limit: Int64, in customer: CustomerCase) -> TriggerOutcome {
        guard let orders = customer.placedOrders(withinDays: limit) else { return .unknown(.missing(.orders)) }
        let window = Fact("window", .days(limit))
        guard let placed = orders.last(where: { !$0.isReturnedWhole }) else {
            return .notDue(Reason(ActivityReason.noOrderLately, window), earliest: nil)
        }
        let (order, date) = (Fact("order", .code(placed.order.id.text)), Fact("date", .date(placed.day)))
        return .due(
            term: Identifier("order", of: placed.order.id.text),
            until: customer.deadline(afterDays: limit, since: placed.day),
            reason: Reason(ActivityReason.orderLately, order, date, window)
        )
    }

    private static func comeback(after absence: Int64, _ limit: Int64, in customer: CustomerCase) -> TriggerOutcome {
        guard customer.profile.stage.stage != nil else { return .unknown(.missing(.purchases)) }
        guard let figures = customer.profile.purchases else {
            return .notDue(Reason(StageReason.noPurchase), earliest: nil)
        }
        guard let purchases = customer.facts.attributes.purchases else { return .unknown(.missing(.purchases)) }
        let last = figures.lastPurchase
        let earlier = purchases.days.last { $0.orders > 0 && $0.date < last }
        guard let earlier else {
            return .notDue(Reason(ActivityReason.boughtOnce, Fact("lastPurchase", .date(last))), earliest: nil)
        }
        let gap = Int64(earlier.date.days(until: last))
        let facts = (Fact("lastPurchase", .date(last)), Fact("gap", .days(gap)), Fact("absence", .days(absence)))
        guard gap > absence else {
            return .notDue(Reason(ActivityReason.notAbsent, facts.0, facts.1, facts.2), earliest: nil)
        }
        let window = Fact("limit", .days(limit))
        guard let until = customer.deadline(afterDays: limit, since: last) else {
            return .notDue(Reason(ActivityReason.backLongAgo, facts.0, facts.1, window), earliest: nil)
        }
        return .due(
            term: Identifier(stringLiteral: "back-\(last)"),
            until: until,
            reason: Reason(ActivityReason.backLately, facts.0, facts.1, facts.2, window)
        )
    }

    private static func stage(_ stages: Set<Stage>, _ limit: Int64, in customer: CustomerCase) -> TriggerOutcome {
        let assessment = customer.profile.stage
        guard let stage = assessment.stage else { return .unknown(.missing(.stage)) }
        let title = Fact("stage", .name(stage.title))
        // Into which stage it may change then is not known.
        let change = assessment.nextPossibleChange.map(customer.clock.start)
        guard stages.contains(stage) else {
            let list = LocalizedText(listing: Stage.allCases.filter(stages.contains).map(\.title))
            let reason = Reason(ActivityReason.stageIsAnother, title, Fact("expected", .name(list)))
            return .notDue(reason, earliest: change)
        }
        guard let since = assessment.since else { return .unknown(.missing(.stageSince), earliest: change) }
        let days = Fact("days", .days(Int64(since.days(until: customer.today))))
        let facts = (Fact("since", .date(since)), Fact("limit", .days(limit)))
        guard let until = customer.deadline(afterDays: limit, since: since) else {
            return .notDue(Reason(ActivityReason.stageLongAgo, title, facts.0, days, facts.1), earliest: change)
        }
        return .due(
            term: Identifier(stringLiteral: "stage/\(stage.rawValue)/\(since)"),
            until: until,
            next: change,
            reason: Reason(ActivityReason.stageEntered, title, facts.0, days, facts.1)
        )
    }

    private static func churn(_ signals: Set<ChurnSignal>, in customer: CustomerCase) -> TriggerOutcome {
        guard let churn = customer.profile.churn else { return .unknown(.missing(.churnSignals)) }
        let asked = ChurnSignal.allCases.filter { signals.isEmpty || signals.contains($0) }
        let quarter = TierWindow.calendar(.quarter)
        if let signal = asked.first(where: { churn[$0] == .holds }) {
            let next = quarter.end(asOf: customer.today, from: nil)?.adding(days: 1).map(customer.clock.start)
            return .due(
                term: Identifier("churn", of: quarter.term(reachedOn: customer.today) ?? ""),
                until: next?.instant,
                next: next,
                reason: churn.reason(for: signal)
            )
        }
        // Windows move on with every day, and with them what they hold.
        let tomorrow = customer.today.adding(days: 1).map(customer.clock.start)
        // Where one is not known, it might hold.
        if let signal = asked.first(where: { churn[$0] == .unknown }) {
            return .unknown(churn.reason(for: signal), earliest: tomorrow)
        }
        return .notDue(churn.reason(for: asked[0]), earliest: tomorrow)
    }
}

extension CustomerCase {
    /// Returns the first instant at which `day` is more than so many local days ago, or `nil` when it has passed.
    fileprivate func deadline(afterDays limit: Int64, since day: CalendarDate) -> Timestamp? {
        guard Int64(day.days(until: today)) <= limit else { return nil }
        // Behind the calendar's end nothing is ever too late.
        return start(afterDays: limit, since: day)?.instant ?? Timestamp(milliseconds: .max)
    }
}
