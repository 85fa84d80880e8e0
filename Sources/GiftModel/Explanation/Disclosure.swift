/// What the customer whom a result is about may learn of a reason for it.
///
/// The three are all there are, so this enum is closed.
public enum Disclosure: Hashable, Sendable {
    /// Nothing: it stays with the staff.
    case staffOnly
    /// Nothing, not even by its absence: one neutral sentence stands in place of the whole explanation.
    ///
    /// It is the same for a hold-out, a budget and a lot, so that nobody can tell one from another.
    case neutral
    /// This sentence, and of the facts those that it names in braces.
    case shared(LocalizedText)
}

extension Disclosure {
    /// Shares a sentence that reads `english` and `chinese`.
    package static func shared(_ english: String, _ chinese: String) -> Disclosure {
        .shared(LocalizedText(english: english, chinese: chinese))
    }
}
