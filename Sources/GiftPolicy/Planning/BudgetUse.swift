public import GiftModel

/// How much of a budget is committed.
public struct BudgetUse: Hashable, Sendable {
    /// The most that may be committed.
    public let limit: Money
    /// What is committed; never above ``limit``.
    public internal(set) var committed: Money

    init(of limit: Money) {
        self.limit = limit
        self.committed = .zero(in: limit.currency)
    }

    /// What is left, in minor units.
    var leftMinorUnits: Int64 { limit.minorUnits - committed.minorUnits }
}
