/// What a customer does at work in view of what is sold, such as deciding or using.
///
/// It says what interests a customer. What a customer may be given at all depends on the recipient kind, which is
/// another question: a decision-maker may be a public official or not. A struct and not an enum, because hosts have
/// roles of their own:
///
/// ```swift
/// extension JobRole { static let dentist: JobRole = "dentist" }
/// ```
///
/// - Wire format: a bare string, such as `"decisionMaker"`.
public struct JobRole: OpenWord {
    public let name: Identifier<JobRole>

    public init(_ name: Identifier<JobRole>) { self.name = name }

    /// Decides what is bought.
    public static let decisionMaker: JobRole = "decisionMaker"
    /// Works with what was bought.
    public static let technicalUser: JobRole = "technicalUser"
    /// Places the orders.
    public static let purchaser: JobRole = "purchaser"
    /// Is asked before it is decided.
    public static let influencer: JobRole = "influencer"

    /// In words; one of the host's own is shown by its name.
    public var title: LocalizedText {
        switch self {
        case .decisionMaker: LocalizedText(english: "decision-maker", chinese: "决策者")
        case .technicalUser: LocalizedText(english: "technical user", chinese: "技术用户")
        case .purchaser: LocalizedText(english: "purchaser", chinese: "采购人员")
        case .influencer: LocalizedText(english: "influencer", chinese: "影响者")
        default: LocalizedText(english: name.text, chinese: name.text)
        }
    }
}
