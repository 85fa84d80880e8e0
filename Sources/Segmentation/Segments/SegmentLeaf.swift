/// A comparison, or a reference to a segment, where it stands in a condition.
public struct SegmentLeaf: Hashable, Sendable {
    /// The place in the document, such as `/segments/4/where/all/0`.
    ///
    /// - Source: JSON Pointer, <https://www.rfc-editor.org/rfc/rfc6901>.
    public let path: String
    /// The comparison as it is written.
    public let condition: SegmentCondition
    /// Whether an odd number of `not` stands around it.
    public let isNegated: Bool
}

extension SegmentCondition {
    /// Its comparisons and references in the order in which they are written; a list without parts is one of them.
    ///
    /// - Parameter path: The place where it stands itself.
    func leaves(at path: String, isNegated: Bool = false) -> [SegmentLeaf] {
        switch self {
        case .all(let parts) where !parts.isEmpty:
            parts.enumerated().flatMap { $1.leaves(at: "\(path)/all/\($0)", isNegated: isNegated) }
        case .any(let parts) where !parts.isEmpty:
            parts.enumerated().flatMap { $1.leaves(at: "\(path)/any/\($0)", isNegated: isNegated) }
        case .not(let part): part.leaves(at: "\(path)/not", isNegated: !isNegated)
        default: [SegmentLeaf(path: path, condition: self, isNegated: isNegated)]
        }
    }
}
