public import GiftModel

/// Whether a budget can pay for the cheapest gift of everybody whom it is expected to serve.
public struct BudgetCheck: Hashable, Sendable {
    /// What may be spent.
    public let budget: Money
    /// What the cheapest gift costs, in the same currency and above zero.
    public let cheapest: Money
    /// How many customers are expected.
    public let customers: Int64

    /// Whether `budget` can pay for a gift of `cheapest` for each of so many customers.
    ///
    /// - Returns: `nil` where nothing can be said: for amounts of different currencies, a cost of nothing and a number
    ///   below zero.
    public init?(budget: Money, cheapest: Money, customers: Int64) {
        guard budget.currency == cheapest.currency, cheapest.minorUnits > 0, customers >= 0 else { return nil }
        self.budget = budget
        self.cheapest = cheapest
        self.customers = customers
    }

    /// How many gifts the budget pays for, at most one for each customer.
    public var covered: Int64 { min(max(0, budget.minorUnits) / cheapest.minorUnits, customers) }

    /// What would be needed, or the greatest amount there is where it is more than that.
    public var need: Money {
        let (product, overflow) = cheapest.minorUnits.multipliedReportingOverflow(by: customers)
        return Money(minorUnits: overflow ? .max : product, in: budget.currency)
    }

    /// Returns that the budget covers some only, or `nil` when it covers all.
    public func finding(at path: String) -> PolicyFinding? {
        guard covered < customers else { return nil }
        return PolicyFinding(at: path, .budgetTooSmall(need: need, have: budget, covered: covered, of: customers))
    }
}
