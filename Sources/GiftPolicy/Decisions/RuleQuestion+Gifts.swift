import GiftModel
import Segmentation

extension RuleQuestion {
    /// What becomes of the gifts that a rule may give.
    enum GiftOutcome {
        /// Guards and caps let some of them pass.
        case offered(GiftOffer, AllowedOptions)
        /// None fits, or guards or caps stand in the way of the gifts that do, selection by selection.
        case refused([GiftObstacle])
    }

    /// What stands in the way of the gifts of one selection, of which some fit.
    struct GiftObstacle {
        let lawful: LawfulOptions
        /// What caps leave of those that guards let pass; `nil` when there are none.
        var allowed: AllowedOptions?
    }

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

    /// Returns the gifts that fit and that guards and caps let pass: those of the first selection, or of the first of
    /// its substitutes, that has any.
    func gifts(isPersonalized: Bool, choosingFrom menus: inout GiftMenus) -> GiftOutcome {
        var obstacles: [GiftObstacle] = []
        for place in policy.selections[index].indices {
            let offer = menus.offer(
                ofSelectionAt: place,
                byRuleAt: index,
                to: customer,
                isPersonalized: isPersonalized
            )
            guard let offer else { continue }
            let lawful = customer.guards?.lawful(offer.options) ?? LawfulOptions(options: offer.options)
            guard !lawful.options.isEmpty else {
                obstacles.append(GiftObstacle(lawful: lawful))
                continue
            }
            let catalog = customer.customer.circumstances.catalog
            let allowed = customer.caps.allowed(lawful.options, on: rule.occasion, by: rule.id, from: catalog)
            guard allowed.options.isEmpty else { return .offered(offer, allowed) }
            obstacles.append(GiftObstacle(lawful: lawful, allowed: allowed))
        }
        return .refused(obstacles)
    }

    /// Returns the first later moment at which a gift may be given although nothing happens, where `obstacles` are in
    /// the way; `nil` when there is none.
    ///
    /// It is that of whatever changes first: the tier, a gift that fits again, guards, or caps.
    func opening(behind obstacles: [GiftObstacle]) -> Moment? {
        let facts = customer.customer
        let guarded = obstacles.map { obstacle in customer.guards.flatMap { $0.opening(of: obstacle.lawful) } }
        let others = [facts.tierMayChange, policy.reopening(of: rule, in: facts)]
        return (guarded + obstacles.map { $0.allowed?.earliest } + others).compactMap(\.self).min()
    }

    /// Returns the gifts that may be given on an occasion which has come round, or refuses when there are none.
    private func offer(
        of selection: GiftSelection,
        on occasion: DueOccasion,
        choosingFrom menus: inout GiftMenus
    ) -> RuleVerdict {
        let facts = customer.customer
        let treatment = customer.treatment(by: rule)
        // Whether a gift can be had must not decide who is compared with whom.
        if case .arm = treatment.exposed, treatment.isWithheld {
            return .refusal(refusal(.withheld, [treatment.reason].compactMap(\.self)))
        }
        guard facts.circumstances.catalog.currency == policy.document.tiers.currency else {
            let found = Fact("catalog", .code(facts.circumstances.catalog.currency.code))
            let expected = Fact("policy", .code(policy.document.tiers.currency.code))
            return .refusal(refusal(.unfunded, [Reason(PolicyReason.catalogCurrency, found, expected)]))
        }
        let (offer, allowed): (GiftOffer, AllowedOptions)
        switch gifts(isPersonalized: occasion.isPersonalized, choosingFrom: &menus) {
        case .offered(let found, let options): (offer, allowed) = (found, options)
        case .refused(let obstacles):
            func refused(_ kind: Refusal.Kind, _ reasons: @autoclosure () -> [Reason]) -> RuleVerdict {
                .refusal(refusal(kind, earliest: opening(behind: obstacles), reasons()))
            }
            guard let first = obstacles.first else {
                return refused(
                    .unfunded,
                    [policy.absence(of: rule, selection, in: facts)] + policy.obstacles(to: rule, in: facts)
                )
            }
            guard let allowed = first.allowed else {
                return refused(.blocked, first.lawful.verdicts.first?.reasons ?? [])
            }
            return refused(.suppressed, allowed.first.reasons(calling: policy.name(ofRule:)))
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
