/// A reason why rows make no table, in the order in which the reasons are checked; it names the first customer.
@nonexhaustive
public enum PurchaseTableError: Error, Hashable, Sendable {
    /// An amount of this customer's is below zero.
    case negativeAmount(customer: UInt32)
    /// The sum of this customer's sales or of its refunds would leave the range of `Int64`.
    case overflow(customer: UInt32)
}

extension PurchaseTableError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .negativeAmount(let customer): "an amount of customer number `\(customer)` is below zero"
        case .overflow(let customer):
            "the sum of customer number `\(customer)` does not fit in 64 bits of minor units"
        }
    }
}
