public import GiftModel
import Segmentation

/// How often one rule gave something, what that cost, and how often it refused.
///
/// A customer for whom a rule was asked counts once for each day, as a gift or as a refusal.
public struct RuleTally: Hashable, Sendable {
    /// The rule.
    public let rule: Rule.ID
    /// How many gifts it gave.
    public private(set) var gifts: Int64 = 0
    /// What they are expected to cost.
    public private(set) var cost: Money
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

    /// How often it was asked.
    public var asked: Int64 { gifts + refused.reduce(0, +) }

    /// Returns both together, of one rule in one currency.
    public func adding(_ other: RuleTally) -> RuleTally {
        precondition(rule == other.rule && cost.currency == other.cost.currency, "tallies of one rule are added")
        var sum = self
        sum.add(gifts: other.gifts, costing: other.cost.minorUnits)
        for place in refused.indices { sum.refused[place] += other.refused[place] }
        return sum
    }

    fileprivate mutating func add(gifts count: Int64, costing minorUnits: Int64) {
        gifts += count
        cost = Money(minorUnits: cost.minorUnits + minorUnits, in: cost.currency)
    }

    fileprivate mutating func refuse(_ kind: Refusal.Kind) { refused[kind.place] += 1 }
}

/// What the rules gave and refused so far on a day.
struct DayTally {
    /// In the order of the policy.
    private(set) var rules: [RuleTally]

    init(of policy: Policy) {
        let currency = policy.document.tiers.currency
        self.rules = policy.document.rules.map { RuleTally(of: $0.id, in: currency) }
    }

    /// Counts what is refused at once.
    mutating func count(_ decision: Decision) {
        var index = 0
        for refusal in decision.refusals {
            // Decisions refuse in the order of the policy.
            while rules[index].rule != refusal.rule { index += 1 }
            rules[index].refuse(refusal.kind)
        }
    }

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
