import GiftModel
import GiftPolicy
import Segmentation

/// One decision on a card: for whom, what came of it, by which rule and why.
struct SampleDecision {
    let customer: String
    let style: String
    let badge: String
    var gift: String?
    var cost: String?
    var rule: String?
    let reasons: [String]
    /// The parts of which the gift's worth is made up.
    var worth: String?
    var earliest: String?
}

extension SampleDecision {
    init(_ source: SampleSource, of run: PlanRun, in language: Language) {
        func texts(_ reasons: [Reason]) -> [String] { reasons.map { $0.text(in: language, from: .policy) } }
        func name(of rule: Rule.ID) -> String {
            run.shop.policy.document.rules.first { $0.id == rule }?.name[language] ?? rule.text
        }
        switch source {
        case .grant(let grant):
            let gift = run.catalog[grant.gift]?.name[language] ?? grant.gift.text
            let isPartOfWorth = { (reason: Reason) in reason["worth"] != nil && reason["gift"] == nil }
            let parts = texts(grant.reasons.filter(isPartOfWorth)).joined(separator: language.wording("; ", "；"))
            self.init(
                customer: grant.customer.text,
                style: "granted",
                badge: language.wording("Gift", "发放"),
                gift: gift,
                cost: Figure.money(grant.cost.expected),
                rule: name(of: grant.rule.rule),
                reasons: texts(grant.reasons.filter { !isPartOfWorth($0) }),
                worth: parts.isEmpty ? nil : language.wording("Worth: \(parts)", "估值：\(parts)")
            )
        case .refusal(let refusal):
            self.init(
                customer: refusal.customer.text,
                style: refusal.kind == .notDue ? "waiting" : "refused",
                badge: refusal.kind.title[language],
                rule: name(of: refusal.rule),
                reasons: texts(refusal.reasons),
                earliest: refusal.earliest.map { language.wording("Not before \($0.day)", "最早\($0.day)") }
            )
        case .undetermined(let profile):
            self.init(
                customer: profile.customer.text,
                style: "waiting",
                badge: language.wording("Undetermined", "未定"),
                reasons: texts([profile.stage.reason])
            )
        }
    }
}
