import GiftModel
import GiftPolicy
import Segmentation

/// What one rule of a policy does for all customers of a shop on one day.
struct RuleTrial {
    let rule: Rule
    let asOf: CalendarDate
    let language: Language
    private(set) var figures: [(item: String, name: LocalizedText, value: Table.Cell)] = []
    private(set) var refusals: [Refused] = []
    private(set) var samples: [Sample] = []

    /// How many are refused for the same reason, with the first of them as an example.
    struct Refused {
        let kind: Refusal.Kind
        let code: String
        let example: String
        var refusals: [Refusal]
    }

    /// One customer to look at.
    struct Sample {
        let customer: Customer.ID
        /// `granted`, or the kind of refusal.
        let verdict: String
        let shown: String
        var cost: Money?
        let why: [String]
    }
}

extension RuleTrial {
    /// What `rule` does in `run`.
    init(of rule: Rule, in run: PlanRun, in language: Language) {
        self.rule = rule
        self.asOf = run.asOf
        self.language = language
        let currency = run.plan.budget.limit.currency
        let candidates = run.decisions.compactMap { decision in decision.candidates.first { $0.rule == rule.id } }
        let grants = run.grants(of: rule.id)
        let refused = (run.decisions.flatMap(\.refusals) + run.plan.refusals).filter { $0.rule == rule.id }
        add("customers", "Customers", "客户数", .number(Int64(run.profiles.count)))
        addAudience(of: run)
        add("candidates", "Would get a gift", "应获礼品", .number(Int64(candidates.count)))
        let best = candidates.map(\.options[0].cost.expected.minorUnits)
        addMoney("candidatesCost", "Cost of the best gift for each", "全部给予最佳礼品的成本", best, currency)
        add("grants", "Get one within budget and stock", "预算与库存内发放", .number(Int64(grants.count)))
        addMoney("grantsCost", "Cost of these", "发放成本", grants.map(\.cost.expected.minorUnits), currency)
        if let budget = rule.budget {
            add("ruleBudget", "Budget of the rule", "规则预算", .text(budget.description))
        }
        add("budget", "Budget of all rules", "总预算", .text(run.plan.budget.limit.description))
        add("refused", "Refused", "未发放", .number(Int64(refused.count)))
        self.refusals = Self.groups(of: refused, in: language)
        self.samples = samples(of: grants, in: run)
    }

    private mutating func add(_ item: String, _ english: String, _ chinese: String, _ value: Table.Cell) {
        figures.append((item, LocalizedText(english: english, chinese: chinese), value))
    }

    private mutating func addMoney(
        _ item: String,
        _ english: String,
        _ chinese: String,
        _ minorUnits: [Int64],
        _ currency: Currency
    ) {
        var sum: Int64 = 0
        for amount in minorUnits {
            let (total, overflow) = sum.addingReportingOverflow(amount)
            sum = overflow ? .max : total
        }
        add(item, english, chinese, .text(Money(minorUnits: sum, in: currency).description))
    }

    /// For how many the rule's condition holds and fails, and of how many that is not known.
    private mutating func addAudience(of run: PlanRun) {
        let truths = run.facts.compactMap { run.shop.policy.answer(ofRule: rule.id, for: $0.attributes)?.truth }
        func count(_ truth: Truth) -> Table.Cell { .number(Int64(truths.count { $0 == truth })) }
        add("audience", "Whom the rule is for", "适用客户", count(.holds))
        add("audienceUnknown", "Of whom too little is known", "信息不足的客户", count(.unknown))
    }

    /// By how many there are descending, then kind and code.
    private static func groups(of refusals: [Refusal], in language: Language) -> [Refused] {
        var groups: [String: Refused] = [:]
        for refusal in refusals {
            // Reasons are worked out whenever they are asked for.
            let first = refusal.reasons[0]
            let group = Refused(
                kind: refusal.kind,
                code: first.code,
                example: first.text(in: language, from: .policy),
                refusals: []
            )
            groups["\(refusal.kind.rawValue)/\(first.code)", default: group].refusals.append(refusal)
        }
        return
            groups.sorted { left, right in
                let (one, other) = (left.value.refusals.count, right.value.refusals.count)
                return one == other ? left.key < right.key : one > other
            }
            .map(\.value)
    }

