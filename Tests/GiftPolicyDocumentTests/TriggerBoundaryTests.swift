import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `The bounds of every trigger` {
    /// When a trigger begins to speak for a customer, and when it falls silent again.
    struct Span: CustomTestStringConvertible {
        let testDescription: String
        let desk: ActivityDesk
        /// The first instant.
        let opens: Timestamp
        /// The first instant that is too late; `nil` where there is none.
        let closes: Timestamp?

        init(
            _ name: String,
            _ trigger: Trigger,
            _ activities: [Activity] = [],
            from opens: String,
            until closes: String?,
            in zone: ZoneTable = Zones.newYork,
            _ change: (inout ActivityDesk) -> Void = { _ in }
        ) {
            var desk = ActivityDesk(trigger, activities: activities)
            desk.zone = zone
            change(&desk)
            self.testDescription = name
            self.desk = desk
            self.opens = utc(opens)
            self.closes = closes.map(utc)
        }
    }

    private static let zone = Zones.newYork
    private static let days = OccasionDays.around(from: -3, through: 3)

    private static func on(_ text: String) -> Timestamp { at(text, in: zone) }

    private static func holiday(_ date: String) -> Trigger {
        let holiday = Holiday(title: Shop.name("h"), rule: .listed([day(date)]), observance: .actualDay)
        return .holiday(HolidayTrigger("h", holiday, leadDays: 5))
    }

    private static func campaign(_ from: String, _ through: String) -> Trigger {
        .campaign(CampaignTrigger("c", title: Shop.name("c"), from: day(from), through: day(through)))
    }

    private static let resolved = [
        Activity.complaintStep(Did.step("t", .opened, on("2025-03-07 12:00:00"))),
        .complaintStep(Did.step("t", .resolved, on("2025-03-08 12:00:00"))),
    ]
    private static let tenDaysApart = ["2025-01-28", "2025-02-07", "2025-02-17", "2025-02-27"]
        .map { Did.order("o-\($0)", "9.00 EUR", on("\($0) 10:00:00")) }

    /// Elapsed hours are those of a stopwatch, and local days those of the customer's clocks, also where these are put
    /// forward, on 2025-03-09 at 2:00 in New York, or back, on 2025-11-02.
    private static let spans = [
        Span(
            "welcome, clocks put forward",
            .welcome(WelcomeTrigger()),
            [Did.act(.registration, on("2025-03-08 20:00:00"))],
            from: "2025-03-09T01:00:00Z",
            until: "2025-03-10T01:00:00Z"
        ),
        Span(
            "welcome, clocks put back",
            .welcome(WelcomeTrigger()),
            [Did.act(.registration, on("2025-11-01 20:00:00"))],
            from: "2025-11-02T00:00:00Z",
            until: "2025-11-03T00:00:00Z"
        ),
        Span(
            "cart, clocks put forward",
            .cart(CartTrigger(untouchedMinutes: 120, withinHours: 4)),
            [Did.cart("pot", 1, "60.00 EUR", on("2025-03-09 01:30:00"))],
            from: "2025-03-09T08:30:00Z",
            until: "2025-03-09T10:30:00Z"
        ),
        Span(
            "cart, in the hour that comes twice",
            .cart(CartTrigger(untouchedMinutes: 120, withinHours: 4)),
            [Did.cart("pot", 1, "60.00 EUR", utc("2025-11-02T05:30:00Z"))],
            from: "2025-11-02T07:30:00Z",
            until: "2025-11-02T09:30:00Z"
        ),
        Span(
            "recovery",
            .recovery(RecoveryTrigger(afterHours: 72, openDays: 2)),
            resolved,
            from: "2025-03-11T17:00:00Z",
            until: "2025-03-13T17:00:00Z"
        ),
        Span(
            "signal",
            .signal(SignalTrigger([SignalTrigger.Act(.view), SignalTrigger.Act(.share)], withinDays: 7)),
            [Did.act(.view, on("2025-03-05 08:00:00")), Did.act(.share, on("2025-03-05 09:00:00"))],
            from: "2025-03-05T14:00:00Z",
            until: "2025-03-12T04:00:00Z"
        ),
        Span(
            "moment of an interaction",
            .moment(.interaction(SignalTrigger.Act(.view), withinDays: 7)),
            [Did.act(.view, on("2025-03-05 09:00:00"))],
            from: "2025-03-05T14:00:00Z",
            until: "2025-03-13T04:00:00Z"
        ),
        Span(
            "moment of an order",
            .moment(.order(withinDays: 7)),
            [Did.order("o", "9.00 EUR", on("2025-03-05 09:00:00"))],
            from: "2025-03-05T14:00:00Z",
            until: "2025-03-13T04:00:00Z"
        ),
        Span(
            "moment of a return after absence",
            .moment(.comeback(afterDays: 94, withinDays: 20)),
            [
                Did.order("o-1", "9.00 EUR", on("2024-11-30 09:00:00")),
                Did.order("o-2", "9.00 EUR", on("2025-03-05 09:00:00")),
            ],
            from: "2025-03-05T14:00:00Z",
            until: "2025-03-26T04:00:00Z"
        ),
        Span(
            "moment of a stage",
            .moment(.stage([.dormant], withinDays: 30)),
            [Did.order("o", "9.00 EUR", on("2024-12-08 09:00:00"))],
            from: "2025-03-09T05:00:00Z",
            until: "2025-04-09T04:00:00Z"
        ),
        Span(
            "silence",
            .inactive(moreThanDays: 90),
            [Did.order("o", "9.00 EUR", on("2024-12-08 23:59:59"))],
            from: "2025-03-09T05:00:00Z",
            until: nil
        ),
        Span(
            "silence since the registration",
            .inactive(moreThanDays: 90, countingRegistration: true),
            from: "2025-03-09T05:00:00Z",
            until: nil
        ) { $0.record.registeredOn = day("2024-12-08") },
        Span(
            "own rhythm",
            .rhythm(RhythmTrigger(times: Ratio("1")!)),
            tenDaysApart,
            from: "2025-03-09T05:00:00Z",
            until: nil
        ),
        Span(
            "first order",
            .firstOrder(withinDays: 30),
            [Did.order("o", "9.00 EUR", on("2025-02-07 10:00:00"))],
            from: "2025-02-07T15:00:00Z",
            until: "2025-03-10T04:00:00Z"
        ),
        Span(
            "tier",
            .tierReached("silver", withinDays: 30),
            [Did.order("o", "500.00 EUR", on("2025-02-07 10:00:00"))],
            from: "2025-02-07T15:00:00Z",
            until: "2025-03-10T04:00:00Z"
        ),
        Span(
            "spend of one order",
            .spend(SpendTrigger(atLeast: money("100.00 EUR"), spend: .net, of: .order(withinDays: 7))),
            [Did.order("o", "100.00 EUR", on("2025-03-05 09:00:00"))],
            from: "2025-03-05T14:00:00Z",
            until: "2025-03-13T04:00:00Z"
        ),
        Span(
            "spend of a month",
            .spend(SpendTrigger(atLeast: money("100.00 EUR"), spend: .net, of: .window(.calendar(.month)))),
            [Did.order("o", "100.00 EUR", on("2025-03-05 09:00:00"))],
            from: "2025-03-05T14:00:00Z",
            until: "2025-04-01T04:00:00Z"
        ),
        Span(
            "birthday, 167 hours",
            .birthday(BirthdayTrigger(on: days)),
            from: "2025-03-07T05:00:00Z",
            until: "2025-03-14T04:00:00Z"
        ) {
            $0.record.birthday = .solar("1990-03-10")
        },
        Span(
            "birthday, 169 hours",
            .birthday(BirthdayTrigger(on: days)),
            from: "2025-10-30T04:00:00Z",
            until: "2025-11-06T05:00:00Z"
        ) {
            $0.record.birthday = .solar("1990-11-02")
        },
        Span(
            "birthday, on a day without midnight",
            .birthday(BirthdayTrigger(on: .around(from: 0, through: 0))),
            from: "2018-11-04T03:00:00Z",
            until: "2018-11-05T02:00:00Z",
            in: Zones.saoPaulo
        ) { $0.record.birthday = .solar("1990-11-04") },
        Span(
            "anniversary",
            .anniversary(AnniversaryTrigger(of: .registration, on: days)),
            from: "2025-03-07T05:00:00Z",
            until: "2025-03-14T04:00:00Z"
        ) { $0.record.registeredOn = day("2020-03-10") },
        Span(
            "campaign of 23 hours",
            campaign("2025-03-09", "2025-03-09"),
            from: "2025-03-09T05:00:00Z",
            until: "2025-03-10T04:00:00Z"
        ),
        Span(
            "campaign of 25 hours",
            campaign("2025-11-02", "2025-11-02"),
            from: "2025-11-02T04:00:00Z",
            until: "2025-11-03T05:00:00Z"
        ),
        Span("holiday", holiday("2025-03-12"), from: "2025-03-07T05:00:00Z", until: "2025-03-13T04:00:00Z"),
        Span(
            "event outside",
            .event(EventTrigger(.storm)),
            from: "2025-03-09T05:00:00Z",
            until: "2025-03-10T04:00:00Z"
        ) {
            let days = day("2025-03-09")...day("2025-03-09")
            $0.events = [OutsideEvent("e", .storm, title: Shop.name("e"), on: days)]
        },
        Span(
            "period",
            .periodic(PeriodicTrigger(.calendarMonth, openDays: 9)),
            from: "2025-03-01T05:00:00Z",
            until: "2025-03-10T04:00:00Z"
        ),
    ]

    @Test(arguments: spans)
    func `R-POL-10 Are kept to the millisecond, by the customer's clocks`(span: Span) {
        let policy = span.desk.policy
        func gives(_ instant: Timestamp) -> Bool { span.desk.decision(at: instant, under: policy).gives() }
        #expect(!gives(span.opens.later(-1)), "before it opens")
        #expect(gives(span.opens), "when it opens")
        guard let closes = span.closes else { return #expect(gives(span.opens.later(400 * Timestamp.day))) }
        #expect(gives(closes.later(-1)), "before it closes")
        #expect(!gives(closes), "when it closes")
    }

    @Test func `R-POL-10 Are tried of every trigger that there is`() {
        func name(_ trigger: Trigger) -> String {
            let text = String(Wire.text(of: trigger).prefix { $0 != ":" })
            guard case .moment = trigger else { return text }
            return String(Wire.text(of: trigger).prefix(24))
        }
        let tried = Set(Self.spans.flatMap(\.desk.triggers).map(name))
        let all = Set(SampleRules.triggers.map(name))
        // Signs of leaving are told once a quarter, and have no span of their own.
        #expect(all.subtracting(tried).allSatisfy { $0.contains("churn") }, "\(all.subtracting(tried))")
    }

    /// What comes to an amount one cent short, exactly, and one cent more, and whether it is enough.
    @Test(arguments: [(-1, false), (0, true), (1, true)] as [(Int64, Bool)])
    func `R-POL-10 Are kept to the cent`(more: Int64, gives: Bool) {
        func amount(_ cents: Int64) -> String { Money(minorUnits: cents + more, in: .eur).description }
        let now = Self.on("2025-03-05 12:00:00")
        let ordered = Self.on("2025-03-05 09:00:00")
        let spend = money("100.00 EUR")
        let desks = [
            ActivityDesk(
                .spend(SpendTrigger(atLeast: spend, spend: .net, of: .order(withinDays: 7))),
                activities: [Did.order("o", amount(100_00), ordered)]
            ),
            ActivityDesk(
                .spend(SpendTrigger(atLeast: spend, spend: .net, of: .window(.calendar(.month)))),
                activities: [Did.order("o-1", "40.00 EUR", ordered), Did.order("o-2", amount(60_00), ordered)]
            ),
            ActivityDesk(
                .cart(CartTrigger(atLeast: spend)),
                activities: [Did.cart("pot", 1, amount(100_00), ordered)]
            ),
            ActivityDesk(.tierReached("silver", withinDays: 30), activities: [Did.order("o", amount(500_00), ordered)]),
        ]
        for var desk in desks {
            desk.zone = Self.zone
            #expect(desk.decision(at: now).gives() == gives, "\(desk.triggers)")
        }
    }

    /// How many days were between two orders, and whether that was absence.
    @Test(arguments: [("2024-12-05", false), ("2024-12-04", false), ("2024-12-03", true)])
    func `R-TRIG-10 Are kept to the day, where an absence has to be longer`(before: String, gives: Bool) {
        var desk = ActivityDesk(
            .moment(.comeback(afterDays: 91, withinDays: 20)),
            activities: [
                Did.order("o-1", "9.00 EUR", Self.on("\(before) 09:00:00")),
                Did.order("o-2", "9.00 EUR", Self.on("2025-03-05 09:00:00")),
            ]
        )
        desk.zone = Self.zone
        #expect(desk.decision(at: Self.on("2025-03-05 09:00:00")).gives() == gives)
    }
}
