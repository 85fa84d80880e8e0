/// Which words go with a gift: a template, and what the host keeps for this receiver.
///
/// It holds identifiers only; whoever sends the gift asks the host for the words.
///
/// - Wire format: `{"customText":"t-9","enclosures":["card"],"template":"birthday-zh"}`; what is absent is left out.
public struct GiftMessage: Hashable, Sendable {
    /// Something that lies in the parcel beside the gift, such as a card.
    ///
    /// It exists only in identifiers, and is closed.
    public enum Enclosure {}

    /// The template of the words.
    public let template: MessageTemplate.ID
    /// What is written on the gift, as the host keeps it, or `nil` when nothing is.
    public let customText: Identifier<Customization.CustomText>?
    /// What lies beside the gift, in the order given.
    public let enclosures: [Identifier<Enclosure>]

    /// The words of `template`, with what else goes along.
    public init(
        by template: MessageTemplate.ID,
        customText: Identifier<Customization.CustomText>? = nil,
        enclosures: [Identifier<Enclosure>] = []
    ) {
        self.template = template
        self.customText = customText
        self.enclosures = enclosures
    }
}

extension GiftMessage: Codable {
    private enum CodingKeys: String, CodingKey {
        case template = "template"
        case customText = "customText"
        case enclosures = "enclosures"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            by: try container.decode(MessageTemplate.ID.self, forKey: .template),
            customText: try container.decodeIfPresent(Identifier<Customization.CustomText>.self, forKey: .customText),
            enclosures: try container.decodeIfPresent([Identifier<Enclosure>].self, forKey: .enclosures) ?? []
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(template, forKey: .template)
        try container.encodeIfPresent(customText, forKey: .customText)
        if !enclosures.isEmpty { try container.encode(enclosures, forKey: .enclosures) }
    }
}
