import GiftModel
import GiftPolicy
import Segmentation

/// What a sample decision is taken from.
enum SampleSource {
    case grant(GrantTerms)
    case refusal(Refusal)
    case undetermined(CustomerProfile)
}

extension SampleSource {
    /// Returns up to `total` sources that show how different decisions can be, the same ones for the same run.
    ///
    /// Each strand of like decisions gives one in turn up to its share, then beyond it while others run short;
    /// within a strand they lie evenly apart.
    static func choice(of total: Int, from run: PlanRun) -> [SampleSource] {
        let waitEndsNextDay = run.waitEndsNextDay
        let waiting = Set(waitEndsNextDay)
        let undetermined = run.profiles.filter { $0.stage.stage == nil }
        let unknown = Set(undetermined.map(\.customer))
        let others = run.decisions.flatMap(\.refusals)
            .filter { !waiting.contains($0) && !unknown.contains($0.customer) }
        let granted = run.shop.policy.document.rules.map { (share: 4, sources: run.grants(of: $0.id).map(Self.grant)) }
        let refused = Refusal.Kind.allCases.map { kind in
            (share: 2, sources: run.plan.refusals.filter { $0.kind == kind }.map(Self.refusal))
        }
        let strands =
            granted + refused + [
                (share: 2, sources: waitEndsNextDay.map(Self.refusal)),
                (share: 2, sources: undetermined.map(Self.undetermined)),
                (share: 0, sources: others.map(Self.refusal)),
            ]

        var taken = strands.map { _ in 0 }
        func take(upTo most: [Int]) {
            while taken.reduce(0, +) < total,
                let next = strands.indices.filter({ taken[$0] < most[$0] }).min(by: { taken[$0] < taken[$1] })
            {
                taken[next] += 1
            }
        }
        take(upTo: strands.map { min($0.share, $0.sources.count) })
        take(upTo: strands.map(\.sources.count))
        return zip(strands, taken)
            .flatMap { strand, count in
                (0..<count).map { strand.sources[$0 * strand.sources.count / count] }
            }
    }
}
