public import GiftModel
import Segmentation

extension Policy {
    /// Returns the gifts that `rule` may give to the customer of `facts`, by worth descending, then cost, then name.
    ///
    /// A gift fits when it suits the occasion, the tier and the customer, is of the kinds and prices of the rule, and
    /// is in stock. Where it is not known whether a restricted gift suits the customer, it does not.
    func options(
        for rule: Rule,
        on facts: CustomerFacts,
        around target: Money,
        choosingFrom catalog: Catalog
    ) -> [GiftOption] {
        let profile = facts.profile
        func points(_ score: Int?) -> Int64 { score.map { 10 * Int64($0) } ?? 0 }
        let (frequency, monetary) = (points(profile.scores?.frequency), points(profile.scores?.monetary))
        let gifts = catalog.gifts
        return fitting(rule, for: profile, in: catalog)
            .filter { gifts[$0].stock > 0 && facts.suitability(of: gifts[$0], leapDay: document.defaults.leapDay) == .suitable }
            .map { index in
                let gift = gifts[index]
                let closeness = rule.selection.closeness(of: gift.cost.expected, to: target)
                let worth = Worth(rule: rule.priority, frequency: frequency, monetary: monetary, price: closeness)
                return GiftOption(choice: GiftChoice(gift), worth: worth)
            }
            .sorted { left, right in
                if left.worth.total != right.worth.total { return left.worth.total > right.worth.total }
                let (cheap, dear) = (left.cost.expected.minorUnits, right.cost.expected.minorUnits)
                if cheap != dear { return cheap < dear }
                return left.gift < right.gift
            }
    }

    /// Returns where the gifts stand that suit occasion and tier and are of the kinds and prices of `rule`, in stock or
    /// not: most do not, and to copy each of them would take longer than to ask it.
    private func fitting(_ rule: Rule, for profile: CustomerProfile, in catalog: Catalog) -> [Int] {
        guard let standing = profile.tier, standing.isDetermined else { return [] }
        let tier = standing.tier.id
        let gifts = catalog.gifts
        return gifts.indices.filter { index in
            rule.selection.admits(gifts[index]) && gifts[index].suits(occasion: rule.occasion)
                && gifts[index].suits(tier: tier)
        }
    }

    /// Returns what keeps the gifts that would otherwise fit from being given, gift by gift: everything that bars the
    /// customer, and of a set the box or the parts that have run out.
    func obstacles(for rule: Rule, on facts: CustomerFacts, in catalog: Catalog) -> [Reason] {
        fitting(rule, for: facts.profile, in: catalog).map { catalog.gifts[$0] }
            .flatMap { gift in facts.suitability(of: gift, leapDay: document.defaults.leapDay).reasons + missingParts(of: gift, in: catalog) }
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

    /// Returns why `option` is worth what it is for `candidate`, a reason for each part of its worth.
    ///
    /// - Returns: Reasons with a fact called `worth`, which sum to the worth's total; scores that are not known add
    ///   nothing and are left out.
    public func reasons(for option: GiftOption, of candidate: Candidate) -> [Reason] {
        let rule = document.rules.first { $0.id == candidate.rule }
        let name = rule?.name ?? LocalizedText(english: candidate.rule.text, chinese: candidate.rule.text)
        func worth(_ points: Int64) -> Fact { Fact("worth", .number(points)) }
        func scored(_ code: PolicyReason, _ points: Int64) -> Reason? {
            points == 0 ? nil : Reason(code, worth(points), Fact("score", .number(points / 10)))
        }
        return [
            Reason(PolicyReason.worthOfRule, worth(option.worth.rule), Fact("rule", .name(name))),
            scored(.worthOfFrequency, option.worth.frequency),
            scored(.worthOfMonetary, option.worth.monetary),
            Reason(
                PolicyReason.worthOfPrice,
                worth(option.worth.price),
                Fact("cost", .money(option.cost.expected)),
                Fact("target", .money(candidate.target))
            ),
        ]
        .compactMap(\.self)
    }
}

extension GiftSelection {
    /// The price that is meant for a monetary score, rounded down: the lowest for 1, the highest for 5.
    func target(forScore score: Int) -> Money {
        let steps = ScoreRules.usualLevels - 1
        let share = width * Int128(min(max(score - 1, 0), steps)) / Int128(steps)
        return Money(minorUnits: lowest.minorUnits + Int64(share), in: lowest.currency)
    }

    /// 100 for a price at the target, 0 for one as far away as the selection is wide, in proportion between.
    func closeness(of cost: Money, to target: Money) -> Int64 {
        let distance = (Int128(cost.minorUnits) - Int128(target.minorUnits)).magnitude
        return width == 0 ? 100 : 100 - Int64(Int128(distance) * 100 / width)
    }

    private var width: Int128 { Int128(highest.minorUnits) - Int128(lowest.minorUnits) }
}
