public import GiftModel

/// All that segmentation needs to know of one customer's purchases: one small record for each day with any.
///
/// Activities may arrive in any order and in any partition: adding them one by one and merging the summaries
/// of parts come to the same value. Orders of one day count as one purchase day, because the models of
/// customer behaviour count days and not receipts.
///
/// ## Invariants
/// 1. ``days`` is ascending and holds no day twice.
/// 2. The sums of all sales and of all refunds fit in `Int64`.
public struct PurchaseSummary: Hashable, Sendable {
    /// Whose purchases these are.
    public let customer: Customer.ID
    /// The currency of every amount.
    public let currency: Currency
    /// The days on which anything was bought or given back, ascending.
    public private(set) var days: [PurchaseDay] = []
    private var totalSales: Int64 = 0
    private var totalRefunds: Int64 = 0

    /// The summary of a customer who has done nothing yet.
    public init(of customer: Customer.ID, in currency: Currency) {
        self.customer = customer
        self.currency = currency
    }
}

extension PurchaseSummary {
    /// The purchases of `summary`, as those of `customer`.
    init(_ summary: PurchaseSummary, of customer: Customer.ID) {
        self.customer = customer
        self.currency = summary.currency
        self.days = summary.days
        self.totalSales = summary.totalSales
        self.totalRefunds = summary.totalRefunds
    }

    /// Adds one activity, or refuses it and leaves the summary as it was.
    ///
    /// Orders and returns change it, and what is no purchase changes nothing. A cancellation is refused, because a
    /// summary no longer knows its orders one by one: the host leaves a cancelled order out. For the same reason
    /// each activity is to be added once, and a repetition is not noticed.
    ///
    /// - Parameter zone: Tells on which local day the activity fell.
    /// - Throws: ``PurchaseSummaryError``, in the order of its cases.
    /// - Complexity: O(1) when the activity is on the last day or later, otherwise O(*n*) in the number of days.
    public mutating func add(_ activity: Activity, in zone: some ZoneRules) throws(PurchaseSummaryError) {
        guard activity.customer == customer else { throw .customerMismatch(activity.customer, expected: customer) }
        let amount: Money
        switch activity {
        case .order(let order): amount = order.total
        case .return(let goods): amount = goods.refund
        case .cancellation(let cancellation): throw .cancelledOrder(cancellation.order)
        case .interaction, .cartChange, .surveyAnswer, .complaintStep, .giftFeedback, .review: return
        }
        guard let date = zone.date(of: activity.occurredAt) else { throw .outsideCalendar(activity.occurredAt) }
        try requireCurrency(of: amount)
        var day = PurchaseDay(on: date)
        if activity.kind == .order {
            day.orders = 1
            day.salesMinorUnits = amount.minorUnits
        } else {
            day.returns = 1
            day.refundsMinorUnits = amount.minorUnits
        }
        try reserve(sales: day.salesMinorUnits, refunds: day.refundsMinorUnits)
        insert(day)
    }

    /// Adds all that `other` knows, or refuses it and leaves the summary as it was.
    ///
    /// The two summaries must be of different activities; they may share days.
    ///
    /// - Throws: ``PurchaseSummaryError``, in the order of its cases.
    /// - Complexity: O(*n* + *m*) in the number of their days.
    public mutating func merge(_ other: PurchaseSummary) throws(PurchaseSummaryError) {
        guard other.customer == customer else { throw .customerMismatch(other.customer, expected: customer) }
        try requireCurrency(of: .zero(in: other.currency))
        try reserve(sales: other.totalSales, refunds: other.totalRefunds)
        var merged: [PurchaseDay] = []
        merged.reserveCapacity(days.count + other.days.count)
        var (own, others) = (days[...], other.days[...])
        while let left = own.first, let right = others.first {
            if left.date <= right.date { own.removeFirst() }
            if right.date <= left.date { others.removeFirst() }
            merged.append(left.date == right.date ? left.adding(right) : left.date < right.date ? left : right)
        }
        days = merged + own + others
    }

    private func requireCurrency(of money: Money) throws(PurchaseSummaryError) {
        guard money.currency == currency else { throw .currencyMismatch(money.currency, expected: currency) }
    }

    /// Keeps invariant 2, or throws before anything has changed.
    private mutating func reserve(sales: Int64, refunds: Int64) throws(PurchaseSummaryError) {
        let (newSales, salesOverflow) = totalSales.addingReportingOverflow(sales)
        let (newRefunds, refundsOverflow) = totalRefunds.addingReportingOverflow(refunds)
        guard !salesOverflow, !refundsOverflow else { throw .overflow }
        (totalSales, totalRefunds) = (newSales, newRefunds)
    }

    private mutating func insert(_ day: PurchaseDay) {
        let position = days[...].firstPosition(onOrAfter: day.date)
        if position == days.endIndex || days[position].date != day.date {
            days.insert(PurchaseDay(on: day.date), at: position)
        }
        days[position] = days[position].adding(day)
    }
}
