/// In what tone the words that go with a gift are written.
///
/// A struct and not an enum, because hosts have voices of their own.
///
/// - Wire format: a bare string, such as `"warm"`.
public struct MessageTone: OpenWord {
    public let name: Identifier<MessageTone>

    public init(_ name: Identifier<MessageTone>) { self.name = name }

    /// As to a partner in business.
    public static let formal: MessageTone = "formal"
    /// As to a good customer.
    public static let warm: MessageTone = "warm"
    /// As among friends.
    public static let playful: MessageTone = "playful"

    /// In words; one of the host's own is shown by its name.
    public var title: LocalizedText {
        switch self {
        case .formal: LocalizedText(english: "formal", chinese: "正式")
        case .warm: LocalizedText(english: "warm", chinese: "亲切")
        case .playful: LocalizedText(english: "playful", chinese: "活泼")
        default: LocalizedText(english: name.text, chinese: name.text)
        }
    }
}
