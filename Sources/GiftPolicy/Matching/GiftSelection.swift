public import GiftModel
import Segmentation

/// Which gifts of the catalog a rule may give, and for how much.
///
/// What is left empty restricts nothing.
///
/// ```swift
/// var selection = GiftSelection(from: Money("30.00 CNY")!, through: Money("60.00 CNY")!)
/// selection.characters = [.experience]
/// selection.repeatDays = 365
/// ```
public struct GiftSelection: Hashable, Sendable {
    /// What one gift may cost, for customers of which tiers; the first that is for the customer's tier counts.
    public var prices: [GiftPrice]
    /// The kinds.
    public var kinds: Set<GiftKind> = []
    /// The gifts by name.
    public var gifts: Set<Gift.ID> = []
    /// What they are to whoever receives them; a gift of which nobody said suits none.
    public var characters: Set<GiftCharacter> = []
    /// How far ahead they look, or `nil` for any; a gift of which nobody said suits none.
    public var horizon: GiftHorizon?
    /// In how many days a customer is not given the same gift twice, or `nil` when it may come again at once.
    public var repeatDays: Int64?
    /// How many gifts the customer may choose among, one or more.
    public var choices: Int64 = 1
    /// What is given when none of these fits, or guards and caps let none of them pass; the first choice first.
    public var substitutes: [GiftSelection] = []

    /// Gifts at these `prices`.
    public init(at prices: [GiftPrice]) { self.prices = prices }

    /// Gifts of `kinds` that cost from `lowest` through `highest`.
    public init(_ kinds: Set<GiftKind> = [], from lowest: Money, through highest: Money) {
        self.init(at: [GiftPrice(from: lowest, through: highest)])
        self.kinds = kinds
    }
}

/// From which cost through which a gift may be, for customers of some tiers or of all.
///
/// - Wire format: `{"from":"150.00 CNY","through":"400.00 CNY","tiers":["gold"]}`; without `tiers`, for every tier.
public struct GiftPrice: Hashable, Sendable {
    /// The tiers; empty means every tier.
    public let tiers: Set<Tier.ID>
    /// The least cost of one gift.
    public let lowest: Money
    /// The greatest cost of one gift.
    public let highest: Money

    /// From `lowest` through `highest`, for customers of `tiers`.
    public init(from lowest: Money, through highest: Money, for tiers: Set<Tier.ID> = []) {
        self.tiers = tiers
        self.lowest = lowest
        self.highest = highest
    }
}

extension GiftSelection {
    /// Returns what one gift may cost for a customer of `tier`, or `nil` when nothing is given there.
    public func price(for tier: Tier.ID) -> GiftPrice? {
        prices.first { $0.tiers.isEmpty || $0.tiers.contains(tier) }
    }
}

extension GiftPrice {
    /// Returns by how much `cost` lies outside: below zero when too cheap, zero when it fits, above when too dear.
    func excess(of cost: Money) -> Money {
        let nearest = min(max(cost.minorUnits, lowest.minorUnits), highest.minorUnits)
        return Money(minorUnits: cost.minorUnits - nearest, in: lowest.currency)
    }

    /// The price that is meant for a monetary score, rounded down: the lowest for 1, the highest for 5.
    func target(forScore score: Int) -> Money {
        let steps = ScoreRules.usualLevels - 1
        let share = width * Int128(min(max(score - 1, 0), steps)) / Int128(steps)
        return Money(minorUnits: lowest.minorUnits + Int64(share), in: lowest.currency)
    }

    /// The `most` for a price at the target, 0 for one as far away as the band is wide, in proportion between.
    func closeness(of cost: Money, to target: Money, atMost most: Int64) -> Int64 {
        let distance = (Int128(cost.minorUnits) - Int128(target.minorUnits)).magnitude
        return width == 0 ? most : most - Int64(Int128(distance) * Int128(most) / width)
    }

    private var width: Int128 { Int128(highest.minorUnits) - Int128(lowest.minorUnits) }
}
