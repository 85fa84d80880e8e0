public import GiftModel

/// Who sees to a complaint; each is above the one before.
///
/// The three are all there are, so this enum is closed.
///
/// - Wire format: a bare word, such as `"expertTeam"`.
public enum ComplaintHandler: String, Hashable, Sendable, CaseIterable {
    /// Whoever answers.
    case frontLine = "frontLine"
    /// Those who know the matter best.
    case expertTeam = "expertTeam"
    /// Those who answer for all.
    case management = "management"
}

extension ComplaintHandler {
    /// The handler in words.
    public var title: LocalizedText {
        switch self {
        case .frontLine: LocalizedText(english: "front line", chinese: "一线客服")
        case .expertTeam: LocalizedText(english: "expert team", chinese: "专家团队")
        case .management: LocalizedText(english: "management", chinese: "管理层")
        }
    }

    /// Returns who stands so many steps above, or the highest of all.
    public func above(by steps: Int64) -> ComplaintHandler {
        let place = Self.allCases.firstIndex(of: self) ?? 0
        let highest = Self.allCases.count - 1
        return Self.allCases[min(highest, place + Int(clamping: min(max(steps, 0), Int64(highest))))]
    }
}

extension ComplaintHandler: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.frontLine, .expertTeam), (.frontLine, .management), (.expertTeam, .management): true
        default: false
        }
    }
}

extension ComplaintHandler: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
