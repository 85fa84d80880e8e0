import GiftModel
import Segmentation

extension Policy {
    /// Returns the gifts that `rule` may give to the customer of `profile`, by worth descending, then cost, then name.
    ///
    /// A gift fits when it suits the occasion and the tier, is of the kinds and prices of the rule, and is in
    /// stock. Its worth is the sum of the rule's priority, ten for each point of the frequency and monetary
    /// scores, and up to 100 for how close its price is to the one meant for that monetary score.
    func options(for rule: Rule, of profile: CustomerProfile, choosingFrom catalog: Catalog) -> [GiftOption] {
        guard catalog.currency == document.tiers.currency, let tier = profile.tier?.tier.id else { return [] }
        let scores = profile.scores
        let common: [(worth: Int64, reason: Reason)] = [
            (
                rule.priority,
                Reason(PolicyReason.worthOfRule, Fact("worth", .number(rule.priority)), Fact("rule", .name(rule.name)))
            ),
            Self.part(PolicyReason.worthOfFrequency, score: scores?.frequency),
            Self.part(PolicyReason.worthOfMonetary, score: scores?.monetary),
        ]
        .compactMap(\.self)
        let target = Self.target(of: rule.selection, forScore: scores?.monetary ?? 1)
        return catalog.gifts
            .filter { gift in
                gift.stock > 0 && rule.selection.admits(gift) && gift.suits(occasion: rule.occasion)
                    && gift.suits(tier: tier)
            }
            .map { gift in
                let closeness = Self.closeness(of: gift.cost.expected, to: target, within: rule.selection)
                let reason = Reason(
                    PolicyReason.worthOfPrice,
                    Fact("worth", .number(closeness)),
                    Fact("cost", .money(gift.cost.expected)),
                    Fact("target", .money(target))
                )
                return GiftOption(gift: gift.id, cost: gift.cost, worth: Worth(common + [(closeness, reason)]))
            }
            .sorted { left, right in
                if left.worth.total != right.worth.total { return left.worth.total > right.worth.total }
                let (cheap, dear) = (left.cost.expected.minorUnits, right.cost.expected.minorUnits)
                if cheap != dear { return cheap < dear }
                return left.gift < right.gift
            }
    }

    private static func part(_ code: PolicyReason, score: Int?) -> (worth: Int64, reason: Reason)? {
        score.map { score in
            let worth = 10 * Int64(score)
            return (worth, Reason(code, Fact("worth", .number(worth)), Fact("score", .number(Int64(score)))))
        }
    }

    /// The price within `selection` that is meant for a monetary score of 1 through 5, rounded down.
    private static func target(of selection: GiftSelection, forScore score: Int) -> Money {
        let width = Int128(selection.highest.minorUnits) - Int128(selection.lowest.minorUnits)
        let share = width * Int128(score - 1) / Int128(RFMScale.levels - 1)
        return Money(minorUnits: selection.lowest.minorUnits + Int64(share), in: selection.lowest.currency)
    }

    /// 100 for a price at the target, 0 for one as far away as the selection is wide, in proportion between.
    private static func closeness(of cost: Money, to target: Money, within selection: GiftSelection) -> Int64 {
        let width = Int128(selection.highest.minorUnits) - Int128(selection.lowest.minorUnits)
        let distance = (Int128(cost.minorUnits) - Int128(target.minorUnits)).magnitude
        return width == 0 ? 100 : 100 - Int64(Int128(distance) * 100 / width)
    }
}
