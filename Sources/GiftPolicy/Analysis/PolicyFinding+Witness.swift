import Segmentation

extension PolicyFinding {
    /// The same finding, made by what stands at `paths`, with what a customer is like for whom it matters.
    func with(paths: [String]? = nil, witness: SegmentCondition?) -> PolicyFinding {
        PolicyFinding(at: path, problem, because: paths ?? self.paths, for: witness?.unlessEverybody)
    }
}

extension SegmentCondition {
    /// The condition, or `nil` when it tells nothing about anybody.
    var unlessEverybody: SegmentCondition? { self == .all([]) ? nil : self }
}
