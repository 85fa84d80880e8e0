/// How long a gift is offered, when the customer is reminded, and what may be chosen instead.
///
/// ```swift
/// let offer = OfferTerms(claimBy: inTwoWeeks, reminders: [inOneWeek])!
/// ```
///
/// - Wire format: `{"alternatives":[…],"claimBy":1000,"lock":"second-order","reminders":[500]}`; what is absent is left
///   out.
public struct OfferTerms: Hashable, Sendable {
    /// What a customer has to do before the gift can be claimed; the host knows what the name means.
    ///
    /// It exists only in identifiers, and is closed.
    public enum Lock {}

    /// The instant from which the gift cannot be claimed any more.
    public let claimBy: Timestamp
    /// When to remind a customer who has not answered, ascending, all before ``claimBy``.
    public let reminders: [Timestamp]
    /// What has to happen first, or `nil` when the gift can be claimed at once.
    public let lock: Identifier<Lock>?
    /// What the customer may choose instead, in the order given.
    public let alternatives: [GiftChoice]

    /// An offer until `claimBy`, or `nil` when a reminder comes twice or not before that, or two alternatives are of
    /// one gift.
    public init?(
        claimBy: Timestamp,
        reminders: [Timestamp] = [],
        lock: Identifier<Lock>? = nil,
        alternatives: [GiftChoice] = []
    ) {
        guard Set(reminders).count == reminders.count, reminders.allSatisfy({ $0 < claimBy }) else { return nil }
        guard Set(alternatives.map(\.gift)).count == alternatives.count else { return nil }
        self.claimBy = claimBy
        self.reminders = reminders.sorted()
        self.lock = lock
        self.alternatives = alternatives
    }
}

extension OfferTerms: Codable {
    private enum CodingKeys: String, CodingKey {
        case claimBy = "claimBy"
        case reminders = "reminders"
        case lock = "lock"
        case alternatives = "alternatives"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let offer = Self(
            claimBy: try container.decode(Timestamp.self, forKey: .claimBy),
            reminders: try container.decodeIfPresent([Timestamp].self, forKey: .reminders) ?? [],
            lock: try container.decodeIfPresent(Identifier<Lock>.self, forKey: .lock),
            alternatives: try container.decodeIfPresent([GiftChoice].self, forKey: .alternatives) ?? []
        )
        guard let offer else {
            let problem = "reminders come before the end of the offer, and alternatives are different gifts"
            throw DocumentProblem.impossible(problem).error(at: decoder.codingPath)
        }
        self = offer
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(claimBy, forKey: .claimBy)
        if !reminders.isEmpty { try container.encode(reminders, forKey: .reminders) }
        try container.encodeIfPresent(lock, forKey: .lock)
        if !alternatives.isEmpty { try container.encode(alternatives, forKey: .alternatives) }
    }
}
