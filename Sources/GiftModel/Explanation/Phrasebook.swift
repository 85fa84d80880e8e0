/// The sentences for a set of reason codes, in every language.
///
/// Each module has one for its own codes and those below it. A stored reason holds no words, so whoever shows
/// it chooses the book, and a host may put its own wording first.
public struct Phrasebook: Sendable {
    private let phrases: [String: LocalizedText]

    /// A book of the phrases of `codes`.
    public init(_ codes: (any ReasonCode.Type)...) {
        var phrases: [String: LocalizedText] = [:]
        for type in codes { Self.collect(type, into: &phrases) }
        self.phrases = phrases
    }

    /// A book that looks in `self` first and then in `other`.
    public func merging(_ other: Phrasebook) -> Phrasebook {
        Phrasebook(phrases: phrases.merging(other.phrases) { own, _ in own })
    }

    /// Returns the phrase for `code`, or `nil` when this book does not have it.
    public func phrase(for code: String) -> LocalizedText? { phrases[code] }

    private init(phrases: [String: LocalizedText]) { self.phrases = phrases }

    private static func collect<Code: ReasonCode>(_ type: Code.Type, into phrases: inout [String: LocalizedText]) {
        for code in type.allCases { phrases[code.rawValue] = code.phrase }
    }
}
