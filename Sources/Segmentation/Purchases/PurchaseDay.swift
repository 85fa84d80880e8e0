public import GiftModel

/// What one customer bought and gave back on one day.
///
/// - Unit: minor units of the summary's currency.
public struct PurchaseDay: Hashable, Sendable {
    /// The local day.
    public let date: CalendarDate
    /// How many orders were placed.
    public internal(set) var orders: Int64 = 0
    /// What the orders came to, in minor units.
    public internal(set) var salesMinorUnits: Int64 = 0
    /// How many returns were received.
    public internal(set) var returns: Int64 = 0
    /// What was paid back for them, in minor units.
    public internal(set) var refundsMinorUnits: Int64 = 0

    init(on date: CalendarDate) { self.date = date }

    /// Returns what this and `other` come to together; both are the same day.
    func adding(_ other: PurchaseDay) -> PurchaseDay {
        var sum = self
        sum.orders += other.orders
        sum.salesMinorUnits += other.salesMinorUnits
        sum.returns += other.returns
        sum.refundsMinorUnits += other.refundsMinorUnits
        return sum
    }

    /// Returns the day's spend in minor units.
    func minorUnits(_ basis: SpendBasis) -> Int64 {
        switch basis {
        case .sales: salesMinorUnits
        case .net: salesMinorUnits - refundsMinorUnits
        }
    }
}
