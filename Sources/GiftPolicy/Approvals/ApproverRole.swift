public import GiftModel

/// In what role somebody approves gifts.
///
/// A struct and not an enum, because hosts have roles of their own:
///
/// ```swift
/// extension ApproverRole { static let regionalDirector: ApproverRole = "regionalDirector" }
/// ```
///
/// - Wire format: a bare string, such as `"manager"`.
public struct ApproverRole: OpenWord {
    public let name: Identifier<ApproverRole>

    public init(_ name: Identifier<ApproverRole>) { self.name = name }

    /// Answers for a team and its money.
    public static let manager: ApproverRole = "manager"
    /// Answers for the law being kept.
    public static let compliance: ApproverRole = "compliance"

    /// In words; one of the host's own is shown by its name.
    public var title: LocalizedText {
        switch self {
        case .manager: LocalizedText(english: "manager", chinese: "经理")
        case .compliance: LocalizedText(english: "compliance", chinese: "合规")
        default: LocalizedText(english: name.text, chinese: name.text)
        }
    }
}
