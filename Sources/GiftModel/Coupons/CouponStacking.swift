/// Whether a coupon may be used beside others on one order.
@nonexhaustive
public enum CouponStacking: String, Hashable, Sendable, CaseIterable {
    /// By itself only.
    case alone = "alone"
    /// Beside others that may be used so too.
    case withOthers = "withOthers"

    /// In words.
    public var title: LocalizedText {
        switch self {
        case .alone: LocalizedText(english: "by itself", chinese: "单独使用")
        case .withOthers: LocalizedText(english: "beside others", chinese: "可叠加使用")
        }
    }
}

extension CouponStacking: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
