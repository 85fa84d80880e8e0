/// A blank in a template that is filled in for each receiver, such as the name.
///
/// A struct and not an enum, because hosts have blanks of their own.
public struct MessageField: OpenWord {
    public let name: Identifier<MessageField>

    public init(_ name: Identifier<MessageField>) { self.name = name }

    /// What the receiver is called.
    public static let name: MessageField = "name"
    /// What the gift is called.
    public static let gift: MessageField = "gift"
    /// What the occasion is called.
    public static let occasion: MessageField = "occasion"
    /// What is written on a customized gift.
    public static let customText: MessageField = "customText"
}
