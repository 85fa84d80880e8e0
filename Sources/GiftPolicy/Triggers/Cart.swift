import GiftModel

/// What lies in a customer's cart, as activities tell.
struct Cart {
    /// When it was last changed, or `nil` when it never was.
    let touchedAt: Timestamp?
    /// When it was paid since then, or `nil` when it was not.
    let paidAt: Timestamp?
    private let lines: [Product.ID: Line]

    private struct Line {
        var quantity: Int128 = 0
        var price: (told: CartChange, unitPrice: Money)?

        mutating func add(_ change: CartChange) {
            quantity += Int128(change.quantity)
            guard let unitPrice = change.unitPrice else { return }
            // Of two that were told at one instant, the name decides, so that their order does not.
            if let told = price?.told, (told.changedAt, told.id) >= (change.changedAt, change.id) { return }
            price = (change, unitPrice)
        }
    }

    /// The cart of whoever did `activities`, which may stand in any order.
    init(of activities: some Sequence<Activity>) {
        var changes: Set<CartChange> = []
        var orders: [Timestamp] = []
        for activity in activities {
            switch activity {
            case .cartChange(let change): changes.insert(change)
            case .order(let order): orders.append(order.placedAt)
            default: break
            }
        }
        let touchedAt = changes.map(\.changedAt).max()
        let lastOrder = orders.max()
        self.touchedAt = touchedAt
        self.paidAt = touchedAt.flatMap { touched in orders.filter { $0 >= touched }.min() }
        var lines: [Product.ID: Line] = [:]
        for change in changes where lastOrder.map({ $0 < change.changedAt }) ?? true {
            lines[change.product, default: Line()].add(change)
        }
        self.lines = lines.filter { $0.value.quantity > 0 }
    }

    /// Whether nothing lies in it.
    var isEmpty: Bool { lines.isEmpty }

    /// Returns what the products come to whose prices are known in `currency`, and the others.
    func worth(in currency: Currency) -> (known: Int64, missing: [Product.ID]) {
        var sum: Int128 = 0
        var missing: [Product.ID] = []
        for (product, line) in lines {
            guard let price = line.price?.unitPrice, price.currency == currency else {
                missing.append(product)
                continue
            }
            let (amount, overflow) = line.quantity.multipliedReportingOverflow(by: Int128(price.minorUnits))
            sum = overflow ? Int128(Int64.max) : min(sum + amount, Int128(Int64.max))
        }
        return (Int64(sum), missing)
    }
}
