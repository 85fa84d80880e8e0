public import GiftModel

/// A day of a customer's life with the host, from which others are counted.
///
/// The three are all that the library knows how to find, so this enum is closed.
///
/// - Wire format: a bare word, such as `"firstPurchase"`.
public enum CustomerEvent: String, Hashable, Sendable, CaseIterable {
    /// The customer registered.
    case registration = "registration"
    /// The customer bought for the first time.
    case firstPurchase = "firstPurchase"
    /// The customer signed the first contract of which an activity tells.
    case cooperation = "cooperation"
}

extension CustomerEvent: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}

extension CustomerEvent {
    /// The event in words.
    public var title: LocalizedText {
        switch self {
        case .registration: LocalizedText(english: "registration", chinese: "注册")
        case .firstPurchase: LocalizedText(english: "first purchase", chinese: "首次购买")
        case .cooperation: LocalizedText(english: "first contract", chinese: "首次签约")
        }
    }
}
