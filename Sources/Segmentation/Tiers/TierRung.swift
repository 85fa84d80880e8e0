public import GiftModel

/// A tier with what reaches it, what keeps it, and what it gives.
///
/// - Wire format: `{"atLeast":"2000.00 GBP","tier":{…}}`; `atLeast` is a goal, or several as `{"any":[…]}`. In the same
///   form, `keep`; then `benefits` and `pointsFactor`; what is absent is left out.
public struct TierRung: Hashable, Sendable {
    /// The tier.
    public let tier: Tier
    /// What reaches it: any one of these is enough.
    public let goals: [TierGoal]
    /// What keeps it at a review: any one of these is enough; the ``goals`` unless it is easier to keep than to reach.
    public let keeping: [TierGoal]
    /// What it gives, whole: nothing is taken over from the tiers below.
    public let benefits: [TierBenefit]
    /// The factor by which points are multiplied on it, or `nil` when it is one.
    public let pointsFactor: Ratio?

    /// `tier`, reached by any one of `goals`, of which there is at least one.
    public init(
        _ tier: Tier,
        atLeastAnyOf goals: [TierGoal],
        keptByAnyOf keeping: [TierGoal]? = nil,
        benefits: [TierBenefit] = [],
        pointsFactor: Ratio? = nil
    ) {
        precondition(!goals.isEmpty && keeping?.isEmpty != true, "a tier has a goal")
        self.tier = tier
        self.goals = goals
        self.keeping = keeping ?? goals
        self.benefits = benefits
        self.pointsFactor = pointsFactor
    }

    /// `tier`, reached by `goal`, and kept by `keeping` or the same.
    public init(
        _ tier: Tier,
        atLeast goal: TierGoal,
        keptBy keeping: TierGoal? = nil,
        benefits: [TierBenefit] = [],
        pointsFactor: Ratio? = nil
    ) {
        self.init(
            tier,
            atLeastAnyOf: [goal],
            keptByAnyOf: keeping.map { [$0] },
            benefits: benefits,
            pointsFactor: pointsFactor
        )
    }

    /// `tier`, reached from a spend of `minimumSpend` on.
    public init(_ tier: Tier, atLeast minimumSpend: Money) {
        self.init(tier, atLeast: TierGoal(spend: minimumSpend))
    }
}

/// Something that a tier gives, such as an upgrade for free or an adviser of one's own.
///
/// - Wire format: `{"id":"adviser","name":{"en":"Own adviser","zh":"专属客服"}}`.
public struct TierBenefit: Identifiable, Hashable, Sendable {
    /// The name by which the host knows it.
    public typealias ID = Identifier<TierBenefit>

    /// The identity within its tier.
    public let id: ID
    /// What customers call it.
    public let name: LocalizedText

    /// A benefit called `id`, shown as `name`.
    public init(id: ID, name: LocalizedText) {
        self.id = id
        self.name = name
    }
}

extension TierBenefit: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case name = "name"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let id = object.read(ID.self, .id)
        let name = object.read(LocalizedText.self, .name)
        guard let id, let name else { throw object.failure }
        self.init(id: id, name: name)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
    }
}

extension TierRung: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case tier = "tier"
        case goals = "atLeast"
        case keeping = "keep"
        case benefits = "benefits"
        case pointsFactor = "pointsFactor"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let tier = object.read(Tier.self, .tier)
        let goals = object.read(WrittenGoals.self, .goals)
        let keeping = object.readIfPresent(WrittenGoals.self, .keeping)
        let benefits = object.readIfPresent([TierBenefit].self, .benefits)
        let factor = object.readIfPresent(Ratio.self, .pointsFactor)
        guard let tier, let goals, let keeping, let benefits, let factor else { throw object.failure }
        self.init(
            tier,
            atLeastAnyOf: goals.goals,
            keptByAnyOf: keeping?.goals,
            benefits: benefits ?? [],
            pointsFactor: factor
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(tier, forKey: .tier)
        try container.encode(WrittenGoals(goals: goals), forKey: .goals)
        if keeping != goals { try container.encode(WrittenGoals(goals: keeping), forKey: .keeping) }
        if !benefits.isEmpty { try container.encode(benefits, forKey: .benefits) }
        try container.encodeIfPresent(pointsFactor, forKey: .pointsFactor)
    }
}

/// One goal as it is, several as a list of which any one is enough.
private struct WrittenGoals: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable { case any = "any" }

    let goals: [TierGoal]

    init(goals: [TierGoal]) { self.goals = goals }

    init(from decoder: any Decoder) throws {
        guard let container = try? decoder.container(keyedBy: CodingKeys.self), container.contains(.any) else {
            self.goals = [try TierGoal(from: decoder)]
            return
        }
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        guard let goals = object.read([TierGoal].self, .any) else { throw object.failure }
        guard !goals.isEmpty else {
            throw DocumentProblem.impossible("the list is empty").error(at: decoder.codingPath + [CodingKeys.any])
        }
        self.goals = goals
    }

    func encode(to encoder: any Encoder) throws {
        if goals.count == 1 { return try goals[0].encode(to: encoder) }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(goals, forKey: .any)
    }
}
