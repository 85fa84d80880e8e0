public import GiftModel

/// A reason why a day cannot be simulated, in the order in which the reasons are checked.
@nonexhaustive
public enum SimulationError: Error, Hashable, Sendable {
    /// The day does not come after the last one.
    case notLater(Timestamp, than: Timestamp)
    /// Facts of this customer were handed over twice.
    case repeatedCustomer(Customer.ID)
}

extension SimulationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notLater(let now, let last): "`\(now)` does not come after `\(last)`, the last day"
        case .repeatedCustomer(let customer): "the facts of customer `\(customer)` are told twice for one day"
        }
    }
}
