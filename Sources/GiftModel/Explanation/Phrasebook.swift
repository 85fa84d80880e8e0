/// The sentences for a set of reason codes, in every language, and what of them the customer may learn.
///
/// Each module has one for its own codes and those below it. A stored reason holds no words, so whoever shows
/// it chooses the book, and a host may put its own wording first.
public struct Phrasebook: Sendable {
    private let entries: [String: Entry]

    private struct Entry {
        let phrase: LocalizedText
        let disclosure: Disclosure
    }

    /// A book of the phrases of `codes`.
    public init(_ codes: (any ReasonCode.Type)...) {
        var entries: [String: Entry] = [:]
        Self.collect(NeutralReason.self, into: &entries)
        for type in codes { Self.collect(type, into: &entries) }
        self.entries = entries
    }

    /// A book that looks in `self` first and then in `other`.
    ///
    /// What the customer may learn comes with the wording: a host that words a reason anew also says whether it is
    /// shared.
    public func merging(_ other: Phrasebook) -> Phrasebook {
        Phrasebook(entries: entries.merging(other.entries) { own, _ in own })
    }

    /// Returns the phrase for `code`, or `nil` when this book does not have it.
    public func phrase(for code: String) -> LocalizedText? { entries[code]?.phrase }

    /// Returns what the customer may learn of a reason with `code`: nothing, when this book does not have it.
    ///
    /// So a reason that a newer version stored stays with the staff.
    public func disclosure(of code: String) -> Disclosure { entries[code]?.disclosure ?? .staffOnly }

    private init(entries: [String: Entry]) { self.entries = entries }

    private static func collect<Code: ReasonCode>(_ type: Code.Type, into entries: inout [String: Entry]) {
        for code in type.allCases { entries[code.rawValue] = Entry(phrase: code.phrase, disclosure: code.disclosure) }
    }
}
