public import GiftModel

/// Something that went to a customer and is no gift: a message, a reminder, a survey, a greeting, a call.
///
/// - Wire format: `{"at":0,"channel":"weChat","id":"m-1","kind":"reminder","occasion":"birthday","rule":"cart","v":1}`;
///   what is absent is left out.
public struct Touch: Identifiable, Hashable, Sendable {
    /// The name of a touch in the host's records.
    public typealias ID = Identifier<Touch>

    /// The identity that the host gave it; of two with one identity the first counts.
    public let id: ID
    /// The way by which the customer was reached.
    public let channel: ContactChannel
    /// When it went out.
    public let sentAt: Timestamp
    /// What it was.
    public let kind: TouchKind
    /// The rule that called for it, or `nil` when no rule of the policy did.
    public let rule: RuleReference.ID?
    /// Why it was sent, or `nil` when there was no occasion.
    public let occasion: Occasion?

    /// A touch as described.
    public init(
        id: ID,
        by channel: ContactChannel,
        sentAt: Timestamp,
        as kind: TouchKind,
        rule: RuleReference.ID? = nil,
        occasion: Occasion? = nil
    ) {
        self.id = id
        self.channel = channel
        self.sentAt = sentAt
        self.kind = kind
        self.rule = rule
        self.occasion = occasion
    }
}

/// What sort of thing a touch is.
@nonexhaustive
public enum TouchKind: String, Hashable, Sendable, CaseIterable {
    /// News, an offer, content.
    case message = "message"
    /// Of something that waits for the customer.
    case reminder = "reminder"
    /// Questions.
    case survey = "survey"
    /// Good wishes.
    case greeting = "greeting"
    /// That a benefit is there for a time and a number of uses.
    case privilege = "privilege"
    /// A person speaks to the customer.
    case call = "call"

    /// The kind in words.
    public var title: LocalizedText {
        switch self {
        case .message: LocalizedText(english: "message", chinese: "资讯")
        case .reminder: LocalizedText(english: "reminder", chinese: "提醒")
        case .survey: LocalizedText(english: "survey", chinese: "问卷")
        case .greeting: LocalizedText(english: "greeting", chinese: "祝福")
        case .privilege: LocalizedText(english: "privilege", chinese: "权益")
        case .call: LocalizedText(english: "call", chinese: "回访")
        }
    }

    /// What a customer has to consent to before it goes out: to surveys for a survey, to marketing for all else.
    public var purpose: Purpose { self == .survey ? .surveys : .marketing }

    /// What a customer has to consent to before it follows a gift; to be reminded of the gift belongs to its delivery.
    public var purposesAfterGift: [Purpose] { self == .reminder ? [.giftDelivery] : [.giftDelivery, purpose] }
}

extension TouchKind: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}

extension Touch: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case version = "v"
        case id = "id"
        case channel = "channel"
        case sentAt = "at"
        case kind = "kind"
        case rule = "rule"
        case occasion = "occasion"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a touch", forKey: .version)
        self.init(
            id: try container.decode(ID.self, forKey: .id),
            by: try container.decode(ContactChannel.self, forKey: .channel),
            sentAt: try container.decode(Timestamp.self, forKey: .sentAt),
            as: try container.decode(TouchKind.self, forKey: .kind),
            rule: try container.decodeIfPresent(RuleReference.ID.self, forKey: .rule),
            occasion: try container.decodeIfPresent(Occasion.self, forKey: .occasion)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Int64(1), forKey: .version)
        try container.encode(id, forKey: .id)
        try container.encode(channel, forKey: .channel)
        try container.encode(sentAt, forKey: .sentAt)
        try container.encode(kind, forKey: .kind)
        try container.encodeIfPresent(rule, forKey: .rule)
        try container.encodeIfPresent(occasion, forKey: .occasion)
    }
}
