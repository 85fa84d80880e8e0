public import GiftModel

/// One thing that is wrong with guards or approval rules, and where.
public struct GuardFault: Hashable, Sendable {
    /// The place within what was checked, such as `/0/limit/perGift`.
    public let path: String
    /// What is wrong there.
    public let problem: Problem

    /// `problem` at `path`.
    public init(at path: String, _ problem: Problem) {
        self.path = path
        self.problem = problem
    }

    /// What can be wrong.
    @nonexhaustive
    public enum Problem: Hashable, Sendable {
        /// The number lies outside these bounds, both included.
        case outOfRange(Int64, lowest: Int64, highest: Int64)
        /// Another one has this name.
        case repeatedName(String)
        /// The policy has no rule of this name.
        case unknownRule(RuleReference.ID)
        /// The policy has no approval rule of this name.
        case unknownApproval(ApprovalRule.ID)
        /// The amount is below zero.
        case negativeAmount(Money)
        /// The amount is in another currency than the policy.
        case currencyMismatch(Currency, expected: Currency)
        /// A limit that limits nothing.
        case noLimit
        /// A stretch of no day.
        case emptyPeriod
        /// A list that must name something names nothing.
        case emptyList
        /// The approval rule has no amount, and no limit refers to it.
        case neverAsked
    }
}

extension GuardFault: CustomStringConvertible {
    public var description: String { "\(path): \(problem)" }
}

extension GuardFault.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .outOfRange(let number, let lowest, let highest): "`\(number)` is not \(lowest) through \(highest)"
        case .repeatedName(let name): "another one is called `\(name)`"
        case .unknownRule(let rule): "the policy has no rule `\(rule)`"
        case .unknownApproval(let rule): "the policy has no approval rule `\(rule)`"
        case .negativeAmount(let money): "`\(money)` is below zero"
        case .currencyMismatch(let found, let expected):
            "the amount is in `\(found)`, the policy is in `\(expected)`"
        case .noLimit: "a limit needs an amount or a count"
        case .emptyPeriod: "a stretch of time has a day at least"
        case .emptyList: "the list is empty"
        case .neverAsked: "without `atLeast` a limit must refer to it, and none does"
        }
    }
}

extension Guard {
    /// Every fault of `guards`, in their order, in a policy of these `rules` and `approvals`.
    ///
    /// The conditions of exclusions are checked with those of the policy, as ``segments(of:)`` has them.
    ///
    /// - Complexity: O(*n* log *n*) in the length of their lists.
    public static func faults(
        of guards: [Guard],
        among rules: Set<RuleReference.ID>,
        _ approvals: Set<ApprovalRule.ID>
    ) -> [GuardFault] {
        var seen: Set<ID> = []
        return guards.enumerated()
            .flatMap { index, source in
                var check = GuardCheck(rules: rules, approvals: approvals)
                if !seen.insert(source.id).inserted { check.report(.repeatedName(source.id.text), at: "/id") }
                check.kind(of: source)
                return check.faults.map { GuardFault(at: "/\(index)\($0.path)", $0.problem) }
            }
    }
}

/// The faults of one guard found so far.
private struct GuardCheck {
    let rules: Set<RuleReference.ID>
    let approvals: Set<ApprovalRule.ID>
    var faults: [GuardFault] = []

    mutating func report(_ problem: GuardFault.Problem, at path: String) {
        faults.append(GuardFault(at: path, problem))
    }

    mutating func range(_ number: Int64, _ range: ClosedRange<Int64>, at path: String) {
        guard !range.contains(number) else { return }
        report(.outOfRange(number, lowest: range.lowerBound, highest: range.upperBound), at: path)
    }

    mutating func amount(_ money: Money?, at path: String) {
        if let money, money.minorUnits < 0 { report(.negativeAmount(money), at: path) }
    }

    mutating func kind(of source: Guard) {
        switch source.kind {
        case .consent(let purposes): if purposes.isEmpty { report(.emptyList, at: "/consent") }
        case .exclusion(_, let exceptions): self.exceptions(exceptions, at: "/exclusion")
        case .openComplaint(let exceptions): self.exceptions(exceptions, at: "/openComplaint")
        case .limit(let limit): self.limit(limit)
        case .minimumAge(let limit): range(limit.years, 1...150, at: "/minimumAge/years")
        case .guardian(let rule): range(rule.under, 1...150, at: "/guardian/under")
        case .personalization: break
        }
    }

    private mutating func exceptions(_ exceptions: GuardExceptions, at path: String) {
        for rule in exceptions.rules.subtracting(rules).sorted() {
            report(.unknownRule(rule), at: "\(path)/exceptRules")
        }
    }

    private mutating func limit(_ limit: GiftLimit) {
        if limit.perGift == nil, limit.total == nil { report(.noLimit, at: "/limit") }
        amount(limit.perGift, at: "/limit/perGift")
        if let total = limit.total {
            if total.window == .rolling("P0D") { report(.emptyPeriod, at: "/limit/total/within") }
            if total.amount == nil, total.count == nil { report(.noLimit, at: "/limit/total") }
            amount(total.amount, at: "/limit/total/amount")
            if let count = total.count { range(count, 0...1000, at: "/limit/total/count") }
        }
        if case .approval(let rule) = limit.override, !approvals.contains(rule) {
            report(.unknownApproval(rule), at: "/limit/override/approval")
        }
        range(limit.rateDays, 0...366, at: "/limit/rateDays")
    }
}
