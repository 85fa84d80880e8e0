import ArgumentParser
import GiftModel
import GiftPolicy

/// What makes a row of the answer of a simulation.
enum SimulationRows: String, ExpressibleByArgument, CaseIterable {
    case rule
    case week
    case day
    case gift
    case change
}

extension SimulationRun {
    /// Returns the answer in `rows`; programs get English names and identifiers whatever the language.
    func table(of rows: SimulationRows, in language: Language, as format: OutputFormat) throws -> Table {
        let words = Words(language: format == .table ? language : .english, isForPeople: format == .table)
        switch rows {
        case .rule: return rules(words)
        case .week:
            return calendar(weeks.map { ($0.first, $0.days) }, words, ("week from", "起始日"))
        case .day: return calendar(zip(dates, simulation.days).map { ($0, [$1]) }, words, ("day", "日期"))
        case .gift: return gifts(words)
        case .change:
            guard let difference else {
                throw CommandFailure("--by change needs another policy, which --against names")
            }
            return changes(difference, words)
        }
    }

    private struct Words {
        let language: Language
        let isForPeople: Bool

        func callAsFunction(_ english: String, _ chinese: String) -> String { language.wording(english, chinese) }

        var kinds: [String] {
            Refusal.Kind.allCases.map { isForPeople ? $0.shortTitle[language] : $0.rawValue }
        }
    }

    private func rules(_ words: Words) -> Table {
        var columns = [
            words("rule", "规则"), words("gifts", "礼品"), words("cost", "成本"), words("touches", "触达"),
            words("tasks", "任务"),
        ]
        columns += words.kinds
        let difference = difference
        if difference != nil { columns += [words("gifts before", "原礼品"), words("cost before", "原成本")] }
        var table = Table(columns)
        func row(_ name: String, _ new: RuleTally?, _ old: RuleTally?) {
            func cells(_ tally: RuleTally?) -> [Table.Cell] {
                [tally.map { .number($0.gifts) } ?? .missing, tally.map { .text($0.cost.description) } ?? .missing]
            }
            let counts = Refusal.Kind.allCases.map { kind in new?.refusals(kind) }
            table.append(
                [.text(name)] + cells(new)
                    + ([new?.touches, new?.tasks] + counts).map { $0.map(Table.Cell.number) ?? .missing }
                    + (difference == nil ? [] : cells(old))
            )
        }
        let tallies: [(rule: Rule.ID, new: RuleTally?, old: RuleTally?)] =
            difference?.rules.map { ($0.rule, $0.new, $0.old) } ?? simulation.rules.map { ($0.rule, $0, nil) }
        for change in tallies {
            row(
                words.isForPeople ? name(of: change.rule, in: words.language) : change.rule.text,
                change.new,
                change.old
            )
        }
        return table
    }

    private func calendar(
        _ parts: [(first: CalendarDate, days: [SimulatedDay])],
        _ words: Words,
        _ title: (String, String)
    ) -> Table {
        var table = Table(
            [words(title.0, title.1), words("customers", "客户"), words("gifts", "礼品"), words("cost", "成本")] + words.kinds
        )
        let currency = simulation.budget.limit.currency
        for part in parts {
            let cost = Money(minorUnits: part.days.reduce(0) { $0 + $1.costMinorUnits }, in: currency)
            table.append(
                [
                    .text(part.first.description), .number(part.days.last?.customers ?? 0), .number(part.days.gifts),
                    .text(cost.description),
                ] + Refusal.Kind.allCases.map { .number(part.days.refusals($0)) }
            )
        }
        return table
    }

    private func gifts(_ words: Words) -> Table {
        var table = Table([
            words("day", "日期"), words("customer", "客户"), words("rule", "规则"), words("gift", "礼品"), words("cost", "成本"),
        ])
        for terms in simulation.grants {
            table.append([
                .text(terms.plannedFor.description), .text(terms.customer.text),
                .text(words.isForPeople ? name(of: terms.rule.rule, in: words.language) : terms.rule.rule.text),
                .text(words.isForPeople ? name(of: terms.gift, in: words.language) : terms.gift.text),
                .text(terms.cost.expected.description),
            ])
        }
        return table
    }

    private func changes(_ difference: SimulationDifference, _ words: Words) -> Table {
        var table = Table([
            words("customer", "客户"), words("occasion", "场合"), words("change", "变化"), words("rule", "规则"),
            words("gift", "礼品"), words("day", "日期"), words("rule before", "原规则"), words("gift before", "原礼品"),
            words("day before", "原日期"),
        ])
        func cells(_ terms: GrantTerms?) -> [Table.Cell] {
            guard let terms else { return [.missing, .missing, .missing] }
            return [
                .text(words.isForPeople ? name(of: terms.rule.rule, in: words.language) : terms.rule.rule.text),
                .text(words.isForPeople ? name(of: terms.gift, in: words.language) : terms.gift.text),
                .text(terms.plannedFor.description),
            ]
        }
        func row(_ change: (String, String), _ new: GrantTerms?, _ old: GrantTerms?) {
            guard let either = new ?? old else { return }
            let occasion = either.occurrence.occasion
            table.append(
                [
                    .text(either.customer.text),
                    .text(words.isForPeople ? occasion.title[words.language] : occasion.name.text),
                    .text(words(change.0, change.1)),
                ] + cells(new) + cells(old)
            )
        }
        for terms in difference.gained { row(("gained", "新增"), terms, nil) }
        for terms in difference.lost { row(("lost", "失去"), nil, terms) }
        for change in difference.changed { row(("changed", "变动"), change.new, change.old) }
        return table
    }
}
