/// How often each term is mentioned in a text, or in many.
///
/// A term that is not mentioned has no entry, whether it was looked for or not: a host that adds a term to its list
/// counts the texts that it still has anew.
///
/// - Range: every count is one or more; a sum beyond 64 bits stays at their greatest number.
/// - Wire format: `{"battery":2,"delivery":1}`.
public struct MentionCounts: Hashable, Sendable {
    /// Something of which customers speak, whatever they call it.
    ///
    /// It exists only in identifiers, and is closed.
    public enum Term {}

    /// The count of every term that is mentioned.
    public private(set) var counts: [Identifier<Term>: Int64]

    /// Counts of nothing.
    public init() { self.counts = [:] }

    /// The given counts, or `nil` when one is below one.
    ///
    /// - Complexity: O(*n*).
    public init?(_ counts: [Identifier<Term>: Int64]) {
        guard counts.values.allSatisfy({ $0 > 0 }) else { return nil }
        self.counts = counts
    }

    /// How often `term` is mentioned; zero when it is not.
    public subscript(term: Identifier<Term>) -> Int64 { counts[term, default: 0] }

    /// Adds the counts of other texts; the order in which texts are added makes no difference.
    ///
    /// - Complexity: O(*n*) in the terms of `other`.
    public mutating func merge(_ other: MentionCounts) {
        for (term, count) in other.counts {
            let (sum, overflow) = self[term].addingReportingOverflow(count)
            counts[term] = overflow ? .max : sum
        }
    }
}

extension MentionCounts: Codable {
    public init(from decoder: any Decoder) throws {
        let counts = try [Identifier<Term>: Int64](from: decoder)
        self = try decoder.whole(Self(counts), isNot: "a count of one or more for every term")
    }

    public func encode(to encoder: any Encoder) throws { try counts.encode(to: encoder) }
}
