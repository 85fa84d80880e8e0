public import GiftModel

/// The reasons why a customer's tier changed, or was kept.
@nonexhaustive
public enum TierReason: String, ReasonCode {
    /// The goal of a higher tier was met.
    case upgraded = "tierUpgraded"
    /// A review found the goal of a higher tier met.
    case upgradedAtReview = "tierUpgradedAtReview"
    /// A review found that the tier is kept.
    case kept = "tierKept"
    /// What counted does not keep the tier, and nobody falls below it.
    case held = "tierHeld"
    /// What counted does not keep the tier; there is time to make the shortfall good.
    case graceBegan = "tierGraceBegan"
    /// The shortfall was made good in time.
    case madeGood = "tierMadeGood"
    /// What counted does not keep the tier.
    case downgraded = "tierDowngraded"
    /// The time to make the shortfall good is over.
    case graceEnded = "tierGraceEnded"
    /// What counted came back.
    case refunded = "tierRefunded"
    /// The host set the tier by hand.
    case setByHand = "tierSetByHand"
}

extension TierReason {
    public var phrase: LocalizedText {
        switch self {
        case .upgraded: LocalizedText(english: "{to} reached with {counted}", chinese: "已达到{to}：{counted}")
        case .upgradedAtReview:
            LocalizedText(english: "{to} reached at the review with {counted}", chinese: "评定时升至{to}：{counted}")
        case .kept: LocalizedText(english: "{to} kept at the review with {counted}", chinese: "评定时保留{to}：{counted}")
        case .held:
            LocalizedText(
                english: "{to} kept although {counted} are not enough, because nobody falls below it",
                chinese: "{counted}未达保级要求，但{to}为保底等级，予以保留"
            )
        case .graceBegan:
            LocalizedText(
                english: "{counted} do not keep {to}, which stands through {through} for the rest to be made good",
                chinese: "{counted}未达{to}保级要求，宽限至{through}"
            )
        case .madeGood:
            LocalizedText(
                english: "{to} kept: the rest was made good, {counted} in all",
                chinese: "宽限期内补足，保留{to}：共{counted}"
            )
        case .downgraded:
            LocalizedText(
                english: "from {from} to {to}: {counted} do not keep it",
                chinese: "由{from}降至{to}：{counted}未达保级要求"
            )
        case .graceEnded:
            LocalizedText(
                english: "from {from} to {to}: {counted}, and the time to make the rest good is over",
                chinese: "由{from}降至{to}：宽限期结束，仅{counted}"
            )
        case .refunded:
            LocalizedText(
                english: "from {from} to {to}: after what came back, {counted} are left",
                chinese: "由{from}降至{to}：退货后余{counted}"
            )
        case .setByHand: LocalizedText(english: "{to} set by hand: {cause}", chinese: "人工设为{to}：{cause}")
        }
    }
}

extension TierReason {
    public var disclosure: Disclosure {
        switch self {
        case .upgraded, .upgradedAtReview, .kept, .held, .graceBegan, .madeGood, .downgraded, .graceEnded, .refunded:
            .shared(phrase)
        case .setByHand: .shared("{to} was set by us", "由我们设为{to}")
        }
    }
}

extension TierReason: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
