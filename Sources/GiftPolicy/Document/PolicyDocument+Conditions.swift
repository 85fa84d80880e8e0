import GiftModel
import Segmentation

extension PolicyDocument {
    /// The segments of this policy, and after them for each rule, in order, the segment of those whom it is for.
    var conditions: SegmentDocument {
        SegmentDocument(
            id: "policy",
            currency: tiers.currency,
            tiers: tiers.tiers.map(\.id),
            labels: labels,
            segments: segments
                + rules.enumerated()
                .map { Segment(id: Self.segment(ofRule: $0), name: $1.name, where: $1.condition) }
        )
    }

    /// The name of the segment of those whom the rule at `index` is for.
    private static func segment(ofRule index: Int) -> Segment.ID { Segment.ID(stringLiteral: "#\(index)") }

    /// Returns the place in this document of what stands at `path` in that of its conditions.
    func place(ofConditionsAt path: String) -> String {
        let parts = path.split(separator: "/", maxSplits: 3)
        guard parts.first == "segments", parts.count > 2, let index = Int(parts[1]), index >= segments.count else {
            return path
        }
        let place = parts[2] == "where" ? "when" : String(parts[2])
        return (["", "rules", "\(index - segments.count)", place] + parts.dropFirst(3).map(String.init))
            .joined(separator: "/")
    }
}
