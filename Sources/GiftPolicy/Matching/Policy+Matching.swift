public import GiftModel
import Segmentation

extension Policy {
    /// Returns what keeps the gifts that would otherwise fit from being given, gift by gift: everything that bars the
    /// customer, and of a set the box or the parts that have run out.
    func obstacles(to rule: Rule, in customer: CustomerCase) -> [Reason] {
        let catalog = customer.circumstances.catalog
        return rule.selections
            .flatMap { selection in
                let match = GiftMatch(selection: selection, occasion: rule.occasion, customer: customer)
                return catalog.gifts.filter(match.admits)
                    .flatMap { gift in match.barriers(to: gift).reasons + missingParts(of: gift, in: catalog) }
            }
    }

    /// Returns when waiting alone lets one of the gifts be given that would otherwise fit, or `nil` when it does not
    /// help.
    func reopening(of rule: Rule, in customer: CustomerCase) -> Moment? {
        let gifts = customer.circumstances.catalog.gifts
        return rule.selections
            .flatMap { selection -> [Moment] in
                let match = GiftMatch(selection: selection, occasion: rule.occasion, customer: customer)
                return gifts.filter { $0.stock > 0 && match.admits($0) }.compactMap(match.reopening)
            }
            .filter { customer.clock.now < $0 }
            .min()
    }

    /// Why `rule`, which gives what `selection` says, gives nothing at all.
    func absence(of rule: Rule, _ selection: GiftSelection, in customer: CustomerCase) -> Reason {
        let match = GiftMatch(selection: selection, occasion: rule.occasion, customer: customer)
        guard let price = match.price else {
            guard let standing = customer.profile.tier, standing.isDetermined else {
                return Reason(GiftMatchReason.giftTierNotKnown)
            }
            return Reason(GiftMatchReason.noGiftForTier, Fact("tier", .name(standing.tier.name)))
        }
        return Reason(
            PolicyReason.noGiftFits,
            Fact("lowest", .money(price.lowest)),
            Fact("highest", .money(price.highest))
        )
    }

    private func missingParts(of gift: Gift, in catalog: Catalog) -> [Reason] {
        guard gift.stock == 0, let set = catalog.sets.first(where: { $0.box.id == gift.id }) else { return [] }
        let parts = gift.parts.filter { (catalog[$0.gift]?.stock ?? 0) < $0.quantity }.map(\.gift)
        return ((set.box.stock == 0 ? [gift.id] : []) + parts)
            .map { part in
                let name = catalog[part]?.name ?? LocalizedText(english: part.text, chinese: part.text)
                return Reason(PolicyReason.partRunOut, Fact("gift", .name(gift.name)), Fact("part", .name(name)))
            }
    }

    /// Returns the gifts that the rule called `id` cannot give to the customer of `facts`, each with everything that
    /// stands in the way; where the rule gives no gifts or the customer's day cannot be told, there are none to tell.
    ///
    /// Guards that look at gifts are asked, and one that somebody may lift stands in nobody's way. What the rule gives
    /// where its first choice does not fit is not asked.
    ///
    /// - Returns: Refusals by gift ascending, or `nil` when there is no such rule.
    /// - Complexity: O(*g* · *n*) for *g* gifts and *n* grants.
    public func giftRefusals(
        by id: Rule.ID,
        for facts: CustomerFacts,
        under circumstances: Circumstances
    ) -> [GiftRefusal]? {
        guard let rule = document.rules.first(where: { $0.id == id }) else { return nil }
        guard let selection = rule.selection,
            let customer = try? CustomerCase(facts, under: circumstances, by: document)
        else { return [] }
        let match = GiftMatch(selection: selection, occasion: rule.occasion, customer: customer)
        let guards = DecisionCase(customer, under: self).guards
        return circumstances.catalog.gifts.sorted { $0.id < $1.id }
            .compactMap { gift in
                var obstacles = match.obstacles(to: gift)
                if let verdict = guards?.refusal(of: gift) {
                    obstacles.reasons += verdict.failed.flatMap(\.reasons)
                    obstacles.earliest = [obstacles.earliest, verdict.earliest].compactMap(\.self).min()
                }
                if gift.stock == 0 {
                    let parts = missingParts(of: gift, in: circumstances.catalog)
                    obstacles.reasons += parts.isEmpty ? [Reason(GiftMatchReason.giftRunOut)] : parts
                }
                guard !obstacles.reasons.isEmpty else { return nil }
                return GiftRefusal(gift: gift.id, reasons: obstacles.reasons, earliest: obstacles.earliest)
            }
    }

    /// Who has to approve `option`, a reason for each rule that asks for it.
    func approvalReasons(for option: GiftOption) -> [Reason] {
        document.approvals.filter { option.approvals.contains($0.id) }
            .map { $0.need(for: option.cost.expected) }
    }

    /// Returns why `option` is worth what it is for `candidate`, a reason for each part of its worth.
    ///
    /// - Returns: Reasons with a fact called `worth`, which sum to the worth's total; parts that add nothing are left
    ///   out, but for those of the rule and the price where these count.
    public func reasons(for option: GiftOption, of candidate: Candidate) -> [Reason] {
        let rule = document.rules.first { $0.id == candidate.rule }
        let name = rule?.name ?? LocalizedText(english: candidate.rule.text, chinese: candidate.rule.text)
        let (worth, weights) = (option.worth, document.worth)
        func part(_ points: Int64) -> Fact { Fact("worth", .number(points)) }
        func scored(_ code: PolicyReason, _ points: Int64, by weight: Int64) -> Reason? {
            points == 0 ? nil : Reason(code, part(points), Fact("score", .number(points / weight)))
        }
        return [
            weights.rule == 0 ? nil : Reason(PolicyReason.worthOfRule, part(worth.rule), Fact("rule", .name(name))),
            scored(.worthOfFrequency, worth.frequency, by: weights.frequency),
            scored(.worthOfMonetary, worth.monetary, by: weights.monetary),
            weights.price == 0
                ? nil
                : Reason(
                    PolicyReason.worthOfPrice,
                    part(worth.price),
                    Fact("cost", .money(option.cost.expected)),
                    Fact("target", .money(candidate.target))
                ),
            worth.gift == 0 ? nil : Reason(PolicyReason.worthOfGift, part(worth.gift)),
            worth.kind == 0 ? nil : Reason(PolicyReason.worthOfKind, part(worth.kind)),
        ]
        .compactMap(\.self)
    }
}

extension GiftSelection {
    /// This selection, and after it those that are tried when nothing of it fits.
    var withSubstitutes: [GiftSelection] {
        substitutes.isEmpty ? [self] : [self] + substitutes.flatMap(\.withSubstitutes)
    }
}
