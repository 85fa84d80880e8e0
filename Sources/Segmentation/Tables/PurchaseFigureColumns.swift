public import GiftModel
import GiftNumerics

/// What the purchases of many customers come to as of a day, in columns.
///
/// Each customer's figures are those of its ``PurchaseDays``; a customer without an order by then has none, teaches
/// nothing and scores nothing.
public struct PurchaseFigureColumns: Hashable, Sendable {
    /// The day as of which the figures stand.
    public let asOf: CalendarDate
    /// The currency of every amount.
    public let currency: Currency
    /// The numbers of the customers.
    public let customers: Range<UInt32>
    private let firstDates: [CalendarDate]
    private let lastDates: [CalendarDate]
    /// Zero where there are no figures.
    private let purchaseDays: [UInt32]
    private let orders: [UInt32]
    private let sales: [Int64]
    /// No value at all where nothing was paid back.
    private let refunds: [Int64]
    /// No value at all where nothing was paid back.
    private let returnedOrders: [UInt32]

    /// The figures of `customers` whose entries begin at their places in `starts`.
    init(
        of customers: Range<UInt32>,
        in currency: Currency,
        asOf day: CalendarDate,
        hasRefunds: Bool,
        from entries: Span<DayEntry>,
        starts: Span<UInt32>
    ) {
        var firstDates = [CalendarDate](repeating: day, count: customers.count)
        var lastDates = firstDates
        var purchaseDays = [UInt32](repeating: 0, count: customers.count)
        var orders = purchaseDays
        var sales = [Int64](repeating: 0, count: customers.count)
        var refunds = hasRefunds ? sales : []
        var returnedOrders = hasRefunds ? orders : []
        for position in firstDates.indices {
            var (first, last) = (day, day)
            var (days, placed, sold, returned, cameBack) = (UInt32(0), UInt32(0), Int64(0), Int64(0), UInt32(0))
            for row in Int(starts[position])..<Int(starts[position + 1]) {
                let entry = entries[row]
                guard entry.date.daysAfterEpoch <= day.daysAfterEpoch else { break }
                if entry.isRefund {
                    returned -= entry.amount
                    continue
                }
                sold += entry.amount
                if entry.isReturned {
                    cameBack += entry.number
                } else {
                    if days == 0 { first = entry.date }
                    last = entry.date
                    days += 1
                    placed += entry.number
                }
            }
            firstDates[position] = first
            lastDates[position] = last
            purchaseDays[position] = days
            orders[position] = placed
            sales[position] = sold
            if hasRefunds { (refunds[position], returnedOrders[position]) = (returned, cameBack) }
        }
        (self.customers, self.currency, self.asOf) = (customers, currency, day)
        (self.firstDates, self.lastDates) = (firstDates, lastDates)
        (self.purchaseDays, self.orders) = (purchaseDays, orders)
        (self.sales, self.refunds, self.returnedOrders) = (sales, refunds, returnedOrders)
    }
}

extension PurchaseFigureColumns {
    /// The figures of one customer, or `nil` when it had not bought by then.
    ///
    /// - Precondition: The customer's number is one of ``customers``.
    public subscript(customer: UInt32) -> PurchaseFigures? {
        precondition(customers.contains(customer), "the figures are of other customers")
        let position = Int(customer - customers.lowerBound)
        guard purchaseDays[position] > 0 else { return nil }
        return PurchaseFigures(
            asOf: asOf,
            firstPurchase: firstDates[position],
            lastPurchase: lastDates[position],
            orders: Int64(orders[position]),
            purchaseDays: Int64(purchaseDays[position]),
            sales: Money(minorUnits: sales[position], in: currency),
            refunds: Money(minorUnits: refunds.isEmpty ? 0 : refunds[position], in: currency),
            returnedOrders: returnedOrders.isEmpty ? 0 : Int64(returnedOrders[position])
        )
    }

    /// Returns one number of each customer, `nil` where the customer had not bought by then.
    ///
    /// - Complexity: O(*n*) in the number of customers.
    public func values(of measure: PurchaseMeasure) -> [Int64?] {
        var values: [Int64?] = []
        values.reserveCapacity(purchaseDays.count)
        forEachBlock(of: measure) { start, block in
            for index in block.indices { values.append(purchaseDays[start + index] > 0 ? block[index] : nil) }
        }
        return values
    }

    /// Returns the answer of these customers to what a search for cut points of `measure` wants to know.
    ///
    /// - Complexity: O(*n*) in the number of customers, times the number of ranges asked for.
    public func counts(of measure: PurchaseMeasure, for question: CutPointQuestion) -> CutPointCounts {
        var counts = CutPointCounts(for: question)
        var bought = [Int64](repeating: 0, count: Self.blockSize)
        forEachBlock(of: measure) { start, block in
            let days = purchaseDays.span.extracting(start..<(start + block.count))
            var count = 0
            for index in block.indices {
                bought[count] = block[index]
                count &+= days[index] > 0 ? 1 : 0
            }
            counts.histogram.add(bought.span.extracting(first: count))
        }
        return counts
    }

    /// Returns each customer's score of `measure`, from 1; 0 where the customer had not bought by then.
    ///
    /// - Precondition: There are no more than 255 levels.
    /// - Complexity: O(*n*) in the number of customers, times the number of cut points.
    public func scores(of measure: PurchaseMeasure, by cutPoints: CutPoints) -> [UInt8] {
        precondition(cutPoints.levels <= 255, "a column of scores has at most 255 levels")
        var scores = [UInt8](repeating: 0, count: purchaseDays.count)
        var above = [Int64](repeating: 0, count: Self.blockSize)
        forEachBlock(of: measure) { start, block in
            var above = above.mutableSpan
            for index in block.indices { above[index] = 1 }
            for cut in cutPoints.values {
                for index in block.indices { above[index] &+= block[index] > cut ? 1 : 0 }
            }
            let days = purchaseDays.span.extracting(start..<(start + block.count))
            var scores = scores.mutableSpan
            for index in days.indices {
                scores[start &+ index] = days[index] > 0 ? UInt8(truncatingIfNeeded: above[index]) : 0
            }
        }
        return scores
    }

    private static let blockSize = 1024

    /// Calls `body` with the values of some customers at a time and the position of the first.
    private func forEachBlock(of measure: PurchaseMeasure, _ body: (Int, Span<Int64>) -> Void) {
        var values = [Int64](repeating: 0, count: Self.blockSize)
        for start in stride(from: 0, to: purchaseDays.count, by: Self.blockSize) {
            let positions = start..<min(start + Self.blockSize, purchaseDays.count)
            switch measure {
            case .recency:
                let dates = lastDates.span.extracting(positions)
                for index in dates.indices {
                    values[index] = Int64(dates[index].daysAfterEpoch) &- Int64(asOf.daysAfterEpoch)
                }
            case .purchaseDays:
                let days = purchaseDays.span.extracting(positions)
                for index in days.indices { values[index] = Int64(days[index]) }
            case .orders:
                let orders = orders.span.extracting(positions)
                for index in orders.indices { values[index] = Int64(orders[index]) }
            case .sales, .net:
                let sales = sales.span.extracting(positions)
                for index in sales.indices { values[index] = sales[index] }
                guard measure == .net, !refunds.isEmpty else { break }
                let refunds = refunds.span.extracting(positions)
                for index in refunds.indices { values[index] -= refunds[index] }
            }
            body(start, values.span.extracting(first: positions.count))
        }
    }
}
