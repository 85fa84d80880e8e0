import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Testing

@Suite struct `A trigger by signals` {
    private static let ski = SignalTrigger(
        [SignalTrigger.Act(.search, about: "ski-gear"), SignalTrigger.Act(.view, about: "north-east-hotel")],
        withinDays: 7
    )

    private static func search(_ day: String) -> Activity { Did.act(.search, "ski-gear", at("\(day) 10:00:00")) }
    private static func view(_ day: String) -> Activity { Did.act(.view, "north-east-hotel", at("\(day) 20:00:00")) }

    private func desk(_ activities: Activity...) -> ActivityDesk {
        var desk = ActivityDesk(.signal(Self.ski), activities: activities)
        desk.restDays = 10
        return desk
    }

    @Test func `R-TRIG-08 S16 Waits for the view, offers at once, and not again within ten days`() {
        let yu = desk(Self.search("2026-11-01"))
        let first = yu.decision(at: at("2026-11-01 10:00:00"))
        #expect(first.words() == "not done in the last 7 days: view (north-east-hotel)")
        #expect(first.words(in: .chinese) == "最近7天内未出现：浏览（north-east-hotel）")

        var both = desk(Self.search("2026-11-01"), Self.view("2026-11-04"))
        #expect(!both.decision(at: at("2026-11-04 20:00:00").later(-1)).gives())
        let offer = both.decision(at: at("2026-11-04 20:00:00"))
        #expect(offer.term() == "signal/2026-11-04")
        #expect(
            offer.words()
                == "done in the last 7 days: search (ski-gear), view (north-east-hotel), the last on 2026-11-04"
        )

        both.grants = [both.grant("signal/2026-11-04", at: at("2026-11-04 20:00:00"))]
        both.activities += [Self.search("2026-11-10"), Self.view("2026-11-10")]
        let again = both.decision(at: at("2026-11-10 21:00:00"))
        #expect(again.words() == "last given on 2026-11-04, less than 10 days ago")
        #expect(again.earliest()?.instant == at("2026-11-14 00:00:00"))
        #expect(both.decision(at: at("2026-11-14 00:00:00")).term() == "signal/2026-11-10")
    }

    @Test(arguments: [
        ("2026-11-07 23:59:59", true), ("2026-11-08 00:00:00", false),
    ])
    func `R-TRIG-08 Holds while all lie within the last days`(now: String, gives: Bool) {
        #expect(desk(Self.search("2026-11-01"), Self.view("2026-11-04")).decision(at: at(now)).gives() == gives)
    }

    @Test func `R-TRIG-08 Names what was done too many days ago`() {
        let over = desk(Self.search("2026-11-01"), Self.view("2026-11-04")).decision(at: at("2026-11-08 00:00:00"))
        #expect(over.words() == "not done in the last 7 days: search (ski-gear)")
    }

    @Test(arguments: [("2026-11-07", true), ("2026-11-08", false)])
    func `R-TRIG-08 Counts seven days with both ends`(viewed: String, gives: Bool) {
        let desk = desk(Self.search("2026-11-01"), Self.view(viewed))
        #expect(desk.decision(at: at("\(viewed) 21:00:00")).gives() == gives)
    }

    @Test func `R-TRIG-08 Asks for no subject where none is named`() {
        var desk = desk(
            Did.act(.view, "anything", at("2026-11-01 10:00:00")),
            Did.act(.share, at("2026-11-01 11:00:00"))
        )
        desk.triggers = [
            .signal(SignalTrigger([SignalTrigger.Act(.view), SignalTrigger.Act(.share)], withinDays: 1)),
            .signal(SignalTrigger([SignalTrigger.Act(.view), SignalTrigger.Act(.share, about: "x")], withinDays: 1)),
        ]
        let decision = desk.decision(at: at("2026-11-01 12:00:00"))
        #expect(decision.gives("r-0") && !decision.gives("r-1"))
    }
}
