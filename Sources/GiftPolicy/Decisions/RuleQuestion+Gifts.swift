import GiftModel
import Segmentation

extension RuleQuestion {
    /// Returns what becomes of the rule; conflict groups are not asked.
    func verdict(choosingFrom menus: inout GiftMenus) -> RuleVerdict {
        guard let selection = rule.selection else {
            guard case .refused(let refusal) = turn else { return .giftless }
            return .refusal(refusal)
        }
        return switch standing {
        case .refused(let refusal): .refusal(refusal)
        case .due(let occasion): offer(of: selection, on: occasion, choosingFrom: &menus)
        }
    }

    /// Returns the gifts that fit an occasion which has come round, or refuses when none does.
    private func offer(
        of selection: GiftSelection,
        on occasion: DueOccasion,
        choosingFrom menus: inout GiftMenus
    ) -> RuleVerdict {
        let facts = customer.customer
        let catalog = facts.circumstances.catalog
        let treatment = customer.treatment(by: rule)
        // Whether a gift can be had must not decide who is compared with whom.
        if case .arm = treatment.exposed, treatment.isWithheld {
            return .refusal(refusal(.withheld, [treatment.reason].compactMap(\.self)))
        }
        guard catalog.currency == policy.document.tiers.currency else {
            let found = Fact("catalog", .code(catalog.currency.code))
            let expected = Fact("policy", .code(policy.document.tiers.currency.code))
            return .refusal(refusal(.unfunded, [Reason(PolicyReason.catalogCurrency, found, expected)]))
        }
        guard let offer = menus.offer(byRuleAt: index, to: customer, isPersonalized: occasion.isPersonalized)
        else {
            let reasons = { [policy.absence(of: rule, selection, in: facts)] + policy.obstacles(to: rule, in: facts) }
            return .refusal(refusal(.unfunded, earliest: policy.reopening(of: rule, in: facts), reasons()))
        }
        let lawful = customer.guards?.lawful(offer.options) ?? LawfulOptions(options: offer.options)
        guard !lawful.options.isEmpty else {
            return .refusal(refusal(.blocked, earliest: lawful.earliest, lawful.first?.reasons ?? []))
        }
        let allowed = customer.caps.allowed(lawful.options, on: rule.occasion, by: rule.id, from: catalog)
        guard !allowed.options.isEmpty else {
            let reasons = { allowed.first.reasons(calling: policy.name(ofRule:)) }
            return .refusal(refusal(.suppressed, earliest: allowed.earliest, reasons()))
        }
        if treatment.isWithheld { return .refusal(refusal(.withheld, [treatment.reason].compactMap(\.self))) }
        return .candidate(
            Candidate(
                rule: rule.id,
                occurrence: occasion.occurrence,
                dispatch: occasion.dispatch,
                attempt: 1 + Int64(facts.facts.grants.count { $0.terms?.occurrence == occasion.occurrence }),
                account: occasion.account,
                target: offer.target,
                options: allowed.options,
                choices: offer.choices
            )
        )
    }
}
