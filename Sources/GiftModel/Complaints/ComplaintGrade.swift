/// How hard a complaint is to settle, and so who has to see to it.
@nonexhaustive
public enum ComplaintGrade: String, Hashable, Sendable, CaseIterable {
    /// Whoever answers can settle it.
    case simple = "simple"
    /// Experts have to look at it.
    case complex = "complex"
    /// The management has to know of it.
    case grave = "grave"

    /// The grade in words.
    public var title: LocalizedText {
        switch self {
        case .simple: LocalizedText(english: "simple", chinese: "简单")
        case .complex: LocalizedText(english: "complex", chinese: "复杂")
        case .grave: LocalizedText(english: "grave", chinese: "重大")
        }
    }
}

extension ComplaintGrade: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
