import GiftModel

/// What a limit looked at.
struct LimitEvidence: Hashable {
    let limit: GiftLimit
    /// What the gift costs; `nil` when no gift has been chosen.
    let cost: Money?
    /// The cost against that of one gift.
    var gift: LimitMeasure?
    /// How many gifts there are in the fullest stretch.
    var count: Int64?
    /// What those of the dearest stretch come to, without and with the gift.
    var used: LimitMeasure?
    var together: LimitMeasure?

    init(_ limit: GiftLimit, costing cost: Money?) {
        self.limit = limit
        self.cost = cost
    }
}

extension LimitEvidence {
    /// Whether the limit has nothing to say: to what costs nothing, where that may go, and before a gift is chosen.
    var isFree: Bool { limit.allowsZeroCost && (cost.map { $0.minorUnits == 0 } ?? true) }

    /// Whether it costs nothing, and not even that may be given.
    var isForbiddenGift: Bool { !limit.allowsZeroCost && cost?.minorUnits == 0 }

    /// Whether no gift at all passes the limit of one gift.
    var isClosed: Bool { cost == nil && !limit.allowsZeroCost && limit.perGift?.minorUnits == 0 }

    var exceedsGift: Bool {
        guard let perGift = limit.perGift, case .worth(let minorUnits, _, _) = gift else { return false }
        return minorUnits > perGift.minorUnits
    }

    var exceedsCount: Bool {
        guard let most = limit.total?.count, let count else { return false }
        return count >= most
    }

    var exceedsAmount: Bool {
        guard let most = limit.total?.amount?.minorUnits else { return false }
        if cost != nil {
            guard case .worth(let minorUnits, _, _) = together else { return false }
            return minorUnits > most
        }
        guard case .worth(let minorUnits, let exact, _) = used else { return false }
        return minorUnits > most || minorUnits == most && exact?.denominator == 1
    }

    /// The measures that could not be taken.
    var unknown: [LimitMeasure] {
        var seen: Set<LimitMeasure> = []
        return [gift, cost == nil ? used : together].compactMap(\.self)
            .filter { measure in
                if case .worth = measure { return false }
                return seen.insert(measure).inserted
            }
    }

    var forbids: Bool { isForbiddenGift || isClosed || exceedsGift || exceedsCount || exceedsAmount }
}

extension LimitEvidence {
    /// What passes, what does not and what is not known, of the guard called `id`.
    func reasons(_ id: Guard.ID, on today: CalendarDate) -> [Reason] {
        let source = Fact("guard", .code(id.text))
        if isFree { return [Reason(cost == nil ? LimitReason.limitAwaitsGift : .limitFree, source)] }
        if isForbiddenGift || isClosed { return [Reason(LimitReason.limitClosed, source)] }
        let reasons = giftReasons(source) + totalReasons(source) + unknown.map { reason(for: $0, source, today) }
        return reasons.isEmpty ? [Reason(LimitReason.limitAwaitsGift, source)] : reasons + converted
    }

    private func giftReasons(_ source: Fact) -> [Reason] {
        guard let perGift = limit.perGift, case .worth(let minorUnits, _, _) = gift else { return [] }
        let excess = minorUnits - perGift.minorUnits
        let value = Fact("cost", .money(Money(minorUnits: minorUnits, in: perGift.currency)))
        let distance = Money(minorUnits: abs(excess), in: perGift.currency)
        let facts = [Fact("limit", .money(perGift)), source]
        return excess > 0
            ? [Reason(LimitReason.giftAboveLimit, facts: [value, Fact("excess", .money(distance))] + facts)]
            : [Reason(LimitReason.giftWithinLimit, facts: [value, Fact("left", .money(distance))] + facts)]
    }

    private func totalReasons(_ source: Fact) -> [Reason] {
        guard let total = limit.total else { return [] }
        let window = Fact("window", .name(total.window.title))
        var reasons: [Reason] = []
        if let most = total.count, let count {
            let code: LimitReason = count < most ? .countWithinLimit : .countUsedUp
            reasons.append(Reason(code, Fact("used", .number(count)), window, Fact("limit", .number(most)), source))
        }
        guard let most = total.amount, case .worth(let used, _, _) = used else { return reasons }
        let facts = [window, Fact("limit", .money(most)), source]
        let before = Fact("used", .money(Money(minorUnits: used, in: most.currency)))
        guard cost != nil else {
            return reasons + [Reason(exceedsAmount ? .totalUsedUp : LimitReason.totalOpen, facts: [before] + facts)]
        }
        guard case .worth(let together, _, _) = together else { return reasons }
        let sum = Fact("total", .money(Money(minorUnits: together, in: most.currency)))
        let excess = together - most.minorUnits
        let distance = Money(minorUnits: abs(excess), in: most.currency)
        return reasons + [
            excess > 0
                ? Reason(LimitReason.totalAboveLimit, facts: [before, sum, Fact("excess", .money(distance))] + facts)
                : Reason(LimitReason.totalWithinLimit, facts: [before, sum, Fact("left", .money(distance))] + facts)
        ]
    }

    /// How the cost came to be counted in another currency.
    private var converted: [Reason] {
        guard let cost, case .worth(_, let exact?, let rate?) = gift, let currency = limit.perGift?.currency else {
            return []
        }
        return [
            Reason(
                LimitReason.costConverted,
                Fact("price", .money(cost)),
                Fact("minorUnits", .ratio(exact)),
                Fact("currency", .code(currency.code)),
                Fact("rate", .ratio(rate))
            )
        ]
    }

    private func reason(for measure: LimitMeasure, _ source: Fact, _ today: CalendarDate) -> Reason {
        switch measure {
        case .rateMissing(let currency):
            return Reason(LimitReason.rateMissing, Fact("currency", .code(currency.code)), source)
        case .rateStale(let currency, let day):
            return Reason(
                LimitReason.rateStale,
                Fact("currency", .code(currency.code)),
                Fact("date", .date(day)),
                Fact("age", .days(Int64(day.days(until: today)))),
                Fact("limit", .days(limit.rateDays)),
                source
            )
        case .tooLarge, .worth: return Reason(LimitReason.amountTooLarge, source)
        }
    }
}
