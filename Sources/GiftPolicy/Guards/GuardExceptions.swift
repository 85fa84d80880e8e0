public import GiftModel

/// The rules and occasions that a guard lets through although it forbids all others.
///
/// Either is enough: what one of these rules calls for, and what is given on one of these occasions.
public struct GuardExceptions: Hashable, Sendable {
    /// The rules.
    public var rules: Set<RuleReference.ID>
    /// The occasions.
    public var occasions: Set<Occasion>

    /// What these rules call for and what is given on these occasions.
    public init(rules: Set<RuleReference.ID> = [], occasions: Set<Occasion> = []) {
        self.rules = rules
        self.occasions = occasions
    }

    /// No exception at all.
    public static let none = GuardExceptions()
}

extension GuardExceptions {
    /// Returns whether what `rule` calls for on `occasion` is let through.
    func covers(_ occasion: Occasion, by rule: RuleReference.ID?) -> Bool {
        occasions.contains(occasion) || rule.map(rules.contains) ?? false
    }

    /// In words, to stand before what a guard forbids; empty without any.
    var title: LocalizedText {
        let parts = [
            (
                LocalizedText(english: "the rules", chinese: "规则"),
                rules.sorted().map { LocalizedText(quoting: $0.text) }
            ),
            (
                LocalizedText(english: "the occasions", chinese: "场合"),
                occasions.sorted().map { LocalizedText(quoting: $0.title, $0.name.text) }
            ),
        ]
        .filter { !$0.1.isEmpty }
        .map { noun, names in
            let list = LocalizedText(listing: names)
            return LocalizedText(
                english: "\(noun.english) \(list.english)",
                chinese: "\(noun.chinese)\(list.chinese)"
            )
        }
        guard !parts.isEmpty else { return LocalizedText(english: "", chinese: "") }
        return LocalizedText(
            english: "but for \(parts.map(\.english).joined(separator: " and ")) ",
            chinese: "除\(parts.map(\.chinese).joined(separator: "与"))外，"
        )
    }
}
