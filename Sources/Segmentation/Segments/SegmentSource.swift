import GiftModel

/// Where an attribute is read, in a form that is passed on without being copied.
///
/// What hosts name has no place in it and is read by its ``SegmentAttribute``.
struct SegmentSource: Hashable {
    let what: What
    /// How many days are looked at, or `nil` for all.
    let days: Int?

    enum What: Hashable {
        /// How many things there were.
        case count(Things)
        /// How many there were, over those in as many days before.
        case change(Things)
        /// What was spent or paid back.
        case amount(SegmentAttribute.Amount)
        /// The days since the first day with an order.
        case daysSinceFirstPurchase
        /// The days since the last day with an order.
        case daysSinceLastPurchase
        /// Recency, frequency or monetary value.
        case recency, frequency, monetary
        /// The stage, the value band or the quadrant, by its place among all.
        case stage, valueBand, quadrant
        /// What the attribute itself has to be asked for.
        case attribute
    }

    /// What is counted.
    enum Things: Hashable {
        case orders, purchaseDays, returns, complaints
        /// All, of whatever kind and in whatever channel.
        case interactions
    }

    /// The source of an attribute.
    init(of attribute: SegmentAttribute) {
        let days: Int64?
        switch attribute {
        case .count(let counted, let length):
            (self.what, days) = (Self.things(counted).map(What.count) ?? .attribute, length)
        case .change(let counted, let length):
            (self.what, days) = (Self.things(counted).map(What.change) ?? .attribute, length)
        case .amount(let amount, let length): (self.what, days) = (.amount(amount), length)
        case .daysSinceFirstPurchase: (self.what, days) = (.daysSinceFirstPurchase, nil)
        case .daysSinceLastPurchase: (self.what, days) = (.daysSinceLastPurchase, nil)
        case .score(.recency): (self.what, days) = (.recency, nil)
        case .score(.frequency): (self.what, days) = (.frequency, nil)
        case .score(.monetary): (self.what, days) = (.monetary, nil)
        case .stage: (self.what, days) = (.stage, nil)
        case .valueBand: (self.what, days) = (.valueBand, nil)
        case .quadrant: (self.what, days) = (.quadrant, nil)
        default: (self.what, days) = (.attribute, nil)
        }
        self.days = days.map(Int.init)
    }

    private static func things(_ counted: SegmentAttribute.Counted) -> Things? {
        switch counted {
        case .orders: .orders
        case .purchaseDays: .purchaseDays
        case .returns: .returns
        case .complaints: .complaints
        case .interactions(nil, nil): .interactions
        case .interactions: nil
        }
    }
}

extension SegmentSource {
    /// Returns what is read on `day`, on or after that of the facts, without any activity between them; `nil` when the
    /// attribute itself has to be asked.
    func reading(in facts: SegmentFacts, on day: CalendarDate, currency: Currency) -> SegmentReading? {
        switch what {
        case .count(let things): return SegmentReading(things.number(in: facts, inDays: days, through: day))
        case .change(let things):
            // A closure would copy the facts.
            guard let days, let now = things.number(in: facts, inDays: days, through: day),
                let end = day.adding(days: -days),
                let before = things.number(in: facts, inDays: days, through: end)
            else { return .unknown }
            return SegmentReading(now, over: before)
        case .amount(let amount): return amount.reading(in: facts, inDays: days, through: day, currency)
        case .daysSinceFirstPurchase:
            return SegmentReading(facts.figures.map { Int64($0.firstPurchase.days(until: day)) })
        case .daysSinceLastPurchase:
            return SegmentReading(facts.figures.map { Int64($0.lastPurchase.days(until: day)) })
        case .recency: return SegmentReading(facts.scores.map { Int64($0.value.recency) })
        case .frequency: return SegmentReading(facts.scores.map { Int64($0.value.frequency) })
        case .monetary: return SegmentReading(facts.scores.map { Int64($0.value.monetary) })
        case .stage: return SegmentReading(facts.stage.map { $0.value.place })
        case .valueBand: return SegmentReading(facts.valueBand.map { $0.value.place })
        case .quadrant: return SegmentReading(facts.quadrant.map { $0.value.place })
        case .attribute: return nil
        }
    }
}

