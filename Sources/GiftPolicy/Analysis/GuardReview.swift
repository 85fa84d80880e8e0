import GiftModel

/// What is to be said about rules that guards forbid or that have to wait for an approval.
struct GuardReview {
    private let review: PolicyReview

    init(_ review: PolicyReview) { self.review = review }

    /// Returns what is to be said about a rule that is for somebody, and may give this to customers of each tier.
    func findings(of rule: Int, _ cases: [TierCase]) -> [PolicyFinding] {
        let exclusions = exclusions(of: rule)
        return exclusions.isEmpty ? limits(of: rule, cases) + approvals(of: rule, cases) : exclusions
    }

    /// The first exclusion that forbids everything to everybody whom the rule is for.
    private func exclusions(of rule: Int) -> [PolicyFinding] {
        let own = review.document.rules[rule]
        return review.document.guards.indices.lazy
            .filter { index in
                guard case .exclusion(_, let exceptions) = review.document.guards[index].kind else { return false }
                return !exceptions.covers(own.occasion, by: own.id)
                    && review.isSubsumed(rule, byGuard: index) == .holds
            }
            .prefix(1)
            .map { index in
                PolicyFinding(
                    at: "/rules/\(rule)",
                    .forbidden(own.id, by: review.document.guards[index].id),
                    because: ["/rules/\(rule)/when", "/guards/\(index)"],
                    for: review.analysis.witness(of: rule, and: rule)
                )
            }
    }

    /// The limits that nobody may lift and within which the rule has no gift for those for whom they stand.
    ///
    /// A limit of nothing is meant to forbid, and is told of a rule only that is for nobody else.
    private func limits(of rule: Int, _ cases: [TierCase]) -> [PolicyFinding] {
        review.document.guards.enumerated()
            .flatMap { index, source -> [PolicyFinding] in
                guard case .limit(let limit) = source.kind, limit.override == .never,
                    let most = limit.most(in: review.currency),
                    most.minorUnits > 0 || review.isSubsumed(rule, byGuard: index) == .holds
                else { return [] }
                let barred = cases.filter { one in
                    review.overlap(rule, ofTier: one.tier, withGuard: index) == .holds && one.cheapest != nil
                        && !one.hasGift(through: most, allowsZeroCost: limit.allowsZeroCost)
                }
                let recipients = source.audience.recipientTitle
                return barred.byPrice.compactMap { place, some in
                    let check = PriceCheck(
                        for: some.count == cases.count
                            ? recipients : recipients.narrowed(to: review.names(of: some)),
                        through: most
                    )
                    let path = review.place(ofPrice: place, of: rule)
                    return check.finding(among: some.flatMap { $0.costs(above: most) }, at: path)?
                        .with(
                            paths: [path, "/guards/\(index)"],
                            witness: review.witness(of: rule, ofTier: some[0].tier, withGuard: index)
                        )
                }
            }
    }

    /// The prices of a rule that answers at once at which every gift has to wait for an approval.
    private func approvals(of rule: Int, _ cases: [TierCase]) -> [PolicyFinding] {
        let own = review.document.rules[rule]
        let thresholds = review.document.approvals.enumerated()
            .compactMap { index, approval in approval.atLeast.map { (index: index, amount: $0) } }
            .filter { $0.amount.currency == review.currency }
        guard own.trigger.answersAtOnce,
            let first = thresholds.min(by: { ($0.amount.minorUnits, $0.index) < ($1.amount.minorUnits, $1.index) })
        else { return [] }
        return cases.byPrice.compactMap { place, cases in
            guard let place, let selection = own.selection else { return nil }
            let costs =
                review.catalog == nil
                ? [selection.prices[place].lowest] : cases.flatMap { $0.costs?.own ?? [] }
            guard let lowest = costs.min(by: { $0.minorUnits < $1.minorUnits }) else { return nil }
            let path = review.place(ofPrice: place, of: rule)
            return PolicyFinding.approvalAtOnce(
                own.id,
                for: review.names(of: cases) ?? .everybody,
                from: lowest,
                threshold: first.amount,
                at: path
            )?
            .with(
                paths: ["/rules/\(rule)/on", path, "/approvals/\(first.index)/atLeast"],
                witness: review.witness(of: rule, in: cases)
            )
        }
    }

    /// The approvals that nobody can give, as far as it is known who may.
    var approverFindings: [PolicyFinding] {
        guard let people = review.background.approvers else { return [] }
        return review.document.approvals.enumerated()
            .compactMap { index, approval in
                let roles = approval.roles.sorted()
                return ApproverCheck(
                    LocalizedText(listing: roles.map { LocalizedText(quoting: $0.title, $0.name.text) }),
                    approvers: roles.reduce(into: []) { $0.formUnion(people[$1] ?? []) },
                    requesters: review.background.requesters
                )
                .finding(at: "/approvals/\(index)/by")
            }
    }
}

extension GiftLimit {
    /// Returns the most that one gift may cost, or `nil` when that is in another currency or not limited.
    fileprivate func most(in currency: Currency) -> Money? {
        [perGift, total?.amount].compactMap(\.self).filter { $0.currency == currency }
            .min { $0.minorUnits < $1.minorUnits }
    }
}

extension TierCase {
    /// Returns whether one of the gifts costs at most as much; without a catalog, whether one may.
    fileprivate func hasGift(through most: Money, allowsZeroCost: Bool) -> Bool {
        let least: Int64 = allowsZeroCost ? 0 : 1
        guard let costs else {
            return prices.contains { max($0.lowest.minorUnits, least) <= min($0.highest.minorUnits, most.minorUnits) }
        }
        return costs.all.contains { least <= $0.minorUnits && $0.minorUnits <= most.minorUnits }
    }

    /// Returns what gifts cost that are too dear; without a catalog, what they cost at least.
    fileprivate func costs(above most: Money) -> [Money] {
        (costs.map(\.all) ?? prices.map(\.lowest)).filter { most.minorUnits < $0.minorUnits }
    }
}

extension GuardAudience {
    /// Whom it is for, as a subject.
    fileprivate var recipientTitle: LocalizedText {
        let kinds = LocalizedText(listing: recipients.sorted().map { LocalizedText(quoting: $0.title, $0.name.text) })
        let whom = recipients.isEmpty ? .everybody : kinds
        guard !jurisdictions.isEmpty else { return whom }
        let countries = jurisdictions.sorted().map(\.letters)
        return LocalizedText(
            english: "\(whom.english) under the law of \(countries.joined(separator: ", "))",
            chinese: "适用\(countries.joined(separator: "、"))法律的\(whom.chinese)"
        )
    }
}

extension LocalizedText {
    /// The same, and in brackets which of them.
    fileprivate func narrowed(to others: LocalizedText?) -> LocalizedText {
        guard let others else { return self }
        return LocalizedText(english: "\(english) (\(others.english))", chinese: "\(chinese)（\(others.chinese)）")
    }
}
