import GiftModel
import Segmentation

/// The tiers as stairs: how many customers stand on each, and what it takes to get there.
struct TierStairs {
    let steps: [Step]

    /// One tier; its height is in pixels.
    struct Step {
        let name: String
        let requirement: String
        let count: String
        let share: String
        let height: Int
        let shade: Int
    }

    /// Stairs of the tiers of `ladder`, lowest first, with those of `profiles` on them whose tier is known.
    init(of ladder: TierLadder, with profiles: [CustomerProfile], in language: Language) {
        let known = profiles.compactMap(\.tier)
        let everybody = language.wording("everybody", "所有客户")
        let requirements = [everybody] + ladder.rungs.map { $0.requirement(in: language) }
        let rise = 168 / ladder.tiers.count
        self.steps = zip(ladder.tiers, requirements).enumerated()
            .map { index, step in
                let (tier, requirement) = step
                let count = Int64(known.count { $0.tier.id == tier.id })
                return Step(
                    name: tier.name[language],
                    requirement: index == 0 ? requirement : language.wording("from \(requirement)", "\(requirement)起"),
                    count: Figure.count(count),
                    share: Figure.share(of: count, in: Int64(known.count)),
                    height: 32 + rise * index,
                    shade: min(6, index + 2)
                )
            }
    }
}
