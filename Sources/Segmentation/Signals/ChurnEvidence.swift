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
    /// - Complexity: O(*n*) in the days with interactions or complaints, and in the purchase days in the two windows.
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
        signals(
            of: evidence.purchases,
            interactions: evidence.interactions?.counts.days,
            complaints: evidence.complaints?.days,
            expecting: evidence.expectedPurchaseDays,
            on: day
        )
    }

    /// The same of what makes up the evidence; days may come in any order.
    func signals(
        of purchases: PurchaseDays,
        interactions: [DailyCounts.Day]?,
        complaints: [DailyCounts.Day]?,
        expecting expected: Double?,
        on day: CalendarDate
    ) -> ChurnSignals {
        let (purchaseDays, orders) = counts(of: purchases, on: day)
        let rates = complaints.map { complaints in
            let counts = counts(of: complaints, knownThrough: purchases.asOf, on: day)
            return ChurnSignals.ComplaintRates(
                before: ComplaintRate(complaints: counts.before, orders: orders.before),
                now: ComplaintRate(complaints: counts.now, orders: orders.now)
            )
        }
        return ChurnSignals(
            asOf: day,
            rules: self,
            purchaseDays: purchaseDays,
            expectedPurchaseDays: expected,
            interactionCounts: interactions.map { counts(of: $0, knownThrough: purchases.asOf, on: day) },
            complaintRates: rates
        )
    }

    /// On how many days anything was bought, and how many orders were placed, whatever became of them: whoever
    /// complains often sends back what the complaint was about.
    private func counts(
        of purchases: PurchaseDays,
        on day: CalendarDate
    ) -> (purchaseDays: ChurnSignals.WindowCounts, orders: ChurnSignals.WindowCounts) {
        var (purchaseDays, orders) = (ChurnSignals.WindowCounts(), ChurnSignals.WindowCounts())
        for position in purchases.days.indices.reversed() {
            let purchaseDay = purchases.days[position]
            let age = purchaseDay.date.days(until: day)
            guard age < 2 * windowDays else { break }
            purchaseDays.add(purchaseDay.orders > 0 ? 1 : 0, isNow: age < windowDays)
            orders.add(purchaseDay.placedOrders, isNow: age < windowDays)
        }
        return (purchaseDays, orders)
    }

    /// What was counted on these `days`, in whatever order they are.
    private func counts(
        of days: [DailyCounts.Day],
        knownThrough known: CalendarDate,
        on day: CalendarDate
    ) -> ChurnSignals.WindowCounts {
        var sum = ChurnSignals.WindowCounts()
        for position in days.indices where days[position].date <= known {
            let age = days[position].date.days(until: day)
            guard age < 2 * windowDays else { continue }
            sum.add(days[position].count, isNow: age < windowDays)
        }
        return sum
    }
}

extension PurchaseDay {
    /// How many orders there ever were, those included that came back or were called off.
    fileprivate var placedOrders: Int64 { orders + returnedOrders + cancelledOrders }
}
