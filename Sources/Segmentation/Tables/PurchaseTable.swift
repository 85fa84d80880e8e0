public import GiftModel

/// The purchases of a range of customers, grouped by customer and day: what summaries are, for millions at once.
///
/// A host that has its customers numbered builds tables of ranges of them from the same rows, one for each thread or
/// machine. Nothing depends on how rows are cut into chunks or in which order they come. It takes 16 bytes for each
/// day of a customer with orders that stand, 16 for each with orders that came back whole, 16 for each with refunds and
/// 4 for each customer.
///
/// ```swift
/// let table = try PurchaseTable(of: 0..<1_000_000, in: .eur, from: chunks)
/// let figures = table.figures(asOf: today)
/// ```
///
/// ## Invariants
/// 1. A customer's entries ascend by day: orders that stand, orders that came back, refunds; none twice.
/// 2. The sums of a customer's sales and of its refunds fit in `Int64`.
public struct PurchaseTable: Hashable, Sendable {
    /// The currency of every amount.
    public let currency: Currency
    /// The numbers of the customers whose purchases these are.
    public let customers: Range<UInt32>
    /// The days of all customers, one customer after the other.
    let entries: [DayEntry]
    /// Where each customer's entries begin, and where the last one's end.
    let starts: [UInt32]
    /// Whether anything was paid back at all.
    let hasRefunds: Bool

    /// The purchases of `customers` among all `chunks`; rows of other customers are passed over.
    ///
    /// The entries are written once, grouped into blocks of customers, and sorted inside the processor's own memory.
    ///
    /// - Precondition: The customers have fewer than 2^31 rows.
    /// - Throws: ``PurchaseTableError``, in the order of its cases, for the customer with the lowest number.
    /// - Complexity: O(*n*) in the number of rows, times the logarithm of the most rows of one customer.
    public init(of customers: Range<UInt32>, in currency: Currency, from chunks: [PurchaseRows])
        throws(PurchaseTableError)
    {
        var blocks = CustomerBlocks(of: customers, from: chunks)
        if blocks.hasNegativeAmount {
            throw .negativeAmount(customer: chunks.compactMap { $0.firstNegative(of: customers) }.min() ?? 0)
        }
        if let customer = blocks.sortByDay() { throw .overflow(customer: customer) }
        self.currency = currency
        self.customers = customers
        self.entries = blocks.entries
        self.starts = blocks.starts
        self.hasRefunds = blocks.hasRefunds
    }
}

extension PurchaseTable {
    /// Returns the purchases of one customer as they stood at the end of `day`.
    ///
    /// - Precondition: The customer's number is one of ``customers``.
    /// - Complexity: O(*n*) in the number of the customer's days.
    public func purchases(of customer: UInt32, asOf day: CalendarDate) -> PurchaseDays {
        precondition(customers.contains(customer), "the table is of other customers")
        let position = Int(customer - customers.lowerBound)
        var days: [PurchaseDay] = []
        days.reserveCapacity(Int(starts[position + 1] - starts[position]))
        for entry in entries[Int(starts[position])..<Int(starts[position + 1])] {
            guard entry.date <= day else { break }
            if days.last?.date != entry.date { days.append(PurchaseDay(on: entry.date)) }
            let last = days.count - 1
            if entry.isRefund {
                days[last].returns = Int64(entry.number)
                days[last].refundsMinorUnits = -entry.amount
            } else {
                if entry.isReturned {
                    days[last].returnedOrders = Int64(entry.number)
                } else {
                    days[last].orders = Int64(entry.number)
                }
                days[last].salesMinorUnits += entry.amount
            }
        }
        return PurchaseDays(asOf: day, currency: currency, days: days[...])
    }
}

extension PurchaseTable {
    /// Returns what the purchases of every customer come to as of `day`.
    ///
    /// - Complexity: O(*n*) in the number of the customers' days.
    public func figures(asOf day: CalendarDate) -> PurchaseFigureColumns {
        PurchaseFigureColumns(
            of: customers,
            in: currency,
            asOf: day,
            hasRefunds: hasRefunds,
            from: entries.span,
            starts: starts.span
        )
    }
}

extension PurchaseRows {
    /// The lowest number among `customers` with an amount below zero.
    fileprivate func firstNegative(of customers: Range<UInt32>) -> UInt32? {
        self.customers.indices
            .filter {
                customers.contains(self.customers[$0]) && (sales[$0] < 0 || (!refunds.isEmpty && refunds[$0] < 0))
            }
            .map { self.customers[$0] }
            .min()
    }
}
