import GiftModel
import Segmentation

/// - Wire format: an object with `"format":"gift-policy/1"`; any other format and any unknown key is refused.
extension PolicyDocument: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case format = "format"
        case id = "id"
        case version = "version"
        case name = "name"
        case defaults = "defaults"
        case stages = "stages"
        case tiers = "tiers"
        case caps = "caps"
        case groups = "groups"
        case quietTimes = "quietTimes"
        case worth = "worth"
        case budget = "budget"
        case labels = "labels"
        case segments = "segments"
        case rules = "rules"
    }

    private static let format = "gift-policy/1"

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let format = object.readWord(of: [Self.format], "format", .format)
        let id = object.read(PolicyReference.ID.self, .id)
        let version = object.read(Int64.self, .version)
        let name = object.read(LocalizedText.self, .name)
        let defaults = object.read(PolicyDefaults.self, .defaults)
        let stages = object.read(StageRules.self, .stages)
        let tiers = object.read(TierLadder.self, .tiers)
        let caps = object.read([Cap].self, .caps)
        let groups = object.readIfPresent([ConflictGroup].self, .groups)
        let quietTimes = object.readIfPresent(QuietTimes.self, .quietTimes)
        let worth = object.readIfPresent(WorthRules.self, .worth)
        let budget = object.readMoney(.budget)
        let labels = object.readIfPresent([SegmentLabel].self, .labels)
        let segments = object.readIfPresent([Segment].self, .segments)
        let rules = object.read([Rule].self, .rules)
        guard format != nil, let id, let version, let name, let defaults, let stages, let tiers, let caps, let groups,
            let quietTimes, let worth, let budget, let labels,
            let segments, let rules
        else { throw object.failure }
        self.init(
            id: id,
            version: version,
            name: name,
            defaults: defaults,
            stages: stages,
            tiers: tiers,
            caps: caps,
            groups: groups ?? [],
            quietTimes: quietTimes,
            worth: worth ?? WorthRules(),
            budget: budget,
            labels: labels ?? [],
            segments: segments ?? [],
            rules: rules
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.format, forKey: .format)
        try container.encode(id, forKey: .id)
        try container.encode(version, forKey: .version)
        try container.encode(name, forKey: .name)
        try container.encode(defaults, forKey: .defaults)
        try container.encode(stages, forKey: .stages)
        try container.encode(tiers, forKey: .tiers)
        try container.encode(caps, forKey: .caps)
        if !groups.isEmpty { try container.encode(groups, forKey: .groups) }
        try container.encodeIfPresent(quietTimes, forKey: .quietTimes)
        if worth != WorthRules() { try container.encode(worth, forKey: .worth) }
        try container.encode(budget.description, forKey: .budget)
        if !labels.isEmpty { try container.encode(labels, forKey: .labels) }
        if !segments.isEmpty { try container.encode(segments, forKey: .segments) }
        try container.encode(rules, forKey: .rules)
    }
}
