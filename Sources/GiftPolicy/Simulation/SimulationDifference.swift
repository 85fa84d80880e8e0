public import GiftModel

/// Who gets what under one policy and not under another, over the same period and facts.
///
/// What is compared are occasions of customers, so that policies with other names and versions compare well. Gifts are
/// told by customer, then occasion, then term.
public struct SimulationDifference: Hashable, Sendable {
    /// What only the new policy gives.
    public let gained: [GrantTerms]
    /// What only the old policy gives.
    public let lost: [GrantTerms]
    /// What both give on one occasion, but by another rule, on another day, or another gift.
    public let changed: [Change]
    /// The customers who receive something only under the new policy, ascending.
    public let reached: [Customer.ID]
    /// The customers who receive something only under the old policy, ascending.
    public let missed: [Customer.ID]
    /// What the rules of both give and refuse: those of the new policy in its order, then those that only the old has.
    public let rules: [RuleChange]

    /// A gift on one occasion, under both policies.
    public struct Change: Hashable, Sendable {
        /// What the old policy gives.
        public let old: GrantTerms
        /// What the new policy gives.
        public let new: GrantTerms
    }

    /// What a rule gives and refuses under both policies.
    public struct RuleChange: Hashable, Sendable {
        /// The rule.
        public let rule: Rule.ID
        /// Under the old policy, or `nil` when that does not have it.
        public let old: RuleTally?
        /// Under the new policy, or `nil` when that does not have it.
        public let new: RuleTally?
    }
}

extension SimulationDifference {
    /// Whether both give and refuse the same.
    public var isEmpty: Bool {
        gained.isEmpty && lost.isEmpty && changed.isEmpty && rules.allSatisfy { $0.old == $0.new }
    }
}

extension Simulation {
    /// Returns what this simulation gives otherwise than `old`, which ran over the same days and facts.
    ///
    /// - Complexity: O(*n* log *n*) in the gifts of both.
    public func difference(from old: Simulation) -> SimulationDifference {
        let (before, after) = (old.grants.byOccurrence, grants.byOccurrence)
        let (formerly, now) = (Set(before.keys.map(\.customer)), Set(after.keys.map(\.customer)))
        let (oldRules, newRules) = (old.rules, rules)
        return SimulationDifference(
            gained: after.filter { before[$0.key] == nil }.values.sorted { $0.occurrence.precedes($1.occurrence) },
            lost: before.filter { after[$0.key] == nil }.values.sorted { $0.occurrence.precedes($1.occurrence) },
            changed:
                after.compactMap { occurrence, new in
                    before[occurrence]
                        .flatMap { $0.gives(as: new) ? nil : SimulationDifference.Change(old: $0, new: new) }
                }
                .sorted { $0.new.occurrence.precedes($1.new.occurrence) },
            reached: now.subtracting(formerly).sorted(),
            missed: formerly.subtracting(now).sorted(),
            rules: newRules.map { new in
                SimulationDifference.RuleChange(
                    rule: new.rule,
                    old: oldRules.first { $0.rule == new.rule },
                    new: new
                )
            }
                + oldRules.filter { old in !newRules.contains { $0.rule == old.rule } }
                .map { SimulationDifference.RuleChange(rule: $0.rule, old: $0, new: nil) }
        )
    }
}

extension [GrantTerms] {
    fileprivate var byOccurrence: [Occurrence: GrantTerms] {
        Dictionary(map { ($0.occurrence, $0) }) { first, _ in first }
    }
}

extension GrantTerms {
    /// Whether the customer gets the same on the same day, called for by the same rule.
    fileprivate func gives(as other: GrantTerms) -> Bool {
        choice == other.choice && plannedFor == other.plannedFor && rule.rule == other.rule.rule
    }
}

extension Occurrence {
    fileprivate func precedes(_ other: Occurrence) -> Bool {
        if customer != other.customer { return customer < other.customer }
        return occasion.name == other.occasion.name ? term < other.term : occasion.name < other.occasion.name
    }
}
