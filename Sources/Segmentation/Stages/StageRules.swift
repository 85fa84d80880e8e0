import GiftModel

/// The boundaries between the stages, in whole days.
///
/// - Wire format: `{"churnedAfterDays":365,"comparedDays":90,"dormantAfterDays":90,"newThroughDays":30}`.
public struct StageRules: Hashable, Sendable {
    /// A customer is new through this many days after its first purchase.
    public let newThroughDays: Int
    /// A customer is dormant when more than this many days have passed since its last purchase.
    public let dormantAfterDays: Int
    /// A customer has churned when more than this many days have passed since its last purchase.
    public let churnedAfterDays: Int
    /// How many days make up each of the two windows that tell growing from declining.
    public let comparedDays: Int

    /// Rules with these boundaries.
    ///
    /// - Throws: ``StageRulesError``, in the order of its cases.
    public init(
        newThroughDays: Int,
        dormantAfterDays: Int,
        churnedAfterDays: Int,
        comparedDays: Int
    ) throws(StageRulesError) {
        for days in [newThroughDays, dormantAfterDays, churnedAfterDays, comparedDays] {
            guard (1...36_500).contains(days) else { throw .outOfRange(days: days) }
        }
        guard dormantAfterDays < churnedAfterDays else {
            throw .churnedBeforeDormant(dormantAfterDays: dormantAfterDays, churnedAfterDays: churnedAfterDays)
        }
        self.newThroughDays = newThroughDays
        self.dormantAfterDays = dormantAfterDays
        self.churnedAfterDays = churnedAfterDays
        self.comparedDays = comparedDays
    }
}

/// A reason why boundaries do not make rules, in the order in which the reasons are checked.
@nonexhaustive
public enum StageRulesError: Error, Hashable, Sendable {
    /// A boundary is not 1 through 36,500 days.
    case outOfRange(days: Int)
    /// A customer would have churned before being dormant.
    case churnedBeforeDormant(dormantAfterDays: Int, churnedAfterDays: Int)
}

extension StageRulesError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .outOfRange(let days): "`\(days)` is not 1 through 36500 days"
        case .churnedBeforeDormant(let dormant, let churned):
            "churned after `\(churned)` days does not come later than dormant after `\(dormant)` days"
        }
    }
}

extension StageRules: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case newThroughDays = "newThroughDays"
        case dormantAfterDays = "dormantAfterDays"
        case churnedAfterDays = "churnedAfterDays"
        case comparedDays = "comparedDays"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
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
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(newThroughDays, forKey: .newThroughDays)
        try container.encode(dormantAfterDays, forKey: .dormantAfterDays)
        try container.encode(churnedAfterDays, forKey: .churnedAfterDays)
        try container.encode(comparedDays, forKey: .comparedDays)
    }
}
