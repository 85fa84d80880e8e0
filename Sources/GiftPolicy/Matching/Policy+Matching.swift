public import GiftModel
import Segmentation

/// The gifts that a rule may give to a customer.
struct GiftOffer {
    /// The price that is meant for the customer.
    let target: Money
    /// The gifts, best first; never empty.
    let options: [GiftOption]
    /// Among how many the customer may choose.
    let choices: Int64
}

extension Policy {
    /// Returns the gifts that `rule` may give in `customer`'s case, or `nil` when there is none.
    ///
    /// A gift fits when it suits the occasion, the tier and the customer, is what the rule selects, and is in stock.
    /// Where it is not known whether a restricted gift suits the customer, it does not. Where none fits, the first of
    /// the rule's substitutes counts of which one does.
    func offer(by rule: Rule, in customer: CustomerCase) -> GiftOffer? {
        for selection in rule.selection.withSubstitutes {
            let match = GiftMatch(selection: selection, occasion: rule.occasion, customer: customer)
            guard let price = match.price else { continue }
            let target = price.target(forScore: customer.profile.scores?.monetary ?? 1)
            let options = options(of: match, for: rule, at: price, around: target)
            if !options.isEmpty { return GiftOffer(target: target, options: options, choices: selection.choices) }
        }
        return nil
    }

    /// By worth descending, then cost, then name.
    private func options(of match: GiftMatch, for rule: Rule, at price: GiftPrice, around target: Money) -> [GiftOption]
    {
        let profile = match.customer.profile
        let gifts = match.customer.circumstances.catalog.gifts
        let weights = document.worth
        let frequency = weights.frequency * Int64(profile.scores?.frequency ?? 0)
        let monetary = weights.monetary * Int64(profile.scores?.monetary ?? 0)
        // Most gifts do not fit, and to copy each of them would take longer than to ask it.
        return gifts.indices
            .filter { gifts[$0].stock > 0 && match.admits(gifts[$0]) && match.barriers(to: gifts[$0]).reasons.isEmpty }
            .map { index in
                let gift = gifts[index]
                let isPreferred = profile.giftKind?.kind == gift.kind
                let worth = Worth(
                    rule: weights.rule * rule.priority,
                    frequency: frequency,
                    monetary: monetary,
                    price: price.closeness(of: gift.cost.expected, to: target, atMost: weights.price),
                    gift: weights.gift * (gift.worth ?? 0),
                    kind: isPreferred ? weights.kind : 0
                )
                return GiftOption(choice: GiftChoice(gift), worth: worth)
            }
            .sorted { left, right in
                if left.worth.total != right.worth.total { return left.worth.total > right.worth.total }
                let (cheap, dear) = (left.cost.expected.minorUnits, right.cost.expected.minorUnits)
                if cheap != dear { return cheap < dear }
                return left.gift < right.gift
            }
    }

    /// Returns what keeps the gifts that would otherwise fit from being given, gift by gift: everything that bars the
    /// customer, and of a set the box or the parts that have run out.
    func obstacles(to rule: Rule, in customer: CustomerCase) -> [Reason] {
        let catalog = customer.circumstances.catalog
        return rule.selection.withSubstitutes.flatMap { selection in
            let match = GiftMatch(selection: selection, occasion: rule.occasion, customer: customer)
            return catalog.gifts.filter(match.admits)
                .flatMap { gift in match.barriers(to: gift).reasons + missingParts(of: gift, in: catalog) }
        }
    }

    /// Why `rule` gives nothing at all.
    func absence(of rule: Rule, in customer: CustomerCase) -> Reason {
        let match = GiftMatch(selection: rule.selection, occasion: rule.occasion, customer: customer)
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
    /// stands in the way; where the customer's day cannot be told, there are none to tell.
    ///
    /// What the rule gives where its first choice does not fit is not asked.
    ///
    /// - Returns: Refusals by gift ascending, or `nil` when there is no such rule.
    /// - Complexity: O(*g* · *n*) for *g* gifts and *n* grants.
    public func giftRefusals(
        by id: Rule.ID,
        for facts: CustomerFacts,
        under circumstances: Circumstances
    ) -> [GiftRefusal]? {
        guard let rule = document.rules.first(where: { $0.id == id }) else { return nil }
        guard let customer = try? CustomerCase(facts, under: circumstances, by: document) else { return [] }
        let match = GiftMatch(selection: rule.selection, occasion: rule.occasion, customer: customer)
        return circumstances.catalog.gifts.sorted { $0.id < $1.id }
            .compactMap { gift in
                var obstacles = match.obstacles(to: gift)
                if gift.stock == 0 {
                    let parts = missingParts(of: gift, in: circumstances.catalog)
                    obstacles.reasons += parts.isEmpty ? [Reason(GiftMatchReason.giftRunOut)] : parts
                }
                guard !obstacles.reasons.isEmpty else { return nil }
                return GiftRefusal(gift: gift.id, reasons: obstacles.reasons, earliest: obstacles.earliest)
            }
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
