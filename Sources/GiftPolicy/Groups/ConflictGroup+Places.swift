import GiftModel

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

/// A place in a conflict group that a rule does not have.
struct LostPlace {
    let group: ConflictGroup
    let holders: [RuleReference.ID]
}
