import GiftModel
import Segmentation

/// An amount of money that a profile may know.
@nonexhaustive
public enum MoneyField: String, Hashable, Sendable, Codable, CaseIterable {
    /// What was sold, returns not taken off.
    case sales = "sales"
    /// What was sold, less what was paid back.
    case netSpend = "netSpend"
}

extension MoneyField {
    /// Returns the amount in `profile`, or `nil` when it is not known.
    func value(in profile: CustomerProfile) -> Money? {
        switch self {
        case .sales: profile.purchases?.spend(.sales)
        case .netSpend: profile.purchases?.spend(.net)
        }
    }

    /// The field in words.
    var title: LocalizedText {
        switch self {
        case .sales: LocalizedText(english: "Sales", chinese: "销售额")
        case .netSpend: LocalizedText(english: "Net spend", chinese: "净消费")
        }
    }
}
