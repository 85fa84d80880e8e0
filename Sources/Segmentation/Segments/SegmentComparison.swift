public import GiftModel

/// One comparison of a condition for one customer: what it asks, what is the case, and how far that is from passing.
public struct SegmentComparison: Hashable, Sendable {
    /// The place in the document, such as `/segments/4/where/all/0`.
    ///
    /// - Source: JSON Pointer, <https://www.rfc-editor.org/rfc/rfc6901>.
    public let path: String
    /// The comparison as it is written, or the segment to which the condition refers.
    public let condition: SegmentCondition
    /// Whether the condition wants it to fail, because an odd number of `not` stands around it.
    public let isNegated: Bool
    /// What it asks, in words, whatever stands around it.
    public let text: LocalizedText
    /// Whether it holds.
    public let truth: Truth
    /// What is the case, or `nil` when it is not known or a segment is referred to.
    public let actual: FactValue?
    /// The value or words with which it is compared, or `nil` when it is compared with none.
    public let expected: FactValue?
    /// How far the number is from the nearest one with which the comparison would pass.
    ///
    /// It is `nil` where it passes, where the number is not known, and of words and truths. Of fractions, which come as
    /// close to a number as one likes, it is the distance from that number, which may be zero.
    public let distance: FactValue?
}

extension SegmentComparison {
    /// Whether it says what the condition wants.
    public var passes: Truth { isNegated ? !truth : truth }

    /// The same comparison of another document, in which it stands at `path`.
    package func moved(to path: String) -> SegmentComparison {
        SegmentComparison(
            path: path,
            condition: condition,
            isNegated: isNegated,
            text: text,
            truth: truth,
            actual: actual,
            expected: expected,
            distance: distance
        )
    }
}
