import GiftModel
import GiftPolicy
import Segmentation

extension DecisionExplanation {
    /// What is decided in `subject`, with every check of every rule if `isThorough`.
    init(of subject: CustomerDecision, thoroughly isThorough: Bool, in language: Language) {
        let (document, decision) = (subject.policy.document, subject.decision)
        self.init(of: decision.customer, asOf: decision.asOf, by: document, in: language)
        addDuties(in: subject)
        let refusals = Dictionary(decision.refusals.map { ($0.rule, $0) }) { first, _ in first }
        for rule in document.rules {
            let candidate = decision.candidates.first { $0.rule == rule.id }
            if let candidate {
                add(candidate, of: rule)
            } else if let refusal = refusals[rule.id] {
                add(refusal, of: rule)
            }
            if isThorough { addChecks(of: rule, in: subject) }
            if let candidate { addGifts(of: candidate, in: subject) }
            if candidate != nil || refusals[rule.id]?.kind == .unfunded {
                addGiftRefusals(by: rule, in: subject)
            }
        }
    }

    private func texts(_ reasons: [Reason]) -> [String] { reasons.map { $0.text(in: language, from: .policy) } }

    private func title(of rule: Rule) -> String { "\(rule.name[language]) (\(rule.id))" }

    /// What is owed to a customer who complained, and by when.
    private mutating func addDuties(in subject: CustomerDecision) {
        guard let id = subject.facts.record?.zone ?? policy.defaults.zone, let zone = subject.circumstances.zones[id]
        else { return }
        for duty in subject.decision.duties {
            let words = texts([duty.reason(in: zone)])
            add(
                Line(
                    topic: .duty,
                    item: duty.complaint.text,
                    verdict: duty.doneAt != nil ? "done" : duty.isOverdue ? "overdue" : "open",
                    shown: "\(duty.complaint)" + language.wording(": ", "：") + words.joined(),
                    value: duty.duty.rawValue,
                    why: words
                )
            )
        }
    }

    private mutating func add(_ candidate: Candidate, of rule: Rule) {
        let day = candidate.dispatch.day
        add(
            Line(
                topic: .rule,
                rule: rule.id,
                verdict: "candidate",
                shown: language.wording(
                    "\(title(of: rule)): a gift may leave on \(day)",
                    "\(title(of: rule))：礼品可于\(day)发出"
                ),
                value: day.description,
                why: texts(candidate.reasons)
            )
        )
    }

    private mutating func add(_ refusal: Refusal, of rule: Rule) {
        let kind = refusal.kind.title[language]
        let earliest = refusal.earliest.map { language.wording(", not before \($0.day)", "，最早\($0.day)") } ?? ""
        add(
            Line(
                topic: .rule,
                rule: rule.id,
                verdict: refusal.kind.rawValue,
                shown: title(of: rule) + language.wording(": \(kind.lowercased())", "：\(kind)") + earliest,
                earliest: refusal.earliest?.day,
                why: texts(refusal.reasons)
            )
        )
    }

    /// The gifts that fit, with the parts of their worth.
    private mutating func addGifts(of candidate: Candidate, in subject: CustomerDecision) {
        for option in candidate.options {
            let name = subject.circumstances.catalog[option.gift]?.name[language] ?? option.gift.text
            let (cost, worth) = (option.cost.expected, option.worth.total)
            let approvals = policy.approvals.filter { option.approvals.contains($0.id) }
                .map { rule in
                    let roles = rule.roles.sorted().map { $0.title[language] }
                    let whom = roles.joined(separator: language.wording(" or ", "或"))
                    return language.wording("to be approved by \(whom) (\(rule.id))", "须经\(whom)审批（\(rule.id)）")
                }
            add(
                Line(
                    topic: .gift,
                    rule: candidate.rule,
                    item: option.gift.text,
                    verdict: "offered",
                    shown: language.wording("\(name), \(cost), worth \(worth)", "\(name)，\(cost)，估值\(worth)"),
                    value: cost.description,
                    why: approvals
                        + (option == candidate.options[0]
                            ? texts(subject.policy.reasons(for: option, of: candidate)) : [])
                )
            )
        }
    }

    /// The gifts that cannot be given.
    private mutating func addGiftRefusals(by rule: Rule, in subject: CustomerDecision) {
        let refusals = subject.policy.giftRefusals(by: rule.id, for: subject.facts, under: subject.circumstances) ?? []
        for refusal in refusals {
            let name = subject.circumstances.catalog[refusal.gift]?.name[language] ?? refusal.gift.text
            let why = texts(refusal.reasons)
            let earliest = refusal.earliest.map { language.wording(", not before \($0.day)", "，最早\($0.day)") } ?? ""
            add(
                Line(
                    topic: .giftRefused,
                    rule: rule.id,
                    item: refusal.gift.text,
                    verdict: "refused",
                    shown: name + language.wording(": ", "：") + why.joined(separator: language.wording("; ", "；"))
                        + earliest,
                    earliest: refusal.earliest?.day,
                    why: why
                )
            )
        }
    }

    /// Every comparison of the rule's condition, and what would turn the answer.
    private mutating func addChecks(of rule: Rule, in subject: CustomerDecision) {
        guard let answer = subject.policy.answer(ofRule: rule.id, for: subject.facts.attributes) else { return }
        for comparison in answer.comparisons {
            let asked =
                comparison.isNegated
                ? language.wording("not (\(comparison.text.english))", "非（\(comparison.text.chinese)）")
                : comparison.text[language]
            let (value, distance) = (comparison.actual?.text(in: language), comparison.distance?.text(in: language))
            let actual =
                value.map { language.wording("is \($0)", "实际为\($0)") }
                ?? (comparison.passes == .unknown ? language.wording("not known", "未知") : nil)
            let away = distance.map { language.wording("\($0) away", "相差\($0)") }
            let parts = ["\(comparison.passes.mark) \(asked)", actual, away].compactMap(\.self)
            add(
                Line(
                    topic: .check,
                    rule: rule.id,
                    item: subject.policy.document.place(ofConditionsAt: comparison.path),
                    verdict: comparison.passes.name,
                    shown: parts.joined(separator: language.wording(", ", "，")),
                    value: value,
                    expected: comparison.expected?.text(in: language),
                    distance: distance,
                    why: [asked]
                )
            )
        }
        for (number, turn) in answer.turns.turns.prefix(3).enumerated() {
            let words = turn.changes.map { change in
                let distance = change.distance?.text(in: language)
                return change.text[language]
                    + (distance.map { language.wording(" (\($0) away)", "（相差\($0)）") } ?? "")
            }
            add(
                Line(
                    topic: .change,
                    rule: rule.id,
                    item: "\(number + 1)",
                    verdict: answer.truth == .holds ? "leaves" : "enters",
                    shown: words.joined(separator: language.wording(" and ", "，且")),
                    why: words
                )
            )
        }
    }
}

extension Truth {
    /// The truth as one sign.
    fileprivate var mark: String {
        switch self {
        case .holds: "✓"
        case .fails: "✗"
        case .unknown: "?"
        }
    }

    fileprivate var name: String {
        switch self {
        case .holds: "yes"
        case .fails: "no"
        case .unknown: "unknown"
        }
    }
}
