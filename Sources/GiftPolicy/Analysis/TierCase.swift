import GiftModel
import Segmentation

/// What a rule may give to customers of one tier.
struct TierCase {
    /// The position of the tier.
    let tier: Int
    /// Which of the rule's own prices is for it, if any.
    let place: Int?
    /// The rule's own price for it, if any, and those of its substitutes.
    let prices: [GiftPrice]
    /// What the gifts cost that fit, or `nil` when no catalog was given.
    let costs: (own: [Money], all: [Money])?
}

extension PolicyReview {
    /// Returns what a rule may give, tier by tier, or nothing when there is no question to which that matters.
    func cases(of rule: Int) -> [TierCase] {
        guard asksForTiers || !document.guards.isEmpty || !background.audiences.isEmpty else { return [] }
        return tiers(of: rule).map { self.case(of: rule, forTier: $0) }
    }

    private func `case`(of rule: Int, forTier tier: Int) -> TierCase {
        let selections = document.rules[rule].selections
        let id = tiers[tier].id
        var costs: (own: [Money], all: [Money])?
        if let catalog {
            let found = selections.map { self.costs(of: $0, in: catalog, for: rule, ofTier: id) }
            costs = (found.first ?? [], found.flatMap(\.self))
        }
        return TierCase(
            tier: tier,
            place: selections.first?.prices.firstIndex { $0.tiers.isEmpty || $0.tiers.contains(id) },
            prices: selections.compactMap { $0.price(for: id) },
            costs: costs
        )
    }

    /// Returns what the gifts cost that a selection of `rule` may give to customers of a tier.
    private func costs(of selection: GiftSelection, in catalog: Catalog, for rule: Int, ofTier tier: Tier.ID) -> [Money]
    {
        guard let price = selection.price(for: tier) else { return [] }
        // Most gifts cost something else, and to copy each of them would take longer than to ask what it costs.
        let affordable = costs.indices.filter { price.excess(of: costs[$0]).minorUnits == 0 }
        return candidates(affordable, of: selection, in: catalog, for: rule, ofTier: tier)
    }

    /// Returns what those of these gifts cost that would fit if any price would do.
    func candidates(
        _ gifts: [Int],
        of selection: GiftSelection,
        in catalog: Catalog,
        for rule: Int,
        ofTier tier: Tier.ID
    ) -> [Money] {
        let occasion = document.rules[rule].occasion
        return
            gifts.filter { index in
                let gift = catalog.gifts[index]
                return selection.includes(gift) && gift.suits(occasion: occasion) && gift.suits(tier: tier)
            }
            .map { costs[$0] }
    }

    /// Returns the place of one of the rule's own prices.
    func place(ofPrice price: Int?, of rule: Int) -> String {
        let prices = document.rules[rule].selection?.prices ?? []
        guard let price, prices.count > 1 || !prices[price].tiers.isEmpty else { return "/rules/\(rule)/gift" }
        return "/rules/\(rule)/gift/prices/\(price)"
    }

    /// Returns what customers of these tiers are called; `nil` when they are all that there are.
    func names(of cases: [TierCase]) -> LocalizedText? {
        cases.count == tiers.count ? nil : LocalizedText(listing: cases.map { tiers[$0.tier].name })
    }

    /// Returns what somebody is like whom a rule is for in one of these cases, of which there is one at least.
    func witness(of rule: Int, in cases: [TierCase]) -> SegmentCondition? {
        cases.count == tiers.count
            ? analysis.witness(of: rule, and: rule) : witness(of: rule, ofTier: cases[0].tier)
    }
}

extension LocalizedText {
    /// Those whom nothing tells apart.
    static let everybody = LocalizedText(english: "everybody", chinese: "所有客户")
}

extension TierCase {
    /// What a gift costs at least, or `nil` when none is given.
    var cheapest: Money? {
        (costs.map(\.all) ?? prices.map(\.lowest)).min { $0.minorUnits < $1.minorUnits }
    }
}

extension [TierCase] {
    /// The cases by the price of the rule's own that is for them, in the order of the first of each.
    var byPrice: [(place: Int?, cases: [TierCase])] {
        var groups: [(place: Int?, cases: [TierCase])] = []
        for one in self {
            if let index = groups.firstIndex(where: { $0.place == one.place }) {
                groups[index].cases.append(one)
            } else {
                groups.append((one.place, [one]))
            }
        }
        return groups
    }
}
