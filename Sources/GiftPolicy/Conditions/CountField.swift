import GiftModel
import Segmentation

/// A whole number that a profile may know.
@nonexhaustive
public enum CountField: String, Hashable, Sendable, Codable, CaseIterable {
    /// How many orders were placed.
    case orders = "orders"
    /// On how many days anything was bought.
    case purchaseDays = "purchaseDays"
    /// Days since the first purchase.
    case daysSinceFirstPurchase = "daysSinceFirstPurchase"
    /// Days since the last purchase.
    case daysSinceLastPurchase = "daysSinceLastPurchase"
    /// The score for how recently, 1 through 5.
    case recencyScore = "recencyScore"
    /// The score for how often, 1 through 5.
    case frequencyScore = "frequencyScore"
    /// The score for how much, 1 through 5.
    case monetaryScore = "monetaryScore"
}

extension CountField {
    /// Returns the number in `profile`, or `nil` when it is not known.
    func value(in profile: CustomerProfile) -> Int64? {
        switch self {
        case .orders: profile.purchases?.orders
        case .purchaseDays: profile.purchases?.purchaseDays
        case .daysSinceFirstPurchase: (profile.purchases?.daysSinceFirstPurchase).map(Int64.init)
        case .daysSinceLastPurchase: (profile.purchases?.daysSinceLastPurchase).map(Int64.init)
        case .recencyScore: (profile.scores?.recency).map(Int64.init)
        case .frequencyScore: (profile.scores?.frequency).map(Int64.init)
        case .monetaryScore: (profile.scores?.monetary).map(Int64.init)
        }
    }

    /// Returns `number` with this field's unit.
    func fact(_ number: Int64) -> FactValue {
        switch self {
        case .purchaseDays, .daysSinceFirstPurchase, .daysSinceLastPurchase: .days(number)
        case .orders, .recencyScore, .frequencyScore, .monetaryScore: .number(number)
        }
    }

    /// The field in words.
    var title: LocalizedText {
        switch self {
        case .orders: LocalizedText(english: "Orders", chinese: "订单数")
        case .purchaseDays: LocalizedText(english: "Purchase days", chinese: "购买天数")
        case .daysSinceFirstPurchase: LocalizedText(english: "Time since the first purchase", chinese: "距首次购买")
        case .daysSinceLastPurchase: LocalizedText(english: "Time since the last purchase", chinese: "距上次购买")
        case .recencyScore: LocalizedText(english: "Recency score", chinese: "近度分")
        case .frequencyScore: LocalizedText(english: "Frequency score", chinese: "频度分")
        case .monetaryScore: LocalizedText(english: "Monetary score", chinese: "额度分")
        }
    }
}
