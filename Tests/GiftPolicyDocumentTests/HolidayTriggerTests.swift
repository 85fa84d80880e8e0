import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Testing

@Suite struct `A holiday trigger` {
    private static let festival = [
        LunarFestival.springFestival: "spring-festival", .midAutumn: "mid-autumn", .newYearsEve: "eve", .laba: "laba",
        .dragonBoat: "dragon-boat",
    ]

    private static func lunar(_ festival: LunarFestival, leadDays: Int64 = 0) -> HolidayTrigger {
        HolidayTrigger(HolidayTrigger.ID(Self.festival[festival]!)!, Holiday(festival), leadDays: leadDays)
    }

    private static func holiday(
        _ rule: HolidayRule,
        _ observance: Observance = .actualDay,
        leadDays: Int64 = 0,
        for culture: Culture? = nil
    ) -> HolidayTrigger {
        let holiday = Holiday(title: Shop.name("Day"), rule: rule, observance: observance)
        return HolidayTrigger("day", holiday, leadDays: leadDays, for: culture)
    }

    private static let christmas = holiday(
        .annual(AnnualDate("--12-25")!, leapDay: .skip),
        leadDays: 14,
        for: "christianity"
    )

    private func desk(_ triggers: HolidayTrigger...) -> CalendarDesk {
        var desk = CalendarDesk()
        desk.triggers = triggers.map(Trigger.holiday)
        return desk
    }

    private func windows(of trigger: HolidayTrigger, in years: ClosedRange<Int>) throws -> [OccasionWindow] {
        var found: [OccasionWindow] = []
        var instant = utc("\(years.lowerBound)-01-01T00:00:00Z")
        while let window = try trigger.window(endingAfter: instant, in: FixedZone.utc),
            window.day.year <= years.upperBound
        {
            found.append(window)
            instant = window.instants.upperBound
        }
        return found
    }

    private func expect(_ trigger: HolidayTrigger, on dates: String, in years: ClosedRange<Int>) throws {
        let found = try windows(of: trigger, in: years)
        let expected = zip(years, dates.split(separator: " ")).map { "\($0)-\($1)" }
        #expect(found.map(\.day.description) == expected)
        #expect(found.map(\.term.text) == years.map { "\(trigger.id)/\($0)" })
    }

    @Test func `B28 B32 R-TRIG-05 Knows Spring Festival`() throws {
        try expect(
            Self.lunar(.springFestival),
            on: "01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-06 01-26 02-13 02-03 01-23 02-11 01-31 02-19 02-08",
            in: 2020...2035
        )
    }

    @Test func `B29 R-TRIG-05 Knows Mid-Autumn`() throws {
        try expect(
            Self.lunar(.midAutumn),
            on: "10-01 09-21 09-10 09-29 09-17 10-06 09-25 09-15 10-03 09-22 09-12 10-01 09-19 09-08 09-27 09-16",
            in: 2020...2035
        )
    }

    @Test func `B31 R-TRIG-05 Meets a campaign on the same day, each with a term of its own`() throws {
        for year in [2020, 2031] {
            let national = CampaignTrigger(
                "national-day",
                title: Shop.name("National Day"),
                from: CalendarDate(year: year, month: 10, day: 1)!,
                through: CalendarDate(year: year, month: 10, day: 1)!
            )
            var customer = desk(Self.lunar(.midAutumn))
            customer.triggers.append(.campaign(national))
            let decision = customer.decision(on: "\(year)-10-01")
            #expect(decision.term(of: "r-0") == "mid-autumn/\(year)")
            #expect(decision.term(of: "r-1") == "national-day")
        }
    }

    @Test func `B33 R-TRIG-05 Knows the day that a platform numbers 0`() throws {
        let date = AnnualLunarDate(month: 8, day: 30)!
        let trigger = Self.holiday(.lunarDate(date, leapMonth: .regular, shortMonth: .skip))
        let found = try windows(of: trigger, in: 2057...2057)
        #expect(found.map(\.day) == [day("2057-09-28")])
        #expect(found.map(\.isProvisional) == [true])
    }

