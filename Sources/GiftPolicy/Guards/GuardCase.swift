public import GiftModel
public import Segmentation

/// One customer at one instant, as the guards of a policy look at it.
///
/// Guards are asked twice: about the customer before gifts are matched, and about each gift. What a run gives is added,
/// so that the next gift of the same run finds it under the limits.
///
/// ```swift
/// let customer = GuardCase(of: facts, under: circumstances, at: clock, leapDay: .dayBefore, before: guards)
/// customer.verdict(on: .birthday, by: "birthday").isAllowed            // true
/// customer.verdict(on: "red-wine", costing: Money("268.00 CNY")!)      // 68.00 above the limit
/// ```
public struct GuardCase: Sendable {
    /// The guards.
    public let guards: GuardSet
    /// What is known of the customer.
    public let facts: CustomerFacts
    /// What holds for all customers.
    public let circumstances: Circumstances
    /// The customer's clock at the instant.
    public let clock: LocalClock
    /// When who was born on 29 February is a year older.
    public let leapDay: LeapDayRule
    /// What counts under limits, in the order in which it came.
    private(set) var entries: [LimitEntry]
    let answers: SegmentAnswers?

    /// The case of the customer of `facts`.
    ///
    /// - Parameter answers: What the guards' conditions answer for the same facts, where the caller has asked them.
    /// - Complexity: O(*n*) in the grants with their entries and in the conditions.
    public init(
        of facts: CustomerFacts,
        under circumstances: Circumstances,
        at clock: LocalClock,
        leapDay: LeapDayRule,
        before guards: GuardSet,
        answers: SegmentAnswers? = nil
    ) {
        self.guards = guards
        self.facts = facts
        self.circumstances = circumstances
        self.clock = clock
        self.leapDay = leapDay
        self.entries = guards.addsUp ? facts.grants.compactMap(LimitEntry.init) : []
        let asks = guards.positions.contains { $0 != nil }
        self.answers = asks ? answers ?? guards.conditions.answers(for: facts.attributes) : nil
    }

    /// Takes in what the run gives.
    public mutating func add(_ entry: LimitEntry) { entries.append(entry) }

    /// Returns the same case without what `grant` counts for, because it is the one that is asked about.
    func without(_ grant: GiftGrant.ID) -> GuardCase {
        var other = self
        other.entries.removeAll { $0.grant == grant }
        return other
    }
}

extension GuardCase {
    /// Returns what every guard says about the customer, before a gift has been chosen.
    ///
    /// - Parameter rule: The rule that has come round, or `nil` when a person proposes a gift.
    /// - Complexity: O(*g* · *n*) for *g* guards and *n* facts that they look at.
    public func verdict(on occasion: Occasion, by rule: RuleReference.ID?) -> GuardVerdict {
        verdict(guards.guards.indices, on: occasion, by: rule, giving: nil)
    }

    /// Returns what those guards say about `gift` that look at gifts, such as limits.
    ///
    /// - Complexity: O(*g* · *n*²) for *g* such guards and *n* earlier gifts.
    public func verdict(on gift: Gift.ID, costing cost: Money) -> GuardVerdict {
        let asked = guards.guards.indices.filter { guards.guards[$0].asksForGift }
        // No guard that looks at gifts makes exceptions.
        return verdict(asked, on: nil, by: nil, giving: (gift, cost))
    }

    /// Returns what every guard says about giving `gift`, as the check at dispatch asks it.
    ///
    /// - Complexity: O(*g* · *n*²) for *g* guards and *n* facts that they look at.
    public func verdict(
        on occasion: Occasion,
        by rule: RuleReference.ID?,
        giving gift: Gift.ID,
        costing cost: Money
    ) -> GuardVerdict {
        verdict(guards.guards.indices, on: occasion, by: rule, giving: (gift, cost))
    }

    private func verdict(
        _ asked: some Sequence<Int>,
        on occasion: Occasion?,
        by rule: RuleReference.ID?,
        giving gift: (id: Gift.ID, cost: Money)?
    ) -> GuardVerdict {
        GuardVerdict(
            asked.map { index in
                let source = guards.guards[index]
                let outcome = outcome(of: source, at: index, on: occasion, by: rule, giving: gift)
                return GuardFinding(
                    source: source,
                    answer: outcome.answer,
                    earliest: outcome.earliest.map(clock.start),
                    evidence: outcome.evidence,
                    now: clock.now,
                    recipient: facts.record?.recipientKind,
                    jurisdiction: facts.record?.jurisdiction
                )
            }
        )
    }
}
