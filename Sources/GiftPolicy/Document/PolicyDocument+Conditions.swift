import GiftModel
import Segmentation

extension PolicyDocument {
    /// The segments of this policy, after them for each rule, in order, the segment of those whom it is for, and last
    /// for each exclusion among the guards that of those whom it forbids everything.
    var conditions: SegmentDocument {
        let rules = rules.enumerated()
            .map { Segment(id: Self.segment(ofRule: $0), name: $1.name, where: $1.condition) }
        return SegmentDocument(
            id: "policy",
            currency: tiers.currency,
            tiers: tiers.tiers.map(\.id),
            labels: labels,
            segments: segments + rules + Guard.segments(of: guards)
        )
    }

    /// The name of the segment of those whom the rule at `index` is for.
    private static func segment(ofRule index: Int) -> Segment.ID { Segment.ID(stringLiteral: "#\(index)") }

    /// Returns the place in this document of what stands at `path` in that of its conditions, as answers name it.
    ///
    /// The conditions are the segments, after them for each rule those whom it is for, and last those whom exclusions
    /// among the guards are about: `/segments/12/where/all/0` is `/rules/4/when/all/0` where there are eight segments.
    ///
    /// - Source: JSON Pointer, <https://www.rfc-editor.org/rfc/rfc6901>.
    public func place(ofConditionsAt path: String) -> String {
        let parts = path.split(separator: "/", maxSplits: 3)
        guard parts.first == "segments", parts.count > 2, let index = Int(parts[1]), index >= segments.count else {
            return path
        }
        let isCondition = parts[2] == "where"
        let rest = parts.dropFirst(3).map(String.init)
        let rule = index - segments.count
        guard rule >= rules.count else {
            return (["", "rules", "\(rule)", isCondition ? "when" : String(parts[2])] + rest).joined(separator: "/")
        }
        let exclusions = guards.indices.filter { if case .exclusion = guards[$0].kind { true } else { false } }
        let place = isCondition ? ["exclusion", "when"] : [String(parts[2])]
        return (["", "guards", "\(exclusions[rule - rules.count])"] + place + rest).joined(separator: "/")
    }
}
