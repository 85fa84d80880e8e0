import GiftModel

/// The sales or the refunds of one customer on one day.
///
/// While a table is built it is those of one row, and the count names the customer within its block as well.
struct DayEntry: Hashable, Sendable {
    /// How many orders or returns there are.
    var count: UInt32
    /// The day.
    let date: CalendarDate
    /// The sales in minor units, or what was paid back, below zero.
    var amount: Int64

    var isRefund: Bool { amount < 0 }

    /// What a customer's entries are sorted by.
    var order: Int64 { Int64(date.daysAfterEpoch) << 1 | (amount < 0 ? 1 : 0) }

    /// An entry to be overwritten.
    static let none: DayEntry = {
        guard let date = CalendarDate(daysAfterEpoch: 0) else { preconditionFailure("1970 is in the calendar") }
        return DayEntry(count: 0, date: date, amount: 0)
    }()
}
