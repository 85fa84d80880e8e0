public import GiftModel

/// A reason why a summary refuses what it is given, in the order in which the reasons are checked.
@nonexhaustive
public enum PurchaseSummaryError: Error, Hashable, Sendable {
    /// This is another customer's activity.
    case customerMismatch(Customer.ID, expected: Customer.ID)
    /// This order was called off, and is to be left out before summaries are made.
    case cancelledOrder(Order.ID)
    /// The instant falls on no day of the calendar.
    case outsideCalendar(Timestamp)
    /// The amount is in another currency; converting it is the host's decision.
    case currencyMismatch(Currency, expected: Currency)
    /// A sum would leave the range of `Int64`.
    case overflow
}

extension PurchaseSummaryError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .customerMismatch(let found, let expected): "an activity of `\(found)` in the summary of `\(expected)`"
        case .cancelledOrder(let order): "the cancelled order `\(order)` is to be left out before it is summed up"
        case .outsideCalendar(let instant): "the instant `\(instant.milliseconds)` ms falls on no day of the calendar"
        case .currencyMismatch(let found, let expected): "an amount in `\(found)` where `\(expected)` is counted"
        case .overflow: "the sum does not fit in 64 bits of minor units"
        }
    }
}
