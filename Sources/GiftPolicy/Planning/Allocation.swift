import GiftModel

/// A plan in the making: what is committed so far, and what is left.
struct Allocation {
    private let policy: Policy
    private let rules: [Rule.ID: Rule]
    private var budget: BudgetUse
    private var ruleBudgets: [Rule.ID: BudgetUse]
    private let catalog: Catalog
    private var stock: [Gift.ID: Int64]
    private var grants: [Customer.ID: [GrantTerms]] = [:]
    private var books: [Customer.ID: CapBook] = [:]
    /// What guards look at, of customers to whom something is given already.
    private var guards: [Customer.ID: GuardCase] = [:]
    private var refusals: [Refusal] = []

    /// A plan that goes on where budgets stand; where none are told of the rules, they have all of theirs.
    init(policy: Policy, catalog: Catalog, budget: BudgetUse, ruleBudgets: [Rule.ID: BudgetUse]? = nil) {
        self.policy = policy
        self.rules = Dictionary(uniqueKeysWithValues: policy.document.rules.map { ($0.id, $0) })
        self.budget = budget
        self.ruleBudgets = ruleBudgets ?? rules.compactMapValues(\.budget).mapValues(BudgetUse.init)
        self.stock = Dictionary(uniqueKeysWithValues: catalog.gifts.map { ($0.id, $0.stock) })
        for set in catalog.sets { stock[set.box.id] = set.box.stock }
        self.catalog = catalog
    }

    /// The plan as it stands.
    var plan: GiftPlan {
        GiftPlan(
            policy: policy.reference,
            budget: budget,
            ruleBudgets: ruleBudgets,
            grants: grants.values.joined()
                .sorted { left, right in
                    left.customer == right.customer
                        ? left.occurrence.occasion.name < right.occurrence.occasion.name
                        : left.customer < right.customer
                },
            refusals: refusals.sorted { left, right in
                left.customer == right.customer ? left.rule < right.rule : left.customer < right.customer
            }
        )
    }

    /// Grants the best option of `candidate` that can be had, or refuses the candidate and says why.
    mutating func settle(_ candidate: Candidate, of decision: Decision) {
        let given = grants[decision.customer, default: []]
        if let same = given.first(where: { $0.occurrence == candidate.occurrence }) {
            return refuse(
                candidate,
                .suppressed,
                [Reason(PolicyReason.alreadyGiven, Fact("date", .date(same.plannedFor)))]
            )
        }
        guard let asked = decision.asked, let book = books[decision.customer] ?? decision.caps else {
            preconditionFailure("a decision with candidates knows its caps")
        }
        let occasion = candidate.occurrence.occasion
        // What this plan gives counts under limits; without it the decision has asked already.
        let known = guards[decision.customer]
        let lawful = known?.lawful(candidate.options) ?? LawfulOptions(options: candidate.options)
        guard !lawful.options.isEmpty else {
            let earliest = known.flatMap { $0.opening(of: lawful) }
            return refuse(candidate, .blocked, lawful.verdicts.first?.reasons ?? [], earliest: earliest)
        }
        let allowed = book.allowed(lawful.options, on: occasion, by: candidate.rule, from: catalog)
        guard !allowed.options.isEmpty else {
            return refuse(
                candidate,
                .suppressed,
                allowed.first.reasons(calling: policy.name(ofRule:)),
                earliest: allowed.earliest
            )
        }
        guard let option = allowed.options.first(where: { isInStock($0) && isAffordable($0, for: candidate) }) else {
            return refuse(candidate, .unfunded, [shortage(of: allowed.options, for: candidate)])
        }
        let alternatives = alternatives(to: option, among: allowed.options, for: candidate)
        commit(option, or: alternatives, for: candidate)
        books[decision.customer, default: book]
            .add(book.approach(of: option, on: occasion, by: candidate.rule, from: catalog))
        if policy.guards.addsUp, let known = asked.guards {
            guards[decision.customer, default: known]
                .add(dearest(of: option, or: alternatives), on: candidate.dispatch.day)
        }
    }

    private func isInStock(_ option: GiftOption) -> Bool { runOut(of: option) == nil }

    /// Returns what has run out of the gift and its parts, the gift first, or `nil` when it is there whole.
    private func runOut(of option: GiftOption) -> Gift.ID? {
        option.choice.pieces.first { stock[$0.gift, default: 0] < $0.quantity }?.gift
    }

    private func name(of gift: Gift.ID) -> LocalizedText {
        catalog[gift]?.name ?? LocalizedText(english: gift.text, chinese: gift.text)
    }

    private func isAffordable(_ option: GiftOption, for candidate: Candidate) -> Bool {
        let left = min(budget.leftMinorUnits, ruleBudgets[candidate.rule]?.leftMinorUnits ?? .max)
        return option.cost.expected.minorUnits <= left
    }

