/// Anything that a customer did, as the host's CRM hands it over.
@nonexhaustive
public enum Activity: Hashable, Sendable {
    /// The customer bought something.
    case order(Order)
    /// The customer gave goods back.
    case `return`(Return)
}

extension Activity {
    /// Who did it.
    public var customer: Customer.ID {
        switch self {
        case .order(let order): order.customer
        case .return(let goods): goods.customer
        }
    }

    /// When it happened.
    public var occurredAt: Timestamp {
        switch self {
        case .order(let order): order.placedAt
        case .return(let goods): goods.receivedAt
        }
    }
}
