/// Whether a coupon may be used beside others on one order.
@nonexhaustive
public enum CouponStacking: String, Hashable, Sendable, CaseIterable {
    /// By itself only.
    case alone = "alone"
    /// Beside others that may be used so too.
    case withOthers = "withOthers"
}

extension CouponStacking: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
