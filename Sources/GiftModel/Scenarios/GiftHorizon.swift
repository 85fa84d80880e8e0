/// How far ahead a gift looks: the steps of the gift matrix.
///
/// The three are all there are, so this enum is closed.
public enum GiftHorizon: String, Hashable, Sendable, CaseIterable {
    /// It is to bring about something soon.
    case incentive = "incentive"
    /// It gives back for what was done.
    case reward = "reward"
    /// It is a promise for years.
    case commitment = "commitment"

    /// The step in words.
    public var title: LocalizedText {
        switch self {
        case .incentive: LocalizedText(english: "short-term incentive", chinese: "短期激励")
        case .reward: LocalizedText(english: "mid-term reward", chinese: "中期回馈")
        case .commitment: LocalizedText(english: "long-term commitment", chinese: "长期承诺")
        }
    }
}

extension GiftHorizon: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
