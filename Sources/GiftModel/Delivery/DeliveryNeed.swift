/// What must be known of a receiver before a gift can be sent.
@nonexhaustive
public enum DeliveryNeed: String, Hashable, Sendable, CaseIterable {
    /// Where the receiver lives.
    case postalAddress = "postalAddress"
    /// The receiver's mailbox.
    case emailAddress = "emailAddress"

    /// In words.
    public var title: LocalizedText {
        switch self {
        case .postalAddress: LocalizedText(english: "postal address", chinese: "收货地址")
        case .emailAddress: LocalizedText(english: "e-mail address", chinese: "电子邮箱")
        }
    }
}
