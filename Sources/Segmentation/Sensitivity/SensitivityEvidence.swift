public import GiftModel

/// What one customer's purchases say about its eye for prices: how much was on offer, how dear the goods were.
///
/// Purchases may be added in any order and merged from parts of different purchases, with the same result. What the
/// host did not record of a purchase counts neither way.
///
/// - Unit: minor units of ``currency``, and parts of 720,720 for ranks, which are exact in all small categories.
/// - Wire format: `{"currency":"EUR","offer":[5,3,12000,7000],"rank":[4,1300000],"v":1}`: how many purchases are
///   judged and how many of them were on offer, what they came to and what those came to; how many have a rank, and
///   the sum of their ranks.
public struct SensitivityEvidence: Hashable, Sendable {
    /// The currency of every amount.
    public let currency: Currency
    /// How many purchases are known to have been on offer or not.
    public private(set) var judgedPurchases: Int64 = 0
    /// How many of them were on offer.
    public private(set) var offerPurchases: Int64 = 0
    /// What the judged purchases came to.
    public private(set) var judgedMinorUnits: Int64 = 0
    /// What those on offer came to.
    public private(set) var offerMinorUnits: Int64 = 0
    /// How many purchases have a known rank within their category.
    public private(set) var rankedPurchases: Int64 = 0
    /// The sum of their ranks in parts of 720,720, each rounded down.
    public private(set) var rankParts: Int64 = 0

    /// No evidence yet, in `currency`.
    public init(in currency: Currency) { self.currency = currency }

    /// The least number that 1 through 16 all divide.
    private static let partsOfOne: Int64 = 720_720
}

extension SensitivityEvidence {
    /// Takes in a purchase, or refuses it and changes nothing.
    ///
    /// - Throws: `MoneyError.currencyMismatch`, `MoneyError.overflow`.
    public mutating func add(_ purchase: PricedPurchase) throws(MoneyError) {
        guard purchase.amount.currency == currency else { throw .currencyMismatch(currency, purchase.amount.currency) }
        var one = SensitivityEvidence(in: currency)
        if let onOffer = purchase.onOffer {
            one.judgedPurchases = 1
            one.judgedMinorUnits = purchase.amount.minorUnits
            one.offerPurchases = onOffer ? 1 : 0
            one.offerMinorUnits = onOffer ? purchase.amount.minorUnits : 0
        }
        if let rank = purchase.priceRank?.ratio {
            one.rankedPurchases = 1
            one.rankParts = Int64(Int128(rank.numerator) * Int128(Self.partsOfOne) / Int128(rank.denominator))
        }
        try merge(one)
    }

    /// Takes in the evidence of `other`, which must be of other purchases, or refuses it and changes nothing.
    ///
    /// - Throws: `MoneyError.currencyMismatch`, `MoneyError.overflow`.
    public mutating func merge(_ other: SensitivityEvidence) throws(MoneyError) {
        guard other.currency == currency else { throw .currencyMismatch(currency, other.currency) }
        // Each part of a sum is at most the whole, so that the three wholes tell whether all sums fit.
        let (amount, overflow) = judgedMinorUnits.addingReportingOverflow(other.judgedMinorUnits)
        let (judged, manyJudged) = judgedPurchases.addingReportingOverflow(other.judgedPurchases)
        let (ranked, manyRanked) = rankedPurchases.addingReportingOverflow(other.rankedPurchases)
        let (parts, manyParts) = rankParts.addingReportingOverflow(other.rankParts)
        guard !overflow, !manyJudged, !manyRanked, !manyParts else { throw .overflow }
        judgedMinorUnits = amount
        judgedPurchases = judged
        offerPurchases += other.offerPurchases
        offerMinorUnits += other.offerMinorUnits
        rankedPurchases = ranked
        rankParts = parts
    }

    /// The part of the purchases that were on offer, or `nil` when of none is known whether it was.
    public var offerShare: Ratio? { Ratio(offerPurchases, over: judgedPurchases) }

    /// The part of the spend that was on offer, or `nil` when nothing was spent on purchases that are known.
    public var offerSpendShare: Ratio? { Ratio(offerMinorUnits, over: judgedMinorUnits) }

    /// The mean rank within the categories, or `nil` when none is known.
    public var meanRank: Ratio? {
        let (parts, overflow) = rankedPurchases.multipliedReportingOverflow(by: Self.partsOfOne)
        return overflow ? nil : Ratio(rankParts, over: parts)
    }
}

extension SensitivityEvidence: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case currency = "currency"
        case offer = "offer"
        case rank = "rank"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "evidence of sensitivity", forKey: .formatVersion)
        self.currency = try container.decode(Currency.self, forKey: .currency)
        let offer = try container.decode([Int64].self, forKey: .offer)
        let rank = try container.decode([Int64].self, forKey: .rank)
        guard offer.count == 4, offer[0] >= 0, (0...offer[0]).contains(offer[1]), offer[2] >= 0,
            (0...offer[2]).contains(offer[3]), offer[3] == 0 || offer[1] > 0,
            offer[3] == offer[2] || offer[1] < offer[0]
        else {
            let problem = "what was on offer is a part of four numbers, none below zero"
            throw DecodingError.dataCorruptedError(forKey: .offer, in: container, debugDescription: problem)
        }
        guard rank.count == 2, rank[0] >= 0, rank[1] >= 0, Int128(rank[1]) <= Int128(rank[0]) * Int128(Self.partsOfOne)
        else {
            let problem = "ranks are a count and a sum of at most 720720 for each"
            throw DecodingError.dataCorruptedError(forKey: .rank, in: container, debugDescription: problem)
        }
        (judgedPurchases, offerPurchases, judgedMinorUnits, offerMinorUnits) = (offer[0], offer[1], offer[2], offer[3])
        (rankedPurchases, rankParts) = (rank[0], rank[1])
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(currency, forKey: .currency)
        try container.encode(
            [judgedPurchases, offerPurchases, judgedMinorUnits, offerMinorUnits],
            forKey: .offer
        )
        try container.encode([rankedPurchases, rankParts], forKey: .rank)
    }
}
