/// What a customer did that was no purchase, such as a view, a share or a call.
///
/// A struct and not an enum, because hosts observe things of their own.
///
/// - Wire format: a bare string, such as `"share"`.
public struct InteractionKind: OpenWord {
    public let name: Identifier<InteractionKind>

    public init(_ name: Identifier<InteractionKind>) { self.name = name }

    /// A page or a product was looked at.
    public static let view: InteractionKind = "view"
    /// Something was searched for.
    public static let search: InteractionKind = "search"
    /// Something was passed on to others.
    public static let share: InteractionKind = "share"
    /// Something was said in public.
    public static let comment: InteractionKind = "comment"
    /// Content of the customer's own was published.
    public static let content: InteractionKind = "content"
    /// A call was made, by either side.
    public static let call: InteractionKind = "call"
    /// A place of the host's was visited.
    public static let visit: InteractionKind = "visit"
    /// Another customer was brought.
    public static let referral: InteractionKind = "referral"
    /// A trial was begun.
    public static let trial: InteractionKind = "trial"
    /// A deal was made.
    public static let deal: InteractionKind = "deal"
    /// A contract was signed.
    public static let contract: InteractionKind = "contract"
    /// An invitation was received.
    public static let invitation: InteractionKind = "invitation"
    /// A place at an event was taken.
    public static let registration: InteractionKind = "registration"
    /// An event was attended.
    public static let attendance: InteractionKind = "attendance"
    /// A vote was cast.
    public static let vote: InteractionKind = "vote"
    /// A proposal was made.
    public static let proposal: InteractionKind = "proposal"

    /// The kind in words; one of the host's own is shown by its name.
    public var title: LocalizedText {
        switch self {
        case .view: LocalizedText(english: "view", chinese: "浏览")
        case .search: LocalizedText(english: "search", chinese: "搜索")
        case .share: LocalizedText(english: "share", chinese: "分享")
        case .comment: LocalizedText(english: "comment", chinese: "评论")
        case .content: LocalizedText(english: "own content", chinese: "原创内容")
        case .call: LocalizedText(english: "call", chinese: "通话")
        case .visit: LocalizedText(english: "visit", chinese: "到访")
        case .referral: LocalizedText(english: "referral", chinese: "推荐")
        case .trial: LocalizedText(english: "trial", chinese: "试用")
        case .deal: LocalizedText(english: "deal", chinese: "成交")
        case .contract: LocalizedText(english: "contract", chinese: "签约")
        case .invitation: LocalizedText(english: "invitation", chinese: "受邀")
        case .registration: LocalizedText(english: "registration", chinese: "报名")
        case .attendance: LocalizedText(english: "attendance", chinese: "参加活动")
        case .vote: LocalizedText(english: "vote", chinese: "投票")
        case .proposal: LocalizedText(english: "proposal", chinese: "提案")
        default: LocalizedText(english: name.text, chinese: name.text)
        }
    }
}
