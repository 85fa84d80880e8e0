import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `What a gift was planned for` {
    /// How what the first rule gave at `planned` stands at `now`, after what was done in between.
    private func standing(
        _ trigger: Trigger,
        _ before: [Activity],
        planned: Timestamp,
        then after: [Activity],
        now: Timestamp,
        zone: ZoneTable = Zones.shanghai
    ) -> OccasionStanding {
        var desk = ActivityDesk(trigger, activities: before)
        desk.zone = zone
        guard let term = desk.decision(at: planned).term() else {
            Issue.record("nothing is due")
            return .stands
        }
        desk.grants = [desk.grant(term, at: planned)]
        desk.activities += after
        let decision = desk.decision(at: now)
        return decision.standing(of: desk.grants[0])
    }

    private func words(_ standing: OccasionStanding) -> String {
        switch standing {
        case .stands: "stands"
        case .over(let reason): "over: \(reason.text(in: .english, from: .policy))"
        case .unknown(let reason): "unknown: \(reason.text(in: .english, from: .policy))"
        }
    }

    private let noon = at("2026-05-12 12:00:00")

    private func later(days: Int64) -> Timestamp { noon.later(days * Timestamp.day) }

    private func order(_ id: String, _ total: String, daysAgo: Int64) -> Activity {
        Did.order(id, total, later(days: -daysAgo))
    }

    @Test func `R-TRIG-08 Is over when the cart is paid, emptied or touched again, and not because time goes by`() {
        let cart = Trigger.cart(CartTrigger(untouchedMinutes: 120, withinHours: 24))
        func standing(_ after: Activity..., hours: Int64 = 4) -> String {
            let put = Did.cart("crib", 1, "90.00 EUR", noon)
            let (planned, now) = (noon.later(2 * Timestamp.hour), noon.later(hours * Timestamp.hour))
            return words(self.standing(cart, [put], planned: planned, then: after, now: now))
        }
        let three = noon.later(3 * Timestamp.hour)
        #expect(standing() == "stands")
        #expect(standing(hours: 30) == "stands")
        #expect(
            standing(Did.order("o-1", "90.00 EUR", three))
                == "over: cart last changed at 2026-05-12 12:00:00, paid at 2026-05-12 15:00:00"
        )
        #expect(standing(Did.cart("crib", -1, nil, three)) == "over: cart emptied at 2026-05-12 15:00:00")
        #expect(
            standing(Did.cart("bed", 1, "9.00 EUR", three)).hasPrefix("over: cart last changed at 2026-05-12 15:00:00")
        )
    }

    @Test func `R-TRIG-04 Is over when a silence ends`() {
        let silence = Trigger.inactive(moreThanDays: 90)
        let before = [order("o-1", "90.00 EUR", daysAgo: 91)]
        #expect(standing(silence, before, planned: noon, then: [], now: later(days: 9)) == .stands)
        let bought = Did.order("o-2", "9.00 EUR", later(days: 1))
        #expect(
            words(standing(silence, before, planned: noon, then: [bought], now: later(days: 2)))
                == "over: last order 1 day ago, on 2026-05-13, not yet more than 90 days: 90 days to go"
        )
    }

    @Test func `R-TRIG-11 Is over when somebody comes back, or never came, and not because time goes by`() {
        let dormant = Trigger.moment(.stage([.dormant], withinDays: 3))
        let asleep = [order("o-1", "90.00 EUR", daysAgo: 92)]
        let bought = Did.order("o-2", "9.00 EUR", later(days: 1))
        #expect(standing(dormant, asleep, planned: noon, then: [], now: later(days: 9)) == .stands)
        let back = words(standing(dormant, asleep, planned: noon, then: [bought], now: later(days: 2)))
        #expect(back.hasPrefix("over: stage is ") && back.hasSuffix(", asked for: Dormant"))

        let rhythm = Trigger.rhythm(RhythmTrigger(times: Ratio("1")!))
        let regular = [40, 30, 20, 10].map { order("o-\($0)", "90.00 EUR", daysAgo: $0) }
        #expect(standing(rhythm, regular, planned: noon, then: [], now: later(days: 9)) == .stands)
        let again = words(standing(rhythm, regular, planned: noon, then: [bought], now: later(days: 2)))
        #expect(again.hasPrefix("over: last order 1 day ago, on 2026-05-13"))

        let first = Trigger.firstOrder(withinDays: 3)
        let new = [order("o-1", "90.00 EUR", daysAgo: 1)]
        #expect(standing(first, new, planned: noon, then: [], now: later(days: 9)) == .stands)
        let cancelled = Did.cancelled("o-1", later(days: 1))
        #expect(
            words(standing(first, new, planned: noon, then: [cancelled], now: later(days: 2)))
                == "over: nothing was bought yet"
        )
    }

    @Test func `R-TRIG-02 Is over when a tier is lost, and not when its year is`() {
        let gold = Trigger.tierReached("gold", withinDays: 3)
        let before = [order("o-0", "100.00 EUR", daysAgo: 30), order("o-1", "2500.00 EUR", daysAgo: 1)]
        func standing(_ after: Activity..., now: Timestamp) -> String {
            words(self.standing(gold, before, planned: noon, then: after, now: now))
        }
        #expect(standing(now: later(days: 9)) == "stands")
        #expect(standing(now: at("2027-01-01 09:00:00")) == "stands")
        let back = Did.returned("o-1", "2500.00 EUR", later(days: 1))
        #expect(standing(back, now: later(days: 1)) == "over: 1900.00 EUR missing to Gold")
    }

    @Test func `R-TRIG-02 Is over when the order comes back that it was planned for, and not when another does`() {
        let large = Trigger.spend(SpendTrigger(atLeast: money("500.00 EUR"), spend: .net, of: .order(withinDays: 3)))
        let before = [order("o-1", "600.00 EUR", daysAgo: 20), order("o-2", "600.00 EUR", daysAgo: 1)]
        func standing(_ after: Activity..., days: Int64 = 2) -> String {
            words(self.standing(large, before, planned: noon, then: after, now: later(days: days)))
        }
        let next = later(days: 1)
        #expect(standing() == "stands")
        #expect(standing(days: 30) == "stands")
        #expect(standing(Did.order("o-3", "9.00 EUR", next), days: 5) == "stands")
        #expect(standing(Did.returned("o-1", "600.00 EUR", next)) == "stands")
        #expect(standing(Did.returned("o-2", "100.00 EUR", next)) == "stands")
        #expect(
            standing(Did.returned("o-2", "100.01 EUR", next))
                == "over: 499.99 EUR spent: 0.01 EUR missing to 500.00 EUR"
        )
        #expect(standing(Did.returned(nil, "100.01 EUR", next)) == "unknown: What is left of an order: not known")
        #expect(standing(Did.cancelled("o-2", next)) == "over: no order of the last 3 days stands")
        #expect(standing(Did.cancelled("o-1", next)) == "stands")
    }

    @Test func `R-TRIG-11 Is over when an order that was thanked for comes back whole`() {
        let thanks = Trigger.moment(.order(withinDays: 3))
        let before = [order("o-1", "60.00 EUR", daysAgo: 1)]
        func standing(_ after: Activity...) -> String {
            words(self.standing(thanks, before, planned: noon, then: after, now: later(days: 2)))
        }
        #expect(standing() == "stands")
        #expect(standing(Did.returned("o-1", "59.99 EUR", later(days: 1))) == "stands")
        let over = "over: no order of the last 3 days stands"
        #expect(standing(Did.returned("o-1", "60.00 EUR", later(days: 1))) == over)
        #expect(standing(Did.cancelled("o-1", later(days: 1))) == over)
    }

    @Test func `R-TRIG-02 Is over when spend falls below, and not when its quarter ends`() {
        let quarter = Trigger.spend(
            SpendTrigger(atLeast: money("500.00 EUR"), spend: .net, of: .window(.calendar(.quarter)))
        )
        let before = [order("o-1", "600.00 EUR", daysAgo: 1)]
        func standing(_ after: Activity..., now: Timestamp) -> String {
            words(self.standing(quarter, before, planned: noon, then: after, now: now))
        }
        #expect(standing(now: later(days: 9)) == "stands")
        #expect(standing(now: at("2026-07-01 09:00:00")) == "stands")
        let back = Did.returned("o-1", "100.01 EUR", later(days: 1))
        #expect(standing(back, now: later(days: 1)) == "over: 499.99 EUR spent: 0.01 EUR missing to 500.00 EUR")
    }

    @Test func `R-TRIG-09 Is over when a complaint is opened again`() {
        let recovery = Trigger.recovery(RecoveryTrigger(openDays: 5))
        let before: [Activity] = [
            .complaintStep(Did.step("c", .opened, later(days: -5))),
            .complaintStep(Did.step("c", .resolved, later(days: -3))),
        ]
        #expect(standing(recovery, before, planned: noon, then: [], now: later(days: 1)) == .stands)
        #expect(standing(recovery, before, planned: noon, then: [], now: later(days: 9)) == .stands)
        // A host that does not hand the gift over hears the same.
        let desk = ActivityDesk(recovery, activities: before)
        #expect(desk.decision(at: later(days: 9)).standing(of: desk.grant("complaint/c", at: noon)) == .stands)
        let again = Activity.complaintStep(Did.step("c", .reopened, later(days: 1)))
        #expect(
            words(standing(recovery, before, planned: noon, then: [again], now: later(days: 1)))
                == "over: complaint c of 2026-05-07 12:00:00 is not settled: Reopened"
        )
    }

    @Test func `R-TRIG-03 Goes on being so where it is a day or an act`() {
        var desk = ActivityDesk(.birthday(BirthdayTrigger(on: .around(from: -3, through: 3))))
        desk.record.birthday = .solar("1990-05-12")
        desk.grants = [desk.grant("birthday/2026", at: noon)]
        for days: Int64 in [0, 3, 30] {
            #expect(desk.decision(at: later(days: days)).standing(of: desk.grants[0]) == .stands)
        }
        desk.record.birthday = nil
        #expect(desk.decision(at: noon).standing(of: desk.grants[0]) == .stands)

        let acts = [SignalTrigger.Act(.search), SignalTrigger.Act(.view)]
        let signal = Trigger.signal(SignalTrigger(acts, withinDays: 2))
        let before = [Did.act(.search, later(days: -1)), Did.act(.view, later(days: -1))]
        #expect(standing(signal, before, planned: noon, then: [], now: later(days: 9)) == .stands)
    }

    @Test func `R-TRIG-12 Cannot be asked about where no rule of the policy gave it, and not where no zone is known`() {
        var desk = ActivityDesk(.inactive(moreThanDays: 90), activities: [order("o-1", "9.00 EUR", daysAgo: 1)])
        let own = desk.grant("since-2026-01-01", at: noon)
        let decision = desk.decision(at: noon)
        #expect(decision.standing(of: own) != .stands)
        #expect(decision.standing(of: GiftGrant(id: own.id)) == .stands)
        // The rule of that name in another policy, and one that is gone.
        #expect(decision.standing(of: Guarded.grant(Guarded.terms(costing: "1.00 CNY", on: "2026-05-12"))) == .stands)
        desk.triggers = []
        var other = desk.policy.document
        other.rules = [Shop.welcome]
        let without = Shop.trapping { try Policy(validating: other) }
        #expect(desk.decision(at: noon, under: without).standing(of: own) == .stands)

        let facts = Shop.facts([("2026-05-01", 9_00)], asOf: day("2026-05-12"))
        let nowhere = Shop.policy().decision(for: facts, under: Circumstances(at: noon, giving: Shop.gifts, in: []))
        #expect(words(nowhere.standing(of: own)) == "unknown: Time zone: not known")
    }
}
