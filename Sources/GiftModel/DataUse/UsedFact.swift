/// A fact about a customer that was used, with where it came from and of which day it is.
///
/// Its value is not kept: it stands in the reasons of the decision, under the same name. What the policy brought along,
/// such as a limit, is no fact about the customer.
///
/// ```swift
/// known.used(by: terms.reasons)   // of everything that is known of a customer, what a grant's reasons name
/// ```
///
/// - Wire format: `{"fact":"birthday","on":"2024-05-01","source":"registration"}`.
public struct UsedFact: Hashable, Sendable {
    /// A form, a system or a person from which facts about customers come.
    public enum Source {}

    /// What the fact is called, as in a ``Fact`` of a reason.
    public let name: Identifier<Fact>
    /// Where it came from.
    public let source: Identifier<Source>
    /// The day as of which it stood there.
    public let day: CalendarDate

    /// The fact called `name`, as `source` had it on `day`.
    public init(_ name: Identifier<Fact>, from source: Identifier<Source>, on day: CalendarDate) {
        self.name = name
        self.source = source
        self.day = day
    }
}

/// By the bytes of the name, then of the source, then by day.
extension UsedFact: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        (left.name, left.source, left.day) < (right.name, right.source, right.day)
    }
}

extension Sequence<UsedFact> {
    /// Returns those of these facts that `reasons` name, ascending, none twice.
    ///
    /// Where facts from two sources bear one name, both are taken as used.
    ///
    /// - Complexity: O(*n* log *n*) in the facts, and linear in the reasons.
    public func used(by reasons: some Sequence<Reason>) -> [UsedFact] {
        let names = Set(reasons.flatMap { $0.facts.compactMap { Identifier<Fact>($0.name) } })
        return Set(filter { names.contains($0.name) }).sorted()
    }
}

extension UsedFact: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case name = "fact"
        case source = "source"
        case day = "on"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(Identifier<Fact>.self, forKey: .name),
            from: try container.decode(Identifier<Source>.self, forKey: .source),
            on: try container.decode(CalendarDate.self, forKey: .day)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(source, forKey: .source)
        try container.encode(day, forKey: .day)
    }
}
