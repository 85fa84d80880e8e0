import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `A moment trigger` {
    private func desk(_ moment: MomentTrigger, _ activities: Activity...) -> ActivityDesk {
        ActivityDesk(.moment(moment), activities: activities)
    }

    @Test(arguments: [InteractionKind.trial, .contract, .deal, "upgradeTalk"])
    func `R-TRIG-10 Is due once for each trial, contract or deal, for some days`(kind: InteractionKind) {
        let signed = at("2026-05-10 15:00:00")
        let desk = desk(
            .interaction(SignalTrigger.Act(kind), withinDays: 3),
            Did.act(kind, "x", at("2026-01-01 15:00:00")),
            Did.act(kind, "y", signed)
        )
        #expect(!desk.decision(at: signed.later(-1)).gives())
        #expect(desk.decision(at: signed).term() == "interaction/\(kind.name)-y-\(signed.milliseconds)")
        #expect(desk.decision(at: at("2026-05-13 23:59:59")).gives())
        let over = desk.decision(at: at("2026-05-14 00:00:00"))
        #expect(over.words() == "\(kind.title.english) on 2026-05-10, 4 days ago, longer than 3 days")
    }

    @Test func `R-TRIG-10 Asks for the subject where one is named`() {
        let desk = desk(
            .interaction(SignalTrigger.Act(.contract, about: "renewal"), withinDays: 3),
            Did.act(.contract, "first", at("2026-05-10 15:00:00"))
        )
        #expect(desk.decision(at: at("2026-05-10 16:00:00")).words() == "never done: contract (renewal)")
    }

    @Test func `R-TRIG-10 Is due for an order that stands, and for the latest`() {
        let orders = [
            Did.order("o-1", "10.00 EUR", at("2026-05-10 15:00:00")),
            Did.order("o-2", "10.00 EUR", at("2026-05-11 15:00:00")),
        ]
        let now = at("2026-05-12 09:00:00")
        var desk = ActivityDesk(.moment(.order(withinDays: 2)), activities: orders)
        #expect(desk.decision(at: now).term() == "order/o-2")
        desk.activities = orders + [Did.cancelled("o-2", at("2026-05-11 16:00:00"))]
        #expect(desk.decision(at: now).words() == "order o-1 on 2026-05-10, within 2 days")
        desk.activities = orders + [Did.returned("o-2", "10.00 EUR", at("2026-05-11 16:00:00"))]
        #expect(desk.decision(at: now).term() == "order/o-1")
        desk.activities = orders + [Did.returned("o-2", "9.99 EUR", at("2026-05-11 16:00:00"))]
        #expect(desk.decision(at: now).term() == "order/o-2")
        #expect(desk.decision(at: at("2026-05-14 00:00:00")).words() == "no order of the last 2 days stands")
        desk.handsOverOrders = false
        #expect(desk.decision(at: now).words() == "Orders: not known")
    }

    @Test(arguments: [(Weekday.wednesday, "2026-05-13"), (.thursday, nil)] as [(Weekday, String?)])
    func `R-TRIG-10 Waits for no day on which the order is too long ago`(weekday: Weekday, earliest: String?) {
        let desk = desk(.order(withinDays: 2), Did.order("o-1", "10.00 EUR", at("2026-05-11 15:00:00")))
        let policy = Shop.policy { document in
            document.caps = []
            document.rules = [
                Rule(
                    id: "r-0",
                    name: Shop.name("r-0"),
                    occasion: .specialEvent,
                    goal: .loyalty,
                    priority: 50,
                    on: desk.triggers[0],
                    at: ScheduleGate(weekdays: [weekday]),
                    when: .all([]),
                    giving: GiftSelection(from: money("0.00 EUR"), through: money("25.00 EUR"))
                )
            ]
        }
        let closed = desk.decision(at: at("2026-05-11 16:00:00"), under: policy)
        #expect(closed.earliest()?.day == earliest.map(day))
    }

    @Test(arguments: [
        ("2026-03-31", "bought on 2026-03-31 after 89 days, which is not more than 90 days", nil),
        ("2026-04-01", "bought on 2026-04-01 after 90 days, which is not more than 90 days", nil),
        (
            "2026-04-02", "back on 2026-04-02 after 91 days, more than 90 days, within 7 days",
            "back-2026-04-02"
        ),
    ])
    func `R-TRIG-10 Greets who comes back after more than so many days`(back: String, says: String, term: String?) {
        let desk = desk(
            .comeback(afterDays: 90, withinDays: 7),
            Did.order("o-1", "10.00 EUR", at("2025-12-01 10:00:00")),
            Did.order("o-2", "10.00 EUR", at("2026-01-01 10:00:00")),
            Did.order("o-3", "10.00 EUR", at("\(back) 10:00:00"))
        )
        let decision = desk.decision(at: at("\(back) 10:00:00").later(7 * Timestamp.day))
        #expect(decision.words() == says)
        #expect(decision.term() == term)
        #expect(!desk.decision(at: at("\(back) 10:00:00").later(8 * Timestamp.day)).gives())
    }

    @Test(arguments: [
        Did.cancelled("o-2", at("2026-02-01 11:00:00")), Did.returned("o-2", "10.00 EUR", at("2026-02-10 11:00:00")),
    ])
    func `R-TRIG-10 Greets who comes back, although an order between was called off or came back whole`(
        undone: Activity
    ) {
        var desk = desk(
            .comeback(afterDays: 90, withinDays: 7),
            Did.order("o-1", "10.00 EUR", at("2025-12-01 10:00:00")),
            Did.order("o-2", "10.00 EUR", at("2026-02-01 10:00:00")),
            Did.order("o-3", "10.00 EUR", at("2026-03-15 10:00:00"))
        )
        let now = at("2026-03-15 12:00:00")
        #expect(desk.decision(at: now).words() == "bought on 2026-03-15 after 42 days, which is not more than 90 days")
        desk.activities.append(undone)
        #expect(
            desk.decision(at: now).words() == "back on 2026-03-15 after 104 days, more than 90 days, within 7 days"
        )
    }

    @Test func `R-TRIG-10 Knows no return of who bought once or of whose purchases are not known`() {
        var desk = desk(.comeback(afterDays: 90, withinDays: 7), Did.order("o", "1.00 EUR", at("2026-01-01 10:00:00")))
        let now = at("2026-01-02 10:00:00")
        #expect(desk.decision(at: now).words() == "bought on one day only, 2026-01-01")
        desk.tellsPurchases = false
        #expect(desk.decision(at: now).words() == "Purchases: not known")
        desk.activities = []
        #expect(desk.decision(at: now).words() == "nothing was bought yet")
    }

    @Test func `R-TRIG-10 Is due for some days after a stage was entered, once for each time`() {
        let desk = desk(
            .stage([.dormant, .churned], withinDays: 7),
            Did.order("o", "1.00 EUR", at("2026-01-01 10:00:00"))
        )
        // Dormant after more than 90 days, by the rules of the shop.
        #expect(
            desk.decision(at: at("2026-04-01 10:00:00")).words().hasSuffix("asked for: Dormant, Churned")
        )
        #expect(desk.decision(at: at("2026-04-01 10:00:00")).earliest()?.instant == at("2026-04-02 00:00:00"))
        let first = desk.decision(at: at("2026-04-02 00:00:00"))
        #expect(first.term() == "stage/dormant/2026-04-02")
        #expect(first.words() == "Dormant since 2026-04-02, 0 days ago, within 7 days")
        #expect(desk.decision(at: at("2026-04-09 23:59:59")).gives())
        let over = desk.decision(at: at("2026-04-10 00:00:00"))
        #expect(over.words() == "Dormant since 2026-04-02, 8 days ago, longer than 7 days")
    }

    @Test func `R-TRIG-10 Warns of churn once in a calendar quarter, and not where signs are not looked for`() {
        var desk = desk(
            .churn([.frequencyDown]),
            Did.order("o-1", "1.00 EUR", at("2026-01-01 10:00:00")),
            Did.order("o-2", "1.00 EUR", at("2026-01-20 10:00:00"))
        )
        let now = at("2026-05-01 10:00:00")
        #expect(desk.decision(at: now).words() == "Signs of leaving: not known")
        desk.signals = .usual
        desk.triggers += [
            .moment(.churn([])), .moment(.churn([.interactionsDown])),
            .moment(.churn([.complaintsUp, .frequencyDown])),
        ]
        let warned = desk.decision(at: now)
        for rule in ["r-0", "r-1", "r-3"] as [Rule.ID] { #expect(warned.term(of: rule) == "churn/2026-q2") }
        #expect(!warned.gives("r-2"))
        #expect(!warned.gives("r-2"))
        #expect(warned.examination(of: "r-2")?[.trigger]?.answer == .unknown)
        desk.grants = [desk.grant("churn/2026-q2", at: at("2026-04-25 10:00:00"))]
        #expect(desk.decision(at: now).words() == "given before, on 2026-04-25")
        desk.grants = [desk.grant("churn/2026-q1", at: at("2026-03-25 10:00:00"))]
        #expect(desk.decision(at: now).gives())
        // It fails where purchases are as before.
        desk.activities += [
            Did.order("o-3", "1.00 EUR", at("2026-04-02 10:00:00")),
            Did.order("o-4", "1.00 EUR", at("2026-04-20 10:00:00")),
        ]
        #expect(!desk.decision(at: now).gives())
        #expect(desk.decision(at: now).earliest()?.instant == at("2026-05-02 00:00:00"))
    }

    @Test func `R-TRIG-10 Warns of churn through the last day of the quarter`() {
        var desk = desk(
            .churn([.frequencyDown]),
            Did.order("o-1", "1.00 EUR", at("2026-03-01 10:00:00")),
            Did.order("o-2", "1.00 EUR", at("2026-03-20 10:00:00"))
        )
        desk.signals = .usual
        #expect(desk.decision(at: at("2026-06-30 23:59:59")).term() == "churn/2026-q2")
        #expect(desk.decision(at: at("2026-07-01 00:00:00")).term() == "churn/2026-q3")
    }
}

