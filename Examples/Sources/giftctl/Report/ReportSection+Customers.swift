import GiftModel
import GiftPolicy
import Segmentation

extension ReportSection {
    /// How many customers there are in each stage and on each tier.
    static func customers(of run: PlanRun, in language: Language) -> ReportSection {
        let all = Int64(run.profiles.count)
        func amount(_ name: String, where isMeant: (CustomerProfile) -> Bool) -> BarChart.Amount {
            let number = Int64(run.profiles.count(where: isMeant))
            return (name, number, Figure.count(number))
        }
        let unknown = language.wording("Undetermined", "未定")
        let stages =
            Stage.allCases.map { stage in amount(stage.title[language]) { $0.stage.stage == stage } }
            + [amount(unknown) { $0.stage.stage == nil }]
        let tiers =
            run.shop.policy.document.tiers.tiers.map { tier in
                amount(tier.name[language]) { $0.tier?.tier.id == tier.id }
            }
            + [amount(unknown) { $0.tier == nil }]
        return ReportSection(
            heading: language.wording("Customers by stage and tier", "客户阶段与等级"),
            note: language.wording(
                "All \(Figure.count(all)) known customers; undetermined are those of whom only returns are known.",
                "全部\(Figure.count(all))位已知客户；“未定”指只有退货记录的客户。"
            ),
            isWide: true,
            charts: Charts(charts: [
                BarChart(language.wording("Stage", "生命周期阶段"), of: stages, in: all),
                BarChart(language.wording("Tier", "会员等级"), of: tiers, in: all),
            ])
        )
    }

    /// How recently and how often customers bought, both scores at once.
    static func scores(of run: PlanRun, in language: Language) -> ReportSection {
        let scores = run.profiles.compactMap(\.scores)
        let count = Figure.count(Int64(scores.count))
        return ReportSection(
            heading: language.wording("Recency and frequency", "近度与频度"),
            note: language.wording(
                "Shows \(count) customers with sales; top right bought lately and often.",
                "共\(count)位有购买的客户；右上角近期购买且频繁。"
            ),
            heatMap: HeatMap(of: scores, in: language)
        )
    }
}
