import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

/// A gift is planned, something happens, and the policy is asked once more right before the gift leaves.
@Suite struct `A policy at dispatch` {
    /// What became of the gift.
    private enum Word: Equatable { case leaves, calledOff(String), waits(String) }

    /// Plans what `trigger` gives on the morning of 10 March 2026, and asks again so many days later.
    private static func word(
        _ trigger: Trigger,
        after before: [Activity],
        then later: [Activity],
        days: Int64 = 1,
        _ change: (inout ActivityDesk) -> Void = { _ in }
    ) throws -> Word {
        var desk = ActivityDesk(trigger, activities: before)
        change(&desk)
        let (planned, leaving) = (morning, morning.later(days * Timestamp.day))
        let decision = desk.decision(at: planned)
        let plan = try Allocator(policy: desk.policy, catalog: Shop.gifts).plan([decision], within: money("30.00 EUR"))
        let terms = try #require(plan.grants.first)
        var grant = GiftGrant(id: terms.id)
        for (key, action) in [
            GrantCommand.Action.plan(terms), .report(.approved, at: planned), .report(.reserved, at: planned),
        ]
        .enumerated() {
            try grant.perform(GrantCommand(action, key: RequestKey(UInt128(key))), at: planned)
        }
        desk.activities += later
        desk.grants = [grant]
        desk.record.zone = desk.zone.id
        let circumstances = Circumstances(at: leaving, giving: Shop.gifts, in: Zones.all)
        let answer = desk.policy.dispatchAnswer(for: grant, of: desk.facts(at: leaving), under: circumstances)
        switch answer {
        case .permitted: return .leaves
        case .cancelled(let reasons): return .calledOff(reasons[0].code)
        case .held(let reasons, _): return .waits(reasons[0].code)
        case .notWaiting: return .waits("not waiting")
        }
    }

    private static let morning = at("2026-03-10 09:00:00")
    private static let order = Did.order("o-1", "900.00 EUR", at("2026-03-09 12:00:00"))
    private static let old = Did.order("o-0", "900.00 EUR", at("2025-09-01 12:00:00"))

