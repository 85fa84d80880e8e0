import GiftModel
import GiftPolicy
import Segmentation

extension ReportSection {
    /// Who moved between the stages in the last 90 days; `nil` where the calendar does not reach back so far.
    static func stageFlow(of run: PlanRun, in language: Language) throws -> ReportSection? {
        guard let start = run.asOf.adding(days: -90) else { return nil }
        let places = FlowPlaces.stages
        let flow = places.flow(from: try run.shop.profiles(asOf: start, spend: .net), to: run.profiles)
        let nowhere = places.places.count
        let names = (places.places + [FlowPlaces.nowhere]).map { $0.name[language] }
        func count(where isMeant: (Flow<Int>.Transition) -> Bool) -> String {
            Figure.count(flow.transitions.filter(isMeant).reduce(0) { $0 + $1.count })
        }
        let moved = count { $0.source != nil && $0.source != $0.target }
        let new = count { $0.source == nil }
        let chart = SankeyChart(
            flow.transitions.map {
                SankeyChart.Move(from: $0.source ?? nowhere, to: $0.target ?? nowhere, count: $0.count)
            },
            between: names,
            from: start.description,
            to: run.asOf.description,
            label: language.wording(
                "Customers by stage on \(start) and on \(run.asOf), with who moved from where to where",
                "\(start)与\(run.asOf)各阶段客户及其流向"
            ),
            in: language
        )
        return ReportSection(
            heading: language.wording("From stage to stage in 90 days", "90天阶段流向"),
            note: language.wording(
                "Moved to another stage: \(moved); became known: \(new).",
                "转入其他阶段：\(moved)位；新增客户：\(new)位。"
            ),
            isWide: true,
            flow: chart
        )
    }

    /// What each tier takes, and how many stand on it.
    static func ladder(of run: PlanRun, in language: Language) -> ReportSection {
        let ladder = run.shop.policy.document.tiers
        return ReportSection(
            heading: language.wording("Tier ladder", "会员等级阶梯"),
            note: language.wording(
                "What each tier takes, and who stands on it: \(ladder.counting[.english]).",
                "各等级门槛与人数：\(ladder.counting[.chinese])。"
            ),
            isWide: true,
            stairs: TierStairs(of: ladder, with: run.profiles, in: language)
        )
    }

    /// Who bought again in which month after the first purchase; `nil` when nobody could.
    static func cohorts(of run: PlanRun, in language: Language) throws -> ReportSection? {
        var table = CohortTable(asOf: run.asOf, in: run.shop.summaries.currency, spend: .net)
        for summary in run.shop.purchases(knownBy: run.asOf) { try table.add(summary.days(asOf: run.asOf)) }
        guard table.cohorts.contains(where: { $0.months.count > 1 }) else { return nil }
        return ReportSection(
            heading: language.wording("Who buys again", "复购留存"),
            note: language.wording(
                "Of those who first bought in a month, how many percent bought so many months later; the last month is "
                    + "not over.",
                "各月首购客户在其后第几个月再次购买的百分比；最后一个月尚未结束。"
            ),
            isWide: true,
            cohorts: CohortHeat(of: table, in: language)
        )
    }
}

extension TierLadder {
    /// What counts towards a tier, and over which time.
    fileprivate var counting: LocalizedText {
        let what =
            spend == .net
            ? LocalizedText(english: "sales less refunds", chinese: "净销售额")
            : LocalizedText(english: "sales", chinese: "销售额")
        let time =
            switch window {
            case .lifetime: LocalizedText(english: "ever", chinese: "累计")
            case .calendar(.month): LocalizedText(english: "in the calendar month", chinese: "自然月内")
            case .calendar(.quarter): LocalizedText(english: "in the calendar quarter", chinese: "自然季度内")
            case .calendar(.halfYear): LocalizedText(english: "in the half year", chinese: "半年内")
            case .calendar(.year): LocalizedText(english: "in the calendar year", chinese: "自然年内")
            case .rolling(let period): LocalizedText(english: "in the last \(period)", chinese: "最近\(period)内")
            case .anniversary(let period):
                LocalizedText(english: "in each \(period) since the first purchase", chinese: "自首购起每\(period)内")
            }
        return LocalizedText(english: "\(what.english) \(time.english)", chinese: "\(time.chinese)\(what.chinese)")
    }
}
