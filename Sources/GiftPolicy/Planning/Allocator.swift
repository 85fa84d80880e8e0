public import GiftModel
import Segmentation

/// Turns decisions into grants within budget, stock and caps.
///
/// First choices of all customers come before second choices of any, and among them the greatest worth comes
/// first; of one candidate the best gift is given that budget and stock still carry. Equal worth is decided by
/// a ``Tie``, so the same decisions give the same plan in any order.
public struct Allocator: Sendable {
    private let policy: Policy
    private let catalog: Catalog
    private let ties: Tie

    /// What decides between customers whose gifts are worth the same.
    ///
    /// The two are all there are, so this enum is closed.
    public enum Tie: Hashable, Sendable, CaseIterable {
        /// The smaller name, by its bytes.
        case customer
        /// Who was given nothing for longest, whoever never was before all others; then the smaller name.
        case leastRecentlyGiven
    }

    /// An allocator of the gifts of `catalog` under `policy`.
    public init(policy: Policy, catalog: Catalog, ties: Tie = .customer) {
        self.policy = policy
        self.catalog = catalog
        self.ties = ties
    }

    /// Returns the grants for `decisions` that cost no more than `budget` together.
    ///
    /// - Throws: ``PlanError``, in the order of its cases.
    /// - Complexity: O(*n* log *n* + *n* · *g*) for *n* candidates and *g* gifts.
    public func plan(_ decisions: [Decision], within budget: Money) throws(PlanError) -> GiftPlan {
        let currency = policy.document.tiers.currency
        for found in [catalog.currency, budget.currency] where found != currency {
            throw .currencyMismatch(found, expected: currency)
        }
        guard budget.minorUnits >= 0 else { throw .negativeBudget(budget) }
        return try plan(decisions, in: Allocation(policy: policy, catalog: catalog, budget: BudgetUse(of: budget)))
    }

    /// Returns the grants for `decisions` that cost no more than `earlier` left of its budget and of those of rules.
    ///
    /// Whoever plans every day hands over the plan of the day before, so that a year's budget is not spent anew each
    /// day; what earlier plans took out of stock is no longer in the catalog.
    ///
    /// - Returns: A plan of the new grants alone; its budgets hold what all plans committed so far.
    /// - Throws: ``PlanError``, in the order of its cases.
    /// - Complexity: O(*n* log *n* + *n* · *g*) for *n* candidates and *g* gifts.
    public func plan(_ decisions: [Decision], following earlier: GiftPlan) throws(PlanError) -> GiftPlan {
        let currency = policy.document.tiers.currency
        for found in [catalog.currency, earlier.budget.limit.currency] where found != currency {
            throw .currencyMismatch(found, expected: currency)
        }
        guard earlier.policy == policy.reference else { throw .otherPolicy(earlier.policy) }
        return try plan(
            decisions,
            in: Allocation(
                policy: policy,
                catalog: catalog,
                budget: earlier.budget,
                ruleBudgets: earlier.ruleBudgets
            )
        )
    }

    private func plan(_ decisions: [Decision], in start: Allocation) throws(PlanError) -> GiftPlan {
        for decision in decisions where decision.policy != policy.reference { throw .otherPolicy(decision.policy) }
        var decisions = decisions.sorted { $0.customer < $1.customer }
        for (left, right) in zip(decisions, decisions.dropFirst()) where left.customer == right.customer {
            throw .duplicateCustomer(left.customer)
        }
        if ties == .leastRecentlyGiven {
            let given = decisions.map { (decision: $0, on: $0.lastGiftOn) }
            decisions =
                given.sorted { left, right in
                    guard let right = right.on else { return false }
                    return left.on.map { $0 < right } ?? true
                }
                .map(\.decision)
        }
        var allocation = start
        let rounds = decisions.map(\.candidates.count).max() ?? 0
        for round in 0..<rounds {
            let choices = decisions.filter { round < $0.candidates.count }
                .map { (decision: $0, candidate: $0.candidates[round]) }
                // Stable, and the decisions are in the order that decides ties.
                .sorted { $0.candidate.options[0].worth.total > $1.candidate.options[0].worth.total }
            for choice in choices { allocation.settle(choice.candidate, of: choice.decision) }
        }
        return allocation.plan
    }
}

extension Decision {
    /// The last day for which a gift that stands was planned for the customer, or `nil` when none was.
    fileprivate var lastGiftOn: CalendarDate? { asked?.customer.facts.standing.map(\.plannedFor).max() }
}