extension Stage {
    /// The place among all stages.
    fileprivate var place: Int64 {
        switch self {
        case .prospect: 0
        case .new: 1
        case .growing: 2
        case .mature: 3
        case .declining: 4
        case .dormant: 5
        case .churned: 6
        }
    }
}

extension ValueBand {
    /// The place among all value bands.
    fileprivate var place: Int64 {
        switch self {
        case .high: 0
        case .medium: 1
        case .potential: 2
        }
    }
}

extension ValueQuadrant {
    /// The place among all quadrants.
    fileprivate var place: Int64 {
        switch self {
        case .keyCare: 0
        case .toBeWoken: 1
        case .toBeNurtured: 2
        case .lightTouch: 3
        }
    }
}

extension SegmentSource.Things {
    /// How many there were on the days that end on `last`, or ever, of those up to the day of the facts.
    func number(in facts: SegmentFacts, inDays length: Int?, through last: CalendarDate) -> Int64? {
        if self == .interactions {
            return facts.interactions?.number(knownThrough: facts.asOf, inDays: length, through: last)
        }
        if self == .complaints {
            return facts.complaints?.days[...].sum(knownThrough: facts.asOf, inDays: length, through: last)
        }
        guard let purchases = facts.purchases else { return nil }
        guard let length else {
            return switch self {
            case .orders: facts.figures?.orders ?? 0
            case .purchaseDays: facts.figures?.purchaseDays ?? 0
            case .returns, .complaints, .interactions: purchases.days.reduce(0) { $0 + $1.returns }
            }
        }
        var sum: Int64 = 0
        switch self {
        case .orders: purchases.forEachDay(inDays: length, through: last) { sum += $0.orders }
        case .purchaseDays: sum = Int64(purchases.purchaseDays(inDays: length, through: last))
        case .returns, .complaints, .interactions:
            purchases.forEachDay(inDays: length, through: last) { sum += $0.returns }
        }
        return sum
    }
}

extension InteractionSummary {
    /// How much was done on the days that end on `last`, or ever, as far as it is known.
    fileprivate func number(knownThrough known: CalendarDate, inDays length: Int?, through last: CalendarDate) -> Int64
    {
        guard let length else { return count(through: known) }
        var sum: Int64 = 0
        for position in counts.days.indices where counts.days[position].date <= min(known, last) {
            guard counts.days[position].date.days(until: last) < length else { continue }
            sum = sum.saturatingSum(counts.days[position].count)
        }
        return sum
    }
}

extension ArraySlice<DailyCounts.Day> {
    /// The sum over the days that end on `last`, or over all, without those after the day through which all is known.
    func sum(knownThrough known: CalendarDate, inDays length: Int?, through last: CalendarDate) -> Int64 {
        guard let length else { return sum(through: known) }
        guard last > known else { return sum(inDays: length, through: last) }
        return sum(inDays: length - known.days(until: last), through: known)
    }
}

extension SegmentAttribute.Amount {
    fileprivate func reading(
        in facts: SegmentFacts,
        inDays length: Int?,
        through last: CalendarDate,
        _ currency: Currency
    ) -> SegmentReading {
        guard let purchases = facts.purchases, purchases.currency == currency else { return .unknown }
        // Sales hold what came back later, and so do the orders that they are divided by.
        var (orders, sales, refunds) = (Int64(0), Int64(0), Int64(0))
        if length == nil, let figures = facts.figures {
            orders = figures.orders + figures.returnedOrders
            (sales, refunds) = (figures.sales.minorUnits, figures.refunds.minorUnits)
        } else {
            for day in length.map({ purchases.days(inDays: $0, through: last) }) ?? purchases.days {
                orders += day.orders + day.returnedOrders
                sales += day.salesMinorUnits
                refunds += day.refundsMinorUnits
            }
        }
        return switch self {
        case .sales: SegmentReading(sales)
        case .refunds: SegmentReading(refunds)
        case .net: SegmentReading(sales - refunds)
        case .averageOrder: SegmentReading(sales, over: orders)
        }
    }
}
