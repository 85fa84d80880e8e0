public import GiftModel

/// How a customer's value and its interaction with the host go together, and what to do about it.
///
/// The four quadrants are all there are, so this enum is closed: switch over it without a default.
public enum ValueQuadrant: String, Hashable, Sendable, CaseIterable {
    /// High value, high interaction.
    case keyCare = "keyCare"
    /// High value, low interaction.
    case toBeWoken = "toBeWoken"
    /// Low value, high interaction.
    case toBeNurtured = "toBeNurtured"
    /// Low value, low interaction.
    case lightTouch = "lightTouch"

    /// The quadrant of a customer whose value and interaction are high, or not.
    public init(highValue: Bool, highInteraction: Bool) {
        self =
            switch (highValue, highInteraction) {
            case (true, true): .keyCare
            case (true, false): .toBeWoken
            case (false, true): .toBeNurtured
            case (false, false): .lightTouch
            }
    }
}

extension ValueQuadrant {
    /// The quadrant in words.
    public var title: LocalizedText {
        switch self {
        case .keyCare: LocalizedText(english: "Key care", chinese: "重点维护")
        case .toBeWoken: LocalizedText(english: "To be woken", chinese: "唤醒激活")
        case .toBeNurtured: LocalizedText(english: "To be nurtured", chinese: "潜力培育")
        case .lightTouch: LocalizedText(english: "Light touch", chinese: "轻量维护")
        }
    }

    /// What to do with such customers.
    public var strategy: LocalizedText {
        switch self {
        case .keyCare:
            LocalizedText(
                english: "look after in person: exclusive gifts, first access, invitations",
                chinese: "专人维护：专属礼遇、优先体验、活动邀约"
            )
        case .toBeWoken:
            LocalizedText(
                english: "win attention back: a personal gift that gives a reason to meet again",
                chinese: "重新激活：以个性化礼品创造再次互动的理由"
            )
        case .toBeNurtured:
            LocalizedText(
                english: "turn interest into purchases: trial gifts, coupons, rewards for taking part",
                chinese: "转化兴趣：试用礼、优惠券、互动奖励"
            )
        case .lightTouch:
            LocalizedText(
                english: "keep in touch at low cost: automatic greetings, virtual gifts",
                chinese: "低成本触达：自动问候、虚拟礼品"
            )
        }
    }
}

extension ValueQuadrant: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
