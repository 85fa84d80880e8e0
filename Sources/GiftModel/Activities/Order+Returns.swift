extension Order {
    /// Returns how many of each product the customer keeps after `returns`; none when the whole order came back.
    ///
    /// Returns of other orders are left out of account, and copies of one return count once, by its identity. Money
    /// tells nothing here, because a refund may be less than the price of what came back.
    ///
    /// ```swift
    /// order.quantitiesKept(after: [])             // ["kettle": 1, "tea": 2]
    /// order.quantitiesKept(after: [teaIsBack])    // ["kettle": 1]: a part came back
    /// ```
    ///
    /// - Returns: `nil` when that cannot be told: the order or a return of it has no lines, more of a product came back
    ///   than was bought, or two different returns of one identity contradict each other.
    /// - Complexity: O(*n*) in the number of returns and lines.
    public func quantitiesKept(after returns: some Sequence<Return>) -> [Product.ID: Int64]? {
        guard !lines.isEmpty else { return nil }
        var kept: [Product.ID: Int64] = [:]
        for line in lines {
            let (sum, overflow) = kept[line.product, default: 0].addingReportingOverflow(line.quantity)
            guard !overflow else { return nil }
            kept[line.product] = sum
        }
        for versions in Dictionary(grouping: Set(returns), by: \.id).values {
            guard versions.contains(where: { $0.order == id }) else { continue }
            guard let goods = versions.first, versions.count == 1, !goods.lines.isEmpty else { return nil }
            for line in goods.lines {
                guard let bought = kept[line.product], bought >= line.quantity else { return nil }
                kept[line.product] = bought - line.quantity
            }
        }
        return kept.filter { $0.value > 0 }
    }
}
