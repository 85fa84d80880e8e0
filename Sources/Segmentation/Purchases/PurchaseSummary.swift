public import GiftModel

/// All that segmentation needs to know of one customer's purchases: the orders, and what became of them.
///
/// Activities may arrive in any order, more than once and in parts that overlap: adding them one by one and merging
/// the summaries of parts come to the same value, which is stored as the same bytes. Orders of one day count as one
/// purchase day, because the models of customer behavior count days and not receipts.
///
/// What comes back is taken out of the day of its order and not of the day on which it came, once that has come:
/// ``days(asOf:)`` says how.
///
/// On 64-bit platforms an order takes 32 bytes, a return 48, a cancellation 24 and a purchase day 40; an identity of
/// more than 15 bytes takes as many besides.
///
/// ## Invariants
/// 1. No order, return or cancellation is held twice.
/// 2. The sums of all sales and of all refunds fit in `Int64`, also of what was called off.
///
/// - Wire format: `{"cancellations":[["o2","2026-03-02"]],"currency":"EUR","customer":"c-1","orders":[["o1",`
///   `"2026-03-01",1000],["o2","2026-03-01",500]],"returns":[["r1","2026-03-05",400,"o1"]],"v":1}`: identity, day,
///   minor units and, if a return names one, its order; by identity ascending; an empty list is left out.
public struct PurchaseSummary: Hashable, Sendable {
    /// Whose purchases these are.
    public let customer: Customer.ID
    /// The currency of every amount.
    public let currency: Currency
    private(set) var orders = PurchaseEntries<OrderEntry>()
    private(set) var returns = PurchaseEntries<ReturnEntry>()
    private(set) var cancellations = PurchaseEntries<CancellationEntry>()
    /// The days with an order, ascending, as they were before anything came back or was called off.
    private(set) var placedDays: [PurchaseDay] = []
    /// The first day on which anything came back or was called off.
    private(set) var firstReversal: CalendarDate?
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
        self.init(of: customer, in: summary.currency)
        self.orders = summary.orders
        self.returns = summary.returns
        self.cancellations = summary.cancellations
        self.placedDays = summary.placedDays
        self.firstReversal = summary.firstReversal
        self.totalSales = summary.totalSales
        self.totalRefunds = summary.totalRefunds
    }

    /// Adds one activity, or refuses it and leaves the summary as it was.
    ///
    /// Orders, returns and cancellations change it, whichever comes first; what is known already and what is no
    /// purchase change nothing. The same identity with another day, amount or order is refused.
    ///
    /// - Parameter zone: Tells on which local day the activity fell. It is the same for all activities: another may
    ///   put what is known already on another day, which is refused.
    /// - Returns: Whether it was news.
    /// - Throws: ``PurchaseSummaryError``, in the order of its cases.
    /// - Complexity: O(1) for an activity whose identity and day come after all that are known; otherwise O(log *n*) to
    ///   find its place and O(*n*) to make room for it, in the number of orders, which is one move of memory.
    @discardableResult
    public mutating func add(_ activity: Activity, in zone: some ZoneRules) throws(PurchaseSummaryError) -> Bool {
        guard activity.customer == customer else { throw .customerMismatch(activity.customer, expected: customer) }
        switch activity {
        case .order, .return, .cancellation: break
        case .interaction, .cartChange, .surveyAnswer, .complaintStep, .giftFeedback, .review: return false
        }
        guard let date = zone.date(of: activity.occurredAt) else { throw .outsideCalendar(activity.occurredAt) }
        switch activity {
        case .order(let order): return try add(order, on: date)
        case .return(let goods): return try add(goods, on: date)
        case .cancellation(let cancellation):
            let entry = CancellationEntry(id: cancellation.order, date: date)
            guard let position = try cancellations.place(for: entry, in: currency) else { return false }
            cancellations.insert(entry, at: position)
            noteReversal(on: date)
            return true
        default: return false
        }
    }

    /// Adds all that `other` knows, or refuses it and leaves the summary as it was.
    ///
    /// The two may know the same activities: those count once.
    ///
    /// - Throws: ``PurchaseSummaryError``, in the order of its cases.
    /// - Complexity: O(*n* + *m* log *m*) in the numbers of their activities.
    public mutating func merge(_ other: PurchaseSummary) throws(PurchaseSummaryError) {
        guard other.customer == customer else { throw .customerMismatch(other.customer, expected: customer) }
        try requireCurrency(of: .zero(in: other.currency))
        try insert(
            try orders.unknown(of: other.orders, in: currency),
            try returns.unknown(of: other.returns, in: currency),
            try cancellations.unknown(of: other.cancellations, in: currency)
        )
    }

    /// Takes in what is not known yet, each list by identity ascending, or throws before anything has changed.
    mutating func insert(
        _ newOrders: [OrderEntry],
        _ newReturns: [ReturnEntry],
        _ newCancellations: [CancellationEntry]
    ) throws(PurchaseSummaryError) {
        guard let sales = newOrders.lazy.map(\.minorUnits).sum, let refunds = newReturns.lazy.map(\.minorUnits).sum
        else { throw .overflow }
        try reserve(sales: sales, refunds: refunds)
        orders.insert(newOrders)
        returns.insert(newReturns)
        cancellations.insert(newCancellations)
        if let first = newReturns.lazy.map(\.date).min() { noteReversal(on: first) }
        if let first = newCancellations.lazy.map(\.date).min() { noteReversal(on: first) }
        var newDays: [PurchaseDay] = []
        for order in newOrders.sorted(by: { $0.date < $1.date }) { newDays.place(order) }
        placedDays = placedDays.merged(with: newDays)
    }

    private mutating func add(_ order: Order, on date: CalendarDate) throws(PurchaseSummaryError) -> Bool {
        try requireCurrency(of: order.total)
        let entry = OrderEntry(id: order.id, minorUnits: order.total.minorUnits, date: date)
        guard let position = try orders.place(for: entry, in: currency) else { return false }
        try reserve(sales: entry.minorUnits, refunds: 0)
        orders.insert(entry, at: position)
        placedDays.place(entry)
        return true
    }

    private mutating func add(_ goods: Return, on date: CalendarDate) throws(PurchaseSummaryError) -> Bool {
        try requireCurrency(of: goods.refund)
        let entry = ReturnEntry(id: goods.id, order: goods.order, minorUnits: goods.refund.minorUnits, date: date)
        guard let position = try returns.place(for: entry, in: currency) else { return false }
        try reserve(sales: 0, refunds: entry.minorUnits)
        returns.insert(entry, at: position)
        noteReversal(on: date)
        return true
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

    private mutating func noteReversal(on date: CalendarDate) {
        firstReversal = firstReversal.map { min($0, date) } ?? date
    }
}

extension Sequence<Int64> {
    /// The sum of numbers of zero or more, or `nil` when it leaves `Int64`.
    fileprivate var sum: Int64? {
        var sum: Int64 = 0
        for number in self {
            let (next, overflow) = sum.addingReportingOverflow(number)
            guard !overflow else { return nil }
            sum = next
        }
        return sum
    }
}

extension [PurchaseDay] {
    /// Counts an order on its day.
    fileprivate mutating func place(_ order: OrderEntry) {
        let position = position(making: order.date)
        self[position].orders += 1
        self[position].salesMinorUnits += order.minorUnits
    }
}
