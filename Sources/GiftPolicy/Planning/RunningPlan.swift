import GiftModel

/// Plans that follow one another within what earlier ones left of budget and stock.
struct RunningPlan: Hashable {
    let policy: Policy
    /// The gifts, with how many of each are left.
    private(set) var catalog: Catalog
    /// The last plan, or an empty one.
    private(set) var last: GiftPlan

    /// Nothing planned yet, of the gifts of `catalog` for as much as `budget`; the policy's where none is named.
    init(following policy: Policy, giving catalog: Catalog, within budget: Money?) throws(PlanError) {
        self.last = try Allocator(policy: policy, catalog: catalog).plan([], within: budget ?? policy.document.budget)
        self.policy = policy
        self.catalog = catalog
    }
}

extension RunningPlan {
    /// Plans for `decisions` of the policy about different customers, and takes what is granted out of stock.
    mutating func plan(_ decisions: [Decision]) -> GiftPlan {
        do throws(PlanError) {
            last = try Allocator(policy: policy, catalog: catalog).plan(decisions, following: last)
        } catch {
            preconditionFailure("decisions of one policy about different customers can be planned: \(error)")
        }
        guard let left = catalog.removing(last.grants.map(\.choice)) else {
            preconditionFailure("a plan gives what is in stock")
        }
        catalog = left
        return last
    }
}
