/// The reasons why an order takes no coupon, or why that cannot be said.
@nonexhaustive
public enum CouponReason: String, ReasonCode {
    /// The order came before the coupon.
    case notYetIssued = "notYetIssued"
    /// The coupon's time was over.
    case couponExpired = "couponExpired"
    /// The coupon has been used as often as it may be.
    case usedUp = "usedUp"
    /// One of the coupons on the order may be used by itself only.
    case notWithOthers = "notWithOthers"
    /// The coupon may not be used in the order's channel.
    case otherChannel = "otherChannel"
    /// Nobody recorded the order's channel.
    case orderChannelNotKnown = "orderChannelNotKnown"
    /// Nobody recorded what was ordered.
    case goodsNotKnown = "goodsNotKnown"
    /// None of the goods off which the coupon takes something was ordered.
    case otherGoods = "otherGoods"
    /// The goods off which the coupon takes something come to too little.
    case spendTooSmall = "spendTooSmall"
}

extension CouponReason {
    public var phrase: LocalizedText {
        switch self {
        case .notYetIssued: LocalizedText(english: "ordered before the coupon was issued", chinese: "下单早于发券")
        case .couponExpired: LocalizedText(english: "the coupon has expired", chinese: "优惠券已过期")
        case .usedUp: LocalizedText(english: "used {used} of {uses} times", chinese: "已使用{used}次，上限{uses}次")
        case .notWithOthers:
            LocalizedText(english: "not beside other coupons", chinese: "不可与其他优惠券叠加使用")
        case .otherChannel: LocalizedText(english: "not valid: {channel}", chinese: "不适用于{channel}")
        case .orderChannelNotKnown: LocalizedText(english: "channel not known", chinese: "下单渠道未知")
        case .goodsNotKnown: LocalizedText(english: "goods not known", chinese: "订单商品未知")
        case .otherGoods: LocalizedText(english: "none of its goods ordered", chinese: "订单中没有适用商品")
        case .spendTooSmall:
            LocalizedText(
                english: "{spend} of its goods, from {minimum} on, {missing} missing",
                chinese: "适用商品{spend}，须满{minimum}，还差{missing}"
            )
        }
    }
}

extension CouponReason {
    public var disclosure: Disclosure { .shared(phrase) }
}

extension Phrasebook {
    /// The sentences for the reasons that coupons give.
    public static let coupons = Phrasebook(CouponReason.self)
}
