import GiftModel
import GiftPolicy

extension ReportSection {
    /// What the policy does otherwise than the other one, rule by rule.
    static func change(of run: SimulationRun, in language: Language) -> ReportSection? {
        guard let difference = run.difference, let other = run.other else { return nil }
        let reference = other.policy.reference
        let counts = (
            gained: Figure.count(Int64(difference.gained.count)), lost: Figure.count(Int64(difference.lost.count)),
            changed: Figure.count(Int64(difference.changed.count)),
            reached: Figure.count(Int64(difference.reached.count)),
            missed: Figure.count(Int64(difference.missed.count))
        )
        func cells(_ tally: RuleTally?) -> [String] {
            [tally.map { Figure.count($0.gifts) } ?? "–", tally.map { Figure.money($0.cost) } ?? "–"]
        }
        let total = FigureTable.Row(
            name: language.wording("All rules together", "全部规则合计"),
            cells: [
                Figure.count(run.simulation.days.gifts), Figure.money(run.simulation.budget.committed),
                Figure.count(other.days.gifts), Figure.money(other.budget.committed),
            ]
        )
        return ReportSection(
            heading: language.wording(
                "Against \(reference.id), version \(reference.version)",
                "对比策略\(reference.id)第\(reference.version)版"
            ),
            note: language.wording(
                "\(counts.gained) gifts more, \(counts.lost) fewer and \(counts.changed) given otherwise on the same "
                    + "occasion; \(counts.reached) customers receive something only now, \(counts.missed) no more.",
                "新增\(counts.gained)份，减少\(counts.lost)份，同一场合变动\(counts.changed)份；"
                    + "\(counts.reached)位客户现在才收到礼品，\(counts.missed)位不再收到。"
            ),
            isWide: true,
            table: FigureTable(
                columns: [
                    language.wording("Rule", "规则"), language.wording("Gifts", "礼品"), language.wording("Cost", "成本"),
                    language.wording("Gifts before", "原礼品"), language.wording("Cost before", "原成本"),
                ],
                rows: difference.rules.map {
                    FigureTable.Row(name: run.name(of: $0.rule, in: language), cells: cells($0.new) + cells($0.old))
                } + [total]
            )
        )
    }

    /// The first customers who get something else than under the other policy.
    static func namedChanges(of run: SimulationRun, in language: Language) -> ReportSection? {
        guard let difference = run.difference, !difference.isEmpty else { return nil }
        func words(_ terms: GrantTerms?) -> String {
            terms.map { "\(run.name(of: $0.gift, in: language)) · \($0.plannedFor)" } ?? "–"
        }
        let changes =
            difference.gained.prefix(8).map { (new: Optional($0), old: GrantTerms?.none) }
            + difference.lost.prefix(8).map { (new: nil, old: $0) }
            + difference.changed.prefix(8).map { (new: $0.new, old: $0.old) }
        return ReportSection(
            heading: language.wording("Who gets something else", "谁的礼品有变化"),
            note: language.wording(
                "The first of each kind of change, by customer; --by change lists all.",
                "每类变化按客户列出前几位；--by change列出全部。"
            ),
            isWide: true,
            table: FigureTable(
                columns: [
                    language.wording("Customer", "客户"), language.wording("Occasion", "场合"),
                    language.wording("Now", "现在"),
                    language.wording("Before", "原先"),
                ],
                rows: changes.map { new, old in
                    let terms = new ?? old
                    return FigureTable.Row(
                        name: terms?.customer.text ?? "",
                        cells: [terms?.occurrence.occasion.title[language] ?? "", words(new), words(old)]
                    )
                }
            )
        )
    }
}
