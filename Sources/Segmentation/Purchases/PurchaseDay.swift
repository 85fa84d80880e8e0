public import GiftModel
import GiftNumerics

/// What one customer bought on one day, and what became of it.
///
/// A day on which nothing stands any more is kept: something did happen on it.
///
/// - Unit: minor units of the summary's currency.
public struct PurchaseDay: Hashable, Sendable {
    /// The local day.
    public let date: CalendarDate
    // Nobody can store so many orders of one customer that half a word is too small for their number.
    private var orderCount, returnCount, returnedCount, cancelledCount: Int32
    /// What the orders came to, in minor units; without those that were called off, but with those that came back.
    public internal(set) var salesMinorUnits: Int64 = 0
    /// What was paid back for the day's returns, in minor units.
    public internal(set) var refundsMinorUnits: Int64 = 0

    init(on date: CalendarDate) {
        self.date = date
        (self.orderCount, self.returnCount, self.returnedCount, self.cancelledCount) = (0, 0, 0, 0)
    }

    /// Returns what this and `other` come to together; both are the same day.
    func adding(_ other: PurchaseDay) -> PurchaseDay {
        var sum = self
        sum.add(other)
        return sum
    }

    /// Adds what `other` comes to, whatever its day.
    mutating func add(_ other: PurchaseDay) {
        salesMinorUnits += other.salesMinorUnits
        refundsMinorUnits += other.refundsMinorUnits
        orderCount &+= other.orderCount
        returnCount &+= other.returnCount
        returnedCount &+= other.returnedCount
        cancelledCount &+= other.cancelledCount
    }

    /// Returns the day's spend in minor units.
    func minorUnits(_ basis: SpendBasis) -> Int64 {
        switch basis {
        case .sales: salesMinorUnits
        case .net: salesMinorUnits - refundsMinorUnits
        }
    }
}

extension PurchaseDay {
    /// How many orders of the day stand; a day with any is a purchase day.
    public internal(set) var orders: Int64 {
        get { Int64(orderCount) }
        set { orderCount = Int32(newValue) }
    }

    /// How many returns of the day's orders there were, and how many on the day itself of which no order is known.
    public internal(set) var returns: Int64 {
        get { Int64(returnCount) }
        set { returnCount = Int32(newValue) }
    }

    /// How many orders of the day came back whole, and no longer stand.
    public internal(set) var returnedOrders: Int64 {
        get { Int64(returnedCount) }
        set { returnedCount = Int32(newValue) }
    }

    /// How many orders of the day were called off, and no longer stand.
    public internal(set) var cancelledOrders: Int64 {
        get { Int64(cancelledCount) }
        set { cancelledCount = Int32(newValue) }
    }
}

extension ArraySlice<PurchaseDay> {
    /// The first position whose day is not before `date`.
    func firstPosition(onOrAfter date: CalendarDate) -> Int {
        guard let last, last.date >= date else { return endIndex }
        return firstPosition { $0.date >= date }
    }

    /// The days on or before `last`.
    func through(_ last: CalendarDate) -> ArraySlice {
        guard let end = self.last?.date, end > last else { return self }
        return self[..<firstPosition { $0.date > last }]
    }
}

extension [PurchaseDay] {
    /// Returns the position of `date`, which is inserted if it is not there.
    mutating func position(making date: CalendarDate) -> Int {
        let position = self[...].firstPosition(onOrAfter: date)
        if position == endIndex || self[position].date != date { insert(PurchaseDay(on: date), at: position) }
        return position
    }

    /// Returns these days and `others` together; both are ascending.
    func merged(with others: [PurchaseDay]) -> [PurchaseDay] {
        merged(with: others, by: { $0.date }, joined: { $0.adding($1) })
    }
}
