public import GiftModel

/// Customers who are kept without gifts for a long time, so that it shows what gifts do altogether.
///
/// Who they are depends on the seed and the customer alone. They are drawn before everything else, before arms, budget
/// and stock; whatever would have been given is recorded as an ``Exposure`` at that moment, because otherwise they
/// would be compared with customers to whom nothing was due either. A gift that is withheld takes from no cap.
///
/// ```swift
/// var holdOut = HoldOut(id: "global-2026", seed: "global-2026/1", buckets: 500)      // 5 %
/// holdOut.exemptOccasions = [.recovery]
/// ```
///
/// - Wire format: `{"buckets":500,"id":"global-2026","seed":"global-2026/1"}`, with `exemptOccasions` and
///   `exemptRules` where there are any.
public struct HoldOut: Identifiable, Hashable, Sendable {
    /// The name of a hold-out within its policy.
    public typealias ID = Identifier<HoldOut>

    /// The identity within the policy.
    public let id: ID
    /// What customers are drawn by; another seed draws anew.
    public let seed: CustomerDraw.Seed
    /// How many of the 10,000 buckets are kept out, the first ones; with more of them nobody comes back in.
    public let buckets: Int64
    /// Rules whose gifts are given all the same, such as one that makes good for a mistake.
    public var exemptRules: Set<RuleReference.ID> = []
    /// Occasions on which gifts are given all the same.
    public var exemptOccasions: Set<Occasion> = []

    /// A hold-out of so many `buckets`.
    public init(id: ID, seed: CustomerDraw.Seed, buckets: Int64) {
        self.id = id
        self.seed = seed
        self.buckets = buckets
    }

    /// How a customer stands to a hold-out.
    ///
    /// The three answers are all there are, so this enum is closed.
    public enum Standing: Hashable, Sendable, CaseIterable {
        /// The customer is not in it.
        case outside
        /// The customer is in it, and the rule or the occasion is exempt.
        case exempt
        /// The customer is in it and receives nothing.
        case withheld
    }
}

extension HoldOut {
    /// Returns the bucket of 10,000 into which `customer` falls.
    ///
    /// - Complexity: O(*n*) in the length of the seed and the name.
    public func bucket(of customer: Customer.ID) -> Int64 { CustomerDraw.bucket(of: customer, by: seed) }

    /// Returns whether `customer` receives what `rule` gives on `occasion`.
    ///
    /// - Complexity: O(*n*) in the length of the seed and the name.
    public func standing(of customer: Customer.ID, for rule: RuleReference.ID?, on occasion: Occasion?) -> Standing {
        guard bucket(of: customer) < buckets else { return .outside }
        let isExempt = rule.map(exemptRules.contains) ?? false || occasion.map(exemptOccasions.contains) ?? false
        return isExempt ? .exempt : .withheld
    }

    /// Why `customer` stands so, or `nil` of one outside.
    public func reason(for standing: Standing, of customer: Customer.ID) -> Reason? {
        let facts = [
            Fact("holdOut", .code(id.text)), Fact("bucket", .number(bucket(of: customer))),
            Fact("limit", .number(buckets)),
        ]
        return switch standing {
        case .outside: nil
        case .exempt: Reason(ExperimentReason.holdOutExempt, facts: facts)
        case .withheld: Reason(ExperimentReason.heldOut, facts: facts)
        }
    }

    /// The hold-out in one sentence; two different ones never read alike.
    ///
    /// - Complexity: O(*n* log *n*) in the exemptions.
    public var sentence: LocalizedText {
        let (name, seed) = (LocalizedText(quoting: id.text), LocalizedText(quoting: seed.text))
        let share = BucketRange.percent(buckets)
        let rules = LocalizedText(listing: exemptRules.sorted().map { LocalizedText(quoting: $0.text) })
        let occasions = LocalizedText(
            listing: exemptOccasions.sorted().map { LocalizedText(quoting: $0.title, $0.name.text) }
        )
        var (english, chinese) = (
            "\(name.english): \(share.english) of all customers, drawn by the seed \(seed.english), receive no gifts",
            "\(name.chinese)：按种子\(seed.chinese)抽取\(share.chinese)的客户不送礼，留作对照"
        )
        if !exemptRules.isEmpty {
            english += ", but for those of the rules \(rules.english)"
            chinese += "，规则\(rules.chinese)除外"
        }
        if !exemptOccasions.isEmpty {
            english += ", but for those on \(occasions.english)"
            chinese += "，场合\(occasions.chinese)除外"
        }
        return LocalizedText(english: english + ".", chinese: chinese + "。")
    }
}

extension [HoldOut] {
    /// Returns the first of these that keeps `customer` from what `rule` gives on `occasion`.
    ///
    /// - Complexity: O(*n*) in the hold-outs.
    public func withholding(
        _ customer: Customer.ID,
        from rule: RuleReference.ID?,
        on occasion: Occasion?
    ) -> HoldOut? {
        first { $0.standing(of: customer, for: rule, on: occasion) == .withheld }
    }
}

extension HoldOut: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case seed = "seed"
        case buckets = "buckets"
        case exemptRules = "exemptRules"
        case exemptOccasions = "exemptOccasions"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let id = object.read(ID.self, .id)
        let seed = object.read(CustomerDraw.Seed.self, .seed)
        let buckets = object.read(Int64.self, .buckets)
        let rules = object.readSet(of: RuleReference.ID.self, .exemptRules)
        let occasions = object.readSet(of: Occasion.self, .exemptOccasions)
        guard let id, let seed, let buckets, let rules, let occasions else { throw object.failure }
        self.init(id: id, seed: seed, buckets: buckets)
        self.exemptRules = rules
        self.exemptOccasions = occasions
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(seed, forKey: .seed)
        try container.encode(buckets, forKey: .buckets)
        if !exemptRules.isEmpty { try container.encode(exemptRules.sorted(), forKey: .exemptRules) }
        if !exemptOccasions.isEmpty { try container.encode(exemptOccasions.sorted(), forKey: .exemptOccasions) }
    }
}
