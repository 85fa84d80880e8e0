import GiftModel

/// The orders that stand, the orders that came back whole, or the refunds of one customer on one day.
///
/// While a table is built it is those of one row, and the count names the customer within its block as well.
struct DayEntry: Hashable, Sendable {
    /// How many orders or returns there are, with a mark where they are orders that came back.
    private(set) var count: UInt32
    /// The day.
    let date: CalendarDate
    /// The sales in minor units, or what was paid back, below zero.
    private(set) var amount: Int64

    init(count: UInt32, date: CalendarDate, amount: Int64) {
        (self.count, self.date, self.amount) = (count, date, amount)
    }

    /// There are fewer rows than this of all customers.
    private static let returnedMark: UInt32 = 1 << 31

    var isRefund: Bool { amount < 0 }

    /// Whether the orders came back whole.
    var isReturned: Bool { count >= Self.returnedMark }

    /// How many orders or returns there are.
    var number: UInt32 { count & ~Self.returnedMark }

    /// What a customer's entries are sorted by.
    var order: Int64 { Int64(date.daysAfterEpoch) << 2 | Int64(count >> 31) | (amount < 0 ? 2 : 0) }

    /// Takes in an entry of the same order.
    mutating func add(_ other: DayEntry) {
        count += other.number
        amount += other.amount
    }

    /// The entry of one row without its customer, when the lowest bit of its count tells whether it stands.
    var alone: DayEntry { DayEntry(count: 1 | (~count & 1) << 31, date: date, amount: amount) }

    /// An entry to be overwritten.
    static let none: DayEntry = {
        guard let date = CalendarDate(daysAfterEpoch: 0) else { preconditionFailure("1970 is in the calendar") }
        return DayEntry(count: 0, date: date, amount: 0)
    }()
}
