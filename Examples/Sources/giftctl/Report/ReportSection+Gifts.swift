import GiftModel
import GiftPolicy

extension ReportSection {
    /// How many gifts each occasion calls for, what they cost, and which are given most.
    static func gifts(of run: PlanRun, in language: Language) -> ReportSection {
        let currency = run.plan.budget.limit.currency
        var counts: [BarChart.Amount] = []
        var costs: [BarChart.Amount] = []
        var seen: Set<Occasion> = []
        for occasion in run.shop.policy.document.rules.map(\.occasion) where seen.insert(occasion).inserted {
            let grants = run.plan.grants.filter { $0.occurrence.occasion == occasion }
            // Part of what the budget carries, so the sum fits.
            let cost = Money(minorUnits: grants.reduce(0) { $0 + $1.cost.expected.minorUnits }, in: currency)
            let name = occasion.title[language]
            counts.append((name, Int64(grants.count), Figure.count(Int64(grants.count))))
            costs.append((name, cost.minorUnits, Figure.money(cost)))
        }
        return ReportSection(
            heading: language.wording("Gifts by occasion", "各场合礼品"),
            note: language.wording("How many gifts each occasion calls for, and what they cost.", "各场合发放的礼品数量与成本。"),
            isWide: true,
            charts: Charts(charts: [
                BarChart(language.wording("Gifts", "数量"), of: counts, in: Int64(run.plan.grants.count)),
                BarChart(language.wording("Cost", "成本"), of: costs, in: run.plan.budget.committed.minorUnits),
            ]),
            gifts: GiftTable(of: run, in: language)
        )
    }
}
