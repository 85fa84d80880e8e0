import GiftModel

extension Policy {
    /// Returns everything that this policy says about the customer of `facts`, under `circumstances`.
    ///
    /// For many customers ``round(under:)`` says the same faster.
    ///
    /// - Returns: A decision in which every rule appears exactly once, as ``DecisionRound/decision(for:)`` has it.
    /// - Complexity: O(*r* · *g* log *g*) for *r* rules and *g* gifts, and linear in the grants and conditions.
    public func decision(for facts: CustomerFacts, under circumstances: Circumstances) -> Decision {
        var round = round(under: circumstances)
        return round.decision(for: facts)
    }

    /// Returns a round of decisions about many customers under `circumstances`.
    public func round(under circumstances: Circumstances) -> DecisionRound {
        DecisionRound(of: self, under: circumstances)
    }

    /// Those of the rules that have come round that others of their conflict group outrank.
    func outranked(among due: [DueRule], of customer: Customer.ID) -> [Refusal] {
        document.groups.flatMap { group in
            let holders = group.holders(among: due).map(\.rule)
            return due.filter { group.rules.contains($0.rule) && !holders.contains($0.rule) }
                .map { loser in
                    let suppressed = SuppressedRule(due: loser, cause: .group(group, heldBy: holders))
                    return Refusal(
                        customer: customer,
                        rule: loser.rule,
                        kind: .suppressed,
                        account: .told(suppressed.reasons(calling: name(ofRule:))),
                        earliest: nil
                    )
                }
        }
    }

    /// Returns what the rule is called, or its identifier when it is none of this policy's.
    func name(ofRule id: Rule.ID) -> LocalizedText {
        document.rules.first { $0.id == id }?.name ?? LocalizedText(english: id.text, chinese: id.text)
    }
}