    /// Up to ten customers: five who get a gift and one refused for each reason in turn, more of one where the other
    /// runs short; each time evenly apart.
    private func samples(of grants: [GrantTerms], in run: PlanRun) -> [Sample] {
        let refused = refusals.reduce(0) { $0 + $1.refusals.count }
        let granted = min(grants.count, max(5, 10 - refused))
        var taken = refusals.map { _ in 0 }
        while taken.reduce(granted, +) < min(10, granted + refused),
            let next = refusals.indices.filter({ taken[$0] < refusals[$0].refusals.count })
                .min(by: { taken[$0] < taken[$1] })
        {
            taken[next] += 1
        }
        return grants.spread(granted).map { sample(of: $0, in: run) }
            + zip(refusals, taken).flatMap { group, count in group.refusals.spread(count).map(sample) }
    }

    private func sample(of grant: GrantTerms, in run: PlanRun) -> Sample {
        let gift = run.catalog[grant.gift]?.name[language] ?? grant.gift.text
        return Sample(
            customer: grant.customer,
            verdict: "granted",
            shown: language.wording("\(gift), \(grant.cost.expected)", "\(gift)，\(grant.cost.expected)"),
            cost: grant.cost.expected,
            why: grant.reasons.map { $0.text(in: language, from: .policy) }
        )
    }

    private func sample(of refusal: Refusal) -> Sample {
        let kind = refusal.kind.title[language]
        return Sample(
            customer: refusal.customer,
            verdict: refusal.kind.rawValue,
            shown: kind + (refusal.earliest.map { language.wording(", not before \($0.day)", "，最早\($0.day)") } ?? ""),
            why: refusal.reasons.map { $0.text(in: language, from: .policy) }
        )
    }
}

extension Array {
    /// Returns `count` of these, evenly apart, the first among them.
    fileprivate func spread(_ count: Int) -> [Element] { (0..<count).map { self[$0 * self.count / count] } }
}

extension RuleTrial {
    func text(as format: OutputFormat) throws -> String {
        guard format != .table else { return try readable }
        var table = Table(["topic", "item", "verdict", "value", "why"])
        for figure in figures {
            table.append([.text("figure"), .text(figure.item), .missing, figure.value, .missing])
        }
        for group in refusals {
            table.append([
                .text("refusal"), .text(group.code), .text(group.kind.rawValue),
                .number(Int64(group.refusals.count)), .text("\(group.refusals[0].customer): \(group.example)"),
            ])
        }
        for sample in samples {
            table.append([
                .text("sample"), .text(sample.customer.text), .text(sample.verdict),
                (sample.cost?.description).map(Table.Cell.text) ?? .missing,
                .text(sample.why.joined(separator: language.wording("; ", "；"))),
            ])
        }
        return try table.text(as: format)
    }

    private var readable: String {
        get throws {
            var text = language.wording(
                "\(rule.name.english) (\(rule.id)) as of \(asOf)\n\n",
                "\(rule.name.chinese) (\(rule.id))，截至\(asOf)\n\n"
            )
            var table = Table(language == .english ? ["figure", "value"] : ["指标", "数值"])
            for figure in figures { table.append([.text(figure.name[language]), figure.value]) }
            text += try table.text(as: .table)
            if !refusals.isEmpty { text += language.wording("\nRefusals by reason\n", "\n未发放的原因\n") }
            let width = refusals.map { String($0.refusals.count).count }.max() ?? 0
            for group in refusals {
                let count = String(group.refusals.count)
                let (kind, first) = (group.kind.title, group.refusals[0].customer)
                let example = language.wording(
                    "\(kind.english), such as \(first): \(group.example)",
                    "\(kind.chinese)，例如\(first)：\(group.example)"
                )
                text += "  \(String(repeating: " ", count: width - count.count))\(count)  \(example)\n"
            }
            if !samples.isEmpty { text += language.wording("\nSamples\n", "\n抽样\n") }
            for sample in samples {
                text += "  \(sample.customer)  \(sample.shown)\n" + sample.why.map { "    \($0)\n" }.joined()
            }
            return text
        }
    }
}
