public import GiftModel

/// What a rule asks a person to do for a customer: to call, to visit, to write a card.
///
/// One that reaches the customer is a touch by that channel: it needs consent, keeps to quiet times and takes from
/// caps. One that does not, such as a card to be written, needs none of it.
///
/// ```swift
/// let call = StaffTask("churn-call", for: .adviser, by: .telephone, withinHours: 48)
/// ```
///
/// - Wire format: `{"by":"telephone","for":"adviser","withinHours":48,"work":"churn-call"}`; without `by`, nothing
///   reaches the customer.
public struct StaffTask: Hashable, Sendable {
    /// A sort of work, such as a call to ask why somebody stays away.
    ///
    /// It exists only in identifiers, and is closed.
    public enum Work {}

    /// What is to be done.
    public let work: Identifier<Work>
    /// Whose task it is.
    public let role: StaffRole
    /// How the customer is reached, or `nil` when not at all.
    public let channel: ContactChannel?
    /// Within how many hours it has to be done.
    public let withinHours: Int64

    /// That somebody in `role` does `work` within so many hours.
    public init(
        _ work: Identifier<Work>,
        for role: StaffRole,
        by channel: ContactChannel? = nil,
        withinHours hours: Int64
    ) {
        self.work = work
        self.role = role
        self.channel = channel
        self.withinHours = hours
    }
}

extension StaffTask {
    /// The task in one sentence; two different ones never read alike.
    public var sentence: LocalizedText { phrase.asSentence }

    /// The task as a part of a sentence.
    var phrase: LocalizedText {
        let (name, role) = (LocalizedText(quoting: work.text), LocalizedText(quoting: role.title, role.name.text))
        let time = ElapsedTime(hours: withinHours).words
        let way = channel.map { LocalizedText(quoting: $0.title, $0.name.text) }
        return LocalizedText(
            english: "task \(name.english) for the \(role.english)\(way.map { " by \($0.english)" } ?? "") "
                + "within \(time.english)",
            chinese: "任务\(name.chinese)，由\(role.chinese)在\(time.chinese)内\(way.map { "经\($0.chinese)" } ?? "")完成"
        )
    }

    /// Everything that is wrong with the task.
    public var faults: [TouchFault] { TouchFault.hours(withinHours, from: 1, at: "/withinHours") }
}

extension StaffTask: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case work = "work"
        case role = "for"
        case channel = "by"
        case withinHours = "withinHours"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let work = object.read(Identifier<Work>.self, .work)
        let role = object.read(StaffRole.self, .role)
        let channel = object.readIfPresent(ContactChannel.self, .channel)
        let withinHours = object.read(Int64.self, .withinHours)
        guard let work, let role, let channel, let withinHours else { throw object.failure }
        self.init(work, for: role, by: channel, withinHours: withinHours)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(work, forKey: .work)
        try container.encode(role, forKey: .role)
        try container.encodeIfPresent(channel, forKey: .channel)
        try container.encode(withinHours, forKey: .withinHours)
    }
}
