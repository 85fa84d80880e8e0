public import GiftModel

/// The tags of a host, and what earns each.
///
/// - Wire format: an array of rules.
public struct TagRules: Hashable, Sendable {
    /// The rules, in the order in which the host wrote them.
    public let rules: [TagRule]
    /// The positions of the rules, by the keys of their tags ascending.
    private let positionsByKey: [(key: WordKey, position: Int)]

    /// These rules.
    ///
    /// - Throws: ``TagRulesError/duplicateTag(_:)``, for the first that stands there twice.
    /// - Complexity: O(*n* log *n*).
    public init(_ rules: [TagRule]) throws(TagRulesError) {
        var seen: Set<CustomerTag.ID> = []
        for rule in rules {
            guard seen.insert(rule.tag.id).inserted else { throw .duplicateTag(rule.tag.id) }
        }
        self.rules = rules
        self.positionsByKey = rules.enumerated().map { (WordKey($1.tag.id), $0) }.sorted { $0.key < $1.key }
    }
}

extension TagRules {
    /// Returns the position of the rule for `tag`, or `nil` when it has none.
    ///
    /// - Complexity: O(log *n*) in the rules.
    func position(of tag: TagPoints.Tag) -> Int? {
        var (low, high) = (0, positionsByKey.count)
        while low < high {
            let middle = low + (high - low) / 2
            if positionsByKey[middle].key < tag.key { low = middle + 1 } else { high = middle }
        }
        while low < positionsByKey.count, positionsByKey[low].key == tag.key {
            let position = positionsByKey[low].position
            if tag.key.isWhole || rules[position].tag.id == tag.id { return position }
            low += 1
        }
        return nil
    }
}

/// Rules are the same when they stand in the same order.
extension TagRules {
    public static func == (left: Self, right: Self) -> Bool { left.rules == right.rules }

    public func hash(into hasher: inout Hasher) { hasher.combine(rules) }
}

/// A reason why rules for tags do not go together, in the order in which the reasons are checked.
@nonexhaustive
public enum TagRulesError: Error, Hashable, Sendable {
    /// Two rules are for this tag.
    case duplicateTag(CustomerTag.ID)
}

extension TagRulesError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .duplicateTag(let tag): "tag `\(tag)` has two rules"
        }
    }
}

extension TagRules: Codable {
    public init(from decoder: any Decoder) throws {
        let rules = try [TagRule](from: decoder)
        self = try decoder.whole { try Self(rules) }
    }

    public func encode(to encoder: any Encoder) throws { try rules.encode(to: encoder) }
}

extension TagPoints {
    /// Adds the points that `activity` earns by `rules`, or refuses it and changes nothing.
    ///
    /// Points stay as they were earned when rules change later: a host that wants otherwise adds all activities anew.
    ///
    /// - Parameter zone: Tells on which local day it fell.
    /// - Throws: ``PurchaseSummaryError/outsideCalendar(_:)``.
    /// - Complexity: O(*n*) in the number of rules and their sources.
    public mutating func add(
        _ activity: Activity,
        by rules: TagRules,
        in zone: some ZoneRules
    ) throws(PurchaseSummaryError) {
        guard let date = zone.date(of: activity.occurredAt) else { throw .outsideCalendar(activity.occurredAt) }
        for rule in rules.rules { add(rule.points(for: activity), for: rule.tag.id, on: date) }
    }
}
