/// Why a gift is given now, such as a birthday or an upgrade.
///
/// A struct and not an enum, because hosts have occasions of their own:
///
/// ```swift
/// extension Occasion { static let shopJubilee: Occasion = "shopJubilee" }
/// ```
///
/// - Wire format: a bare string, such as `"reactivation"`.
public struct Occasion: OpenWord {
    public let name: Identifier<Occasion>

    public init(_ name: Identifier<Occasion>) { self.name = name }

    /// A customer has just come to the shop.
    public static let welcome: Occasion = "welcome"
    /// A customer has just reached a higher tier.
    public static let upgrade: Occasion = "upgrade"
    /// A customer has not bought for a long time.
    public static let reactivation: Occasion = "reactivation"
    /// A customer has come to stay.
    public static let maturity: Occasion = "maturity"
    /// A customer has just bought, or a deal was closed.
    public static let purchase: Occasion = "purchase"
    /// A customer's birthday comes round.
    public static let birthday: Occasion = "birthday"
    /// Customer and host have known each other, or worked together, for so many years.
    public static let anniversary: Occasion = "anniversary"
    /// A festival of the calendar.
    public static let festival: Occasion = "festival"
    /// A complaint has been settled.
    public static let recovery: Occasion = "recovery"
    /// Something happened to the customer or around them.
    public static let specialEvent: Occasion = "specialEvent"

    /// The occasion in words; one of the host's own is shown by its name.
    public var title: LocalizedText {
        switch self {
        case .welcome: LocalizedText(english: "Welcome", chinese: "欢迎")
        case .upgrade: LocalizedText(english: "Upgrade", chinese: "升级")
        case .reactivation: LocalizedText(english: "Reactivation", chinese: "唤醒")
        case .maturity: LocalizedText(english: "Maturity", chinese: "成熟期")
        case .purchase: LocalizedText(english: "Purchase", chinese: "成交")
        case .birthday: LocalizedText(english: "Birthday", chinese: "生日")
        case .anniversary: LocalizedText(english: "Anniversary", chinese: "周年")
        case .festival: LocalizedText(english: "Festival", chinese: "节日")
        case .recovery: LocalizedText(english: "Service recovery", chinese: "服务补救")
        case .specialEvent: LocalizedText(english: "Special event", chinese: "特殊事件")
        default: LocalizedText(english: name.text, chinese: name.text)
        }
    }
}
