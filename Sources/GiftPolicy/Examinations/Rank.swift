import GiftModel

/// Where a rule stands among those that have come round.
struct Rank {
    let rule: RuleReference.ID
    let priority: Int64
}

extension Rank {
    init(_ rule: Rule) { self.init(rule: rule.id, priority: rule.priority) }

    init(_ rule: DueRule) { self.init(rule: rule.rule, priority: rule.priority) }

    /// The one that goes last.
    static func last(of ranks: [Rank]) -> Rank? {
        ranks.min { $0.priority == $1.priority ? $0.rule > $1.rule : $0.priority < $1.priority }
    }

    /// Returns which priority the rule called `id` needs to go before this one, or `nil` when there is none so high.
    func needed(by id: RuleReference.ID) -> Int64? {
        let needed = id < rule ? priority : priority + 1
        return needed <= 100 ? needed : nil
    }
}
