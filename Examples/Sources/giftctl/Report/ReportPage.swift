import GiftModel
import GiftPolicy
import Segmentation

/// Everything that the page says, under the names by which the template calls it.
struct ReportPage {
    let language: String
    let title: String
    let kicker: String
    let origin: [String]
    let figures: [KeyFigure]
    let sections: [ReportSection]
    let footer: [String]

    /// A number that is to be seen first, with what it counts.
    struct KeyFigure {
        let name: String
        let value: String
        let aside: String
    }

    init(_ run: PlanRun, in language: Language) throws {
        let policy = run.plan.policy
        let samples = SampleSource.choice(of: 20, from: run).map { SampleDecision($0, of: run, in: language) }
        self.language = language.rawValue
        self.title = run.shop.policy.document.name[language]
        self.kicker = language.wording("Gift plan as of \(run.asOf)", "礼品计划 · 截至\(run.asOf)")
        self.origin = [
            language.wording("Policy \(policy.id)", "策略 \(policy.id)"),
            language.wording("version \(policy.version)", "第\(policy.version)版"),
            language.wording("hash \(policy.hash.description.prefix(12))", "哈希 \(policy.hash.description.prefix(12))"),
        ]
        self.figures = Self.figures(of: run, in: language)
        let sections: [ReportSection?] = [
            .customers(of: run, in: language),
            try .stageFlow(of: run, in: language),
            .ladder(of: run, in: language),
            .scores(of: run, in: language),
            .budgets(of: run, in: language),
            try .cohorts(of: run, in: language),
            .gifts(of: run, in: language),
            ReportSection(
                heading: language.wording("\(samples.count) sample decisions", "\(samples.count)个决策示例"),
                note: language.wording(
                    "Chosen to show every outcome, evenly spread over the customers; not in proportion.",
                    "为展示各种结果而选，在客户中均匀抽取，不按比例。"
                ),
                isWide: true,
                samples: ReportSection.Samples(cards: samples)
            ),
        ]
        self.sections = sections.compactMap(\.self)
        self.footer = [
            language.wording(
                "Scores rank each customer with sales against all others, and stages and tiers follow the policy. "
                    + "First choices of all customers come before second choices, and among them the greatest worth comes "
                    + "first, until budget and stock are used up.",
                "评分将每位有购买的客户与其他客户比较得出，阶段与等级按策略判定。先满足所有客户的首选，再考虑次选，其中估值高者优先，直至预算或库存用完。"
            ),
            language.wording(
                "Rows left out of the data: \(run.rejected.count).",
                "数据中剔除的行数：\(run.rejected.count)。"
            ),
        ]
    }

    private static func figures(of run: PlanRun, in language: Language) -> [KeyFigure] {
        func count(_ number: Int) -> String { Figure.count(Int64(number)) }
        let (cost, limit) = (run.plan.budget.committed, run.plan.budget.limit)
        let share = Figure.share(of: cost.minorUnits, in: limit.minorUnits)
        let all = count(run.profiles.count)
        let buyers = count(run.profiles.count { $0.purchases != nil })
        let receivers = count(Set(run.plan.grants.map(\.customer)).count)
        let unknown = count(run.profiles.count { $0.stage.stage == nil })
        func figure(_ value: String, _ name: (String, String), _ aside: (String, String)) -> KeyFigure {
            KeyFigure(name: language.wording(name.0, name.1), value: value, aside: language.wording(aside.0, aside.1))
        }
        return [
            figure(count(run.plan.grants.count), ("Gifts", "发放礼品"), ("to \(receivers) customers", "给\(receivers)位客户")),
            figure(buyers, ("Customers with sales", "有购买的客户"), ("of \(all) known", "已知客户\(all)位")),
            figure(Figure.money(cost), ("Cost", "成本"), ("\(share) of the budget", "占预算\(share)")),
            figure(Figure.money(limit), ("Budget", "预算"), ("for the whole plan", "整个计划")),
            figure(unknown, ("Undetermined", "未定"), ("only returns known", "只有退货记录")),
        ]
    }
}
