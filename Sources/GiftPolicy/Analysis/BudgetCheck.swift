public import GiftModel

/// Whether a budget can pay for the cheapest gift of everybody whom it is expected to serve.
public struct BudgetCheck: Hashable, Sendable {
    /// What may be spent.
    public let budget: Money
    /// Who is expected, those with the cheapest gifts first.
    public let demands: [Demand]

    /// So many customers with gifts from one cost on.
    public struct Demand: Hashable, Sendable {
        /// What the cheapest gift costs.
        public let cheapest: Money
        /// How many customers are expected.
        public let customers: Int64

        /// So many customers, each with a gift of `cheapest` at least.
        public init(cheapest: Money, customers: Int64) {
            self.cheapest = cheapest
            self.customers = customers
        }
    }

    /// Whether `budget` can pay for a gift for everybody of `demands`.
    ///
    /// - Returns: `nil` where nothing can be said: for amounts of different currencies, costs and numbers below zero,
    ///   and where no gift costs anything.
    /// - Complexity: O(*n* log *n*).
    public init?(budget: Money, demands: [Demand]) {
        guard demands.contains(where: { $0.cheapest.minorUnits > 0 }),
            demands.allSatisfy({
                $0.cheapest.currency == budget.currency && $0.cheapest.minorUnits >= 0 && $0.customers >= 0
            })
        else { return nil }
        self.budget = budget
        self.demands = demands.sorted { $0.cheapest.minorUnits < $1.cheapest.minorUnits }
    }

    /// Whether `budget` can pay for a gift of `cheapest` for each of so many customers.
    ///
    /// - Returns: `nil` where nothing can be said: for amounts of different currencies, a cost of nothing and a number
    ///   below zero.
    public init?(budget: Money, cheapest: Money, customers: Int64) {
        self.init(budget: budget, demands: [Demand(cheapest: cheapest, customers: customers)])
    }

    /// How many customers are expected, or the greatest number there is where there are more.
    public var customers: Int64 { Int64(clamping: demands.reduce(Int128(0)) { $0 + Int128($1.customers) }) }

    /// How many of the customers the budget pays for at most, one gift for each.
    ///
    /// - Complexity: O(*n*).
    public var covered: Int64 {
        var (left, count): (Int128, Int128) = (Int128(max(0, budget.minorUnits)), 0)
        for demand in demands {
            let cost = Int128(demand.cheapest.minorUnits)
            let served = cost == 0 ? Int128(demand.customers) : min(left / cost, Int128(demand.customers))
            left -= served * cost
            count += served
        }
        return Int64(clamping: count)
    }

    /// What would be needed, or the greatest amount there is where it is more than that.
    ///
    /// - Complexity: O(*n*).
    public var need: Money {
        let sum = demands.reduce(Int128(0)) { sum, demand in
            min(sum + Int128(demand.cheapest.minorUnits) * Int128(demand.customers), Int128(Int64.max))
        }
        return Money(minorUnits: Int64(sum), in: budget.currency)
    }

    /// Returns that the budget covers some only, or `nil` when it covers all.
    public func finding(at path: String) -> PolicyFinding? {
        guard covered < customers else { return nil }
        return PolicyFinding(at: path, .budgetTooSmall(need: need, have: budget, covered: covered, of: customers))
    }
}
