import GiftModel
import Segmentation

/// - Wire format: an object with `"format":"gift-policy/1"`; any other format and any unknown key is refused.
extension PolicyDocument: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case format = "format"
        case id = "id"
        case version = "version"
        case name = "name"
        case stages = "stages"
        case tiers = "tiers"
        case cap = "cap"
        case budget = "budget"
        case rules = "rules"
    }

    private static let format = "gift-policy/1"

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let format = try container.decode(String.self, forKey: .format)
        guard format == Self.format else {
            throw DecodingError.dataCorruptedError(
                forKey: .format,
                in: container,
                debugDescription: "unknown format `\(format)`; known is `\(Self.format)`"
            )
        }
        self.init(
            id: try container.decode(PolicyReference.ID.self, forKey: .id),
            version: try container.decode(Int64.self, forKey: .version),
            name: try container.decode(LocalizedText.self, forKey: .name),
            stages: try container.decode(StageRules.self, forKey: .stages),
            tiers: try container.decode(TierLadder.self, forKey: .tiers),
            cap: try container.decode(FrequencyCap.self, forKey: .cap),
            budget: try container.decodeMoney(forKey: .budget),
            rules: try container.decode([Rule].self, forKey: .rules)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.format, forKey: .format)
        try container.encode(id, forKey: .id)
        try container.encode(version, forKey: .version)
        try container.encode(name, forKey: .name)
        try container.encode(stages, forKey: .stages)
        try container.encode(tiers, forKey: .tiers)
        try container.encode(cap, forKey: .cap)
        try container.encode(budget.description, forKey: .budget)
        try container.encode(rules, forKey: .rules)
    }
}
