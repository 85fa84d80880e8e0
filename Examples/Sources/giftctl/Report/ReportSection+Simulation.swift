import GiftModel
import GiftPolicy

extension ReportSection {
    /// Gifts and refusals week by week.
    static func weeks(of run: SimulationRun, in language: Language) -> ReportSection {
        let weeks = run.weeks
        let firsts = weeks.map(\.first)
        let rules = run.simulation.rules
        // There are nine shades; the rules that give least share the last.
        let most = rules.indices.sorted { (rules[$1].gifts, $0) < (rules[$0].gifts, $1) }
        let (named, others) = (most.prefix(rules.count > 9 ? 8 : 9), most.dropFirst(rules.count > 9 ? 8 : 9))
        func gifts(_ rules: some Sequence<Int>) -> [Int64] {
            weeks.map { week in week.days.reduce(0) { sum, day in rules.reduce(sum) { $0 + day.rules[$1].gifts } } }
        }
        var given = named.enumerated()
            .map { shade, rule in
                WeekChart.Series(
                    name: run.name(of: rules[rule].rule, in: language),
                    shade: shade,
                    amounts: gifts(CollectionOfOne(rule))
                )
            }
        if !others.isEmpty {
            let name = language.wording("\(others.count) other rules", "其他\(others.count)条规则")
            given.append(WeekChart.Series(name: name, shade: 8, amounts: gifts(others)))
        }
        let kinds: [(Refusal.Kind, Int)] = [(.blocked, 6), (.suppressed, 4), (.withheld, 8), (.unfunded, 3)]
        let refused = kinds.map { kind, shade in
            WeekChart.Series(
                name: kind.shortTitle[language],
                shade: shade,
                amounts: weeks.map { $0.days.refusals(kind) }
            )
        }
        let notDue = Figure.count(run.simulation.days.refusals(.notDue))
        return ReportSection(
            heading: language.wording("Gifts and refusals per week", "每周发放与拒绝"),
            note: language.wording(
                "A refusal counts once for each customer, rule and day. Not drawn: \(notDue) that were not due.",
                "每位客户、每条规则、每天计一次拒绝。未绘出的未触发：\(notDue)次。"
            ),
            isWide: true,
            weeks: Weeks(charts: [
                WeekChart(language.wording("Gifts by rule", "按规则发放"), of: given, over: firsts, in: language),
                WeekChart(language.wording("Refusals by kind", "按类别拒绝"), of: refused, over: firsts, in: language),
            ])
        )
    }

    /// What each rule gave and refused.
    static func rules(of run: SimulationRun, in language: Language) -> ReportSection {
        let kinds = Refusal.Kind.allCases
        return ReportSection(
            heading: language.wording("Rules", "规则"),
            note: language.wording(
                "What each gave over the whole period, and how often it refused.",
                "各规则在整个期间的发放与拒绝次数。"
            ),
            isWide: true,
            table: FigureTable(
                columns: [
                    language.wording("Rule", "规则"), language.wording("Gifts", "礼品"), language.wording("Cost", "成本"),
                    language.wording("Touches", "触达"), language.wording("Tasks", "任务"),
                ] + kinds.map { $0.shortTitle[language] },
                rows: run.simulation.rules.map { tally in
                    FigureTable.Row(
                        name: run.name(of: tally.rule, in: language),
                        cells: [Figure.count(tally.gifts), Figure.money(tally.cost)]
                            + [tally.touches, tally.tasks].map(Figure.count)
                            + kinds.map { Figure.count(tally.refusals($0)) }
                    )
                }
            )
        )
    }

    /// How much of each budget is committed at the end.
    static func budgets(of run: SimulationRun, in language: Language) -> ReportSection {
        func bar(_ name: String, _ use: BudgetUse) -> BarChart.Bar {
            let length = Figure.thousandths(of: use.committed.minorUnits, in: use.limit.minorUnits)
            return BarChart.Bar(
                name: name,
                amount: Figure.share(of: use.committed.minorUnits, in: use.limit.minorUnits),
                aside: "\(Figure.money(use.committed)) / \(Figure.money(use.limit))",
                length: length,
                style: length >= 990 ? "full" : "known",
                hasLimit: true
            )
        }
        let own = run.simulation.rules.compactMap { tally in
            run.simulation.ruleBudgets[tally.rule].map { bar(run.name(of: tally.rule, in: language), $0) }
        }
        let all = bar(language.wording("All rules together", "全部规则合计"), run.simulation.budget)
        let charts = [
            BarChart(heading: language.wording("Whole period", "整个期间"), bars: [all]),
            BarChart(heading: language.wording("Rules with a budget of their own", "有单独预算的规则"), bars: own),
        ]
        return ReportSection(
            heading: language.wording("Budget", "预算"),
            note: language.wording("What is committed at the end of each limit.", "期末各项预算上限的使用情况。"),
            charts: Charts(charts: charts.filter { !$0.bars.isEmpty })
        )
    }

    /// The gifts given most, and what is left of them.
    static func gifts(of run: SimulationRun, in language: Language) -> ReportSection? {
        var given: [Gift.ID: Int64] = [:]
        for terms in run.simulation.grants { given[terms.gift, default: 0] += 1 }
        let most = run.simulation.catalog.gifts
            .compactMap { gift in given[gift.id].map { (gift: gift, count: $0) } }
            .sorted { $0.count > $1.count }
            .prefix(10)
        guard !most.isEmpty else { return nil }
        return ReportSection(
            heading: language.wording("Gifts", "礼品"),
            note: language.wording("The gifts given most.", "发放最多的礼品。"),
            table: FigureTable(
                columns: [
                    language.wording("Gift", "礼品"), language.wording("Unit cost", "单价"),
                    language.wording("Given", "发放"), language.wording("Left in stock", "剩余库存"),
                ],
                rows: most.map { gift, count in
                    FigureTable.Row(
                        name: gift.name[language],
                        cells: [Figure.money(gift.cost.expected), Figure.count(count), Figure.count(gift.stock)]
                    )
                }
            )
        )
    }

    /// Two gifts of each rule, with their reasons.
    static func samples(of run: SimulationRun, in language: Language) -> ReportSection? {
        let grants = run.simulation.grants
        let chosen = run.simulation.rules.flatMap { tally in
            let own = grants.filter { $0.rule.rule == tally.rule }
            return own.isEmpty ? [] : own.count == 1 ? own : [own[own.count / 3], own[own.count * 2 / 3]]
        }
        guard !chosen.isEmpty else { return nil }
        let cards = chosen.prefix(20)
            .map { terms in
                let isPartOfWorth = { (reason: Reason) in reason["worth"] != nil && reason["gift"] == nil }
                return SampleDecision(
                    customer: terms.customer.text,
                    style: "granted",
                    badge: terms.plannedFor.description,
                    gift: run.name(of: terms.gift, in: language),
                    cost: Figure.money(terms.cost.expected),
                    rule: run.name(of: terms.rule.rule, in: language),
                    reasons: terms.reasons.filter { !isPartOfWorth($0) }.map { $0.text(in: language, from: .policy) }
                )
            }
        return ReportSection(
            heading: language.wording("\(cards.count) sample gifts", "\(cards.count)份礼品示例"),
            note: language.wording("Up to two of each rule, with the day and the reasons.", "每条规则至多两份，附日期与依据。"),
            isWide: true,
            samples: Samples(cards: cards)
        )
    }
}
