public import GiftModel

/// What a customer spent on the purchase days after the first, where anything was left of it.
///
/// Models of spend leave the first purchase out, because it brought the customer into the data, and cannot bear an
/// amount of zero or less. A day of which nothing was left is not counted here, though an order of it may stand:
/// ``PurchaseFigures/repeatPurchases`` less ``days`` is how many such days there are.
///
/// - Source: Fader and Hardie (2013), <https://www.brucehardie.com/notes/025/>.
public struct RepeatSpend: Hashable, Sendable {
    /// Sales less refunds on those days.
    public let sum: Money
    /// How many days those are.
    public let days: Int64

    /// The mean of a day in minor units, exactly; `nil` when there is no such day.
    public var meanMinorUnits: Ratio? { Ratio(sum.minorUnits, over: days) }
}

extension PurchaseDays {
    /// What was spent on the purchase days after the first, where sales were above refunds.
    ///
    /// - Complexity: O(*n*) in the number of days.
    public var repeatSpend: RepeatSpend {
        let repeats = days.lazy.filter { $0.orders > 0 }.dropFirst().map { $0.minorUnits(.net) }.filter { $0 > 0 }
        // The sum is at most that of all sales, which fits.
        var (sum, count) = (Int64(0), Int64(0))
        for minorUnits in repeats { (sum, count) = (sum + minorUnits, count + 1) }
        return RepeatSpend(sum: Money(minorUnits: sum, in: currency), days: count)
    }
}
