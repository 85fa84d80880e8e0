/// The facts about one thing in the host's world, in the course of time.
///
/// Of the facts that stand for a day, the one that begins last counts, so that a correction or an event covers part of
/// what was known before; of those that begin together, the one whose source has the smaller bytes. If that source
/// reports two values, nothing is known.
///
/// - Wire format: `{"facts":[…],"id":"price-index","v":1}`, in the order in which they were given.
public struct HostFactSeries: Identifiable, Hashable, Sendable {
    /// The name by which rules refer to a series.
    public typealias ID = Identifier<HostFactSeries>

    /// What the facts are about.
    public let id: ID
    /// The facts, in the order in which they were given, which means nothing.
    public let facts: [HostFact]

    /// The series called `id`.
    public init(_ id: ID, of facts: [HostFact]) {
        self.id = id
        self.facts = facts
    }

    /// Returns what the series says for `day`, and with which source.
    ///
    /// - Complexity: O(*n*) in the facts.
    public func reading(on day: CalendarDate) -> HostFactReading {
        let standing = facts.filter { $0.contains(day) }
        guard let first = standing.max(by: { ($0.from, $1.source) < ($1.from, $0.source) }) else {
            return facts.map(\.until).filter { $0 <= day }.max().map { .stale(since: $0) } ?? .neverReported
        }
        let rivals = standing.filter { $0.from == first.from && $0.source == first.source }
        guard rivals.allSatisfy({ $0.value == first.value }) else { return .contradictory(first.source) }
        // Of equal values the one that stands longest is shown, whatever the order.
        return .known(rivals.max { $0.until < $1.until } ?? first)
    }

    /// Returns the value for `day`, or `nil` when it is not known: never reported, stale or contradictory.
    ///
    /// - Complexity: O(*n*) in the facts.
    public func value(on day: CalendarDate) -> FactValue? {
        guard case .known(let fact) = reading(on: day) else { return nil }
        return fact.value
    }
}

extension HostFactSeries: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case version = "v"
        case id = "id"
        case facts = "facts"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a series of facts", forKey: .version)
        self.init(
            try container.decode(ID.self, forKey: .id),
            of: try container.decode([HostFact].self, forKey: .facts)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .version)
        try container.encode(id, forKey: .id)
        try container.encode(facts, forKey: .facts)
    }
}
