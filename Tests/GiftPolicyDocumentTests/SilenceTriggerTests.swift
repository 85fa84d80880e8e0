import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `A trigger by silence` {
    private func desk(_ trigger: Trigger, orders: [String]) -> ActivityDesk {
        ActivityDesk(
            trigger,
            activities: orders.enumerated().map { Did.order("o-\($0)", "20.00 EUR", at("\($1) 23:30:00")) }
        )
    }

    @Test func `R-TRIG-04 A18 Counts local days, and is due on the ninety-first`() {
        let desk = desk(.inactive(moreThanDays: 90), orders: ["2026-01-01"])
        let at90 = desk.decision(at: at("2026-04-01 23:59:59"))
        #expect(!at90.gives() && at90.earliest()?.instant == at("2026-04-02 00:00:00"))
        let at91 = desk.decision(at: at("2026-04-02 00:00:00"))
        #expect(at91.term() == "since-2026-01-01")
        #expect(at91.words() == "no order for 91 days, since 2026-01-01, more than 90 days")
    }

    @Test func `R-TRIG-04 A19 Does not know the silence of who never bought, unless registration counts`() {
        var desk = desk(.inactive(moreThanDays: 90), orders: [])
        desk.record.registeredOn = day("2025-01-01")
        desk.triggers.append(.inactive(moreThanDays: 90, countingRegistration: true))
        let decision = desk.decision(at: at("2026-01-01 09:00:00"))
        #expect(decision.words() == "nothing was bought yet")
        #expect(decision.term(of: "r-1") == "since-2025-01-01")
        #expect(
            decision.words(of: "r-1")
                == "nothing bought for 365 days since the registration on 2025-01-01, more than 90 days"
        )
        desk.record.registeredOn = nil
        #expect(desk.decision(at: at("2026-01-01 09:00:00")).words(of: "r-1") == "Day of registration: not known")
    }

    @Test func `R-TRIG-04 A19 Counts from the registration as from a purchase, and a purchase goes before it`() {
        var desk = desk(.inactive(moreThanDays: 90, countingRegistration: true), orders: [])
        desk.record.registeredOn = day("2026-01-01")
        let at90 = desk.decision(at: at("2026-04-01 09:00:00"))
        #expect(at90.earliest()?.instant == at("2026-04-02 00:00:00"))
        #expect(
            at90.words()
                == "nothing bought for 90 days since the registration on 2026-01-01, not yet more than 90 days: 1 day to go"
        )
        #expect(desk.decision(at: at("2026-04-02 00:00:00")).gives())
        desk.activities = [Did.order("o", "1.00 EUR", at("2026-02-01 10:00:00"))]
        #expect(!desk.decision(at: at("2026-04-02 00:00:00")).gives())
        // Of who sent goods back that nobody knows of, purchases are not known.
        desk.activities = [Did.returned(nil, "1.00 EUR", at("2026-02-01 10:00:00"))]
        #expect(desk.decision(at: at("2026-04-02 00:00:00")).words() == "Purchases: not known")
    }

    @Test func `R-TRIG-08 Is due by the own rhythm, sooner for who buys often`() {
        let often = ["2026-01-01", "2026-01-21", "2026-02-10", "2026-03-02"]
        let trigger = Trigger.rhythm(RhythmTrigger(times: Ratio("3/2")!))
        let at29 = desk(trigger, orders: often).decision(at: at("2026-03-31 09:00:00"))
        #expect(at29.earliest()?.instant == at("2026-04-01 00:00:00"))
        #expect(
            at29.words() == "last order 29 days ago, on 2026-03-02, not yet 1.5 times the usual 20 days: 1 day to go"
        )
        let at30 = desk(trigger, orders: often).decision(at: at("2026-04-01 00:00:00"))
        #expect(at30.term() == "since-2026-03-02")
        #expect(at30.words() == "no order for 30 days, since 2026-03-02, at least 1.5 times the usual 20 days")

        let seldom = ["2025-07-01", "2025-09-29", "2025-12-28", "2026-03-02"]
        #expect(!desk(trigger, orders: seldom).decision(at: at("2026-04-01 00:00:00")).gives())
    }

    @Test(arguments: [
        // Median gaps of 20, 20.5 and 7 days; whole days are rounded up.
        (["2026-01-01", "2026-01-21", "2026-02-10", "2026-03-02"], "1/1", 20),
        (["2026-01-01", "2026-01-21", "2026-02-11"], "1/1", 21),
        (["2026-01-01", "2026-01-21", "2026-02-11"], "2/1", 41),
        (["2026-01-01", "2026-01-08"], "1/3", 3), (["2026-01-01", "2026-01-08"], "3/7", 3),
        (["2026-01-01", "2026-01-08"], "100/1", 700),
    ])
    func `R-TRIG-08 Waits so many times the median gap, to the day`(orders: [String], times: String, wait: Int64) throws
    {
        let desk = desk(.rhythm(RhythmTrigger(times: Ratio(times)!, fromAtLeast: 1)), orders: orders)
        let last = at("\(try #require(orders.last)) 00:00:00")
        #expect(desk.decision(at: last.later(wait * Timestamp.day)).gives())
        let before = desk.decision(at: last.later(wait * Timestamp.day - 1))
        #expect(before.gives() == false)
        #expect(before.earliest()?.instant == last.later(wait * Timestamp.day))
    }

    @Test func `R-TRIG-08 Knows no rhythm of too few purchases`() {
        let trigger = Trigger.rhythm(RhythmTrigger(times: Ratio("1/1")!, fromAtLeast: 2))
        var two = desk(trigger, orders: ["2026-01-01", "2026-01-08"])
        let now = at("2026-06-01 00:00:00")
        #expect(two.decision(at: now).words() == "2 purchase days tell of no rhythm, 2 gaps are asked for")
        two.tellsPurchases = false
        #expect(two.decision(at: now).words() == "Purchases: not known")
        #expect(desk(trigger, orders: []).decision(at: now).words() == "nothing was bought yet")
    }
}
