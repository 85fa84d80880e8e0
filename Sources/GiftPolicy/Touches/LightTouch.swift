public import GiftModel
public import Segmentation

/// How a rule treats those who are not worth winning back: no gift, and few touches.
///
/// - Wire format: `{"atMost":1,"giftsFor":{…},"window":"calendarQuarter"}`; without `atMost` and `window`, once in a
///   calendar quarter.
public struct LightTouch: Hashable, Sendable {
    /// Who is worth a gift.
    public let giftsFor: SegmentCondition
    /// How many touches the others receive in a window at most.
    public let atMost: Int64
    /// Over which time these count.
    public let window: CapWindow

    /// Gifts for those of whom `condition` holds, and at most so many touches for the others.
    public init(
        giftsFor condition: SegmentCondition,
        atMost count: Int64 = 1,
        in window: CapWindow = .calendar(.quarter)
    ) {
        self.giftsFor = condition
        self.atMost = count
        self.window = window
    }

    /// What a customer is given.
    ///
    /// The two are all there are, so this enum is closed.
    public enum Treatment: String, Hashable, Sendable, CaseIterable {
        /// A gift.
        case gift = "gift"
        /// A touch and no gift.
        case touch = "touch"
    }
}

extension LightTouch {
    /// Returns what a customer is given of whom the condition is answered so.
    ///
    /// - Returns: The treatment, or `nil`, which is nothing at all, when too little is known.
    public func treatment(where truth: Truth) -> Treatment? {
        switch truth {
        case .holds: .gift
        case .fails: .touch
        case .unknown: nil
        }
    }

    /// Returns the cap that keeps the touches of `rule` light.
    public func cap(on rule: RuleReference.ID) -> Cap {
        var scope = CapScope.touches
        scope.rules = [rule]
        let name = "light-touch/\(rule.text)"
        return Cap(
            // A rule's name may fill an identifier by itself; its hash always leaves room.
            id: Cap.ID(name) ?? Cap.ID(stringLiteral: "light-touch/#\(ContentHash(of: rule))"),
            atMost: atMost,
            of: scope,
            in: window
        )
    }

    /// The treatment in one sentence; two different ones never read alike, as long as conditions do not.
    ///
    /// - Complexity: O(*n*) in the size of the condition, times the tiers and segments.
    public func sentence(calling tiers: [Tier] = [], _ segments: [Segment] = []) -> LocalizedText {
        let condition = giftsFor.phrase(calling: tiers, segments)
        return LocalizedText(
            english: "A gift for those with \(condition.english); for the others no gift and at most \(atMost) touches "
                + "\(window.title.english).",
            chinese: "符合“\(condition.chinese)”者送礼；其余不送礼，\(window.title.chinese)至多\(atMost)次触达。"
        )
    }

    /// Every fault of the numbers, in their order; the condition is checked with those of the policy.
    public var faults: [CapFault] {
        var faults: [CapFault] = []
        if !(1...1000).contains(atMost) {
            faults.append(CapFault(at: "/atMost", .outOfRange(atMost, lowest: 1, highest: 1000)))
        }
        if case .rolling(let days) = window, !(1...36_500).contains(days) {
            faults.append(CapFault(at: "/window/rollingDays", .outOfRange(days, lowest: 1, highest: 36_500)))
        }
        return faults
    }
}

extension LightTouch: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case giftsFor = "giftsFor"
        case atMost = "atMost"
        case window = "window"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let giftsFor = object.read(SegmentCondition.self, .giftsFor)
        let atMost = object.readIfPresent(Int64.self, .atMost)
        let window = object.readIfPresent(CapWindow.self, .window)
        guard let giftsFor, let atMost, let window else { throw object.failure }
        self.init(giftsFor: giftsFor, atMost: atMost ?? 1, in: window ?? .calendar(.quarter))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(giftsFor, forKey: .giftsFor)
        if atMost != 1 { try container.encode(atMost, forKey: .atMost) }
        if window != .calendar(.quarter) { try container.encode(window, forKey: .window) }
    }
}
