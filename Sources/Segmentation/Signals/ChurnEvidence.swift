public import GiftModel

/// What is known of one customer, as signs of leaving are looked for in it.
public struct ChurnEvidence: Hashable, Sendable {
    /// The purchases, as of the day asked about.
    public let purchases: PurchaseDays
    /// Everything done beside buying, or `nil` when nobody records it.
    public let interactions: InteractionSummary?
    /// The complaints made on each day, or `nil` when nobody records them.
    public let complaints: DailyCounts?
    /// On how many days of the last window a model expected a purchase, or `nil` when none was asked.
    public let expectedPurchaseDays: Double?

    /// What is known beside these `purchases`.
    public init(
        _ purchases: PurchaseDays,
        interactions: InteractionSummary? = nil,
        complaints: DailyCounts? = nil,
        expectedPurchaseDays: Double? = nil
    ) {
        self.purchases = purchases
        self.interactions = interactions
        self.complaints = complaints
        self.expectedPurchaseDays = expectedPurchaseDays
    }
}

extension ChurnSignalRules {
    /// Returns every signal as the `evidence` stands on the day of its purchases.
    ///
    /// - Complexity: O(*n*) in the days in the two windows.
    public func signals(in evidence: ChurnEvidence) -> ChurnSignals {
        signals(in: evidence, on: evidence.purchases.asOf)
    }

    /// Returns the first later day on which the truth of `signal` can be another unless the customer does more.
    ///
    /// A signal changes when a day leaves the last window, or the one before. Against an expectation it can change on
    /// the next day, for which the model must be asked anew.
    ///
    /// - Returns: `nil` when it will stay what it is.
    /// - Complexity: O(*n*) evaluations in the days known.
    public func nextChange(of signal: ChurnSignal, in evidence: ChurnEvidence) -> CalendarDate? {
        let today = evidence.purchases.asOf
        if signal == .belowExpectation {
            return evidence.expectedPurchaseDays == nil ? nil : today.adding(days: 1)
        }
        let truth = signals(in: evidence)[signal]
        return changes(of: signal, in: evidence).first { signals(in: evidence, on: $0)[signal] != truth }
    }

    /// The later days on which what is counted for `signal` becomes another, ascending.
    private func changes(of signal: ChurnSignal, in evidence: ChurnEvidence) -> [CalendarDate] {
        let today = evidence.purchases.asOf
        var dates: [CalendarDate] = []
        if signal != .interactionsDown { dates += evidence.purchases.days.map(\.date) }
        if signal == .interactionsDown, let interactions = evidence.interactions {
            for entry in interactions.entries { dates += entry.counts.days(through: today).map(\.date) }
        }
        if signal == .complaintsUp, let complaints = evidence.complaints {
            dates += complaints.days(through: today).map(\.date)
        }
        return dates.flatMap { date in [windowDays, 2 * windowDays].compactMap(date.adding(days:)) }
            .filter { $0 > today }
            .sorted()
    }

    /// The signals on `day`, by what is known as of the day of the purchases, which is not later.
    private func signals(in evidence: ChurnEvidence, on day: CalendarDate) -> ChurnSignals {
        let (purchases, known) = (evidence.purchases, evidence.purchases.asOf)
        let eve = day.adding(days: -windowDays)
        func purchaseDays(_ last: CalendarDate?) -> Int64 {
            last.map { Int64(purchases.purchaseDays(inDays: windowDays, through: $0)) } ?? 0
        }
        func interactions(_ last: CalendarDate?) -> Int64? {
            evidence.interactions?.entries.reduce(0) { $0.saturatingSum(sum(of: $1.counts, last, knownThrough: known)) }
        }
        func rate(_ last: CalendarDate?) -> ComplaintRate? {
            evidence.complaints.map { complaints in
                ComplaintRate(
                    complaints: sum(of: complaints, last, knownThrough: known),
                    orders: last.map { purchases.days(inDays: windowDays, through: $0) }?.reduce(0) { $0 + $1.orders }
                        ?? 0
                )
            }
        }
        let now = purchaseDays(day)
        return ChurnSignals(
            asOf: day,
            windowDays: windowDays,
            frequency: DropSignal(rule: self.purchaseDays, before: purchaseDays(eve), now: now),
            expectation: ShortfallSignal(
                rule: self.purchaseDays,
                expected: evidence.expectedPurchaseDays,
                now: now
            ),
            interactions: DropSignal(rule: self.interactions, before: interactions(eve), now: interactions(day)),
            complaints: ComplaintSignal(factor: complaintRateFactor, before: rate(eve), now: rate(day))
        )
    }

    private func sum(of counts: DailyCounts, _ last: CalendarDate?, knownThrough known: CalendarDate) -> Int64 {
        guard let last else { return 0 }
        return counts.days(inDays: windowDays, through: last)
            .reduce(0) { $1.date <= known ? $0.saturatingSum($1.count) : $0 }
    }
}