    /// Returns what the customer may choose instead of `option`: gifts that can be had and that nobody else has to
    /// approve, nor for a greater cost.
    ///
    /// Stock is not held for them; what has run out by then cannot be chosen any more.
    private func alternatives(
        to option: GiftOption,
        among options: [GiftOption],
        for candidate: Candidate
    ) -> [GiftOption] {
        guard candidate.choices > 1 else { return [] }
        let others = options.filter { other in
            other.gift != option.gift && isInStock(other) && isAffordable(other, for: candidate)
                && (other.approvals.isEmpty
                    || Set(option.approvals).isSuperset(of: other.approvals)
                        && other.cost.expected.minorUnits <= option.cost.expected.minorUnits)
        }
        return Array(others.prefix(Int(candidate.choices) - 1))
    }

    /// Returns the one that costs most, which budgets and limits count while the customer may still choose.
    private func dearest(of option: GiftOption, or alternatives: [GiftOption]) -> GiftOption {
        alternatives.reduce(option) { $0.cost.expected.minorUnits < $1.cost.expected.minorUnits ? $1 : $0 }
    }

    private mutating func commit(_ option: GiftOption, or alternatives: [GiftOption], for candidate: Candidate) {
        for piece in option.choice.pieces { stock[piece.gift, default: 0] -= piece.quantity }
        let dearest = dearest(of: option, or: alternatives).cost.expected
        budget.commit(dearest)
        ruleBudgets[candidate.rule]?.commit(dearest)
        let gift = Reason(
            PolicyReason.giftChosen,
            Fact("gift", .name(name(of: option.gift))),
            Fact("worth", .number(option.worth.total)),
            Fact("options", .number(Int64(candidate.options.count)))
        )
        let terms = GrantTerms(
            of: option.choice,
            on: candidate.occurrence,
            attempt: candidate.attempt,
            plannedFor: candidate.dispatch.day,
            by: RuleReference(policy: policy.reference, rule: candidate.rule),
            because: candidate.reasons + [gift] + policy.reasons(for: option, of: candidate)
                + policy.approvalReasons(for: option)
        )
        let offer = rules[candidate.rule]?.offer?
            .terms(from: candidate.dispatch.instant, or: alternatives.map(\.choice))
        grants[candidate.occurrence.customer, default: []].append(offer.map(terms.offering) ?? terms)
    }

    private mutating func refuse(
        _ candidate: Candidate,
        _ kind: Refusal.Kind,
        _ reasons: [Reason],
        earliest: Moment? = nil
    ) {
        refusals.append(
            Refusal(
                customer: candidate.occurrence.customer,
                rule: candidate.rule,
                kind: kind,
                account: .told(reasons, earliest: earliest)
            )
        )
    }

    /// Returns what is short of the `options` that guards and caps leave: stock before the rule's budget before the
    /// plan's.
    private func shortage(of options: [GiftOption], for candidate: Candidate) -> Reason {
        let inStock = options.filter(isInStock)
        guard let cheapest = inStock.min(by: { $0.cost.expected.minorUnits < $1.cost.expected.minorUnits }) else {
            let only = options[0]
            if options.count == 1, let part = runOut(of: only), part != only.gift {
                return Reason(
                    PolicyReason.partRunOut,
                    Fact("gift", .name(name(of: only.gift))),
                    Fact("part", .name(name(of: part)))
                )
            }
            return Reason(PolicyReason.outOfStock, Fact("options", .number(Int64(options.count))))
        }
        let rule = rules[candidate.rule]?.name ?? PolicyName.policyBudget
        let (name, use) =
            if let own = ruleBudgets[candidate.rule], cheapest.cost.expected.minorUnits > own.leftMinorUnits {
                (rule, own)
            } else {
                (PolicyName.policyBudget, budget)
            }
        return Reason(
            PolicyReason.budgetUsedUp,
            Fact("budget", .name(name)),
            Fact("left", .money(Money(minorUnits: use.leftMinorUnits, in: use.limit.currency))),
            Fact("cheapest", .money(cheapest.cost.expected))
        )
    }
}

extension BudgetUse {
    /// Commits `cost`, which the caller has seen to fit.
    fileprivate mutating func commit(_ cost: Money) {
        precondition(cost.minorUnits <= leftMinorUnits, "a budget is never overspent")
        committed = Money(minorUnits: committed.minorUnits + cost.minorUnits, in: limit.currency)
    }
}

extension GrantTerms {
    /// The same plan on the terms of an offer that a policy makes, of other gifts of its catalog.
    fileprivate func offering(_ offer: OfferTerms) -> GrantTerms {
        guard let offered = offered(offer) else { preconditionFailure("other gifts of one catalog can be chosen") }
        return offered
    }
}
