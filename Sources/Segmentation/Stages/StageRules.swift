import GiftModel

/// An ordered list of rules for the stages: the first that holds wins.
///
/// Whoever bought nothing that stands is a prospect, also when all of it came back or was called off. Of whom only
/// returns of unknown orders are known the stage is undetermined, because what came back was bought some time that is
/// not known. Everybody else is in the stage of the first rule of which all holds, or else in the last stage,
/// ``otherwise``. A rule that asks for what is not known does not hold, and the assessment tells which those were.
///
/// - Wire format: `{"otherwise":"mature","rules":[…]}` with any of `"comparedDays":90`, `"minimumGaps":3`,
///   `"minimumStayDays":14`, `"enteredAtOnce":["churned"]` and `"changesOnPurchase":true`; or, for the rules of four
///   boundaries, `{"churnedAfterDays":365,"comparedDays":90,"dormantAfterDays":90,"newThroughDays":30}`.
public struct StageRules: Hashable, Sendable {
    /// The rules, in the order in which they are tried.
    public let rules: [StageRule]
    /// The stage of a customer of whom no rule holds.
    public let otherwise: Stage
    /// How many days make up each of the two windows whose purchase days are compared, or `nil` when none are.
    ///
    /// The last window ends on the day asked about; the other is as long and ends before it.
    public let comparedDays: Int?
    /// From how many gaps between purchase days on a customer has a rhythm of its own.
    public let minimumGaps: Int
    /// How long a stage stands before the customer can leave it, in days.
    public let minimumStayDays: Int
    /// The stages that do not wait for that.
    public let enteredAtOnce: Set<Stage>
    /// Whether a stage need not have stood so long on a day with a purchase.
    public let changesOnPurchase: Bool
    /// The rules as they are tried.
    let plan: StagePlan

    /// Rules that are tried in this order.
    ///
    /// - Throws: ``StageRulesError``, in the order of its cases, for the first rule concerned.
    public init(
        _ rules: [StageRule],
        otherwise: Stage,
        comparedDays: Int? = nil,
        minimumGaps: Int = 2,
        minimumStayDays: Int = 0,
        enteredAtOnce: Set<Stage> = [],
        changesOnPurchase: Bool = false
    ) throws(StageRulesError) {
        for days in [comparedDays, minimumStayDays == 0 ? nil : minimumStayDays] {
            if let days, !(1...36_500).contains(days) { throw .outOfRange(days: days) }
        }
        guard (1...64).contains(rules.count) else { throw .ruleCount(rules.count) }
        guard (1...1000).contains(minimumGaps) else { throw .minimumGapsOutOfRange(minimumGaps) }
        guard otherwise != .prospect, !rules.contains(where: { $0.stage == .prospect }) else {
            throw .prospectAfterPurchase
        }
        for (index, rule) in rules.enumerated() {
            guard !rule.when.isEmpty else { throw .ruleWithoutCondition(index) }
            for condition in rule.when + rule.stays {
                guard condition.isInRange else { throw .valueOutOfRange(rule: index, condition) }
                guard comparedDays != nil || !condition.needsWindow else { throw .noWindow(rule: index) }
            }
        }
        self.rules = rules
        self.otherwise = otherwise
        self.comparedDays = comparedDays
        self.minimumGaps = minimumGaps
        self.minimumStayDays = minimumStayDays
        self.enteredAtOnce = enteredAtOnce
        self.changesOnPurchase = changesOnPurchase
        self.plan = StagePlan(
            rules,
            otherwise: otherwise,
            comparedDays: comparedDays,
            minimumGaps: minimumGaps,
            minimumStayDays: minimumStayDays,
            enteredAtOnce: enteredAtOnce,
            changesOnPurchase: changesOnPurchase
        )
    }
}

extension StageRules {
    /// The rules of four boundaries.
    ///
    /// 1. More than `churnedAfterDays` since the last purchase: *churned*.
    /// 2. More than `dormantAfterDays` since the last purchase: *dormant*.
    /// 3. At least 2 purchase days in the window before, and at most half as many in the last: *declining*.
    /// 4. At most `newThroughDays` since the first purchase: *new*.
    /// 5. More purchase days in the last window of `comparedDays` than in the one before: *growing*.
    /// 6. Otherwise: *mature*.
    ///
    /// - Throws: ``StageRulesError``, in the order of its cases.
    public init(
        newThroughDays: Int,
        dormantAfterDays: Int,
        churnedAfterDays: Int,
        comparedDays: Int
    ) throws(StageRulesError) {
        for days in [newThroughDays, dormantAfterDays, churnedAfterDays, comparedDays] {
            guard (1...36_500).contains(days) else { throw .outOfRange(days: days) }
        }
        guard dormantAfterDays < churnedAfterDays else {
            throw .churnedBeforeDormant(dormantAfterDays: dormantAfterDays, churnedAfterDays: churnedAfterDays)
        }
        try self.init(
            [
                StageRule(.churned, when: [.daysSinceLastPurchase(.above, churnedAfterDays)]),
                StageRule(.dormant, when: [.daysSinceLastPurchase(.above, dormantAfterDays)]),
                StageRule(.declining, when: StageRule.fewerPurchaseDays),
                StageRule(.new, when: [.daysSinceFirstPurchase(.atMost, newThroughDays)]),
                StageRule(.growing, when: StageRule.morePurchaseDays),
            ],
            otherwise: .mature,
            comparedDays: comparedDays
        )
    }

    /// The four boundaries, when these are the rules of four boundaries: new, dormant, churned and compared.
    var boundaries: (new: Int, dormant: Int, churned: Int, compared: Int)? {
        guard rules.count == 5, let compared = comparedDays,
            case .daysSinceLastPurchase(.above, let churned) = rules[0].when[0],
            case .daysSinceLastPurchase(.above, let dormant) = rules[1].when[0],
            case .daysSinceFirstPurchase(.atMost, let new) = rules[3].when[0],
            let standard = try? Self(
                newThroughDays: new,
                dormantAfterDays: dormant,
                churnedAfterDays: churned,
                comparedDays: compared
            ), standard == self
        else { return nil }
        return (new, dormant, churned, compared)
    }
}

extension StageRules {
    /// The rules that hold of no customer: what they ask for contradicts itself, or an earlier rule always holds too.
    ///
    /// Conditions are compared two by two, so that a rule listed here is useless for sure, and one that several earlier
    /// rules hide together is not found.
    ///
    /// - Returns: Positions in ``rules``, ascending.
    /// - Complexity: O(*n*²) in the number of conditions.
    public var unreachableRules: [Int] {
        rules.indices.filter { index in
            [rules[index].when, rules[index].stays].filter { !$0.isEmpty }
                .allSatisfy { conditions in
                    conditions.contains { one in conditions.contains { one.excludes($0) } }
                        || rules[..<index]
                            .contains { earlier in
                                earlier.when.allSatisfy { wanted in conditions.contains { $0.implies(wanted) } }
                            }
                }
        }
    }
}

extension StageRule {
    /// At least 2 purchase days in the window before, and at most half as many in the last.
    static let fewerPurchaseDays: [StageCondition] = [
        .purchaseDaysInWindowBefore(.atLeast, 2), .windowRatio(.atMost, .percent(50)),
    ]
    /// More purchase days in the last window than in the one before.
    static let morePurchaseDays: [StageCondition] = [.windowRatio(.above, .percent(100))]
}

extension StageCondition {
    fileprivate var needsWindow: Bool {
        switch parts.field {
        case .purchaseDaysInWindow, .purchaseDaysInWindowBefore, .windowRatio: true
        default: false
        }
    }
}
