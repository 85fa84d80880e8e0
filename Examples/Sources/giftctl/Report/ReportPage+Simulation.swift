import GiftModel
import GiftPolicy
import Segmentation

extension ReportPage {
    /// What a simulation has to say.
    init(_ run: SimulationRun, in language: Language) {
        let policy = run.simulation.policy.reference
        let (first, last) = (run.days.lowerBound, run.days.upperBound)
        self.language = language.rawValue
        self.title = run.simulation.policy.document.name[language]
        self.kicker = language.wording("Simulation from \(first) through \(last)", "模拟 · \(first)至\(last)")
        self.origin = [
            language.wording("Policy \(policy.id)", "策略 \(policy.id)"),
            language.wording("version \(policy.version)", "第\(policy.version)版"),
            language.wording("hash \(policy.hash.description.prefix(12))", "哈希 \(policy.hash.description.prefix(12))"),
            run.shop.origin[language],
        ]
        self.figures = Self.figures(of: run, in: language)
        let sections: [ReportSection?] = [
            .weeks(of: run, in: language),
            .rules(of: run, in: language),
            .budgets(of: run, in: language),
            .gifts(of: run, in: language),
            .change(of: run, in: language),
            .namedChanges(of: run, in: language),
            .samples(of: run, in: language),
        ]
        self.sections = sections.compactMap(\.self)
        self.footer = [
            language.wording(
                "Each day is decided and planned as on any other day, and what is given counts on the next against caps, "
                    + "rests, budget and stock. Customers do what they did: how gifts would have changed that is for "
                    + "experiments to tell.",
                "每一天都按正常方式决策与计划，已发放的礼品计入之后各天的频次上限、间隔期、预算与库存。客户行为保持不变：礼品会带来什么改变，由实验来回答。"
            ),
            language.wording(
                "Rows left out of the data: \(run.shop.rejected.count).",
                "数据中剔除的行数：\(run.shop.rejected.count)。"
            ),
        ]
    }

    private static func figures(of run: SimulationRun, in language: Language) -> [KeyFigure] {
        let days = run.simulation.days
        let (cost, limit) = (run.simulation.budget.committed, run.simulation.budget.limit)
        let share = Figure.share(of: cost.minorUnits, in: limit.minorUnits)
        let receivers = Figure.count(Int64(Set(run.simulation.grants.map(\.customer)).count))
        let held = Refusal.Kind.allCases.filter { $0 != .notDue }.reduce(0) { $0 + days.refusals($1) }
        func figure(_ value: String, _ name: (String, String), _ aside: (String, String)) -> KeyFigure {
            KeyFigure(name: language.wording(name.0, name.1), value: value, aside: language.wording(aside.0, aside.1))
        }
        return [
            figure(
                Figure.count(days.gifts),
                ("Gifts", "发放礼品"),
                ("to \(receivers) customers", "给\(receivers)位客户")
            ),
            figure(
                Figure.count(days.last?.customers ?? 0),
                ("Customers", "客户"),
                ("known on the last day", "期末已知")
            ),
            figure(Figure.money(cost), ("Cost", "成本"), ("\(share) of the budget", "占预算\(share)")),
            figure(Figure.money(limit), ("Budget", "预算"), ("for the whole period", "整个期间")),
            figure(
                Figure.count(held),
                ("Refusals", "拒绝"),
                ("beside those not due, day by day", "未触发者除外，逐日计")
            ),
        ]
    }
}
