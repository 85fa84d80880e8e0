import GiftModel
import GiftPolicy

extension ReportSection {
    /// How much of each budget the plan commits.
    static func budgets(of run: PlanRun, in language: Language) -> ReportSection {
        let rules = run.shop.policy.document.rules
        let total = bar(language.wording("All rules together", "全部规则合计"), run.plan.budget, of: run, in: language)
        let own = rules.compactMap { rule in
            run.plan.ruleBudgets[rule.id].map { bar(rule.name[language], $0, by: rule.id, of: run, in: language) }
        }
        let without = rules.filter { run.plan.ruleBudgets[$0.id] == nil }.map { $0.name[language] }
        let others = without.joined(separator: language.wording(", ", "、"))
        let note = language.wording("What the plan commits of each limit.", "各项预算上限的使用情况。")
        let exception = language.wording(" Without a budget of their own: \(others).", "无单独预算的规则：\(others)。")
        let charts = [
            BarChart(heading: language.wording("Whole plan", "整个计划"), bars: [total]),
            BarChart(heading: language.wording("Rules with a budget of their own", "有单独预算的规则"), bars: own),
        ]
        return ReportSection(
            heading: language.wording("Budget", "预算"),
            note: without.isEmpty ? note : note + exception,
            charts: Charts(charts: charts.filter { !$0.bars.isEmpty })
        )
    }

    /// Returns the bar of a budget, and what became of the candidates of `rule`, or of all without one.
    private static func bar(
        _ name: String,
        _ use: BudgetUse,
        by rule: Rule.ID? = nil,
        of run: PlanRun,
        in language: Language
    ) -> BarChart.Bar {
        let (used, limit) = (use.committed.minorUnits, use.limit.minorUnits)
        let grants = run.plan.grants.count { rule == nil || $0.rule.rule == rule }
        let refusals = run.plan.refusals.filter { rule == nil || $0.rule == rule }
        let (held, short) = (refusals.count { $0.kind == .suppressed }, refusals.count { $0.kind == .unfunded })
        let length = Figure.thousandths(of: used, in: limit)
        return BarChart.Bar(
            name: name,
            amount: Figure.share(of: used, in: limit),
            aside: language.wording(
                "\(Figure.money(use.committed)) of \(Figure.money(use.limit))",
                "\(Figure.money(use.committed)) / \(Figure.money(use.limit))"
            ),
            length: length,
            style: length >= 990 ? "full" : "known",
            hasLimit: true,
            detail: language.wording(
                "Gifts: \(grants) · held back by the cap: \(held) · out of budget or stock: \(short)",
                "发放\(grants)份 · 受频次上限抑制\(held)份 · 预算或库存不足\(short)份"
            )
        )
    }
}
