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
        case guards = "guards"
        case approvals = "approvals"
        case caps = "caps"
        case groups = "groups"
        case quietTimes = "quietTimes"
        case complaints = "complaints"
        case holdOuts = "holdOuts"
        case experiments = "experiments"
        case worth = "worth"
        case budget = "budget"
        case labels = "labels"
        case segments = "segments"
        case rules = "rules"
        case examples = "examples"
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
        let guards = object.readIfPresent([Guard].self, .guards)
        let approvals = object.readIfPresent([ApprovalRule].self, .approvals)
        let caps = object.read([Cap].self, .caps)
        let groups = object.readIfPresent([ConflictGroup].self, .groups)
        let quietTimes = object.readIfPresent(QuietTimes.self, .quietTimes)
        let complaints = object.readIfPresent(ComplaintDeadlines.self, .complaints)
        let holdOuts = object.readIfPresent([HoldOut].self, .holdOuts)
        let experiments = object.readIfPresent([Experiment].self, .experiments)
        let worth = object.readIfPresent(WorthRules.self, .worth)
        let budget = object.readMoney(.budget)
        let labels = object.readIfPresent([SegmentLabel].self, .labels)
        let segments = object.readIfPresent([Segment].self, .segments)
        let rules = object.read([Rule].self, .rules)
        let examples = object.readIfPresent([PolicyExample].self, .examples)
        guard format != nil, let id, let version, let name, let defaults, let stages, let tiers, let guards,
            let approvals, let caps, let groups, let quietTimes, let complaints, let holdOuts, let experiments,
            let worth, let budget, let labels, let segments, let rules, let examples
        else { throw object.failure }
        self.init(
            id: id,
            version: version,
            name: name,
            defaults: defaults,
            stages: stages,
            tiers: tiers,
            guards: guards ?? [],
            approvals: approvals ?? [],
            caps: caps,
            groups: groups ?? [],
            quietTimes: quietTimes,
            complaints: complaints,
            holdOuts: holdOuts ?? [],
            experiments: experiments ?? [],
            worth: worth ?? WorthRules(),
            budget: budget,
            labels: labels ?? [],
            segments: segments ?? [],
            rules: rules,
            examples: examples ?? []
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
        if !guards.isEmpty { try container.encode(guards, forKey: .guards) }
        if !approvals.isEmpty { try container.encode(approvals, forKey: .approvals) }
        try container.encode(caps, forKey: .caps)
        if !groups.isEmpty { try container.encode(groups, forKey: .groups) }
        try container.encodeIfPresent(quietTimes, forKey: .quietTimes)
        try container.encodeIfPresent(complaints, forKey: .complaints)
        if !holdOuts.isEmpty { try container.encode(holdOuts, forKey: .holdOuts) }
        if !experiments.isEmpty { try container.encode(experiments, forKey: .experiments) }
        if worth != WorthRules() { try container.encode(worth, forKey: .worth) }
        try container.encode(budget.description, forKey: .budget)
        if !labels.isEmpty { try container.encode(labels, forKey: .labels) }
        if !segments.isEmpty { try container.encode(segments, forKey: .segments) }
        try container.encode(rules, forKey: .rules)
        if !examples.isEmpty { try container.encode(examples, forKey: .examples) }
    }
}
