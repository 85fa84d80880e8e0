public import GiftModel

/// Orders and returns of many customers, in any order: one row for each, in columns.
///
/// Customers are numbered from zero, by the host or by ``CustomerNumbers``. A row is an order of `sales` of which
/// `refunds` were paid back, and counts as an order unless all of it was; a return whose order nobody knows is a row
/// without sales, on its own day. What was paid back counts on the day of its row, so a host that asks for a day
/// between the order and the return gives the return a row of its own. Both amounts are of one currency, and zero or
/// more.
///
/// - Unit: minor units of one currency.
public struct PurchaseRows: Sendable {
    /// Whose order or return it is.
    public let customers: [UInt32]
    /// The local day on which it counts.
    public let dates: [CalendarDate]
    /// What the order came to.
    public let sales: [Int64]
    /// What was paid back, or no value at all where nothing was.
    public let refunds: [Int64]

    /// Rows of columns of one length; `refunds` may be left out.
    ///
    /// - Precondition: The columns are of one length.
    public init(customers: [UInt32], dates: [CalendarDate], sales: [Int64], refunds: [Int64] = []) {
        precondition(
            dates.count == customers.count && sales.count == customers.count
                && (refunds.isEmpty || refunds.count == customers.count),
            "the columns of a table are of one length"
        )
        self.customers = customers
        self.dates = dates
        self.sales = sales
        self.refunds = refunds
    }
}

extension PurchaseRows {
    /// How many rows there are.
    public var count: Int { customers.count }
}
