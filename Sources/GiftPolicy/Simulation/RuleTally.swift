public import GiftModel
import Segmentation

/// How often one rule gave something, what that cost, what else it called for, and how often it refused.
///
/// A customer for whom a rule was asked counts once for each day, as a gift or as a refusal; where a rule gives no gift
/// and its turn has come, as neither.
public struct RuleTally: Hashable, Sendable {
    /// The rule.
    public let rule: Rule.ID
    /// How many gifts it gave.
    public private(set) var gifts: Int64 = 0
    /// What they are expected to cost.
    public private(set) var cost: Money
    /// How many touches went out for it, those that followed its gifts among them.
    public private(set) var touches: Int64 = 0
    /// How many tasks people were given for it, those that followed its gifts among them.
    public private(set) var tasks: Int64 = 0
    /// In the order of the kinds.
    private var refused = [Int64](repeating: 0, count: Refusal.Kind.allCases.count)

    init(of rule: Rule.ID, in currency: Currency) {
        self.rule = rule
        self.cost = .zero(in: currency)
    }
}

extension RuleTally {
    /// Returns how often it refused for a reason of this `kind`.
    public func refusals(_ kind: Refusal.Kind) -> Int64 { refused[kind.place] }

    /// How often it was asked about a gift.
    public var asked: Int64 { gifts + refused.reduce(0, +) }

    /// Returns both together, of one rule in one currency.
    public func adding(_ other: RuleTally) -> RuleTally {
        precondition(rule == other.rule && cost.currency == other.cost.currency, "tallies of one rule are added")
        var sum = self
        sum.add(gifts: other.gifts, costing: other.cost.minorUnits)
        sum.add(touches: other.touches, tasks: other.tasks)
        for place in refused.indices { sum.refused[place] += other.refused[place] }
        return sum
    }

    fileprivate mutating func add(gifts count: Int64, costing minorUnits: Int64) {
        gifts += count
        cost = Money(minorUnits: cost.minorUnits + minorUnits, in: cost.currency)
    }

    fileprivate mutating func add(touches: Int64 = 0, tasks: Int64 = 0) {
        self.touches += touches
        self.tasks += tasks
    }

    fileprivate mutating func refuse(_ kind: Refusal.Kind) { refused[kind.place] += 1 }
}

/// What the rules gave and refused so far on a day.
struct DayTally: Sendable {
    /// In the order of the policy.
    private(set) var rules: [RuleTally]

    init(of policy: Policy) {
        let currency = policy.document.tiers.currency
        self.rules = policy.document.rules.map { RuleTally(of: $0.id, in: currency) }
    }

    /// Counts what is refused at once, and what else is called for.
    mutating func count(_ decision: Decision) {
        let (touches, tasks) = decision.due
        for touch in touches { rules.firstIndex(of: touch.origin).map { rules[$0].add(touches: 1) } }
        for task in tasks { rules.firstIndex(of: task.origin).map { rules[$0].add(tasks: 1) } }
        var index = 0
        for refusal in decision.refusals {
            // Decisions refuse in the order of the policy.
            while rules[index].rule != refusal.rule { index += 1 }
            rules[index].refuse(refusal.kind)
        }
    }

    /// Counts what `other`, about other customers, counts.
    mutating func merge(_ other: DayTally) { rules = zip(rules, other.rules).map { $0.adding($1) } }

    /// Counts what became of candidates.
    mutating func count(_ plan: GiftPlan) {
        let places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.rule, $0) })
        for terms in plan.grants {
            guard let place = places[terms.rule.rule] else { continue }
            rules[place].add(gifts: 1, costing: terms.cost.expected.minorUnits)
        }
        for refusal in plan.refusals {
            guard let place = places[refusal.rule] else { continue }
            rules[place].refuse(refusal.kind)
        }
    }
}

extension [RuleTally] {
    fileprivate func firstIndex(of origin: TouchOrigin) -> Int? { firstIndex { $0.rule == origin.rule } }
}

extension Refusal.Kind {
    fileprivate var place: Int {
        switch self {
        case .notDue: 0
        case .blocked: 1
        case .suppressed: 2
        case .withheld: 3
        case .unfunded: 4
        }
    }
}
