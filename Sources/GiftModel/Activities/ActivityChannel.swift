/// The way by which an activity reached the host, such as its online shop or its service desk.
///
/// A struct and not an enum, because hosts have channels of their own:
///
/// ```swift
/// extension ActivityChannel { static let kiosk: ActivityChannel = "kiosk" }
/// ```
///
/// An activity of which nobody recorded the channel has none; no channel stands for "unknown".
///
/// - Wire format: a bare string, such as `"serviceDesk"`.
public struct ActivityChannel: OpenWord {
    public let name: Identifier<ActivityChannel>

    public init(_ name: Identifier<ActivityChannel>) { self.name = name }

    /// The shop on the web.
    public static let online: ActivityChannel = "online"
    /// The host's own application.
    public static let app: ActivityChannel = "app"
    /// A shop with a door.
    public static let store: ActivityChannel = "store"
    /// A social network or a messenger.
    public static let social: ActivityChannel = "social"
    /// The messenger WeCom (企业微信), by which people of the host's write with customers.
    public static let weCom: ActivityChannel = "weCom"
    /// The people who answer questions and complaints.
    public static let serviceDesk: ActivityChannel = "serviceDesk"
    /// The telephone; the stored word is shorter.
    public static let telephone: ActivityChannel = "phone"
    /// Electronic mail.
    public static let email: ActivityChannel = "email"

    /// The channel in words; one of the host's own is shown by its name.
    public var title: LocalizedText {
        switch self {
        case .online: LocalizedText(english: "online shop", chinese: "网店")
        case .app: LocalizedText(english: "app", chinese: "应用")
        case .store: LocalizedText(english: "store", chinese: "门店")
        case .social: LocalizedText(english: "social media", chinese: "社交媒体")
        case .weCom: LocalizedText(english: "WeCom", chinese: "企业微信")
        case .serviceDesk: LocalizedText(english: "service desk", chinese: "客服")
        case .telephone: LocalizedText(english: "telephone", chinese: "电话")
        case .email: LocalizedText(english: "e-mail", chinese: "电子邮件")
        default: LocalizedText(english: name.text, chinese: name.text)
        }
    }
}
