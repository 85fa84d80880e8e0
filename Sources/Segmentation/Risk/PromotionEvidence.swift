public import GiftModel

/// What may tell that somebody takes part in promotions only to drain them.
@nonexhaustive
public enum PromotionEvidence: String, Hashable, Sendable, CaseIterable {
    /// Accounts on one device; counted in accounts.
    case sharedDevice = "sharedDevice"
    /// Accounts with one means of payment; counted in accounts.
    case sharedPayment = "sharedPayment"
    /// Accounts at one address; counted in accounts.
    case sharedAddress = "sharedAddress"
    /// A benefit was redeemed soon after the account was opened; counted in days short of those that the rules ask for.
    case earlyRedemption = "earlyRedemption"
    /// Nearly every order had a discount; counted in whole percent of the orders.
    case discountShare = "discountShare"
    /// Orders just above a threshold, as if split up; counted in orders.
    case justAboveThreshold = "justAboveThreshold"
    /// Refunds after a gift was received; counted in refunds.
    case refundAfterGift = "refundAfterGift"
    /// Redemptions in the first hours of campaigns; counted in redemptions.
    case burst = "burst"
    /// Referrals that lead back to the same person; counted in loops.
    case selfReferral = "selfReferral"
    /// Carts just like those of other accounts; counted in orders.
    case identicalCart = "identicalCart"
}

extension PromotionEvidence {
    /// The evidence in words, with its unit.
    public var title: LocalizedText {
        switch self {
        case .sharedDevice: LocalizedText(english: "accounts on one device", chinese: "同一设备的账户数")
        case .sharedPayment: LocalizedText(english: "accounts with one means of payment", chinese: "同一支付方式的账户数")
        case .sharedAddress: LocalizedText(english: "accounts at one address", chinese: "同一地址的账户数")
        case .earlyRedemption:
            LocalizedText(english: "days too early for a first redemption", chinese: "首次兑换过早的天数")
        case .discountShare: LocalizedText(english: "percent of orders with a discount", chinese: "优惠订单百分比")
        case .justAboveThreshold:
            LocalizedText(english: "orders just above a threshold", chinese: "刚过门槛的订单数")
        case .refundAfterGift: LocalizedText(english: "refunds after a gift", chinese: "领礼后退款次数")
        case .burst:
            LocalizedText(english: "redemptions in the first hours of campaigns", chinese: "活动初始时段兑换次数")
        case .selfReferral: LocalizedText(english: "referrals of oneself", chinese: "自我推荐次数")
        case .identicalCart:
            LocalizedText(english: "carts like those of other accounts", chinese: "与其他账户相同的购物车数")
        }
    }
}

extension PromotionEvidence: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
