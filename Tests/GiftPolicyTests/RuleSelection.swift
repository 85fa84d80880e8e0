import GiftModel
import GiftPolicy

/// Which of the rules that have come round go out together under caps and conflict groups, said naively.
///
/// Three steps, whatever the order in which rules, caps and groups are told. First, a rule that a cap holds back by
/// itself is suppressed. Second, each group keeps the best of the others. Third, these take from the caps by priority,
/// and of equal priority by name.
struct RuleSelection: Hashable, Sendable {
    /// What goes out, by priority.
    let selected: [DueRule]
    /// What does not, by priority.
    let suppressed: [SuppressedRule]

    /// The selection among `due`, where earlier gifts and touches have left as much room as `book` says.
    ///
    /// - Precondition: no rule is due twice.
    /// - Complexity: O(*n* · *c*) for *n* rules and the cost *c* of asking the caps, and O(*n* · *g*) for *g* groups.
    init(of due: [DueRule], within book: CapBook, groups: [ConflictGroup]) {
        precondition(Set(due.map(\.rule)).count == due.count, "a rule comes round once")
        var book = book
        var selected: [DueRule] = []
        var suppressed: [SuppressedRule] = []
        var free: [DueRule] = []
        for rule in due.sorted(by: { $0.goesBefore($1) }) {
            let verdict = book.verdict(on: rule.approach)
            if verdict.isAllowed {
                free.append(rule)
            } else {
                suppressed.append(SuppressedRule(due: rule, cause: .caps(verdict)))
            }
        }
        for rule in free {
            if let group = groups.first(where: { $0.rules.contains(rule.rule) }) {
                let holders = group.holders(among: free)
                guard holders.contains(rule) else {
                    suppressed.append(SuppressedRule(due: rule, cause: .group(group, heldBy: holders.map(\.rule))))
                    continue
                }
            }
            let verdict = book.verdict(on: rule.approach)
            guard verdict.isAllowed else {
                suppressed.append(SuppressedRule(due: rule, cause: .caps(verdict)))
                continue
            }
            selected.append(rule)
            book.add(rule.approach)
        }
        self.selected = selected
        self.suppressed = suppressed.sorted { $0.due.goesBefore($1.due) }
    }
}

/// A rule that has come round and is held back, for the sake of the customer or of another rule.
struct SuppressedRule: Hashable, Sendable {
    /// The rule.
    let due: DueRule
    /// What holds it back.
    let cause: Cause

    /// What can hold a rule back.
    ///
    /// The two are all there are, so this enum is closed.
    enum Cause: Hashable, Sendable {
        /// Caps, with what each says.
        case caps(CapVerdict)
        /// Rules that go first in its group, by rank.
        case group(ConflictGroup, heldBy: [RuleReference.ID])
    }

    /// The first moment at which waiting alone helps, or `nil` when it does not.
    var earliest: Moment? {
        switch cause {
        case .caps(let verdict): verdict.earliest
        case .group: nil
        }
    }

    /// Returns why it is held back, most important first; rules are called as `name` has it.
    func reasons(calling name: (RuleReference.ID) -> LocalizedText) -> [Reason] {
        switch cause {
        case .caps(let verdict): return verdict.reasons(calling: name)
        case .group(let group, let holders):
            let names = holders.map(name)
            let list = LocalizedText(
                english: names.map(\.english).joined(separator: ", "),
                chinese: names.map(\.chinese).joined(separator: "、")
            )
            let facts = [Fact("group", .code(group.id.text)), Fact("limit", .number(group.limit))]
            return [Reason(CapReason.groupHeld, Fact("rule", .name(list)), facts[0], facts[1])]
        }
    }
}

extension DueRule {
    /// By priority descending, then by the bytes of the name.
    fileprivate func goesBefore(_ other: DueRule) -> Bool {
        priority == other.priority ? rule < other.rule : priority > other.priority
    }
}
