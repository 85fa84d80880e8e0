import GiftModel

extension StageRules: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case rules = "rules"
        case otherwise = "otherwise"
        case comparedDays = "comparedDays"
        case minimumGaps = "minimumGaps"
        case minimumStayDays = "minimumStayDays"
        case enteredAtOnce = "enteredAtOnce"
        case changesOnPurchase = "changesOnPurchase"
    }

    private enum BoundaryKeys: String, CodingKey, CaseIterable {
        case newThroughDays = "newThroughDays"
        case dormantAfterDays = "dormantAfterDays"
        case churnedAfterDays = "churnedAfterDays"
        case comparedDays = "comparedDays"
    }

    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        self =
            keys.contains(.rules) || keys.contains(.otherwise)
            ? try Self(list: decoder) : try Self(boundaries: decoder)
    }

    private init(list decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let rules = object.read([StageRule].self, .rules)
        let otherwise = object.read(Stage.self, .otherwise)
        let comparedDays = object.readIfPresent(in: 1...36_500, .comparedDays)
        let minimumGaps = object.readIfPresent(in: 1...1000, .minimumGaps)
        let minimumStayDays = object.readIfPresent(in: 0...36_500, .minimumStayDays)
        let enteredAtOnce = object.readSet(of: Stage.self, .enteredAtOnce)
        let changesOnPurchase = object.readIfPresent(Bool.self, .changesOnPurchase)
        guard let rules, let otherwise, let comparedDays, let minimumGaps, let minimumStayDays, let enteredAtOnce,
            let changesOnPurchase
        else { throw object.failure }
        self = try decoder.whole {
            try Self(
                rules,
                otherwise: otherwise,
                comparedDays: comparedDays.map(Int.init),
                minimumGaps: minimumGaps.map(Int.init) ?? 2,
                minimumStayDays: minimumStayDays.map(Int.init) ?? 0,
                enteredAtOnce: enteredAtOnce,
                changesOnPurchase: changesOnPurchase ?? false
            )
        }
    }

    private init(boundaries decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: BoundaryKeys.self)
        let new = object.read(Int.self, .newThroughDays)
        let dormant = object.read(Int.self, .dormantAfterDays)
        let churned = object.read(Int.self, .churnedAfterDays)
        let compared = object.read(Int.self, .comparedDays)
        guard let new, let dormant, let churned, let compared else { throw object.failure }
        self = try decoder.whole {
            try Self(newThroughDays: new, dormantAfterDays: dormant, churnedAfterDays: churned, comparedDays: compared)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        if let (new, dormant, churned, compared) = boundaries {
            var container = encoder.container(keyedBy: BoundaryKeys.self)
            try container.encode(new, forKey: .newThroughDays)
            try container.encode(dormant, forKey: .dormantAfterDays)
            try container.encode(churned, forKey: .churnedAfterDays)
            try container.encode(compared, forKey: .comparedDays)
            return
        }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rules, forKey: .rules)
        try container.encode(otherwise, forKey: .otherwise)
        try container.encodeIfPresent(comparedDays, forKey: .comparedDays)
        if minimumGaps != 2 { try container.encode(minimumGaps, forKey: .minimumGaps) }
        if minimumStayDays != 0 { try container.encode(minimumStayDays, forKey: .minimumStayDays) }
        if !enteredAtOnce.isEmpty {
            try container.encode(Stage.allCases.filter(enteredAtOnce.contains), forKey: .enteredAtOnce)
        }
        if changesOnPurchase { try container.encode(changesOnPurchase, forKey: .changesOnPurchase) }
    }
}
