public import GiftModel

/// A reason why a summary refuses what it is given, in the order in which the reasons are checked.
@nonexhaustive
public enum PurchaseSummaryError: Error, Hashable, Sendable {
    /// This is another customer's activity.
    case customerMismatch(Customer.ID, expected: Customer.ID)
    /// The instant falls on no day of the calendar.
    case outsideCalendar(Timestamp)
    /// The amount is in another currency; converting it is the host's decision.
    case currencyMismatch(Currency, expected: Currency)
    /// The same identity is known with another day, amount or order; which of the two is right is for the host to say.
    indirect case contradiction(PurchaseRecord, known: PurchaseRecord)
    /// A sum would leave the range of `Int64`.
    case overflow
}

extension PurchaseSummaryError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .customerMismatch(let found, let expected): "an activity of `\(found)` in the summary of `\(expected)`"
        case .outsideCalendar(let instant): "the instant `\(instant.milliseconds)` ms falls on no day of the calendar"
        case .currencyMismatch(let found, let expected): "an amount in `\(found)` where `\(expected)` is counted"
        case .contradiction(let found, let known): "\(found) contradicts what is known: \(known)"
        case .overflow: "the sum does not fit in 64 bits of minor units"
        }
    }
}