    @Test func `B35 R-TRIG-05 Keeps New Year's Eve on the last day of the lunar year, whose number it bears`() throws {
        let found = try windows(of: Self.lunar(.newYearsEve), in: 2024...2031)
        #expect(
            found.map(\.day.description) == [
                "2024-02-09", "2025-01-28", "2026-02-16", "2027-02-05", "2028-01-25", "2029-02-12", "2030-02-02",
                "2031-01-22",
            ]
        )
        #expect(found.map(\.term.text) == (2023...2030).map { "eve/\($0)" })
    }

    @Test func `B45 R-TRIG-05 Begins ahead of the festival by the customer's own clocks`() {
        var customer = desk(Self.lunar(.springFestival, leadDays: 10))
        customer.record.zone = Zones.losAngeles.id
        let waiting = customer.decision(at: utc("2027-01-20T12:00:00Z"))
        #expect(waiting.earliest() == Moment(utc("2027-01-27T08:00:00Z"), on: day("2027-01-27")))
        #expect(waiting.reason() == "Spring Festival on 2027-02-06, gifts leave from 2027-01-27 on: 7 days to go")
        let leaving = customer.decision(at: utc("2027-01-27T08:00:00Z"))
        #expect(leaving.reason() == "Spring Festival on 2027-02-06, gifts leave from 2027-01-27 on")
        #expect(leaving.reason(in: .chinese) == "春节为2027-02-06，自2027-01-27起发出")
        #expect(customer.decision(at: utc("2027-02-07T07:59:59Z")).term() == "spring-festival/2027")
        #expect(customer.decision(at: utc("2027-02-07T08:00:00Z")).term() == nil)
    }

    @Test func `B43 R-TRIG-05 Says that a far festival may still move`() {
        let customer = desk(Self.lunar(.midAutumn, leadDays: 5))
        #expect(
            customer.decision(on: "2089-09-10").reason()
                == "Mid-Autumn Festival on 2089-09-18, which the lunar calendar may still move by a day, gifts leave from "
                + "2089-09-13 on: 3 days to go"
        )
        #expect(customer.decision(on: "2089-09-18").reason()?.contains("may still move by a day") == true)
        #expect(customer.decision(on: "2088-09-01").reason()?.contains("may still move") == false)
        // 2057-10-08 is Double Ninth or the day before it, but the eighth lunar day of the ninth month is no holiday.
        let solar = Self.holiday(.annual(AnnualDate("--10-08")!, leapDay: .skip))
        #expect(desk(solar).decision(on: "2057-10-08").reason()?.contains("may still move") == false)
    }

    @Test func `B44 R-TRIG-05 Stays quiet where the calendar is not known, and says so`() {
        let customer = desk(Self.lunar(.midAutumn), Self.holiday(.solarTerm(.winterSolstice)))
        let over = customer.decision(on: "2101-02-01")
        #expect(over.reason(of: "r-0") == "the days of the Chinese calendar are not known from 2101-02-01 on")
        #expect(over.reason(of: "r-1") == "the days of the Chinese calendar are not known from 2101-02-01 on")
        #expect(customer.decision(on: "2100-10-01").reason() == "no such holiday from 2100-10-01 on is known")
    }

    @Test func `R-TRIG-05 Is for those who keep it, as they told, and for nobody who was not asked`() {
        var customer = desk(Self.christmas)
        #expect(customer.decision(on: "2026-12-20").reason() == "Cultures: not known")
        customer.cultures = []
        let other = customer.decision(on: "2026-12-20")
        #expect(other.reason() == "Day is for those who keep it (christianity), and the customer told of others")
        #expect(other.earliest() == nil)
        customer.cultures = ["christianity"]
        #expect(customer.decision(on: "2026-12-10").earliest()?.day == day("2026-12-11"))
        for date in ["2026-12-11", "2026-12-25"] { #expect(customer.decision(on: date).term() == "day/2026") }
        #expect(customer.decision(on: "2026-12-26").earliest()?.day == day("2027-12-11"))
    }

    /// A rule, with the first three days on which it is observed from 2026 on, and their terms.
    struct Rule: CustomTestStringConvertible, Sendable {
        let rule: HolidayRule
        var observance = Observance.actualDay
        let dates: [String]
        var terms = ["day/2026", "day/2027", "day/2028"]
        var testDescription: String { "\(rule)" }
    }

    @Test(arguments: [
        Rule(rule: .lunarFestival(.dragonBoat), dates: ["2026-06-19", "2027-06-09", "2028-05-28"]),
        Rule(
            rule: .lunarFestival(.laba),
            dates: ["2026-01-26", "2027-01-15", "2028-01-04"],
            terms: ["day/2025", "day/2026", "day/2027"]
        ),
        Rule(rule: .solarTerm(.startOfSpring), dates: ["2026-02-04", "2027-02-04", "2028-02-04"]),
        Rule(rule: .solarTerm(.winterSolstice), dates: ["2026-12-22", "2027-12-22", "2028-12-21"]),
        Rule(
            rule: .weekdayOfMonth(WeekdayOfMonth(.second, .sunday, ofMonth: 5)!),
            dates: ["2026-05-10", "2027-05-09", "2028-05-14"]
        ),
        Rule(rule: .easter(plusDays: -2), dates: ["2026-04-03", "2027-03-26", "2028-04-14"]),
        Rule(
            rule: .annual(AnnualDate("--02-29")!, leapDay: .dayAfter),
            dates: ["2026-03-01", "2027-03-01", "2028-02-29"]
        ),
        Rule(
            rule: .annual(AnnualDate("--01-01")!, leapDay: .skip),
            observance: .nearestWorkday(.mondayThroughFriday),
            dates: ["2026-01-01", "2027-01-01", "2027-12-31"]
        ),
        Rule(
            rule: .listed([day("2027-06-01"), day("2026-10-08"), day("2027-03-01")]),
            dates: ["2026-10-08", "2027-03-01", "2027-06-01"],
            terms: ["day/2026", "day/2027", "day/2027-2"]
        ),
        Rule(
            rule: .lunarDate(AnnualLunarDate(month: 4, day: 8)!, leapMonth: .regular, shortMonth: .lastDay),
            dates: ["2026-05-24", "2027-05-13", "2028-05-02"]
        ),
    ])
    func `R-TRIG-05 Follows every kind of rule, and belongs to the year of the holiday`(rule: Rule) throws {
        var instant = utc("2026-01-01T00:00:00Z")
        let trigger = Self.holiday(rule.rule, rule.observance, leadDays: 3)
        for (date, term) in zip(rule.dates, rule.terms) {
            let window = try #require(try trigger.window(endingAfter: instant, in: FixedZone.utc))
            #expect((window.day, window.term.text) == (day(date), term))
            #expect(window.days == day(date).adding(days: -3)!...day(date))
            instant = window.instants.upperBound
        }
    }

    @Test func `R-TRIG-05 Comes to an end with its list`() {
        let customer = desk(Self.holiday(.listed([day("2026-10-08")])))
        let over = customer.decision(on: "2026-10-09")
        #expect((over.reason(), over.earliest()) == ("no such holiday from 2026-10-09 on is known", nil))
    }

    @Test func `R-TRIG-05 Counts days once that are observed on one workday`() throws {
        let weekend = Self.holiday(
            .listed([day("2026-10-10"), day("2026-10-11")]),
            .nextWorkday(.mondayThroughFriday)
        )
        #expect(try windows(of: weekend, in: 2026...2026).map(\.day) == [day("2026-10-12")])
    }

    @Test func `R-TRIG-05 Names a holiday in few bytes, however long its name is`() throws {
        let long = HolidayTrigger.ID(String(repeating: "h", count: 255))!
        let trigger = HolidayTrigger(long, Holiday(.midAutumn), leadDays: 0)
        let window = try trigger.window(endingAfter: utc("2026-01-01T00:00:00Z"), in: FixedZone.utc)
        #expect(window?.term.text == "#\(ContentHash(of: long))/2026")
    }
}
