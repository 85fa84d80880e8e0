/// A way of reaching a customer, such as a letter or an app.
///
/// A struct and not an enum, because hosts have ways of their own:
///
/// ```swift
/// extension ContactChannel { static let storeVisit: ContactChannel = "storeVisit" }
/// ```
///
/// - Wire format: a bare string, such as `"weChat"`.
public struct ContactChannel: OpenWord {
    public let name: Identifier<ContactChannel>

    public init(_ name: Identifier<ContactChannel>) { self.name = name }

    /// Electronic mail.
    public static let email: ContactChannel = "email"
    /// A short message to a telephone.
    public static let textMessage: ContactChannel = "textMessage"
    /// A call.
    public static let telephone: ContactChannel = "telephone"
    /// A letter or parcel.
    public static let post: ContactChannel = "post"
    /// A notice in the host's app.
    public static let app: ContactChannel = "app"
    /// A message in WeChat.
    public static let weChat: ContactChannel = "weChat"
    /// A message in WeCom (企业微信), by which people of the host's write with customers.
    public static let weCom: ContactChannel = "weCom"

    /// In words; one of the host's own is shown by its name.
    public var title: LocalizedText {
        switch self {
        case .email: LocalizedText(english: "e-mail", chinese: "电子邮件")
        case .textMessage: LocalizedText(english: "text message", chinese: "短信")
        case .telephone: LocalizedText(english: "telephone", chinese: "电话")
        case .post: LocalizedText(english: "post", chinese: "邮寄")
        case .app: LocalizedText(english: "app notice", chinese: "应用内通知")
        case .weChat: LocalizedText(english: "WeChat", chinese: "微信")
        case .weCom: LocalizedText(english: "WeCom", chinese: "企业微信")
        default: LocalizedText(english: name.text, chinese: name.text)
        }
    }
}
