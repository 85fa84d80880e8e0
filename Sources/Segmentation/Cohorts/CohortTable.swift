public import GiftModel

/// Customers by the month of their first purchase, and how many of them bought in each month from then on.
///
/// A table is made of customers in any order and merged from parts in any order, with the same result.
///
/// ```swift
/// var table = CohortTable(asOf: today, in: .eur, spend: .net)
/// for summary in summaries.ordered { try table.add(summary.days(asOf: today)) }
/// table.cohorts[0].retention(afterMonths: 3)   // 1/4: a quarter of them bought in the fourth month
/// ```
///
/// - Range: counts of customers beyond 64 bits stay at their greatest number; amounts beyond them are refused.
public struct CohortTable: Hashable, Sendable {
    /// The day as of which customers are counted; its month may not be over.
    public let asOf: CalendarDate
    /// The currency of every amount.
    public let currency: Currency
    /// Which money counts.
    public let spend: SpendBasis
    /// The months in which anybody bought for the first time, ascending.
    public private(set) var cohorts: [Cohort] = []

    /// A table of nobody yet.
    public init(asOf day: CalendarDate, in currency: Currency, spend: SpendBasis) {
        self.asOf = day
        self.currency = currency
        self.spend = spend
    }

    /// The customers who bought for the first time in one month.
    public struct Cohort: Hashable, Sendable {
        /// The first day of that month.
        public let month: CalendarDate
        /// How many there are, at least one.
        public fileprivate(set) var customers: Int64
        /// What they did in that month and each one after it, through the month of the table's day.
        public fileprivate(set) var months: [Activity]

        /// What a cohort did in one month.
        public struct Activity: Hashable, Sendable {
            /// How many of the customers bought.
            public fileprivate(set) var buyers: Int64 = 0
            /// What they spent, in minor units; it may be below zero where returns are taken off.
            public fileprivate(set) var spendMinorUnits: Int64 = 0
        }
    }
}

extension CohortTable.Cohort {
    /// Returns the share of the customers who bought in the month that is `months` after their first, or `nil` when
    /// that month has not come yet.
    ///
    /// Of month 0 it is one.
    public func retention(afterMonths months: Int) -> Ratio? {
        self.months.indices.contains(months) ? Ratio(self.months[months].buyers, over: customers) : nil
    }
}

extension CohortTable {
    /// Counts one customer, who must not be counted yet; one who has not bought changes nothing.
    ///
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)``, ``PurchaseSummaryError/overflow``; the table
    ///   is then as it was.
    /// - Complexity: O(*n* + *m*) in the customer's days and the months since the first.
    public mutating func add(_ purchases: PurchaseDays) throws(PurchaseSummaryError) {
        precondition(purchases.asOf == asOf, "a table counts customers as of its own day")
        guard purchases.currency == currency else { throw .currencyMismatch(purchases.currency, expected: currency) }
        guard let first = purchases.days.first(where: { $0.orders > 0 })?.date else { return }
        let months = asOf.monthNumber - first.monthNumber + 1
        var cohort = Cohort(
            month: first.firstOfMonth,
            customers: 1,
            months: [Cohort.Activity](repeating: Cohort.Activity(), count: months)
        )
        for day in purchases.days where day.date >= first {
            let index = day.date.monthNumber - first.monthNumber
            if day.orders > 0 { cohort.months[index].buyers = 1 }
            try cohort.months[index].add(CohortTable.Cohort.Activity(spendMinorUnits: day.minorUnits(spend)))
        }
        try insert(cohort)
    }

    /// Counts the customers of `other`, who must be other customers.
    ///
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)``, ``PurchaseSummaryError/overflow``; the table
    ///   is then as it was.
    /// - Complexity: O(*n* · *m*) in the cohorts and their months.
    public mutating func merge(_ other: CohortTable) throws(PurchaseSummaryError) {
        precondition(
            other.asOf == asOf && other.spend == spend,
            "only tables of one day and one kind of spend are merged"
        )
        guard other.currency == currency else { throw .currencyMismatch(other.currency, expected: currency) }
        var merged = self
        for cohort in other.cohorts { try merged.insert(cohort) }
        self = merged
    }

    private mutating func insert(_ cohort: Cohort) throws(PurchaseSummaryError) {
        let position = cohorts.firstIndex { $0.month >= cohort.month } ?? cohorts.endIndex
        guard position < cohorts.endIndex, cohorts[position].month == cohort.month else {
            cohorts.insert(cohort, at: position)
            return
        }
        var whole = cohorts[position]
        whole.customers = whole.customers.saturatingSum(cohort.customers)
        for index in whole.months.indices {
            try whole.months[index].add(cohort.months[index])
        }
        cohorts[position] = whole
    }
}

extension CohortTable.Cohort.Activity {
    fileprivate mutating func add(_ other: Self) throws(PurchaseSummaryError) {
        let (sum, overflow) = spendMinorUnits.addingReportingOverflow(other.spendMinorUnits)
        guard !overflow else { throw .overflow }
        spendMinorUnits = sum
        buyers = buyers.saturatingSum(other.buyers)
    }
}

extension CalendarDate {
    /// The months since the year zero.
    fileprivate var monthNumber: Int {
        let components = components
        return components.year * 12 + components.month - 1
    }

    fileprivate var firstOfMonth: CalendarDate { adding(days: 1 - day) ?? self }
}
