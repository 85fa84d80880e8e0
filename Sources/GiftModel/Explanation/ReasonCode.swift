/// A closed list of reasons that one part of the library gives, each with its phrase.
///
/// A module declares an enum of its codes; because `phrase` must answer for every case, no reason can be
/// added without words for it in every language. What nobody says may be shared stays with the staff.
///
/// - Note: a code is part of the wire format and is never renamed.
public protocol ReasonCode: RawRepresentable<String>, CaseIterable, Sendable {
    /// The sentence for this reason, with the names of facts in braces: `last purchase {days} ago`.
    var phrase: LocalizedText { get }
    /// What the customer may learn of it; nothing, unless the list says otherwise.
    var disclosure: Disclosure { get }
}

extension ReasonCode {
    public var disclosure: Disclosure { .staffOnly }
}
