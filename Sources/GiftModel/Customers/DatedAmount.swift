/// An amount that counts for one customer on one day: the cost of a gift, a payment, the value of a contract.
public struct DatedAmount: Hashable, Sendable {
    /// For whom it counts.
    public let customer: Customer.ID
    /// The day on which it counts.
    public let day: CalendarDate
    /// How much it is.
    public let amount: Money

    /// An amount that counts for `customer` on `day`.
    public init(_ amount: Money, for customer: Customer.ID, on day: CalendarDate) {
        self.customer = customer
        self.day = day
        self.amount = amount
    }
}
