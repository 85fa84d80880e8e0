import GiftModel

extension Experiment: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case seed = "seed"
        case unit = "unit"
        case arms = "arms"
        case plan = "plan"
    }

    private static let unit = "customer"

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let id = object.read(ID.self, .id)
        let seed = object.read(CustomerDraw.Seed.self, .seed)
        let unit = object.readWord(of: [Self.unit], "unit", .unit)
        let arms = object.read([ExperimentArm].self, .arms)
        let plan = object.readIfPresent(ExperimentPlan.self, .plan)
        guard let id, let seed, unit != nil, let arms, let plan else { throw object.failure }
        self.init(id: id, seed: seed, arms: arms, plan: plan)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(seed, forKey: .seed)
        try container.encode(Self.unit, forKey: .unit)
        try container.encode(arms, forKey: .arms)
        try container.encodeIfPresent(plan, forKey: .plan)
    }
}
