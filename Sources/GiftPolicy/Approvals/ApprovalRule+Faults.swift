public import GiftModel

extension ApprovalRule {
    /// Every fault of `rules`, in their order, in a policy whose amounts are in `currency`.
    ///
    /// - Parameter guards: The guards of the policy, whose limits may name rules.
    /// - Complexity: O(*n* log *n*) in the rules and guards.
    public static func faults(of rules: [ApprovalRule], in currency: Currency, named guards: [Guard]) -> [GuardFault] {
        let named = Set(guards.compactMap(\.liftedBy))
        var seen: Set<ID> = []
        var faults: [GuardFault] = []
        for (index, rule) in rules.enumerated() {
            func report(_ problem: GuardFault.Problem, at path: String) {
                faults.append(GuardFault(at: "/\(index)\(path)", problem))
            }
            if !seen.insert(rule.id).inserted { report(.repeatedName(rule.id.text), at: "/id") }
            if let amount = rule.atLeast {
                if amount.currency != currency {
                    report(.currencyMismatch(amount.currency, expected: currency), at: "/atLeast")
                }
                if amount.minorUnits < 0 { report(.negativeAmount(amount), at: "/atLeast") }
            } else if !named.contains(rule.id) {
                report(.neverAsked, at: "/atLeast")
            }
            if rule.roles.isEmpty { report(.emptyList, at: "/by") }
            if !(1...366).contains(rule.validDays) {
                report(.outOfRange(rule.validDays, lowest: 1, highest: 366), at: "/validDays")
            }
        }
        return faults
    }
}
