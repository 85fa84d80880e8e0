import GiftModel

/// What is to be said about the gifts of rules, their prices and what they may cost together.
struct GiftReview {
    private let review: PolicyReview

    init(_ review: PolicyReview) { self.review = review }

    /// Returns what is to be said about the gifts of a rule that is for somebody, tier by tier.
    func findings(of rule: Int, _ cases: [TierCase]) -> [PolicyFinding] {
        guard !cases.isEmpty else { return [] }
        return nothingGiven(by: rule, cases) + emptyRanges(of: rule, cases) + budget(of: rule, cases)
    }

    /// That no price is for anybody whom the rule is for.
    private func nothingGiven(by rule: Int, _ cases: [TierCase]) -> [PolicyFinding] {
        // Without prices there is no gift to give, or the document has a fault.
        let hasPrices = review.document.rules[rule].selection?.prices.isEmpty == false
        guard hasPrices, cases.allSatisfy(\.prices.isEmpty) else { return [] }
        let problem = PolicyFinding.Problem.noGiftFits(
            review.names(of: cases) ?? .everybody,
            cheapest: nil,
            from: nil,
            through: nil
        )
        let path = "/rules/\(rule)/gift/prices"
        return [
            PolicyFinding(
                at: path,
                problem,
                because: [path, "/rules/\(rule)/when"],
                for: review.witness(of: rule, in: cases)
            )
        ]
    }

    /// The prices at which the catalog has no gift, nor one of the substitutes.
    private func emptyRanges(of rule: Int, _ cases: [TierCase]) -> [PolicyFinding] {
        guard let catalog = review.catalog, let selection = review.document.rules[rule].selection else { return [] }
        let empty = cases.filter { $0.place != nil && ($0.costs?.all.isEmpty ?? false) }
        return empty.byPrice.compactMap { place, cases in
            guard let place else { return nil }
            let price = selection.prices[place]
            let costs = cases.flatMap {
                review.candidates(
                    Array(catalog.gifts.indices),
                    of: selection,
                    in: catalog,
                    for: rule,
                    ofTier: review.tiers[$0.tier].id
                )
            }
            let names = review.names(of: cases) ?? .everybody
            return PriceCheck(for: names, from: price.lowest, through: price.highest)
                .finding(
                    among: costs.filter { price.excess(of: $0).minorUnits != 0 },
                    at: review.place(ofPrice: place, of: rule)
                )?
                .with(witness: review.witness(of: rule, in: cases))
        }
    }
}

extension GiftReview {
    private func budget(of rule: Int, _ cases: [TierCase]) -> [PolicyFinding] {
        guard let budget = review.document.rules[rule].budget, let demand = demand(of: rule, cases) else { return [] }
        let check = BudgetCheck(budget: budget, demands: [demand])
        return [check?.finding(at: "/rules/\(rule)/budget")].compactMap(\.self)
    }

    /// That the budget of the policy is too small for all rules of which is known how many customers they serve.
    func totalFindings(of rules: [Int]) -> [PolicyFinding] {
        guard !review.background.audiences.isEmpty else { return [] }
        let demands = rules.compactMap { demand(of: $0, review.cases(of: $0)) }
        let check = BudgetCheck(budget: review.document.budget, demands: demands)
        return [check?.finding(at: "/budget")].compactMap(\.self)
    }

    private func demand(of rule: Int, _ cases: [TierCase]) -> BudgetCheck.Demand? {
        guard let customers = review.background.audiences[review.document.rules[rule].id],
            let cheapest = cases.compactMap(\.cheapest).min(by: { $0.minorUnits < $1.minorUnits })
        else { return nil }
        return BudgetCheck.Demand(cheapest: cheapest, customers: customers)
    }
}
