/// How hard a complaint is to settle, and so who has to see to it.
@nonexhaustive
public enum ComplaintGrade: String, Hashable, Sendable, CaseIterable {
    /// Whoever answers can settle it.
    case simple = "simple"
    /// Experts have to look at it.
    case complex = "complex"
    /// The management has to know of it.
    case grave = "grave"
}

extension ComplaintGrade: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
