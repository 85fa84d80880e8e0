import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `Triggers by the calendar` {
    private static let itself = OccasionDays.around(from: 0, through: 0)

    private static let holiday = Holiday(
        title: LocalizedText(english: "Christmas", chinese: "圣诞节"),
        rule: .annual(AnnualDate("--12-25")!, leapDay: .skip),
        observance: .actualDay
    )

    private static let launch = LocalizedText(english: "Launch", chinese: "新品发布")

    /// Every kind of trigger, and every kind of days.
    static let triggers: [Trigger] = [
        .birthday(BirthdayTrigger(on: .around(from: -3, through: 3))),
        .birthday(BirthdayTrigger(on: .around(from: -3, through: -3))),
        .birthday(BirthdayTrigger(on: .around(from: 2, through: 40))),
        .birthday(BirthdayTrigger(on: .week(from: .monday))),
        .birthday(BirthdayTrigger(on: .week(from: .thursday))),
        .anniversary(AnniversaryTrigger(of: .registration, on: .around(from: -1, through: 1))),
        .anniversary(AnniversaryTrigger(of: .firstPurchase, years: [2, 4, 5], on: .week(from: .sunday))),
        .anniversary(AnniversaryTrigger(of: .cooperation, on: itself)),
        .holiday(HolidayTrigger("spring-festival", Holiday(.springFestival), leadDays: 14)),
        .holiday(HolidayTrigger("eve", Holiday(.newYearsEve), leadDays: 0)),
        .holiday(HolidayTrigger("qingming", Holiday(.qingming), leadDays: 5)),
        .holiday(HolidayTrigger("christmas", holiday, leadDays: 14, for: "christianity")),
        .holiday(
            HolidayTrigger(
                "mothers-day",
                Holiday(
                    title: launch,
                    rule: .weekdayOfMonth(WeekdayOfMonth(.second, .sunday, ofMonth: 5)!),
                    observance: .nextWorkday(.mondayThroughFriday)
                ),
                leadDays: 3
            )
        ),
        .periodic(PeriodicTrigger(.calendarMonth)), .periodic(PeriodicTrigger(.calendarQuarter, openDays: 10)),
        .periodic(PeriodicTrigger(.calendarYear, openDays: 1)),
        .periodic(PeriodicTrigger(.every("P1M", from: .day(day("2024-01-31"))), openDays: 5)),
        .periodic(PeriodicTrigger(.every("P45D", from: .event(.registration)), openDays: 7)),
        .periodic(PeriodicTrigger(.every("P1M15D", from: .event(.firstPurchase)), openDays: 20)),
        .campaign(CampaignTrigger("launch", title: launch, from: day("2025-04-01"), through: day("2025-04-10"))),
    ]

    private static func desk(_ triggers: [Trigger], _ birthday: Birthday, in zone: ZoneTable) -> CalendarDesk {
        var desk = CalendarDesk(triggers: triggers)
        desk.defaults = CalendarDesk.defaults(leapMonth: .both)
        desk.record.zone = zone.id
        desk.record.birthday = birthday
        desk.record.registeredOn = day("2020-02-29")
        desk.orders = [("2021-08-31", 1_00)]
        desk.cultures = ["christianity"]
        desk.activities = [
            .interaction(Interaction(.contract, id: "i", customer: "c-1", occurredAt: utc("2022-12-30T10:00:00Z"))!)
        ]
        return desk
    }

    @Test(arguments: [
        (Birthday.solar("2000-02-29"), Shop.utc), (.solar("--01-01"), Zones.shanghai),
        (.solar("--11-02"), Zones.newYork),
        (.lunar(bornOn: "2017-08-20"), Zones.shanghai), (.lunar(bornOn: "2020-01-24"), Zones.newYork),
    ])
    func `R-POL-11 Tell the earliest moment neither late nor early, day by day over 400 days`(
        birthday: Birthday,
        zone: ZoneTable
    ) {
        let desk = Self.desk(Self.triggers, birthday, in: zone)
        let policy = desk.policy
        let days = sequence(first: day("2025-01-10"), next: { $0.adding(days: 1) }).prefix(400)
        let instants = days.map { zone.instant(of: $0, at: TimeOfDay("09:00:00")!) }
        let decisions = instants.map { desk.decision(at: $0, under: policy) }
        var told: Set<Moment> = []
        for rule in decisions[0].refusals.map(\.rule) + decisions[0].candidates.map(\.rule) {
            var promised: Moment?
            for (instant, decision) in zip(instants, decisions) {
                if decision.term(of: rule) != nil {
                    #expect(promised.map { $0.instant <= instant } ?? true, "\(rule) fires before \(promised!.day)")
                    promised = nil
                } else {
                    let earliest = decision.earliest(of: rule)
                    #expect(earliest.map { $0.instant > instant } ?? true)
                    #expect(promised == nil || promised == earliest, "\(rule) on \(decision.now.day)")
                    promised = earliest
                    if let earliest { told.insert(earliest) }
                }
            }
        }
        for moment in told.sorted() {
            let (before, after) = (
                desk.decision(at: Timestamp(milliseconds: moment.instant.milliseconds - 1), under: policy),
                desk.decision(at: moment.instant, under: policy)
            )
            #expect(after.now == moment)
            // What was not due and said that it would be now is due now.
            for refusal in before.refusals where refusal.earliest == moment {
                #expect(after.term(of: refusal.rule) != nil, "\(refusal.rule) at \(moment.day)")
            }
            for candidate in after.candidates where before.term(of: candidate.rule) == nil {
                #expect(before.earliest(of: candidate.rule) == moment, "\(candidate.rule) at \(moment.day)")
            }
        }
        #expect(told.count > 20)
    }

    @Test(arguments: zip(triggers, wireFormats))
    func `R-POL-10 Have a wire format`(trigger: Trigger, text: String) throws {
        #expect(Wire.text(of: trigger) == text)
        #expect(try Wire.read(Trigger.self, from: text) == trigger)
    }

    // Stored in policies for ever.
    private static let wireFormats = [
        #"{"birthday":{"days":{"from":-3,"through":3}}}"#, #"{"birthday":{"days":{"from":-3,"through":-3}}}"#,
        #"{"birthday":{"days":{"from":2,"through":40}}}"#, #"{"birthday":{"days":{"weekFrom":"monday"}}}"#,
        #"{"birthday":{"days":{"weekFrom":"thursday"}}}"#,
        #"{"anniversary":{"days":{"from":-1,"through":1},"of":"registration"}}"#,
        #"{"anniversary":{"days":{"weekFrom":"sunday"},"of":"firstPurchase","years":[2,4,5]}}"#,
        #"{"anniversary":{"days":{"from":0,"through":0},"of":"cooperation"}}"#,
        #"{"holiday":{"id":"spring-festival","leadDays":14,"rule":{"lunarFestival":"springFestival"},"#
            + #""title":{"en":"Spring Festival","zh":"春节"}}}"#,
        #"{"holiday":{"id":"eve","leadDays":0,"rule":{"lunarFestival":"newYearsEve"},"#
            + #""title":{"en":"Lunar New Year's Eve","zh":"除夕"}}}"#,
        #"{"holiday":{"id":"qingming","leadDays":5,"rule":{"solarTerm":"qingming"},"#
            + #""title":{"en":"Qingming","zh":"清明"}}}"#,
        #"{"holiday":{"culture":"christianity","id":"christmas","leadDays":14,"#
            + #""rule":{"annual":{"date":"--12-25","leapDay":"skip"}},"title":{"en":"Christmas","zh":"圣诞节"}}}"#,
        #"{"holiday":{"id":"mothers-day","leadDays":3,"#
            + #""observance":{"shift":"nextWorkday","weekend":["saturday","sunday"]},"#
            + #""rule":{"weekdayOfMonth":{"month":5,"position":"second","weekday":"sunday"}},"#
            + #""title":{"en":"Launch","zh":"新品发布"}}}"#,
        #"{"periodic":{"every":"calendarMonth"}}"#, #"{"periodic":{"every":"calendarQuarter","openDays":10}}"#,
        #"{"periodic":{"every":"calendarYear","openDays":1}}"#,
        #"{"periodic":{"every":"P1M","from":"2024-01-31","openDays":5}}"#,
        #"{"periodic":{"every":"P45D","from":"registration","openDays":7}}"#,
        #"{"periodic":{"every":"P1M15D","from":"firstPurchase","openDays":20}}"#,
        #"{"campaign":{"from":"2025-04-01","id":"launch","through":"2025-04-10","#
            + #""title":{"en":"Launch","zh":"新品发布"}}}"#,
    ]

    @Test(arguments: [
        (CampaignTrigger.Audience.invited(to: "e"), #"{"invited":"e"}"#),
        (.registered(for: "e"), #"{"registered":"e"}"#),
        (.attended("e"), #"{"attended":"e"}"#),
    ])
    func `R-TRIG-07 Say in the wire format whom a campaign is for`(audience: CampaignTrigger.Audience, text: String)
        throws
    {
        #expect(Wire.text(of: audience) == text)
        #expect(try Wire.read(CampaignTrigger.Audience.self, from: text) == audience)
    }

    @Test(arguments: [
        #"{"birthday":{}}"#, #"{"birthday":{"days":{}}}"#, #"{"birthday":{"days":{"from":1}}}"#,
        #"{"birthday":{"days":{"from":1,"through":2,"weekFrom":"monday"}}}"#,
        #"{"birthday":{"days":{"weekFrom":"Monday"}}}"#,
        #"{"birthday":{"days":{"from":1,"through":2,"until":3}}}"#,
        #"{"anniversary":{"days":{"from":0,"through":0},"of":"divorce"}}"#,
        #"{"anniversary":{"days":{"from":0,"through":0},"of":"registration","years":[]}}"#,
        #"{"anniversary":{"days":{"from":0,"through":0},"of":"registration","years":[1,1]}}"#,
        #"{"holiday":{"id":"x","leadDays":1,"rule":{"lunarFestival":"christmas"},"title":{"en":"a","zh":"b"}}}"#,
        #"{"holiday":{"id":"x","leadDays":1,"title":{"en":"a","zh":"b"}}}"#,
        #"{"periodic":{"every":"calendarQuarter","from":"2025-01-01"}}"#, #"{"periodic":{"every":"P1M"}}"#,
        #"{"periodic":{"every":"quarter"}}"#, #"{"periodic":{"every":"P1M","from":"yesterday"}}"#,
        #"{"periodic":{"every":"calendarMonth","opendays":1}}"#,
        #"{"campaign":{"from":"2025-04-01","id":"l","through":"2025-04-10"}}"#,
        #"{"campaign":{"for":{},"from":"2025-04-01","id":"l","through":"2025-04-10","title":{"en":"a","zh":"b"}}}"#,
        #"{"campaign":{"for":{"attended":"e","invited":"e"},"from":"2025-04-01","id":"l","through":"2025-04-10","#
            + #""title":{"en":"a","zh":"b"}}}"#,
        #"{"birthday":{"days":{"weekFrom":"monday"}},"periodic":{"every":"calendarMonth"}}"#,
    ])
    func `R-POL-10 Are refused where the text says no trigger`(text: String) {
        #expect(throws: (any Error).self) { try Wire.read(Trigger.self, from: text) }
    }

    @Test func `R-POL-10 Tell every fault of a text with its place`() {
        let text = `Reading a policy from JSON`.text.replacing(
            #""on": { "inactive": { "moreThanDays": 90 } }"#,
            with: #""on": { "periodic": { "every": "P1W", "openDays": "7", "since": "2025-01-01" } }"#
        )
        let invalid = #expect(throws: InvalidDocument.self) { try PolicyDocument(json: text) }
        #expect(
            invalid?.faults.map(\.path).sorted() == [
                "/rules/0/on/periodic/every", "/rules/0/on/periodic/openDays", "/rules/0/on/periodic/since",
            ]
        )
    }

    @Test func `R-POL-10 Name what makes no sense in a policy, with its place`() {
        let triggers: [Trigger] = [
            .birthday(BirthdayTrigger(on: .around(from: 4, through: 3))),
            .birthday(BirthdayTrigger(on: .around(from: -91, through: 91))),
            .anniversary(AnniversaryTrigger(of: .registration, years: [0, 5, 101], on: itself)),
            .anniversary(AnniversaryTrigger(of: .registration, on: .around(from: 1, through: 0))),
            .holiday(
                HolidayTrigger(
                    "x",
                    Holiday(title: Self.launch, rule: .listed([]), observance: .actualDay),
                    leadDays: -1
                )
            ),
            .periodic(PeriodicTrigger(.every("P0D", from: .event(.registration)), openDays: 0)),
            .periodic(PeriodicTrigger(.every("P11Y", from: .event(.registration)), openDays: 367)),
            .campaign(CampaignTrigger("x", title: Self.launch, from: day("2025-04-02"), through: day("2025-04-01"))),
        ]
        var document = Shop.document
        document.rules = triggers.enumerated()
            .map { index, trigger in
                Rule(
                    id: Rule.ID("r-\(index)")!,
                    name: Shop.name("r"),
                    occasion: .birthday,
                    goal: .loyalty,
                    priority: 1,
                    on: trigger,
                    when: .all([]),
                    giving: Shop.thanks.selection
                )
            }
        #expect(
            document.faults.map(\.description) == [
                "/rules/0/on/birthday/days/through: no day lies from `4` through `3`",
                "/rules/1/on/birthday/days/from: `-91` is not -90 through 90",
                "/rules/1/on/birthday/days/through: `91` is not -90 through 90",
                "/rules/2/on/anniversary/years: `0` is not 1 through 100",
                "/rules/2/on/anniversary/years: `101` is not 1 through 100",
                "/rules/3/on/anniversary/days/through: no day lies from `1` through `0`",
                "/rules/4/on/holiday/leadDays: `-1` is not 0 through 90",
                "/rules/4/on/holiday/rule/listed: no day is listed",
                "/rules/5/on/periodic/every: the period `P0D` has no length",
                "/rules/5/on/periodic/openDays: `0` is not 1 through 366",
                "/rules/6/on/periodic/every: the period `P11Y` is longer than ten years",
                "/rules/6/on/periodic/openDays: `367` is not 1 through 366",
                "/rules/7/on/campaign/through: no day lies from `2025-04-02` through `2025-04-01`",
            ]
        )
    }

    private let itself = OccasionDays.around(from: 0, through: 0)

    @Test func `R-POL-11 Stay quiet, and never trap, where they were not checked`() throws {
        let extremes = [Int64.min, -1, 0, 1, .max]
        for from in extremes {
            for through in extremes {
                let days = OccasionDays.around(from: from, through: through)
                let window = try BirthdayTrigger(on: days)
                    .window(
                        of: .solar("--02-29"),
                        endingAfter: utc("2026-01-01T00:00:00Z"),
                        in: FixedZone.utc,
                        by: CalendarDesk.defaults()
                    )
                #expect(
                    (window == nil)
                        == (from > through || abs(Int64(clamping: from.magnitude)) > 1
                            || abs(Int64(clamping: through.magnitude)) > 1)
                )
                let trigger = AnniversaryTrigger(of: .registration, years: [from, through], on: days)
                _ = trigger.window(
                    since: day("2000-02-29"),
                    endingAfter: utc("2026-01-01T00:00:00Z"),
                    in: FixedZone.utc,
                    leapDay: .skip
                )
            }
            let lead = HolidayTrigger("x", Holiday(.laba), leadDays: from)
            #expect(
                (try lead.window(endingAfter: utc("2026-01-01T00:00:00Z"), in: FixedZone.utc) == nil)
                    == (from < 0 || from > 1)
            )
            let open = PeriodicTrigger(.calendarMonth, openDays: from)
            #expect(open.window(endingAfter: utc("2026-01-01T00:00:00Z"), in: FixedZone.utc, shortMonth: .skip) != nil)
        }
        let endless = PeriodicTrigger(.every("P0D", from: .day(day("2026-01-01"))))
        #expect(endless.window(endingAfter: utc("2026-01-01T00:00:00Z"), in: FixedZone.utc, shortMonth: .skip) == nil)
        let nobody = PeriodicTrigger(.every("P1D", from: .event(.registration)))
        #expect(nobody.window(endingAfter: utc("2026-01-01T00:00:00Z"), in: FixedZone.utc, shortMonth: .skip) == nil)
        let backwards = CampaignTrigger("x", title: Self.launch, from: day("2025-04-02"), through: day("2025-04-01"))
        #expect(backwards.window(in: FixedZone.utc) == nil)
    }

    @Test func `R-POL-11 Have words for every reason in both languages, with the same facts`() throws {
        for code in CalendarReason.allCases {
            let phrase = code.phrase
            func facts(_ language: Language) -> [String] {
                phrase[language].matches(of: /\{\w+\}/).map { String($0.output) }
            }
            #expect(phrase[.english] != phrase[.chinese])
            #expect(facts(.english).sorted() == facts(.chinese).sorted())
        }
        let taken = Set(PolicyReason.allCases.map(\.rawValue) + GiftMatchReason.allCases.map(\.rawValue))
        #expect(taken.isDisjoint(with: CalendarReason.allCases.map(\.rawValue)))
    }

    @Test func `R-POL-11 Name in every reason all the facts that its words need`() {
        let desk = Self.desk(Self.triggers, .solar("2000-02-29"), in: Shop.utc)
        for date in ["2025-01-10", "2025-04-05", "2025-12-24", "2026-02-16"] {
            let decision = desk.decision(on: date)
            for index in Self.triggers.indices {
                for language in Language.allCases {
                    let text = decision.reason(of: Rule.ID("r-\(index)")!, in: language)
                    #expect(text?.contains("{") == false, "\(text ?? "no reason")")
                }
            }
        }
    }

    @Test func `R-POL-11 Read differently where they mean something else`() {
        let days: [OccasionDays] =
            Weekday.allCases.map { .week(from: $0) }
            + (-4...4).flatMap { from in (from...4).map { .around(from: Int64(from), through: Int64($0)) } }
        expectDistinct(days.map(BirthdayTrigger.init(on:)), \.sentence)
        let years: [Set<Int64>] = [[], [1], [2], [1, 2], [12]]
        expectDistinct(
            CustomerEvent.allCases.flatMap { event in
                years.flatMap { years in
                    days.map { AnniversaryTrigger(of: event, years: years, on: $0) }
                }
            },
            \.sentence
        )
        expectDistinct(Self.periods, \.sentence)
        expectDistinct(Self.campaigns, \.sentence)
        expectDistinct(Self.holidays, \.sentence)
    }

    private static var periods: [PeriodicTrigger] {
        let anchors =
            CustomerEvent.allCases.map(PeriodicTrigger.Anchor.event) + [
                .day(day("2025-01-01")), .day(day("2025-01-02")),
            ]
        let every: [Period] = ["P1D", "P2D", "P1M", "P12M", "P1Y", "P1M1D", "P1Y1M"]
        let cycles =
            [PeriodicTrigger.Cycle.calendarMonth, .calendarQuarter, .calendarYear]
            + every.flatMap { period in anchors.map { .every(period, from: $0) } }
        return cycles.flatMap { cycle in [nil, 1, 2].map { PeriodicTrigger(cycle, openDays: $0) } }
    }

    private static var campaigns: [CampaignTrigger] {
        let audiences: [CampaignTrigger.Audience?] = [
            nil, .invited(to: "e"), .registered(for: "e"), .attended("e"), .attended("f"),
        ]
        return audiences.flatMap { audience in
            ["a", "b"]
                .flatMap { id in
                    ["2025-01-01", "2025-01-02"]
                        .map {
                            CampaignTrigger(
                                CampaignTrigger.ID(id)!,
                                title: launch,
                                from: day("2025-01-01"),
                                through: day($0),
                                for: audience
                            )
                        }
                }
        }
    }

    private static var holidays: [HolidayTrigger] {
        let rules: [HolidayRule] =
            LunarFestival.allCases.map(HolidayRule.lunarFestival) + SolarTerm.allCases.map(HolidayRule.solarTerm)
            + (-2...2).map(HolidayRule.easter)
            + LeapDayRule.allCases.map { .annual(AnnualDate("--02-29")!, leapDay: $0) }
            + [
                .annual(AnnualDate("--12-25")!, leapDay: .skip), .listed([day("2026-10-08")]),
                .listed([day("2026-10-08"), day("2027-10-08")]),
            ]
            + WeekdayOfMonth.Position.allCases.flatMap { position in
                Weekday.allCases.map { .weekdayOfMonth(WeekdayOfMonth(position, $0, ofMonth: 5)!) }
            }
            + LeapMonthRule.allCases.flatMap { leap in
                ShortMonthRule.allCases.map {
                    .lunarDate(AnnualLunarDate(month: 4, isLeapMonth: true, day: 30)!, leapMonth: leap, shortMonth: $0)
                }
            }
            + [.lunarDate(AnnualLunarDate(month: 4, day: 1)!, leapMonth: .regular, shortMonth: .skip)]
        let works = [
            WorkCalendar.mondayThroughFriday, WorkCalendar(Weekend([.friday])!),
            WorkCalendar(.saturdayAndSunday, daysOff: [day("2026-10-01")])!,
            WorkCalendar(.saturdayAndSunday, daysOff: [], madeUpWorkdays: [day("2026-10-10")])!,
        ]
        let observances =
            [Observance.actualDay] + works.flatMap { [.nearestWorkday($0), .nextWorkday($0), .previousWorkday($0)] }
        return rules.flatMap { rule in
            observances.flatMap { observance in
                [(0, nil), (1, nil), (1, "islam")]
                    .map { lead, culture in
                        HolidayTrigger(
                            "x",
                            Holiday(title: launch, rule: rule, observance: observance),
                            leadDays: lead,
                            for: culture
                        )
                    }
            }
        }
    }

    @Test func `R-POL-11 Read as one sentence`() {
        let words = Self.triggers.map { trigger -> LocalizedText? in
            switch trigger {
            case .birthday(let trigger): trigger.sentence
            case .anniversary(let trigger): trigger.sentence
            case .holiday(let trigger): trigger.sentence
            case .periodic(let trigger): trigger.sentence
            case .campaign(let trigger): trigger.sentence
            default: nil
            }
        }
        #expect(
            words.compactMap { $0?.english } == [
                "birthday: from 3 days before through 3 days after", "birthday: 3 days before",
                "birthday: from 2 days after through 40 days after", "birthday: in its week, from Monday",
                "birthday: in its week, from Thursday",
                "anniversary of the registration, every year: from 1 day before through 1 day after",
                "anniversary of the first purchase, after years 2, 4, 5: in its week, from Sunday",
                "anniversary of the first contract, every year: the day itself",
                "“Spring Festival” (spring-festival): Spring Festival of the lunar calendar, from 14 days ahead",
                "“Lunar New Year's Eve” (eve): Lunar New Year's Eve of the lunar calendar, from 0 days ahead",
                "“Qingming” (qingming): the solar term Qingming, from 5 days ahead",
                "“Christmas” (christmas): every year on 12-25, from 14 days ahead, for those who keep it: “christianity”",
                "“Launch” (mothers-day): the second Sunday of month 5, observed on the next workday (off on Saturday, "
                    + "Sunday), from 3 days ahead",
                "every calendar month, open until the next", "every calendar quarter, open for 10 days",
                "every calendar year, open for 1 day", "every 1 month from 2024-01-31 on, open for 5 days",
                "every 45 days after the registration, open for 7 days",
                "every 1 month and 15 days after the first purchase, open for 20 days",
                "“Launch” (launch): from 2025-04-01 through 2025-04-10, for everybody",
            ]
        )
        #expect(
            words.prefix(9).compactMap { $0?.chinese } == [
                "生日：前3天至后3天", "生日：前3天", "生日：后2天至后40天", "生日：所在的一周，自周一起", "生日：所在的一周，自周四起",
                "注册周年（每年）：前1天至后1天", "首次购买周年（满2、4、5年）：所在的一周，自周日起", "首次签约周年（每年）：当天",
                "“春节”（spring-festival）：农历春节，提前14天起",
            ]
        )
    }
}
