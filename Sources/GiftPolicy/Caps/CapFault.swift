public import GiftModel

/// One thing that is wrong with caps, conflict groups or their like, and where.
public struct CapFault: Hashable, Sendable {
    /// The place within what was checked, such as `/0/window/rollingDays`.
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
        /// Touches have no such property, and gifts are not all that is counted.
        case onlyForGifts
        /// Gifts have no such property, and touches are not all that is counted.
        case onlyForTouches
        /// A grant in this state never takes from a cap, or counts as what it was before.
        case neverCounts(GrantState)
        /// So few rules are in no conflict.
        case tooFewRules(Int64)
        /// The rule is in a conflict group already.
        case ruleInTwoGroups(RuleReference.ID)
    }
}

extension CapFault: CustomStringConvertible {
    public var description: String { "\(path): \(problem)" }
}

extension CapFault.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .outOfRange(let number, let lowest, let highest): "`\(number)` is not \(lowest) through \(highest)"
        case .repeatedName(let name): "another one is called `\(name)`"
        case .unknownRule(let rule): "the policy has no rule `\(rule)`"
        case .onlyForGifts: "only a cap on gifts can ask for this"
        case .onlyForTouches: "only a cap on touches can ask for this"
        case .neverCounts(let state): "a grant in the state `\(state.rawValue)` does not count as such"
        case .tooFewRules(let count): "`\(count)` rules are in no conflict"
        case .ruleInTwoGroups(let rule): "the rule `\(rule)` is in another group"
        }
    }
}

extension Cap {
    /// Every fault of `caps`, in their order, in a policy of these `rules`.
    ///
    /// - Complexity: O(*n* log *n*) in the length of their lists.
    public static func faults(of caps: [Cap], among rules: Set<RuleReference.ID>) -> [CapFault] {
        var seen: Set<ID> = []
        return caps.enumerated()
            .flatMap { index, cap in
                let repeated =
                    seen.insert(cap.id).inserted ? [] : [CapFault(at: "/id", .repeatedName(cap.id.text))]
                return (repeated + cap.faults(among: rules))
                    .map { CapFault(at: "/\(index)\($0.path)", $0.problem) }
            }
    }

    private func faults(among known: Set<RuleReference.ID>) -> [CapFault] {
        func range(_ number: Int64, _ range: ClosedRange<Int64>, at path: String) -> [CapFault] {
            range.contains(number)
                ? [] : [CapFault(at: path, .outOfRange(number, lowest: range.lowerBound, highest: range.upperBound))]
        }
        func unknown(_ rules: Set<RuleReference.ID>, at path: String) -> [CapFault] {
            rules.subtracting(known).sorted().map { CapFault(at: path, .unknownRule($0)) }
        }
        var faults = range(atMost, 1...1000, at: "/atMost")
        if !scope.channels.isEmpty, scope.subject != .touches {
            faults.append(CapFault(at: "/channels", .onlyForTouches))
        }
        faults += unknown(scope.rules, at: "/rules")
        if scope.subject != .gifts {
            if !scope.giftKinds.isEmpty { faults.append(CapFault(at: "/giftKinds", .onlyForGifts)) }
            if !scope.gifts.isEmpty { faults.append(CapFault(at: "/gifts", .onlyForGifts)) }
        }
        if case .rolling(let days) = window { faults += range(days, 1...36_500, at: "/window/rollingDays") }
        let never: Set<GrantState> = [.rejected, .declined, .expired, .cancelled, .writtenOff]
        faults += GrantState.allCases.filter(states.intersection(never).contains)
            .map { CapFault(at: "/states", .neverCounts($0)) }
        faults += unknown(exempt, at: "/exempt")
        if let rule = afterDispleasure {
            faults += range(rule.days, 1...36_500, at: "/afterDispleasure/days")
            faults += range(rule.windowTimes, 2...12, at: "/afterDispleasure/windowTimes")
        }
        return faults
    }
}
