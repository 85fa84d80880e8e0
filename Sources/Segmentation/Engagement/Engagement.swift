public import GiftModel
import GiftNumerics

/// How warm one customer is as of a day, in points that fade and as a score of 0 through 100.
///
/// Engagement of zero says that what was done is long ago or adds nothing. Where no interactions are known at all,
/// there is no engagement to be had: the host passes no summary, and none comes out.
public struct Engagement: Hashable, Sendable {
    /// The day as of which it stands; later interactions are invisible.
    public let asOf: CalendarDate
    /// The points: the sum of the contributions, taken in their order.
    public let points: Double
    let rules: EngagementRules
    let interactions: InteractionSummary
    /// The day through which interactions are known.
    let last: CalendarDate

    /// What interactions of one kind in one channel added.
    public struct Contribution: Hashable, Sendable {
        /// What was done.
        public let kind: InteractionKind
        /// Where, or `nil` when nobody recorded it.
        public let channel: ActivityChannel?
        /// The position of the rule in ``EngagementRules/rules``.
        public let rule: Int
        /// The points, faded.
        public let points: Double
    }
}

extension Engagement {
    /// How many points bring it to 63 of 100.
    public var saturation: Int64 { rules.saturation }

    /// What each kind in each channel added, by kind and then by channel, an unknown one first.
    ///
    /// - Complexity: O(*n*) in the days with interactions, and in the rules for each kind and channel.
    public var contributions: [Contribution] { rules.contributions(of: interactions, knownThrough: last, asOf: asOf) }

    /// Two are equal when the same was added on the same day towards the same end.
    public static func == (left: Self, right: Self) -> Bool {
        left.asOf == right.asOf && left.saturation == right.saturation && left.contributions == right.contributions
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(asOf)
        hasher.combine(points)
    }

    /// The share of full engagement, 1 − e^(−points ÷ saturation): from 0 on, ever closer to 1.
    ///
    /// - Source: exponential saturation, <https://en.wikipedia.org/wiki/Exponential_decay>.
    public var saturated: Double { Self.saturated(points, by: saturation) }

    /// The score, 0 through 100: a hundred times ``saturated``, rounded to the nearest, a half up.
    public var score: Int { Self.score(points, by: saturation) }

    /// The channels in which anything counted, in ascending order, an unknown one first.
    ///
    /// - Complexity: O(*n* log *n*) in the contributions.
    public var channels: [ActivityChannel?] {
        let isUnknownUsed = contributions.contains { $0.channel == nil }
        return (isUnknownUsed ? [nil] : []) + Set(contributions.compactMap(\.channel)).sorted()
    }

    /// Returns the points from `channel`, `nil` being an unknown one: their sum in the order of the contributions.
    ///
    /// - Complexity: O(*n*) in the contributions.
    public func points(in channel: ActivityChannel?) -> Double {
        contributions.reduce(0) { $1.channel == channel ? $0 + $1.points : $0 }
    }

    /// Returns the score from `channel` alone, `nil` being an unknown one.
    ///
    /// Saturation acts on each channel by itself, so the scores of channels add up to more than the whole.
    ///
    /// - Complexity: O(*n*) in the contributions.
    public func score(in channel: ActivityChannel?) -> Int { Self.score(points(in: channel), by: saturation) }

    /// Why the score is what it is: the score and its points, then each contribution, whose points add up to them.
    ///
    /// - Complexity: O(*n*) in the contributions.
    public var reasons: [Reason] {
        let whole = Reason(
            EngagementReason.engagementScore,
            Fact("score", .number(Int64(score))),
            Fact("points", FactValue(rounding: points)),
            Fact("saturation", .number(saturation))
        )
        let parts = contributions.map { part in
            let kind = Fact("interaction", .name(part.kind.title))
            let points = Fact("points", FactValue(rounding: part.points))
            guard let channel = part.channel else { return Reason(EngagementReason.engagementAnywhere, kind, points) }
            return Reason(EngagementReason.engagementInChannel, kind, Fact("channel", .name(channel.title)), points)
        }
        return [whole] + parts
    }

    private static func score(_ points: Double, by saturation: Int64) -> Int {
        Int(100 * saturated(points, by: saturation) + 0.5)
    }

    private static func saturated(_ points: Double, by saturation: Int64) -> Double {
        1 - Exponential.powerOfE(-points / Double(saturation))
    }
}
