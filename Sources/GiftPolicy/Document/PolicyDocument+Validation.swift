import GiftModel
import Segmentation

extension PolicyDocument {
    /// Every fault in this document, in its order; empty when it is a policy.
    ///
    /// - Complexity: O(*n*) in the size of the document.
    public var faults: [PolicyFault] {
        var check = PolicyCheck(tiers: tiers)
        check.range(version, 1...Int64.max, at: "/version")
        check.range(cap.gifts, 1...1000, at: "/cap/gifts")
        check.range(cap.days, 1...PolicyCheck.mostDays, at: "/cap/days")
        check.amount(budget, at: "/budget")
        let conditions = conditions.errors
            .map { PolicyFault(path: place(ofConditionsAt: $0.path), problem: .condition($0.problem)) }
        check.faults += conditions.filter { !$0.path.hasPrefix("/rules/") }
        var seen: Set<Rule.ID> = []
        for (index, rule) in rules.enumerated() {
            if !seen.insert(rule.id).inserted { check.report(.duplicateRule(rule.id), at: "/rules/\(index)/id") }
            check.rule(rule, with: conditions.filter { $0.path.hasPrefix("/rules/\(index)/") }, at: "/rules/\(index)")
        }
        return check.faults
    }
}

/// The faults found so far, and the questions that find them.
private struct PolicyCheck {
    static let mostDays: Int64 = 36_500

    let tiers: TierLadder
    var faults: [PolicyFault] = []

    init(tiers: TierLadder) { self.tiers = tiers }

    mutating func report(_ problem: PolicyFault.Problem, at path: String) {
        faults.append(PolicyFault(path: path, problem: problem))
    }

    mutating func range(_ number: Int64, _ range: ClosedRange<Int64>, at path: String) {
        guard !range.contains(number) else { return }
        report(.outOfRange(number, lowest: range.lowerBound, highest: range.upperBound), at: path)
    }

    mutating func currency(_ money: Money, at path: String) {
        guard money.currency != tiers.currency else { return }
        report(.currencyMismatch(money.currency, expected: tiers.currency), at: path)
    }

    mutating func amount(_ money: Money, at path: String) {
        currency(money, at: path)
        if money.minorUnits < 0 { report(.negativeAmount(money), at: path) }
    }

    mutating func rule(_ rule: Rule, with conditions: [PolicyFault], at path: String) {
        range(rule.priority, 0...100, at: "\(path)/priority")
        trigger(rule.trigger, at: "\(path)/on")
        faults += conditions
        if let restDays = rule.restDays { range(restDays, 1...Self.mostDays, at: "\(path)/restDays") }
        let (lowest, highest) = (rule.selection.lowest, rule.selection.highest)
        amount(lowest, at: "\(path)/gift/from")
        amount(highest, at: "\(path)/gift/through")
        if lowest.minorUnits > highest.minorUnits {
            report(.emptyPriceRange(from: lowest, through: highest), at: "\(path)/gift/through")
        }
        if let budget = rule.budget { amount(budget, at: "\(path)/budget") }
    }

    mutating func trigger(_ trigger: Trigger, at path: String) {
        switch trigger {
        case .firstOrder(let days): range(days, 1...Self.mostDays, at: "\(path)/firstOrder/withinDays")
        case .inactive(let days): range(days, 1...Self.mostDays, at: "\(path)/inactive/moreThanDays")
        case .tierReached(let tier, let days):
            if !tiers.rungs.contains(where: { $0.tier.id == tier }) {
                report(.unknownTier(tier), at: "\(path)/tierReached/tier")
            }
            range(days, 1...Self.mostDays, at: "\(path)/tierReached/withinDays")
        }
    }
}