    @Test func `R-TRIG-02 S04 Calls off what an order was for that came back, and not because time passed`() throws {
        let trigger = Trigger.spend(SpendTrigger(atLeast: money("500.00 EUR"), spend: .net, of: .order(withinDays: 2)))
        #expect(try Self.word(trigger, after: [Self.order], then: [], days: 20) == .leaves)
        let back = Did.returned("o-1", "900.00 EUR", at("2026-03-10 12:00:00"))
        #expect(
            try Self.word(trigger, after: [Self.order], then: [back])
                == .calledOff(ActivityReason.spendNotReached.rawValue)
        )
    }

    @Test func `R-TRIG-04 Calls off a wake-up for who has bought since`() throws {
        let trigger = Trigger.inactive(moreThanDays: 90)
        #expect(try Self.word(trigger, after: [Self.old], then: [], days: 30) == .leaves)
        let bought = Did.order("o-1", "9.00 EUR", at("2026-03-10 12:00:00"))
        #expect(
            try Self.word(trigger, after: [Self.old], then: [bought]) == .calledOff(PolicyReason.activeLately.rawValue)
        )
    }

    @Test
    func `R-TRIG-07 R-TRIG-08 Calls off what is for an occasion that came round anew, or a complaint opened again`()
        throws
    {
        let cart = Trigger.cart(CartTrigger(atLeast: money("5.00 EUR"), untouchedMinutes: 60))
        let filled = Did.cart("pot", 1, "60.00 EUR", at("2026-03-10 05:00:00"))
        let paid = Did.order("o-9", "60.00 EUR", at("2026-03-10 12:00:00"))
        let more = Did.cart("cup", 1, "6.00 EUR", at("2026-03-10 13:00:00"))
        #expect(
            try Self.word(cart, after: [filled], then: [paid, more])
                == .calledOff(DispatchReason.otherOccasion.rawValue)
        )
        let recovery = Trigger.recovery(RecoveryTrigger(afterHours: 72))
        let settled = [
            Did.step("late", .opened, at("2026-03-01 09:00:00")),
            Did.step("late", .resolved, at("2026-03-05 09:00:00")),
        ]
        .map(Activity.complaintStep)
        func step(_ complaint: String, _ state: ComplaintState) -> Activity {
            .complaintStep(Did.step(complaint, state, at("2026-03-10 12:00:00")))
        }
        let code = ActivityReason.complaintStillOpen.rawValue
        #expect(try Self.word(recovery, after: settled, then: [step("late", .reopened)]) == .calledOff(code))
        // Another complaint has to be settled first, and takes nothing away.
        #expect(try Self.word(recovery, after: settled, then: [step("broken", .opened)]) == .waits(code))
    }

    @Test func `R-TRIG-02 Takes nothing away because days leave a window that rolls on`() throws {
        let trigger = Trigger.spend(
            SpendTrigger(atLeast: money("500.00 EUR"), spend: .net, of: .window(.rolling("P30D")))
        )
        let first = Did.order("o-0", "900.00 EUR", at("2026-02-09 12:00:00"))
        #expect(try Self.word(trigger, after: [first], then: [], days: 3) == .leaves)
        let back = Did.returned("o-0", "900.00 EUR", at("2026-03-10 12:00:00"))
        #expect(
            try Self.word(trigger, after: [first], then: [back], days: 3)
                == .calledOff(StageReason.noPurchase.rawValue)
        )
    }

    @Test func `R-TRIG-02 Waits where an order came back that is not told of`() throws {
        let trigger = Trigger.moment(.order(withinDays: 2))
        let back = Did.returned("o-1", "900.00 EUR", at("2026-03-10 12:00:00"))
        var desk = ActivityDesk(trigger, activities: [Self.order])
        let grant = desk.grant("order/o-1", at: Self.morning, then: [.approved, .reserved])
        desk.activities = [Self.old, back]
        desk.record.zone = desk.zone.id
        let later = Self.morning.later(Timestamp.day)
        let circumstances = Circumstances(at: later, giving: Shop.gifts, in: Zones.all)
        let answer = desk.policy.dispatchAnswer(for: grant, of: desk.facts(at: later), under: circumstances)
        #expect(answer.permit == nil && answer.reasons.text() == ["Orders: not known"])
    }

    @Test func `R-GIFT-09 Lets a gift leave that was claimed, whatever became of its occasion`() throws {
        let bought = Did.order("o-1", "9.00 EUR", at("2026-03-10 12:00:00"))
        var desk = ActivityDesk(.inactive(moreThanDays: 90), activities: [Self.old])
        func grant(_ states: [GrantState]) -> GiftGrant {
            desk.grant("since-2025-09-01", at: Self.morning, then: [.approved] + states)
        }
        let (offered, claimed) = (grant([.offered]), grant([.offered, .claimed, .reserved]))
        desk.activities.append(bought)
        desk.record.zone = desk.zone.id
        let later = Self.morning.later(Timestamp.day)
        let circumstances = Circumstances(at: later, giving: Shop.gifts, in: Zones.all)
        func answer(_ grant: GiftGrant) -> DispatchAnswer {
            desk.policy.dispatchAnswer(for: grant, of: desk.facts(at: later), under: circumstances)
        }
        #expect(answer(claimed).permit != nil)
        #expect(answer(offered).reasons.first?.code == PolicyReason.activeLately.rawValue)
    }

    @Test func `R-POL-05 R-POL-17 Asks guards, approvals and switches as they are now`() throws {
        let desk = ActivityDesk(.firstOrder(withinDays: 30), activities: [Self.order])
        let grant = desk.grant("first-order", at: Self.morning, then: [.approved, .reserved])
        func answer(
            given approvals: [Approval] = [],
            knownAs identity: CustomerIdentity? = nil,
            switching switches: [RuleSwitch] = [],
            _ change: (inout PolicyDocument) -> Void = { _ in }
        ) -> DispatchAnswer {
            let policy = Shop.policy { document in
                document.caps = []
                document.rules = desk.policyRules
                change(&document)
            }
            var asked = desk
            asked.record.zone = desk.zone.id
            var circumstances = Circumstances(at: Self.morning, giving: Shop.gifts, in: Zones.all)
            circumstances.switches = RuleSwitches(switches)
            return policy.dispatchAnswer(
                for: grant,
                of: asked.facts(at: Self.morning),
                under: circumstances,
                given: approvals,
                knownAs: identity
            )
        }
        #expect(answer().permit != nil)
        let consent = answer { $0.guards = [Guard(id: "consent", .consent(to: Guard.usualPurposes))] }
        #expect(consent.permit == nil)
        let approval = ApprovalRule(
            id: "any",
            atLeast: money("1.00 EUR"),
            by: ["manager"],
            validDays: 30,
            tolerance: Share("0")!
        )
        guard case .held = answer({ $0.approvals = [approval] }) else {
            return #expect(Bool(false), "it waits for an approval")
        }
        let stopped = answer(switching: [RuleSwitch("r-0", to: .stopped, at: Timestamp(milliseconds: 0))])
        #expect(stopped.reasons.map(\.code) == [DispatchReason.ruleStopped.rawValue])
        #expect(answer(knownAs: .erased).reasons.map(\.code) == [ConsentReason.customerErased.rawValue])
    }

    @Test func `R-DATA-05 Waits where the customer's day is not known`() throws {
        let desk = ActivityDesk(.firstOrder(withinDays: 30), activities: [Self.order])
        let grant = desk.grant("first-order", at: Self.morning, then: [.approved, .reserved])
        let nowhere = Circumstances(at: Self.morning, giving: Shop.gifts, in: [] as [ZoneTable])
        let answer = desk.policy.dispatchAnswer(for: grant, of: desk.facts(at: Self.morning), under: nowhere)
        guard case .held(let reasons, earliest: nil) = answer else { return #expect(Bool(false), "\(answer)") }
        #expect(reasons.text() == ["Time zone: not known"])
        // Who was erased needs no day, and what has left is not waiting.
        func asked(_ grant: GiftGrant, knownAs identity: CustomerIdentity?) -> DispatchAnswer {
            desk.policy.dispatchAnswer(
                for: grant,
                of: desk.facts(at: Self.morning),
                under: nowhere,
                knownAs: identity
            )
        }
        #expect(asked(grant, knownAs: .erased) == .cancelled([Reason(ConsentReason.customerErased)]))
        let gone = desk.grant("first-order", at: Self.morning, then: [.approved, .reserved, .dispatched])
        #expect(asked(gone, knownAs: nil) == .notWaiting(.dispatched))
    }
}
