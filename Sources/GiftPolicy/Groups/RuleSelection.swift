public import GiftModel

/// Which of the rules that have come round go out together under caps and conflict groups, and why not the others.
///
/// Three steps, whatever the order in which rules, caps and groups are told. First, a rule that a cap holds back by
/// itself is suppressed. Second, each group keeps the best of the others. Third, these take from the caps by priority,
/// and of equal priority by name.
public struct RuleSelection: Hashable, Sendable {
    /// What goes out, by priority.
    public let selected: [DueRule]
    /// What does not, by priority.
    public let suppressed: [SuppressedRule]

    /// The selection among `due`, where earlier gifts and touches have left as much room as `book` says.
    ///
    /// - Precondition: no rule is due twice.
    /// - Complexity: O(*n* · *c*) for *n* rules and the cost *c* of asking the caps, and O(*n* · *g*) for *g* groups.
    public init(of due: [DueRule], within book: CapBook, groups: [ConflictGroup]) {
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
public struct SuppressedRule: Hashable, Sendable {
    /// The rule.
    public let due: DueRule
    /// What holds it back.
    public let cause: Cause

    /// What can hold a rule back.
    ///
    /// The two are all there are, so this enum is closed.
    public enum Cause: Hashable, Sendable {
        /// Caps, with what each says.
        case caps(CapVerdict)
        /// Rules that go first in its group, by rank.
        case group(ConflictGroup, heldBy: [RuleReference.ID])
    }

    /// The first moment at which waiting alone helps, or `nil` when it does not.
    public var earliest: Moment? {
        switch cause {
        case .caps(let verdict): verdict.earliest
        case .group: nil
        }
    }

    /// Returns why it is held back, most important first; rules are called as `name` has it.
    public func reasons(calling name: (RuleReference.ID) -> LocalizedText) -> [Reason] {
        switch cause {
        case .caps(let verdict): verdict.reasons(calling: name)
        case .group(let group, let holders): group.reasons(heldBy: holders, calling: name)
        }
    }
}

extension ConflictGroup {
    /// Why a rule goes out no longer, whose place in this group the `holders` have.
    func reasons(heldBy holders: [RuleReference.ID], calling name: (RuleReference.ID) -> LocalizedText) -> [Reason] {
        [
            Reason(
                CapReason.groupHeld,
                Fact("rule", .name(LocalizedText(listing: holders.map(name)))),
                Fact("group", .code(id.text)),
                Fact("limit", .number(limit))
            )
        ]
    }

    /// Returns those of `rules` that hold a place in this group, by rank.
    ///
    /// - Complexity: O(*n* log *n*).
    public func holders(among rules: [DueRule]) -> [DueRule] {
        let members = rules.filter { self.rules.contains($0.rule) }
            .sorted { left, right in
                if keeping == .best, left.worth != right.worth { return left.worth > right.worth }
                return left.goesBefore(right)
            }
        return Array(members.prefix(Int(limit)))
    }
}
