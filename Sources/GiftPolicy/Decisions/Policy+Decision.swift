import GiftModel

extension Policy {
    /// Returns everything that this policy says about the customer of `facts`, under `circumstances`.
    ///
    /// For many customers ``round(under:)`` says the same faster.
    ///
    /// - Returns: The decision that ``DecisionRound/decision(for:)`` comes to.
    /// - Complexity: O(*r* · *g* log *g*) for *r* rules and *g* gifts, and linear in the grants and conditions.
    public func decision(for facts: CustomerFacts, under circumstances: Circumstances) -> Decision {
        var round = round(under: circumstances)
        return round.decision(for: facts)
    }

    /// Returns a round of decisions about many customers under `circumstances`.
    public func round(under circumstances: Circumstances) -> DecisionRound {
        DecisionRound(of: self, under: circumstances)
    }

    /// The rules among `due` that others of their conflict group outrank, with those.
    func losers(among due: [DueRule]) -> [Rule.ID: LostPlace] {
        var losers: [Rule.ID: LostPlace] = [:]
        for group in document.groups {
            let holders = group.holders(among: due).map(\.rule)
            for loser in due where group.rules.contains(loser.rule) && !holders.contains(loser.rule) {
                losers[loser.rule] = LostPlace(group: group, holders: holders)
            }
        }
        return losers
    }

    /// Returns what the rule is called, or its identifier when it is none of this policy's.
    func name(ofRule id: Rule.ID) -> LocalizedText {
        document.rules.first { $0.id == id }?.name ?? LocalizedText(english: id.text, chinese: id.text)
    }
}
