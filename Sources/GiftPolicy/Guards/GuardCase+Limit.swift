public import GiftModel

extension GuardCase {
    /// Returns what falls under the total of the limit of the guard called `id` today, stretch by stretch: the one that
    /// ends today, and those that end with gifts planned for later.
    ///
    /// - Returns: Nothing when there is no such guard or its limit has no total.
    /// - Complexity: O(*n*²) in the gifts.
    public func registers(of id: Guard.ID) -> [LimitRegister] {
        guard let source = guards.guards.first(where: { $0.id == id }), case .limit(let limit) = source.kind else {
            return []
        }
        return registers(of: id, limit, on: clock.today)
    }

    private func registers(of id: Guard.ID, _ limit: GiftLimit, on day: CalendarDate) -> [LimitRegister] {
        guard let total = limit.total else { return [] }
        return total.window.stretches(around: day, endingOn: entries.lazy.map(\.amount.day))
            .map { LimitRegister(of: id, limit, total, in: $0, among: entries, at: rates(for: limit)) }
    }

    private func rates(for limit: GiftLimit) -> RateBook {
        RateBook(circumstances.rates, on: clock.today, mostDays: limit.rateDays)
    }

    /// Returns what `limit` looks at when a gift that costs `cost`, or any gift, is given on `day`.
    func evidence(of limit: GiftLimit, costing cost: Money?, on day: CalendarDate) -> LimitEvidence {
        var evidence = LimitEvidence(limit, costing: cost)
        guard !evidence.isFree, !evidence.isForbiddenGift else { return evidence }
        let rates = rates(for: limit)
        if let perGift = limit.perGift, let cost { evidence.gift = rates.measure([cost], in: perGift.currency) }
        for register in registers(of: "limit", limit, on: day) {
            evidence.count = max(evidence.count ?? 0, register.count)
            guard let amount = limit.total?.amount, let used = register.measure else { continue }
            evidence.used = evidence.used.map { $0.orLarger(used) } ?? used
            guard let cost else { continue }
            let together = rates.measure(register.entries.map(\.amount.amount) + [cost], in: amount.currency)
            evidence.together = evidence.together.map { $0.orLarger(together) } ?? together
        }
        return evidence
    }

    /// Returns the first day after today on which what is counted so far leaves room, or `nil` when that never comes.
    func opening(of limit: GiftLimit, costing cost: Money?) -> CalendarDate? {
        guard let window = limit.total?.window else { return nil }
        let days = Set(entries.compactMap { window.end(of: $0.amount.day, after: clock.today) }).sorted()
        return days.first { day in
            let evidence = evidence(of: limit, costing: cost, on: day)
            return !evidence.forbids && evidence.unknown.isEmpty
        }
    }
}

extension LimitMeasure {
    /// The larger of two, and what could not be measured before either.
    fileprivate func orLarger(_ other: LimitMeasure) -> LimitMeasure {
        guard case .worth(let minorUnits, let exact, _) = self else { return self }
        guard case .worth(let otherUnits, let otherExact, _) = other else { return other }
        if minorUnits != otherUnits { return minorUnits < otherUnits ? other : self }
        // Of two that begin the same minor unit the one that fills it is the larger.
        return exact?.denominator == 1 || otherExact?.denominator != 1 ? self : other
    }
}
