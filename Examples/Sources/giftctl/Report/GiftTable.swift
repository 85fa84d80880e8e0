import GiftModel
import GiftPolicy

/// The gifts given most, and what is left of them.
struct GiftTable {
    let caption: String
    let columns: [String]
    let rows: [Row]

    /// A gift in words.
    struct Row {
        let name: String
        let cost: String
        let given: String
        let left: String
    }

    /// The ten gifts that `run` gives most, by number descending, then identifier; `nil` when it gives none.
    init?(of run: PlanRun, in language: Language) {
        var given: [Gift.ID: Int64] = [:]
        for grant in run.plan.grants { given[grant.gift, default: 0] += 1 }
        let most = run.catalog.gifts
            .compactMap { gift in given[gift.id].map { (gift: gift, count: $0) } }
            // Stable, and the catalog is in the order of its identifiers.
            .sorted { $0.count > $1.count }
            .prefix(10)
        guard !most.isEmpty else { return nil }
        self.caption = language.wording("The gifts given most", "发放最多的礼品")
        self.columns = [
            language.wording("Gift", "礼品"), language.wording("Unit cost", "单价"), language.wording("Given", "发放"),
            language.wording("Left in stock", "剩余库存"),
        ]
        self.rows = most.map { gift, count in
            Row(
                name: gift.name[language],
                cost: Figure.money(gift.cost.expected),
                given: Figure.count(count),
                left: Figure.count(gift.stock - count)
            )
        }
    }
}
