/// The facts about one thing in the host's world, in the course of time.
///
/// Of the facts that stand for a day, the one that begins last counts, so that a correction or an event covers part of
/// what was known before; of those that begin together, the one whose source has the smaller bytes; of its reports the
/// last, where it says when it made them. If that source reported two values on one day, nothing is known.
///
/// Facts may come in any order, more than once, and in parts that are merged: the series is the same.
///
/// - Wire format: `{"facts":[…],"id":"price-index","v":1}`, facts in ascending order; any order is read.
public struct HostFactSeries: Identifiable, Hashable, Sendable {
    /// The name by which rules refer to a series.
    public typealias ID = Identifier<HostFactSeries>

    /// What the facts are about.
    public let id: ID
    /// The facts in ascending order, none twice.
    public private(set) var facts: [HostFact]

    /// The series called `id`, of `facts` in any order.
    ///
    /// - Complexity: O(*n* log *n*).
    public init(_ id: ID, of facts: some Sequence<HostFact> = []) {
        self.id = id
        self.facts = Set(facts).sorted()
    }

    /// Takes in a fact; one that is known already changes nothing.
    ///
    /// - Complexity: O(*n*) in the facts.
    public mutating func add(_ fact: HostFact) {
        let index = facts.lastIndex { $0 <= fact }
        if let index, facts[index] == fact { return }
        facts.insert(fact, at: index.map { $0 + 1 } ?? 0)
    }

    /// Takes in every fact that `other`, a series of the same name, knows.
    ///
    /// - Complexity: O(*n* log *n*) in the facts of both.
    public mutating func merge(_ other: HostFactSeries) {
        precondition(id == other.id, "a series is about one thing")
        self = HostFactSeries(id, of: facts + other.facts)
    }

    /// Returns what the series says for `day`, and with which source.
    ///
    /// - Complexity: O(*n*) in the facts.
    public func reading(on day: CalendarDate) -> HostFactReading {
        let standing = facts.filter { $0.contains(day) }
        guard let first = standing.max(by: { ($0.from, $1.source) < ($1.from, $0.source) }) else {
            return facts.map(\.until).filter { $0 <= day }.max().map { .stale(since: $0) } ?? .neverReported
        }
        let reports = standing.filter { $0.from == first.from && $0.source == first.source }
        let reportedLast = reports.max { $0.isReported(before: $1) }?.reportedOn
        let last = reports.filter { $0.reportedOn == reportedLast }
        guard last.allSatisfy({ $0.value == last[0].value }) else { return .contradictory(first.source) }
        // Of equal values the one that stands longest is shown.
        return .known(last.max { $0.until < $1.until } ?? first)
    }

    /// Returns the series as it was known at the end of `today`: the facts that say that they were reported by then.
    ///
    /// What does not say when it was reported is left out, because nobody could have been told.
    ///
    /// - Complexity: O(*n*) in the facts.
    public func asKnown(on today: CalendarDate) -> HostFactSeries {
        HostFactSeries(id, of: facts.filter { $0.reportedOn.map { $0 <= today } ?? false })
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
