/// How long a grant may stay in a state before somebody must look after it.
///
/// With a deadline on every state that waits for news, no gift is of unknown whereabouts.
public struct GrantDeadlines: Hashable, Sendable {
    private let limits: [GrantState: Int64]

    /// Deadlines of so many days for each state; a state without one may last for ever.
    ///
    /// - Parameter days: Whole days of 24 hours, at least one and at most 36,500, or the result is `nil`.
    public init?(days: [GrantState: Int64]) {
        guard days.values.allSatisfy({ (1...36_500).contains($0) }) else { return nil }
        self.limits = days
    }
}

extension GrantDeadlines {
    /// Returns the instant from which `grant`, or the first of its parts, is overdue if nothing more is heard, or `nil`
    /// when it waits for nothing.
    public func due(of grant: GiftGrant) -> Timestamp? {
        grant.ways.compactMap(due(of:)).min()
    }

    private func due(of way: [GrantStep]) -> Timestamp? {
        guard let step = way.last, let days = limits[step.state] else { return nil }
        let (due, overflow) = step.occurredAt.milliseconds.addingReportingOverflow(days * 86_400_000)
        return overflow ? nil : Timestamp(milliseconds: due)
    }

    /// Returns whether `grant` is overdue at `now`, the very instant of the deadline included.
    public func isOverdue(_ grant: GiftGrant, at now: Timestamp) -> Bool { due(of: grant).map { $0 <= now } ?? false }
}
