public import GiftModel

/// What a rule calls for beside a gift, or instead of one: a greeting, content, a privilege, a survey, a reminder.
///
/// It goes out once on each occasion, by the first of its channels that is free. A call is none of these, because
/// somebody has to make it: it is a task.
///
/// ```swift
/// var greeting = TouchPlan(.greeting, by: [.weCom, .email])
/// greeting.content = "birthday"
/// ```
///
/// - Wire format: `{"channels":["weCom","email"],"content":"birthday","kind":"greeting"}`, with `preferredFirst`,
///   `validHours` and `oncePer` where they say anything.
public struct TouchPlan: Hashable, Sendable {
    /// Words, questions or a benefit that the host keeps.
    ///
    /// It exists only in identifiers, and is closed.
    public enum Content {}

    /// What it is.
    public let kind: TouchKind
    /// The ways by which it may go, the best first.
    public let channels: [ContactChannel]
    /// Whether the channel that the customer prefers comes first, where it is among them.
    public var startsWithPreferred = false
    /// What goes out; where it is `nil`, the words are chosen by the occasion.
    public var content: Identifier<Content>?
    /// How long what it says is good, in hours from when it leaves, or `nil` for no such time.
    public var validHours: Int64?
    /// How often it may come again while its occasion lasts, or `nil` when it comes once.
    ///
    /// News for those who have stayed away go out once in a calendar quarter, for as long as they do.
    public var oncePer: CapWindow?

    /// A touch of this kind, by the first of `channels` that is free.
    public init(_ kind: TouchKind, by channels: [ContactChannel]) {
        self.kind = kind
        self.channels = channels
    }
}

extension TouchPlan {
    /// A light touch, for those who are not worth a gift: news, once in a calendar quarter.
    public static func light(by channels: [ContactChannel]) -> TouchPlan {
        var plan = TouchPlan(.message, by: channels)
        plan.oncePer = .calendar(.quarter)
        return plan
    }

    /// Returns the channels in the order in which they are tried for a customer who prefers `preferred`.
    ///
    /// The telephone is the same in both vocabularies; of the others, the one of the same name is meant.
    public func channels(preferring preferred: ActivityChannel?) -> [ContactChannel] {
        guard startsWithPreferred, let preferred else { return channels }
        func isPreferred(_ channel: ContactChannel) -> Bool {
            preferred == .telephone ? channel == .telephone : channel.name.text == preferred.name.text
        }
        return channels.filter(isPreferred) + channels.filter { !isPreferred($0) }
    }

    /// The plan in one sentence; two different ones never read alike.
    public var sentence: LocalizedText { phrase.asSentence }

    /// The plan as a part of a sentence.
    var phrase: LocalizedText {
        let names = channels.map { LocalizedText(quoting: $0.title, $0.name.text) }
        var english = kind.title.english
        var chinese = kind.title.chinese
        if let content {
            let name = LocalizedText(quoting: content.text)
            english += " \(name.english)"
            chinese += name.chinese
        }
        english += " by \(names.map(\.english).joined(separator: ", or else "))"
        chinese += "，渠道：\(names.map(\.chinese).joined(separator: "，其次"))"
        if startsWithPreferred {
            english += ", the preferred one first"
            chinese += "，优先客户偏好的渠道"
        }
        if let validHours {
            let time = ElapsedTime(hours: validHours).words
            english += ", good for \(time.english)"
            chinese += "，有效\(time.chinese)"
        }
        if let oncePer {
            english += ", at most once \(oncePer.title.english)"
            chinese += "，\(oncePer.title.chinese)至多一次"
        }
        return LocalizedText(english: english, chinese: chinese)
    }

    /// Everything that is wrong with the plan, in the order of its members.
    public var faults: [TouchFault] {
        var faults: [TouchFault] = []
        if kind == .call { faults.append(TouchFault(at: "/kind", .callIsTask)) }
        if channels.isEmpty { faults.append(TouchFault(at: "/channels", .noChannel)) }
        var seen: Set<ContactChannel> = []
        for (index, channel) in channels.enumerated() where !seen.insert(channel).inserted {
            faults.append(TouchFault(at: "/channels/\(index)", .repeatedChannel(channel)))
        }
        if content == nil, kind == .privilege || kind == .survey {
            faults.append(TouchFault(at: "/content", .noContent(kind)))
        }
        if let validHours { faults += TouchFault.hours(validHours, from: 1, at: "/validHours") }
        if case .rolling(let days) = oncePer, !(1...36_500).contains(days) {
            faults.append(TouchFault(at: "/oncePer/rollingDays", .outOfRange(days, lowest: 1, highest: 36_500)))
        }
        return faults
    }
}

extension TouchPlan: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case kind = "kind"
        case channels = "channels"
        case startsWithPreferred = "preferredFirst"
        case content = "content"
        case validHours = "validHours"
        case oncePer = "oncePer"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let kind = object.read(TouchKind.self, .kind)
        let channels = object.read([ContactChannel].self, .channels)
        let startsWithPreferred = object.readIfPresent(Bool.self, .startsWithPreferred)
        let content = object.readIfPresent(Identifier<Content>.self, .content)
        let validHours = object.readIfPresent(Int64.self, .validHours)
        let oncePer = object.readIfPresent(CapWindow.self, .oncePer)
        guard let kind, let channels, let startsWithPreferred, let content, let validHours, let oncePer else {
            throw object.failure
        }
        self.init(kind, by: channels)
        self.startsWithPreferred = startsWithPreferred ?? false
        self.content = content
        self.validHours = validHours
        self.oncePer = oncePer
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(channels, forKey: .channels)
        if startsWithPreferred { try container.encode(true, forKey: .startsWithPreferred) }
        try container.encodeIfPresent(content, forKey: .content)
        try container.encodeIfPresent(validHours, forKey: .validHours)
        try container.encodeIfPresent(oncePer, forKey: .oncePer)
    }
}
