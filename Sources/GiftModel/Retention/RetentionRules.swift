/// How long data may be kept, by kind and purpose.
///
/// Data that serves several purposes is kept while one of them lasts. Without a rule nothing is guessed: neither that
/// data may be kept for ever nor that it must go.
///
/// ```swift
/// let rules = RetentionRules([RetentionRule(keep: .orders, for: .marketing, "P3Y")])!
/// rules.finding(on: record, asOf: today).status   // .kept(until: 2029-01-05)
/// ```
///
/// - Wire format: `{"rules":[…],"v":1}`, ascending by the bytes of kind and purpose; any order is read.
public struct RetentionRules: Hashable, Sendable {
    /// The rules, ascending by the bytes of kind and purpose.
    public let all: [RetentionRule]
    private let byKind: [DataKind: [Purpose: RetentionRule]]

    /// These rules, in any order, or `nil` when two of them speak of the same kind and purpose.
    ///
    /// - Complexity: O(*n* log *n*).
    public init?(_ rules: some Sequence<RetentionRule>) {
        var byKind: [DataKind: [Purpose: RetentionRule]] = [:]
        for rule in rules {
            guard byKind[rule.kind, default: [:]].updateValue(rule, forKey: rule.purpose) == nil else { return nil }
        }
        self.byKind = byKind
        self.all = byKind.values.flatMap(\.values)
            .sorted { ($0.kind.name, $0.purpose.name) < ($1.kind.name, $1.purpose.name) }
    }

    /// The rule for `kind` and `purpose`, or `nil` when there is none.
    public func rule(for kind: DataKind, _ purpose: Purpose) -> RetentionRule? { byKind[kind]?[purpose] }
}

extension RetentionRules {
    /// Returns whether `record` may be kept on `day`, and why.
    ///
    /// - Parameter holds: Every legal hold that the host knows of, in any order; of several the one with the smaller
    ///   bytes is named.
    /// - Complexity: O(*n* log *n*) in the purposes of the record, and linear in the holds.
    public func finding(
        on record: KeptRecord,
        under holds: some Sequence<LegalHold> = [],
        asOf day: CalendarDate
    ) -> RetentionFinding {
        let terms = record.purposes.sorted()
            .map { purpose in
                let rule = rule(for: record.kind, purpose)
                return RetentionFinding.Term(purpose: purpose, rule: rule, until: rule?.end(from: record.day))
            }
        let status = Self.status(of: record, with: terms, on: day) {
            holds.lazy.filter { $0.covers(record, on: day) }.map(\.id).min()
        }
        return RetentionFinding(record: record, asOf: day, status: status, terms: terms)
    }

    /// - Parameter hold: The hold that covers the record; asked only when nothing else keeps it.
    private static func status(
        of record: KeptRecord,
        with terms: [RetentionFinding.Term],
        on day: CalendarDate,
        hold: () -> LegalHold.ID?
    ) -> RetentionStatus {
        let ruled = terms.filter { $0.rule != nil }
        if ruled.contains(where: { $0.until == nil }) { return .kept(until: nil) }
        let last = ruled.compactMap(\.until).max()
        if let last, day < last { return .kept(until: last) }
        if let hold = hold() { return .held(by: hold) }
        let unruled = terms.filter { $0.rule == nil }.map(\.purpose)
        return unruled.isEmpty ? .due(since: last ?? record.day) : .undetermined(unruled)
    }
}

extension RetentionRules: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case version = "v"
        case rules = "rules"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "retention rules", forKey: .version)
        guard let rules = Self(try container.decode([RetentionRule].self, forKey: .rules)) else {
            let problem = "two rules speak of the same kind and purpose"
            throw DecodingError.dataCorruptedError(forKey: .rules, in: container, debugDescription: problem)
        }
        self = rules
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .version)
        try container.encode(all, forKey: .rules)
    }
}
