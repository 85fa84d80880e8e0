public import GiftModel

/// What somebody is at the host's to whom a task falls.
///
/// A struct and not an enum, because hosts have roles of their own:
///
/// ```swift
/// extension StaffRole { static let sommelier: StaffRole = "sommelier" }
/// ```
///
/// - Wire format: a bare string, such as `"adviser"`.
public struct StaffRole: OpenWord {
    public let name: Identifier<StaffRole>

    public init(_ name: Identifier<StaffRole>) { self.name = name }

    /// Whoever answers customers first.
    public static let frontLine: StaffRole = "frontLine"
    /// Knows what is sold and what suits whom.
    public static let adviser: StaffRole = "adviser"
    /// Looks after this customer.
    public static let accountManager: StaffRole = "accountManager"
    /// Answers for a team and its money.
    public static let manager: StaffRole = "manager"

    /// In words; one of the host's own is shown by its name.
    public var title: LocalizedText {
        switch self {
        case .frontLine: LocalizedText(english: "front line", chinese: "一线客服")
        case .adviser: LocalizedText(english: "adviser", chinese: "顾问")
        case .accountManager: LocalizedText(english: "account manager", chinese: "客户经理")
        case .manager: LocalizedText(english: "manager", chinese: "经理")
        default: LocalizedText(english: name.text, chinese: name.text)
        }
    }
}