@Suite struct `A trigger by outside events` {
    private static func event(
        _ id: OutsideEvent.ID,
        _ from: String,
        _ through: String,
        for audience: OutsideEvent.Audience = .everybody
    ) -> OutsideEvent {
        OutsideEvent(id, .coldSnap, title: Shop.name("cold snap \(id)"), on: day(from)...day(through), for: audience)
    }

    private func desk(_ events: OutsideEvent...) -> ActivityDesk {
        var desk = ActivityDesk(.event(EventTrigger(.coldSnap)))
        desk.events = events
        return desk
    }

    @Test func `R-TRIG-11 Is due on the days of the event where the customer is`() {
        let desk = desk(Self.event("e-1", "2026-01-12", "2026-01-14"))
        let ahead = desk.decision(at: at("2026-01-10 09:00:00"))
        #expect(ahead.words() == "cold snap e-1 begins on 2026-01-12: 2 days to go")
        #expect(ahead.earliest()?.instant == at("2026-01-12 00:00:00"))
        #expect(!desk.decision(at: at("2026-01-12 00:00:00").later(-1)).gives())
        #expect(desk.decision(at: at("2026-01-12 00:00:00")).term() == "event/e-1")
        #expect(
            desk.decision(at: at("2026-01-14 23:59:59")).words() == "cold snap e-1 from 2026-01-12 through 2026-01-14"
        )
        #expect(
            desk.decision(at: at("2026-01-15 00:00:00")).words() == "no such event concerns the customer: cold snap"
        )
    }

    @Test func `R-TRIG-11 Concerns those who live there, and is quiet where nobody knows`() {
        let here = SegmentFacts.LabelValue("city", .word("Harbin"))
        var desk = desk(
            Self.event("e-1", "2026-01-12", "2026-01-14", for: .label("city", .word("Harbin"))),
            Self.event("e-2", "2026-01-12", "2026-01-13", for: .country(CountryCode("CN")!))
        )
        let now = at("2026-01-12 09:00:00")
        #expect(desk.decision(at: now).words() == "whether cold snap e-1 concerns the customer is not known")
        desk.labels = [here]
        #expect(desk.decision(at: now).term() == "event/e-1")
        desk.labels = [SegmentFacts.LabelValue("city", .word("Sanya"))]
        #expect(desk.decision(at: now).words() == "whether cold snap e-2 concerns the customer is not known")
        desk.record.country = CountryCode("CN")
        #expect(desk.decision(at: now).term() == "event/e-2")
        desk.record.country = CountryCode("FR")
        #expect(desk.decision(at: now).words() == "no such event concerns the customer: cold snap")
        // A label stands for its days alone.
        desk.labels = [SegmentFacts.LabelValue("city", .word("Harbin"), until: day("2026-01-12"))]
        #expect(!desk.decision(at: now).gives())
        desk.labels = [SegmentFacts.LabelValue("city", .word("Harbin"), from: day("2026-01-12"))]
        #expect(desk.decision(at: now).gives())
    }

    @Test func `R-TRIG-11 Does not ask whom an event will concern before it begins`() {
        var desk = desk(Self.event("e-1", "2026-01-12", "2026-01-14", for: .label("city", .word("Harbin"))))
        let none = "no such event concerns the customer: cold snap"
        #expect(desk.decision(at: at("2026-01-12 00:00:00").later(-1)).words() == none)
        desk.events.append(Self.event("e-2", "2026-01-13", "2026-01-14"))
        #expect(desk.decision(at: at("2026-01-12 00:00:00").later(-1)).earliest()?.day == day("2026-01-13"))
    }

    @Test func `R-TRIG-11 Takes the event that began first, in whatever order they are told`() {
        let events = [
            Self.event("b", "2026-01-12", "2026-01-14"), Self.event("a", "2026-01-13", "2026-01-20"),
            Self.event("c", "2026-01-12", "2026-01-20"),
        ]
        for events in [events, events.reversed()] {
            var desk = desk()
            desk.events = events
            #expect(desk.decision(at: at("2026-01-13 09:00:00")).term() == "event/b")
            #expect(desk.decision(at: at("2026-01-15 09:00:00")).term() == "event/c")
        }
        var storm = desk(Self.event("b", "2026-01-12", "2026-01-14"))
        storm.triggers = [.event(EventTrigger(.storm))]
        #expect(!storm.decision(at: at("2026-01-13 09:00:00")).gives())
    }
}
