import GiftModel
import Segmentation

extension PolicyDocument {
    /// Every fault in this document, in its order; empty when it is a policy.
    ///
    /// - Complexity: O(*n*) in the size of the document, and that of a decision for each example.
    public var faults: [PolicyFault] {
        var check = PolicyCheck(tiers: tiers)
        check.range(version, 1...Int64.max, at: "/version")
        let names = Set(rules.map(\.id))
        let (approvers, currency) = (Set(approvals.map(\.id)), tiers.currency)
        for fault in Guard.faults(of: guards, among: names, approvers) {
            check.report(.compliance(fault.problem), at: "/guards\(fault.path)")
        }
        for fault in ApprovalRule.faults(of: approvals, in: currency, named: guards) {
            check.report(.compliance(fault.problem), at: "/approvals\(fault.path)")
        }
        for fault in Cap.faults(of: caps, among: names) { check.report(.cap(fault.problem), at: "/caps\(fault.path)") }
        for fault in ConflictGroup.faults(of: groups, among: names) {
            check.report(.cap(fault.problem), at: "/groups\(fault.path)")
        }
        check.activity(complaints?.faults ?? [], at: "/complaints")
        for fault in HoldOut.faults(of: holdOuts, among: names) {
            check.report(.experiment(fault.problem), at: "/holdOuts\(fault.path)")
        }
        for fault in Experiment.faults(of: experiments, beside: holdOuts) {
            check.report(.experiment(fault.problem), at: "/experiments\(fault.path)")
        }
        check.amount(budget, at: "/budget")
        let conditions = conditions.errors
            .map { PolicyFault(path: place(ofConditionsAt: $0.path), problem: .condition($0.problem)) }
        check.faults += conditions.filter { !$0.path.hasPrefix("/rules/") }
        var seen: Set<Rule.ID> = [Rule.byHand]
        for (index, rule) in rules.enumerated() {
            if !seen.insert(rule.id).inserted { check.report(.duplicateRule(rule.id), at: "/rules/\(index)/id") }
            check.rule(rule, with: conditions.filter { $0.path.hasPrefix("/rules/\(index)/") }, at: "/rules/\(index)")
            for fault in rule.arm?.faults(among: experiments) ?? [] {
                check.report(.experiment(fault.problem), at: "/rules/\(index)/arm\(fault.path)")
            }
        }
        for fault in exampleFaults { check.report(.example(fault.problem), at: "/examples\(fault.path)") }
        // Only a policy without other faults can be asked what it says.
        guard check.faults.isEmpty else { return check.faults }
        for fault in contradictions { check.report(.example(fault.problem), at: "/examples\(fault.path)") }
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
        if let schedule = rule.schedule { calendar(schedule.faults, at: "\(path)/schedule") }
        faults += conditions
        if let restDays = rule.restDays { range(restDays, 1...Self.mostDays, at: "\(path)/restDays") }
        if let selection = rule.selection {
            self.selection(selection, at: "\(path)/gift")
        } else if rule.touches.isEmpty, rule.tasks.isEmpty {
            report(.nothingCalledFor, at: "\(path)/gift")
        }
        if let offer = rule.offer {
            self.offer(offer, at: "\(path)/offer")
        } else if rule.selections.contains(where: { $0.choices > 1 }) {
            report(.choiceWithoutOffer, at: "\(path)/gift")
        }
        if let budget = rule.budget { amount(budget, at: "\(path)/budget") }
        for fault in rule.callFaults { report(.touch(fault.problem), at: path + fault.path) }
    }

    mutating func offer(_ offer: OfferPlan, at path: String) {
        range(offer.claimDays, 1...Self.mostDays, at: "\(path)/claimDays")
        var seen: Set<Int64> = []
        for days in offer.reminderDays {
            if days < 1 || days >= offer.claimDays {
                report(.reminderOutsideOffer(days, claimDays: offer.claimDays), at: "\(path)/reminderDays")
            }
            if !seen.insert(days).inserted { report(.repeatedReminder(days), at: "\(path)/reminderDays") }
        }
    }

    mutating func selection(_ selection: GiftSelection, at path: String) {
        if selection.prices.isEmpty { report(.noPrice, at: "\(path)/prices") }
        for (index, price) in selection.prices.enumerated() {
            let isOnly = selection.prices.count == 1 && price.tiers.isEmpty
            let place = isOnly ? path : "\(path)/prices/\(index)"
            for tier in price.tiers.sorted() where !tiers.tiers.contains(where: { $0.id == tier }) {
                report(.unknownTier(tier), at: "\(place)/tiers")
            }
            amount(price.lowest, at: "\(place)/from")
            amount(price.highest, at: "\(place)/through")
            if price.lowest.minorUnits > price.highest.minorUnits {
                report(.emptyPriceRange(from: price.lowest, through: price.highest), at: "\(place)/through")
            }
        }
        if let days = selection.repeatDays { range(days, 1...Self.mostDays, at: "\(path)/repeatDays") }
        range(selection.choices, 1...10, at: "\(path)/choices")
        for (index, other) in selection.substitutes.enumerated() {
            self.selection(other, at: "\(path)/otherwise/\(index)")
        }
    }

    mutating func activity(_ faults: [ActivityFault], at path: String) {
        for fault in faults { report(.activity(fault.problem), at: path + fault.path) }
    }

    mutating func calendar(_ faults: [CalendarFault], at path: String) {
        for fault in faults { report(.calendar(fault.problem), at: path + fault.path) }
    }

    mutating func trigger(_ trigger: Trigger, at path: String) {
        switch trigger {
        case .anniversary(let trigger): calendar(trigger.faults, at: "\(path)/anniversary")
        case .birthday(let trigger): calendar(trigger.faults, at: "\(path)/birthday")
        case .campaign(let trigger): calendar(trigger.faults, at: "\(path)/campaign")
        case .cart(let trigger): activity(trigger.faults(in: tiers.currency), at: "\(path)/cart")
        case .event: break
        case .firstOrder(let days): range(days, 1...Self.mostDays, at: "\(path)/firstOrder/withinDays")
        case .holiday(let trigger): calendar(trigger.faults, at: "\(path)/holiday")
        case .inactive(let days, _): range(days, 1...Self.mostDays, at: "\(path)/inactive/moreThanDays")
        case .moment(let trigger): activity(trigger.faults, at: "\(path)/moment")
        case .periodic(let trigger): calendar(trigger.faults, at: "\(path)/periodic")
        case .recovery(let trigger): activity(trigger.faults, at: "\(path)/recovery")
        case .rhythm(let trigger): activity(trigger.faults, at: "\(path)/rhythm")
        case .signal(let trigger): activity(trigger.faults, at: "\(path)/signal")
        case .spend(let trigger): activity(trigger.faults(in: tiers.currency), at: "\(path)/spend")
        case .tierReached(let tier, let days):
            if !tiers.rungs.contains(where: { $0.tier.id == tier }) {
                report(.unknownTier(tier), at: "\(path)/tierReached/tier")
            }
            range(days, 1...Self.mostDays, at: "\(path)/tierReached/withinDays")
        case .welcome(let trigger): activity(trigger.faults, at: "\(path)/welcome")
        }
    }
}
