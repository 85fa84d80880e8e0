public import GiftModel

/// Makes a gift fall due when the next purchase is, by the customer's own rhythm; once for each silence.
///
/// The rhythm is the median number of days from one purchase day to the next. With 3/2 times it, who buys every 20
/// days is reminded on the thirtieth day after the last purchase, and who buys every 60 days on the ninetieth.
///
/// - Wire format: `{"fromGaps":3,"times":"3/2"}`.
public struct RhythmTrigger: Hashable, Sendable {
    /// How many times the median gap has to pass after the last purchase.
    public let times: Ratio
    /// From how many gaps at least the rhythm is taken; nothing is due for who has fewer.
    public let leastGaps: Int64

    /// Due after so many `times` the median gap.
    public init(times: Ratio, fromAtLeast leastGaps: Int64 = 3) {
        self.times = times
        self.leastGaps = leastGaps
    }
}

extension RhythmTrigger {
    /// What makes no sense in this trigger.
    public var faults: [ActivityFault] {
        let isUnlikely = times.numerator <= 0 || Int128(times.numerator) > 100 * Int128(times.denominator)
        return ActivityFault.outOfRange(leastGaps, 1...100, "/fromGaps")
            + (isUnlikely ? [ActivityFault(at: "/times", .unlikelyRatio(times))] : [])
    }

    /// The trigger in words: triggers that mean different days read differently.
    public var sentence: LocalizedText {
        let (ratio, gaps) = (FactValue.ratio(times), leastGaps)
        return LocalizedText(
            english:
                "own rhythm: \(ratio.text(in: .english)) times the median gap between purchases, of \(gaps) or more",
            chinese: "自身购买节奏：间隔中位数的\(ratio.text(in: .chinese))倍（至少\(gaps)个间隔）"
        )
    }
}

extension RhythmTrigger: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case times = "times"
        case leastGaps = "fromGaps"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let times = object.read(Ratio.self, .times)
        let leastGaps = object.read(Int64.self, .leastGaps)
        guard let times, let leastGaps else { throw object.failure }
        self.init(times: times, fromAtLeast: leastGaps)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(times, forKey: .times)
        try container.encode(leastGaps, forKey: .leastGaps)
    }
}
