import GiftModel
import Segmentation

extension SpendTrigger {
    /// Returns whether the occasion has come round in `customer`'s case.
    func outcome(in customer: CustomerCase) -> TriggerOutcome {
        switch scope {
        case .order(let days): outcome(ofOrdersWithin: days, in: customer)
        case .window(let window): outcome(over: window, in: customer)
        }
    }

    private var limit: Fact { Fact("limit", .money(amount)) }

    private func outcome(ofOrdersWithin days: Int64, in customer: CustomerCase) -> TriggerOutcome {
        guard let orders = customer.placedOrders(withinDays: days) else { return .unknown(.missing(.orders)) }
        var highest: Money?
        var isUnclear = false
        for placed in orders.reversed() {
            guard let left = placed.spend(spend), placed.order.total.currency == amount.currency else {
                isUnclear = true
                continue
            }
            if left.most >= amount.minorUnits, left.least < amount.minorUnits { isUnclear = true }
            guard left.least >= amount.minorUnits else {
                highest = Money(minorUnits: max(left.most, highest?.minorUnits ?? left.most), in: amount.currency)
                continue
            }
            let found = Fact("spend", .money(Money(minorUnits: left.least, in: amount.currency)))
            let (order, date) = (Fact("order", .code(placed.order.id.text)), Fact("date", .date(placed.day)))
            return .due(
                term: Identifier("order", of: placed.order.id.text),
                until: customer.start(afterDays: days, since: placed.day)?.instant,
                reason: Reason(ActivityReason.orderSpendReached, order, date, found, limit)
            )
        }
        if isUnclear { return .unknown(.missing(.orderSpend)) }
        let window = Fact("window", .days(days))
        guard let highest else { return .notDue(Reason(ActivityReason.noOrderLately, window), earliest: nil) }
        return .notDue(
            Reason(
                ActivityReason.orderSpendNotReached,
                Fact("spend", .money(highest)),
                limit,
                distance(highest),
                window
            ),
            earliest: nil
        )
    }

    private func outcome(over window: TierWindow, in customer: CustomerCase) -> TriggerOutcome {
        guard customer.profile.stage.stage != nil else { return .unknown(.missing(.purchases)) }
        guard let figures = customer.profile.purchases else {
            return .notDue(Reason(StageReason.noPurchase), earliest: nil)
        }
        guard let purchases = customer.facts.attributes.purchases, purchases.currency == amount.currency else {
            return .unknown(.missing(.purchases))
        }
        let sums = WindowSums(purchases: purchases, spend: spend, window: window, anchor: figures.firstPurchase)
        guard let sum = sums.sum(asOf: customer.today) else { return .unknown(.missing(.purchases)) }
        let spent = Money(minorUnits: sum, in: amount.currency)
        guard sum >= amount.minorUnits else {
            return .notDue(
                Reason(ActivityReason.spendNotReached, Fact("spend", .money(spent)), limit, distance(spent)),
                earliest: sums.reaches(amount.minorUnits, after: customer.today).map(customer.clock.start)
            )
        }
        let reached = sums.reached(amount.minorUnits, asOf: customer.today)
        let name = window.term(reachedOn: reached).map { "\(amount)/\($0)" } ?? "\(amount)"
        let end = window.end(asOf: customer.today, from: figures.firstPurchase)
        return .due(
            term: Identifier("spend", of: name),
            until: end?.adding(days: 1).map(customer.clock.start)?.instant,
            reason: Reason(
                ActivityReason.spendReached,
                Fact("spend", .money(spent)),
                limit,
                Fact("date", .date(reached))
            )
        )
    }

    private func distance(_ spent: Money) -> Fact {
        let (missing, overflow) = amount.minorUnits.subtractingReportingOverflow(spent.minorUnits)
        return Fact("missing", .money(Money(minorUnits: overflow ? .max : missing, in: amount.currency)))
    }
}

/// What a customer spent in the window of each day.
private struct WindowSums {
    let purchases: PurchaseDays
    let spend: SpendBasis
    let window: TierWindow
    let anchor: CalendarDate

    /// Returns what was spent in the window as of `day`, or `nil` when that leaves 64 bits.
    func sum(asOf day: CalendarDate) -> Int64? {
        guard let start = window.start(asOf: day, from: anchor) else { return 0 }
        var sum: Int128 = 0
        for entry in purchases.days where start <= entry.date && entry.date <= day { sum += entry.spend(spend) }
        return Int64(exactly: sum)
    }

    /// Returns the first day after `today` as of which the spend is `amount` or more although nothing is bought, or
    /// `nil` when there is none: it is that on which a day leaves the window on which more came back than was bought.
    func reaches(_ amount: Int64, after today: CalendarDate) -> CalendarDate? {
        purchases.days.filter { $0.spend(spend) < 0 }.compactMap { window.departure(of: $0.date) }.sorted()
            .first { day in today < day && sum(asOf: day).map { $0 >= amount } ?? true }
    }

    /// Returns since when the spend has been `amount` or more, where it is as of `day`; that began with a purchase.
    func reached(_ amount: Int64, asOf day: CalendarDate) -> CalendarDate {
        var reached = day
        for entry in purchases.days.reversed() where entry.date <= day {
            // From one purchase to the next, spend only leaves a window.
            reached = entry.date
            guard let before = entry.date.adding(days: -1), let sum = sum(asOf: before), sum >= amount else { break }
        }
        return reached
    }
}

extension PurchaseDay {
    fileprivate func spend(_ basis: SpendBasis) -> Int128 {
        Int128(salesMinorUnits) - (basis == .net ? Int128(refundsMinorUnits) : 0)
    }
}
