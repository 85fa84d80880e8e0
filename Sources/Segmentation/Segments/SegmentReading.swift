import GiftModel

/// What an attribute came to: a number or fraction, or the place of a word in a list; or that it is not known.
///
/// Where it is known as a range only, the two ends differ.
struct SegmentReading: Hashable {
    let low: Int64
    let high: Int64
    /// The denominator of a fraction, zero for what is not known.
    let denominator: Int64

    static let unknown = SegmentReading(low: 0, high: 0, denominator: 0)

    var isKnown: Bool { denominator != 0 }

    private init(low: Int64, high: Int64, denominator: Int64) {
        self.low = low
        self.high = high
        self.denominator = denominator
    }

    init(_ number: Int64) { self.init(low: number, high: number, denominator: 1) }

    init(_ number: Int64?) {
        if let number { self.init(number) } else { self = .unknown }
    }

    init(_ truth: Bool) { self.init(truth ? 1 : 0) }

    init(in range: ClosedRange<Int64>) { self.init(low: range.lowerBound, high: range.upperBound, denominator: 1) }

    /// A fraction, not known over zero or less.
    init(_ numerator: Int64, over denominator: Int64) {
        self.init(low: numerator, high: numerator, denominator: max(denominator, 0))
    }

    /// How it compares with a whole number.
    func truth(_ comparison: Comparison, _ number: Int64) -> Truth {
        if denominator == 1 {
            let atLow = comparison.holds(low, number)
            guard low != high else { return Truth(atLow) }
            switch comparison {
            case .below, .atMost, .above, .atLeast:
                return atLow == comparison.holds(high, number) ? Truth(atLow) : .unknown
            case .equal, .notEqual:
                return low <= number && number <= high ? .unknown : Truth(comparison == .notEqual)
            }
        }
        return truth(comparison, number, over: 1)
    }

    /// How it compares with a fraction.
    func truth(_ comparison: Comparison, _ numerator: Int64, over other: Int64) -> Truth {
        guard isKnown else { return .unknown }
        return Truth(comparison.holds(Int128(low) * Int128(other), Int128(numerator) * Int128(denominator)))
    }
}

extension SegmentAttribute {
    /// Returns what this attribute, which is no word, comes to on `day`, on or after that of the facts, without
    /// any activity between them.
    ///
    /// - Parameter kind: The kind of its values.
    func reading(
        in facts: SegmentFacts,
        on day: CalendarDate,
        kind: SegmentValue.Kind,
        currency: Currency
    ) -> SegmentReading {
        switch self {
        case .count(let counted, nil): return SegmentReading(counted.total(in: facts))
        case .count(let counted, let days?):
            return SegmentReading(counted.number(in: facts, inDays: Int(days), through: day))
        case .change(let counted, let days):
            guard let now = counted.number(in: facts, inDays: Int(days), through: day),
                let end = day.adding(days: -Int(days)),
                let before = counted.number(in: facts, inDays: Int(days), through: end)
            else { return .unknown }
            return SegmentReading(now, over: before)
        case .amount(let amount, let days): return amount.reading(in: facts, inDays: days, through: day, currency)
        case .daysSinceFirstPurchase:
            return SegmentReading(facts.figures.map { Int64($0.firstPurchase.days(until: day)) })
        case .daysSinceLastPurchase:
            return SegmentReading(facts.figures.map { Int64($0.lastPurchase.days(until: day)) })
        case .score(let dimension): return SegmentReading(dimension.score(in: facts)?.value)
        case .tag(let id):
            guard let tags = facts.tags else { return .unknown }
            return SegmentReading(tags.first { $0.id == id }?.isHeld.value ?? false)
        case .label(let id): return id.reading(in: facts, on: day, kind: kind, currency: currency)
        case .trait(let trait): return facts.record.map { trait.reading(in: $0, on: day) } ?? .unknown
        case .stage, .tier, .valueBand, .quadrant: return .unknown
        }
    }

    /// Returns the word that this attribute is on `day`, or `nil` when it is not known.
    func word(in facts: SegmentFacts, on day: CalendarDate) -> String? {
        switch self {
        case .stage: return facts.stage?.value.rawValue
        case .tier: return facts.tier?.value.text
        case .valueBand: return facts.valueBand?.value.text
        case .quadrant: return facts.quadrant?.value.text
        case .label(let id):
            guard case .word(let word)? = id.value(in: facts, on: day) else { return nil }
            return word.text
        case .trait(let trait):
            guard let record = facts.record else { return nil }
            return switch trait {
            case .customerKind: record.kind?.rawValue
            case .industry: record.industry?.text
            case .jobRole: record.jobRole?.name.text
            case .recipientKind: record.recipientKind?.name.text
            case .country: record.country?.letters
            case .jurisdiction: record.jurisdiction?.letters
            case .language: record.language?.text
            case .employees, .age, .birthdayMonth, .daysSinceRegistration: nil
            }
        default: return nil
        }
    }
}

extension SegmentAttribute.Counted {
    /// How many there were up to the day of the facts.
    fileprivate func total(in facts: SegmentFacts) -> Int64? {
        switch self {
        case .orders: facts.purchases.map { _ in facts.figures?.orders ?? 0 }
        case .purchaseDays: facts.purchases.map { _ in facts.figures?.purchaseDays ?? 0 }
        case .returns: facts.purchases.map { $0.days.reduce(0) { $0 + $1.returns } }
        case .complaints:
            facts.complaints.map { $0.days(through: facts.asOf).reduce(0) { $0.saturatingSum($1.count) } }
        case .interactions(let kind, let channel):
            facts.interactions.map { interactions in
                interactions.entries.reduce(0) { sum, entry in
                    guard entry.isCounted(as: kind, in: channel) else { return sum }
                    return entry.counts.days(through: facts.asOf).reduce(sum) { $0.saturatingSum($1.count) }
                }
            }
        }
    }

