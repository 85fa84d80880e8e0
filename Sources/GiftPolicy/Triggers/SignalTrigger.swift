public import GiftModel

/// Makes a gift fall due when several things were done within a few days; once for each day on which the last was.
///
/// All of them have to lie within the last days, today included. Whoever searched on the first and looked on the fourth
/// has done both within seven days from the fourth through the seventh. Doing one of them again later is another
/// occasion; the rest of the rule says how often there may be one.
///
/// - Wire format: `{"acts":[{"kind":"search","subject":"ski"},{"kind":"view"}],"withinDays":7}`; without `subject`,
///   about anything.
public struct SignalTrigger: Hashable, Sendable {
    /// What has to be done, in any order.
    public let acts: [Act]
    /// Within how many local days, the last of them today.
    public let withinDays: Int64

    /// Something that a customer does.
    public struct Act: Hashable, Sendable {
        /// What is done.
        public let kind: InteractionKind
        /// What it is about, or `nil` for anything.
        public let subject: Identifier<Interaction.Subject>?

        /// An act of `kind` about `subject`.
        public init(_ kind: InteractionKind, about subject: Identifier<Interaction.Subject>? = nil) {
            self.kind = kind
            self.subject = subject
        }
    }

    /// Due when all `acts` were done within so many days.
    public init(_ acts: [Act], withinDays: Int64) {
        self.acts = acts
        self.withinDays = withinDays
    }
}

extension SignalTrigger.Act {
    /// The act in words.
    var title: LocalizedText {
        guard let subject else { return kind.title }
        return LocalizedText(
            english: "\(kind.title.english) (\(subject))",
            chinese: "\(kind.title.chinese)（\(subject)）"
        )
    }

    /// The act in words that no other act has.
    var phrase: LocalizedText {
        let kind = LocalizedText(quoting: kind.title, kind.name.text)
        guard let name = subject.map({ LocalizedText(naming: $0.text) }) else { return kind }
        return LocalizedText(
            english: "\(kind.english) (\(name.english))",
            chinese: "\(kind.chinese)（\(name.chinese)）"
        )
    }
}

extension SignalTrigger {
    /// What makes no sense in this trigger.
    public var faults: [ActivityFault] {
        var faults = ActivityFault.outOfRange(withinDays, 1...366, "/withinDays")
        if !(2...8).contains(acts.count) {
            faults.append(ActivityFault(at: "/acts", .actCount(Int64(acts.count))))
        }
        for (index, act) in acts.enumerated() where acts[..<index].contains(act) {
            faults.append(ActivityFault(at: "/acts/\(index)", .repeatedAct))
        }
        return faults
    }

    /// The trigger in words: triggers that mean different acts or days read differently.
    public var sentence: LocalizedText {
        let (list, days) = (LocalizedText(listing: acts.map(\.phrase)), FactValue.days(withinDays))
        return LocalizedText(
            english: "within \(days.text(in: .english)): \(list.english)",
            chinese: "\(days.text(in: .chinese))内：\(list.chinese)"
        )
    }
}

extension SignalTrigger: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case acts = "acts"
        case withinDays = "withinDays"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let acts = object.read([Act].self, .acts)
        let days = object.read(Int64.self, .withinDays)
        guard let acts, let days else { throw object.failure }
        self.init(acts, withinDays: days)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(acts, forKey: .acts)
        try container.encode(withinDays, forKey: .withinDays)
    }
}

extension SignalTrigger.Act: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case kind = "kind"
        case subject = "subject"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let kind = object.read(InteractionKind.self, .kind)
        let subject = object.readIfPresent(Identifier<Interaction.Subject>.self, .subject)
        guard let kind, let subject else { throw object.failure }
        self.init(kind, about: subject)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encodeIfPresent(subject, forKey: .subject)
    }
}
