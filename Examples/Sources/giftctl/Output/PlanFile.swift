import GiftModel
import GiftPolicy
import Segmentation

/// The plan as `plan.json` holds it: the stored form of every grant, with its reasons in words.
struct PlanFile: Encodable {
    let format = "gift-plan/1"
    let asOf: CalendarDate
    let policy: PolicyReference
    let budget: Budget
    let ruleBudgets: [RuleBudget]
    let grants: [Grant]
    let refused: [Refused]
    /// Rules whose wait ends on the next day if nothing else happens; their other reasons may remain.
    let waitEndsNextDay: [Refused]
    /// Customers of whom no purchase is known, so that nothing was decided for them.
    let undetermined: [Customer.ID]
    let rejectedRows: [RejectedRow]

    struct Budget: Encodable {
        let limit: Money
        let committed: Money
    }

    struct RuleBudget: Encodable {
        let rule: Rule.ID
        let budget: Budget
    }

    struct Grant: Encodable {
        let id: GiftGrant.ID
        let giftName: LocalizedText
        let grant: GrantTerms
        let why: Why
    }

    struct Refused: Encodable {
        let customer: Customer.ID
        let rule: Rule.ID
        let kind: Refusal.Kind
        let earliest: CalendarDate?
        let why: Why

        init(_ refusal: Refusal) {
            self.customer = refusal.customer
            self.rule = refusal.rule
            self.kind = refusal.kind
            self.earliest = refusal.earliest?.day
            self.why = Why(refusal.reasons)
        }
    }

    /// Reasons in words, one sentence each.
    struct Why: Encodable {
        let en: [String]
        let zh: [String]

        init(_ reasons: [Reason]) {
            self.en = reasons.map { $0.text(in: .english, from: .policy) }
            self.zh = reasons.map { $0.text(in: .chinese, from: .policy) }
        }
    }

    init(_ run: PlanRun) {
        self.asOf = run.asOf
        self.policy = run.plan.policy
        self.budget = Budget(run.plan.budget)
        self.ruleBudgets = run.plan.ruleBudgets.sorted { $0.key < $1.key }
            .map { RuleBudget(rule: $0.key, budget: Budget($0.value)) }
        self.grants = run.plan.grants.map { grant in
            let name = run.catalog[grant.gift]?.name ?? LocalizedText(english: "", chinese: "")
            return Grant(id: grant.id, giftName: name, grant: grant, why: Why(grant.reasons))
        }
        self.refused = run.plan.refusals.map(Refused.init)
        self.waitEndsNextDay = run.waitEndsNextDay.map(Refused.init)
        self.undetermined = run.profiles.filter { $0.stage.stage == nil }.map(\.customer)
        self.rejectedRows = run.rejected
    }
}

extension PlanFile.Budget {
    fileprivate init(_ use: BudgetUse) {
        self.limit = use.limit
        self.committed = use.committed
    }
}
