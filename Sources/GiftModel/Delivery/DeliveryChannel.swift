/// How a gift reaches its receiver.
@nonexhaustive
public enum DeliveryChannel: String, Hashable, Sendable, CaseIterable {
    /// In the receiver's account with the host.
    case online = "online"
    /// The receiver fetches it.
    case pickup = "pickup"
    /// Brought to the door.
    case courier = "courier"
    /// Left at the door or in a locker.
    case contactless = "contactless"
    /// By electronic mail.
    case email = "email"
    /// Handed over by a person.
    case inPerson = "inPerson"

    /// What of the receiver must be known, or `nil` where nothing is needed.
    public var need: DeliveryNeed? {
        switch self {
        case .courier, .contactless: .postalAddress
        case .email: .emailAddress
        case .online, .pickup, .inPerson: nil
        }
    }

    /// The channel in words.
    public var title: LocalizedText {
        switch self {
        case .online: LocalizedText(english: "online", chinese: "线上发放")
        case .pickup: LocalizedText(english: "store pick-up", chinese: "到店自取")
        case .courier: LocalizedText(english: "courier", chinese: "快递")
        case .contactless: LocalizedText(english: "contactless delivery", chinese: "无接触配送")
        case .email: LocalizedText(english: "e-mail", chinese: "电子邮件")
        case .inPerson: LocalizedText(english: "in person", chinese: "当面赠送")
        }
    }
}

extension DeliveryChannel: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
