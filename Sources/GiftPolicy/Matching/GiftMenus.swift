import GiftModel
import Segmentation

/// The gifts that rules may give, found and sorted once for all customers of whom the same is known.
struct GiftMenus {
    private var menus: [Key: GiftMenu] = [:]

    /// What the order of gifts depends on.
    private struct Key: Hashable {
        let rule: Int
        let selection: Int
        let tier: Tier.ID
        let taste: Taste
    }

    /// What is known of a customer that makes one gift worth more than another.
    struct Taste: Hashable {
        var frequency: Int64 = 0
        var monetary: Int64 = 0
        var score = 1
        var kind: GiftKind?
    }

    /// Gifts in the order of their worth, and whether some may not be given to everybody.
    struct GiftMenu {
        let target: Money
        let options: [GiftOption]
        let isRestricted: Bool
    }

    /// Returns the gifts of the selection at `place` that the rule at `index` may give to `asked`, or `nil` when there
    /// is none.
    ///
    /// A gift fits when it suits the occasion, the tier and the customer, is what the rule selects, and is in stock.
    /// Where it is not known whether a restricted gift suits the customer, it does not.
    mutating func offer(
        ofSelectionAt place: Int,
        byRuleAt index: Int,
        to asked: DecisionCase,
        isPersonalized: Bool
    ) -> GiftOffer? {
        let (customer, policy) = (asked.customer, asked.policy)
        let (rule, selection) = (policy.document.rules[index], policy.selections[index][place])
        guard let standing = customer.profile.tier, standing.isDetermined,
            let price = selection.price(for: standing.tier.id)
        else { return nil }
        let taste = isPersonalized ? Taste(of: customer.profile, weighing: policy.document.worth) : Taste()
        let match = GiftMatch(selection: selection, occasion: rule.occasion, customer: customer)
        let key = Key(rule: index, selection: place, tier: standing.tier.id, taste: taste)
        let menu: GiftMenu
        if let known = menus[key] {
            menu = known
        } else {
            menu = GiftMenu(of: match, for: rule, at: price, by: taste, under: policy)
            menus[key] = menu
        }
        let options = menu.isRestricted || selection.repeatDays != nil ? match.open(menu.options) : menu.options
        return options.isEmpty ? nil : GiftOffer(target: menu.target, options: options, choices: selection.choices)
    }
}

extension GiftMenus.Taste {
    init(of profile: CustomerProfile, weighing weights: WorthRules) {
        self.frequency = weights.frequency * Int64(profile.scores?.frequency ?? 0)
        self.monetary = weights.monetary * Int64(profile.scores?.monetary ?? 0)
        self.score = profile.scores?.monetary ?? 1
        self.kind = weights.kind == 0 ? nil : profile.giftKind?.kind
    }
}

extension GiftMenus.GiftMenu {
    /// By worth descending, then cost, then name.
    init(
        of match: GiftMatch,
        for rule: Rule,
        at price: GiftPrice,
        by taste: GiftMenus.Taste,
        under policy: Policy
    ) {
        let weights = policy.document.worth
        let target = price.target(forScore: taste.score)
        let gifts = match.customer.circumstances.catalog.gifts
        // Most gifts do not fit, and to copy each of them would take longer than to ask it.
        let fitting = gifts.indices.filter { gifts[$0].stock > 0 && match.admits(gifts[$0]) }
        self.target = target
        self.isRestricted = fitting.contains { gifts[$0].restrictions != .none }
        self.options =
            fitting.map { index in
                let gift = gifts[index]
                let worth = Worth(
                    rule: weights.rule * rule.priority,
                    frequency: taste.frequency,
                    monetary: taste.monetary,
                    price: price.closeness(of: gift.cost.expected, to: target, atMost: weights.price),
                    gift: weights.gift * (gift.worth ?? 0),
                    kind: taste.kind == gift.kind ? weights.kind : 0
                )
                let approvals = policy.document.approvals.filter { $0.covers(gift.cost.expected) }.map(\.id).sorted()
                return GiftOption(choice: GiftChoice(gift), worth: worth, approvals: approvals)
            }
            .sorted { left, right in
                if left.worth.total != right.worth.total { return left.worth.total > right.worth.total }
                let (cheap, dear) = (left.cost.expected.minorUnits, right.cost.expected.minorUnits)
                if cheap != dear { return cheap < dear }
                return left.gift < right.gift
            }
    }
}

extension GiftMatch {
    /// Returns those of `options` that nothing keeps from this customer.
    fileprivate func open(_ options: [GiftOption]) -> [GiftOption] {
        let catalog = customer.circumstances.catalog
        return options.filter { option in catalog[option.gift].map { barriers(to: $0).reasons.isEmpty } ?? false }
    }
}

/// The gifts that a rule may give to a customer.
struct GiftOffer {
    /// The price that is meant for the customer.
    let target: Money
    /// The gifts, best first; never empty.
    let options: [GiftOption]
    /// Among how many the customer may choose.
    let choices: Int64
}