    /// How many there were on the days that end on `last`, of those up to the day of the facts.
    fileprivate func number(in facts: SegmentFacts, inDays length: Int, through last: CalendarDate) -> Int64? {
        switch self {
        case .orders: return facts.purchases?.days(inDays: length, through: last).reduce(0) { $0 + $1.orders }
        case .purchaseDays: return facts.purchases.map { Int64($0.purchaseDays(inDays: length, through: last)) }
        case .returns: return facts.purchases?.days(inDays: length, through: last).reduce(0) { $0 + $1.returns }
        case .complaints: return facts.complaints?.sum(of: facts, inDays: length, through: last)
        case .interactions(let kind, let channel):
            guard let interactions = facts.interactions else { return nil }
            var sum: Int64 = 0
            for entry in interactions.entries where entry.isCounted(as: kind, in: channel) {
                sum = sum.saturatingSum(entry.counts.sum(of: facts, inDays: length, through: last))
            }
            return sum
        }
    }
}

extension InteractionSummary.Entry {
    func isCounted(as kind: InteractionKind?, in channel: ActivityChannel?) -> Bool {
        (kind.map { $0 == self.kind } ?? true) && (channel.map { $0 == self.channel } ?? true)
    }
}

extension DailyCounts {
    /// The sum over the days that end on `last`, without those after the day of the facts.
    fileprivate func sum(of facts: SegmentFacts, inDays length: Int, through last: CalendarDate) -> Int64 {
        guard last > facts.asOf else { return sum(inDays: length, through: last) }
        return sum(inDays: length - facts.asOf.days(until: last), through: facts.asOf)
    }
}

extension SegmentAttribute.Amount {
    fileprivate func reading(
        in facts: SegmentFacts,
        inDays length: Int64?,
        through last: CalendarDate,
        _ currency: Currency
    ) -> SegmentReading {
        guard let purchases = facts.purchases, purchases.currency == currency else { return .unknown }
        var (orders, sales, refunds) = (Int64(0), Int64(0), Int64(0))
        if let length {
            for day in purchases.days(inDays: Int(length), through: last) {
                orders += day.orders
                sales += day.salesMinorUnits
                refunds += day.refundsMinorUnits
            }
        } else if let figures = facts.figures {
            (orders, sales, refunds) = (figures.orders, figures.sales.minorUnits, figures.refunds.minorUnits)
        } else {
            for day in purchases.days { refunds += day.refundsMinorUnits }
        }
        return switch self {
        case .sales: SegmentReading(sales)
        case .refunds: SegmentReading(refunds)
        case .net: SegmentReading(sales - refunds)
        case .averageOrder: SegmentReading(sales, over: orders)
        }
    }
}

extension SegmentAttribute.Dimension {
    /// The score of this dimension, if it is known.
    func score(in facts: SegmentFacts) -> SegmentFacts.Dated<Int64>? {
        func own(_ score: KeyPath<RFMScores, Int>) -> SegmentFacts.Dated<Int64>? {
            facts.scores.map { .init(Int64($0.value[keyPath: score]), until: $0.until) }
        }
        return switch self {
        case .recency: own(\.recency)
        case .frequency: own(\.frequency)
        case .monetary: own(\.monetary)
        default: facts.furtherScores.first { $0.dimension == self }?.score
        }
    }
}

extension Identifier<SegmentAttribute.Label> {
    fileprivate func value(in facts: SegmentFacts, on day: CalendarDate) -> SegmentValue? {
        facts.labels.first { $0.id == self && $0.contains(day) }?.value
    }

    fileprivate func reading(
        in facts: SegmentFacts,
        on day: CalendarDate,
        kind: SegmentValue.Kind,
        currency: Currency
    ) -> SegmentReading {
        guard let value = value(in: facts, on: day), value.kind == kind else { return .unknown }
        return switch value {
        case .number(let number): SegmentReading(number)
        case .ratio(let ratio): SegmentReading(ratio.numerator, over: ratio.denominator)
        case .date(let date): SegmentReading(Int64(date.daysAfterEpoch))
        case .money(let money): money.currency == currency ? SegmentReading(money.minorUnits) : .unknown
        case .truth(let truth): SegmentReading(truth)
        case .word: .unknown
        }
    }
}

extension SegmentAttribute.Trait {
    fileprivate func reading(in record: CustomerRecord, on day: CalendarDate) -> SegmentReading {
        switch self {
        case .employees:
            return record.companySize.map { SegmentReading(in: $0.atLeast...($0.through ?? .max)) } ?? .unknown
        case .age: return SegmentReading(record.birthday?.age(on: day, leapDay: .dayAfter).map(Int64.init))
        case .birthdayMonth:
            guard case .solar(let annual)? = record.birthday?.day else { return .unknown }
            return SegmentReading(Int64(annual.month))
        case .daysSinceRegistration:
            guard let registered = record.registeredOn, registered <= day else { return .unknown }
            return SegmentReading(Int64(registered.days(until: day)))
        case .customerKind, .industry, .jobRole, .recipientKind, .country, .jurisdiction, .language:
            return .unknown
        }
    }
}
