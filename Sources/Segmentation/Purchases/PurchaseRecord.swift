public import GiftModel

/// What a purchase summary keeps of one activity.
@nonexhaustive
public enum PurchaseRecord: Hashable, Sendable {
    /// An order, with its local day.
    case order(Order.ID, on: CalendarDate, total: Money)
    /// A return, with its local day and the order that it names.
    case `return`(Return.ID, of: Order.ID?, on: CalendarDate, refund: Money)
    /// That an order was called off, with the local day.
    case cancellation(of: Order.ID, on: CalendarDate)
}

extension PurchaseRecord: CustomStringConvertible {
    public var description: String {
        switch self {
        case .order(let order, let date, let total): "the order `\(order)` of \(total) on \(date)"
        case .return(let goods, nil, let date, let refund): "the return `\(goods)` of \(refund) on \(date)"
        case .return(let goods, let order?, let date, let refund):
            "the return `\(goods)` of \(refund) from the order `\(order)` on \(date)"
        case .cancellation(let order, let date): "the cancellation of the order `\(order)` on \(date)"
        }
    }
}
