public import GiftModel

/// What is known of one customer as of a day, as far as it counts towards tiers.
///
/// Points and interactions come from elsewhere. Where they are not given they are not known: a goal that asks for them
/// is then neither met nor missed.
public struct TierFacts: Hashable, Sendable {
    /// The day as of which this is known; what is dated later does not count.
    public private(set) var asOf: CalendarDate
    /// What was bought, and what came back.
    public let purchases: PurchaseDays
    /// The points earned, less those that were taken back with what they were earned for; redeeming takes none away.
    public let points: DailyCounts?
    /// What was done beside buying.
    public let interactions: DailyCounts?
    /// The day from which anniversaries are counted, or `nil` for that of the first purchase.
    public let startedOn: CalendarDate?

    /// What is known as of the day of `purchases`.
    public init(
        _ purchases: PurchaseDays,
        points: DailyCounts? = nil,
        interactions: DailyCounts? = nil,
        startedOn: CalendarDate? = nil
    ) {
        self.asOf = purchases.asOf
        self.purchases = purchases
        self.points = points
        self.interactions = interactions
        self.startedOn = startedOn
    }
}

extension TierFacts {
    /// The day from which anniversaries are counted, if there is one yet.
    var anchor: CalendarDate? { startedOn ?? purchases.days.first { $0.orders > 0 }?.date }

    /// Returns the same facts on a later day, as if nothing had happened since, or on an earlier one, as they are known
    /// now.
    func asOf(_ day: CalendarDate) -> TierFacts {
        var facts = self
        facts.asOf = day
        return facts
    }

    /// Returns the first day with anything, no earlier than `first`.
    func firstDay(onOrAfter first: CalendarDate) -> CalendarDate? {
        let last = min(asOf, purchases.asOf)
        let counts = [points, interactions].compactMap { $0?.days(from: first, through: last).first?.date }
        return ([purchases.days(onOrAfter: first).first?.date].compactMap(\.self) + counts).filter { $0 <= last }.min()
    }

    /// Returns what counts from `first` through `last`, which is nothing when there is no first day.
    func amounts(from first: CalendarDate?, through last: CalendarDate, spend basis: SpendBasis) -> TierAmounts {
        let last = min(last, purchases.asOf)
        var (spent, orders) = (Int64(0), Int64(0))
        if let first {
            for day in purchases.days where first <= day.date {
                guard day.date <= last else { break }
                spent += day.minorUnits(basis)
                orders += day.orders
            }
        }
        func sum(_ counts: DailyCounts?) -> Int64? {
            guard let counts else { return nil }
            guard let first else { return 0 }
            return counts.days(from: first, through: last).reduce(0) { $0.saturatingSum($1.count) }
        }
        return TierAmounts(
            spend: Money(minorUnits: spent, in: purchases.currency),
            orders: orders,
            points: sum(points),
            interactions: sum(interactions)
        )
    }

    /// Calls `body` for each day from `first` on with anything, ascending, with what that day adds.
    func forEachDay(from first: CalendarDate, spend basis: SpendBasis, _ body: (CalendarDate, TierAmounts) -> Void) {
        let last = min(asOf, purchases.asOf)
        var bought = purchases.days(onOrAfter: first)
        func added(_ day: PurchaseDay) -> TierAmounts {
            var added = TierAmounts.none(in: purchases.currency)
            added.spend = Money(minorUnits: day.minorUnits(basis), in: purchases.currency)
            added.orders = day.orders
            return added
        }
        guard points != nil || interactions != nil else {
            for day in bought {
                guard day.date <= last else { return }
                body(day.date, added(day))
            }
            return
        }
        var earned = points?.days(from: first, through: last) ?? []
        var done = interactions?.days(from: first, through: last) ?? []
        while true {
            var day = CalendarDate.last
            if let next = bought.first?.date { day = min(day, next) }
            if let next = earned.first?.date { day = min(day, next) }
            if let next = done.first?.date { day = min(day, next) }
            guard day <= last, bought.first?.date == day || earned.first?.date == day || done.first?.date == day else {
                return
            }
            var sum = TierAmounts.none(in: purchases.currency)
            if let next = bought.first, next.date == day {
                sum = added(next)
                bought.removeFirst()
            }
            if let next = earned.first, next.date == day {
                sum.points = next.count
                earned.removeFirst()
            }
            if let next = done.first, next.date == day {
                sum.interactions = next.count
                done.removeFirst()
            }
            body(day, sum)
        }
    }
}
