import GiftModel
import GiftTesting
import Testing

@Suite struct `A holiday` {
    static let christmas = Holiday(
        title: LocalizedText(english: "Christmas", chinese: "圣诞节"),
        rule: .annual(AnnualDate("--12-25")!, leapDay: .skip),
        observance: .actualDay
    )

    struct Row: CustomTestStringConvertible {
        let holiday: Holiday
        let day: String
        let leaves: String
        let goodsIn: String
        let orderBy: String
        var testDescription: String { holiday.title.english }
    }

    @Test(arguments: [
        Row(
            holiday: Holiday(.springFestival),
            day: "2027-02-06",
            leaves: "2027-01-23",
            goodsIn: "2027-01-20",
            orderBy: "2026-12-21"
        ),
        Row(
            holiday: Holiday(.dragonBoat),
            day: "2027-06-09",
            leaves: "2027-05-26",
            goodsIn: "2027-05-23",
            orderBy: "2027-04-23"
        ),
        Row(
            holiday: Holiday(.midAutumn),
            day: "2027-09-15",
            leaves: "2027-09-01",
            goodsIn: "2027-08-29",
            orderBy: "2027-07-30"
        ),
        Row(
            holiday: christmas,
            day: "2027-12-25",
            leaves: "2027-12-11",
            goodsIn: "2027-12-08",
            orderBy: "2027-11-08"
        ),
    ])
    func `R-POL-12 R-TRIG-05 Stands on the year's page with the day to order its gifts by`(row: Row) throws {
        let dispatch = try row.holiday.nextDispatch(onOrAfter: CalendarDate("2027-01-01")!, leadDays: 14)
        let goodsIn = dispatch?.dispatchDay.adding(days: -3)
        #expect(dispatch?.holiday.description == row.day)
        #expect(dispatch?.dispatchDay.description == row.leaves)
        #expect(goodsIn?.description == row.goodsIn)
        #expect(goodsIn?.adding(days: -30)?.description == row.orderBy)
        #expect(try row.holiday.days(inYear: 2027).map(\.description) == [row.day])
    }

    @Test func `R-TRIG-05 Is a day wherever the customer lives`() throws {
        let dispatch = try Holiday(.springFestival).nextDispatch(onOrAfter: CalendarDate("2027-01-27")!, leadDays: 10)
        #expect(dispatch?.dispatchDay == CalendarDate("2027-01-27"))
        let losAngeles = FixedZone(offsetSeconds: -8 * 3600)!
        let start = Timestamp(CalendarDate("2027-01-27")!, at: .midnight, in: losAngeles)
        #expect(start == Timestamp(CalendarDate("2027-01-27")!, at: TimeOfDay("08:00:00")!, in: .utc))
    }

    @Test func `R-TRIG-05 May fall on another one`() throws {
        let nationalDay = HolidayRule.annual(AnnualDate("--10-01")!, leapDay: .skip)
        let years = try (2020...2035)
            .filter { try HolidayRule.lunarFestival(.midAutumn).days(inYear: $0) == nationalDay.days(inYear: $0) }
        #expect(years == [2020, 2031])
    }

    @Test func `R-TRIG-05 Is passed over when its gifts should have left already`() throws {
        let (inTime, late) = (CalendarDate("2027-12-11")!, CalendarDate("2027-12-12")!)
        #expect(try Self.christmas.nextDispatch(onOrAfter: inTime, leadDays: 14)?.dispatchDay == inTime)
        let next = try Self.christmas.nextDispatch(onOrAfter: late, leadDays: 14)
        #expect(next == HolidayDispatch(for: CalendarDate("2028-12-25")!, leadDays: 14))
        let previous = try Self.christmas.previousDispatch(onOrBefore: late, leadDays: 14)
        #expect(previous == HolidayDispatch(for: CalendarDate("2027-12-25")!, leadDays: 14))
        #expect(try Self.christmas.nextDay(onOrAfter: late) == CalendarDate("2027-12-25"))
        #expect(try Self.christmas.nextDispatch(onOrAfter: late, leadDays: .max) == nil)
        #expect(HolidayDispatch(for: late, leadDays: .min) == nil)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `R-TRIG-05 Is found next and previously as a search through the years finds it`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let weekend = Weekend(
            Set(Weekday.allCases.shuffled(using: &random).prefix(.random(in: 1...6, using: &random)))
        )!
        let day = CalendarDate(daysAfterEpoch: .random(in: -20_000...40_000, using: &random))!
        let leapDay = LeapDayRule.allCases.randomElement(using: &random)!
        let rules: [HolidayRule] = [
            .annual(
                AnnualDate(CalendarDate(daysAfterEpoch: .random(in: 0...40_000, using: &random))!),
                leapDay: leapDay
            ),
            .annual(AnnualDate("--02-29")!, leapDay: leapDay), .annual(AnnualDate("--12-31")!, leapDay: leapDay),
            .weekdayOfMonth(
                WeekdayOfMonth(
                    .allCases.randomElement(using: &random)!,
                    .allCases.randomElement(using: &random)!,
                    ofMonth: .random(in: 1...12, using: &random)
                )!
            ),
            .easter(plusDays: .random(in: -1000...1000, using: &random)),
            .lunarFestival(LunarFestival.allCases.randomElement(using: &random)!),
            .lunarDate(AnnualLunarDate(month: 11, day: 30)!, leapMonth: .both, shortMonth: .lastDay),
            .listed(Set((0..<9).map { _ in day.adding(days: .random(in: -999...999, using: &random))! })),
            .solarTerm(SolarTerm.allCases.randomElement(using: &random)!),
        ]
        for rule in rules {
            for observance in [Observance.actualDay, .nearestWorkday(weekend), .nextWorkday(weekend)] {
                let holiday = Holiday(title: Self.christmas.title, rule: rule, observance: observance)
                let days = try (day.year - 9...day.year + 9).flatMap { try holiday.days(inYear: $0) }
                #expect(days == days.sorted())
                #expect(try holiday.nextDay(onOrAfter: day) == days.first { $0 >= day })
                #expect(try holiday.previousDay(onOrBefore: day) == days.last { $0 <= day })
            }
        }
    }

    @Test func `The wire format never changes`() throws {
        let stored = """
            {"observance":{"shift":"none"},"rule":{"annual":{"date":"--12-25","leapDay":"skip"}},\
            "title":{"en":"Christmas","zh":"圣诞节"}}
            """
        try expectWireFormat(of: Self.christmas, toBe: stored)
        let misspelt = stored.replacing("observance", with: "observence")
        #expect(refusal(of: misspelt, as: Holiday.self).hasPrefix("unknown key `observence`"))
    }
}

@Suite struct `A holiday on a weekend` {
    struct Case: CustomTestStringConvertible {
        let day: String
        let nearest: String
        let next: String
        var testDescription: String { day }
    }

    @Test(arguments: [
        Case(day: "2027-12-24", nearest: "2027-12-24", next: "2027-12-24"),
        Case(day: "2027-12-25", nearest: "2027-12-24", next: "2027-12-27"),
        Case(day: "2027-12-26", nearest: "2027-12-27", next: "2027-12-27"),
        Case(day: "2028-01-01", nearest: "2027-12-31", next: "2028-01-03"),
    ])
    func `R-TRIG-05 Is observed on the workday that the rule names`(holiday: Case) throws {
        let day = try #require(CalendarDate(holiday.day))
        #expect(Observance.actualDay.observedDay(for: day) == day)
        let nearest = Observance.nearestWorkday(.saturdayAndSunday).observedDay(for: day)
        #expect(nearest?.description == holiday.nearest)
        #expect(Observance.nextWorkday(.saturdayAndSunday).observedDay(for: day)?.description == holiday.next)
    }

    @Test func `R-TRIG-05 Is observed on the later of two workdays that are as near`() {
        let sunday = CalendarDate("2027-12-26")!
        #expect(Observance.nearestWorkday(Weekend([.sunday])!).observedDay(for: sunday) == sunday.adding(days: 1))
        let long = Weekend([.friday, .saturday, .sunday])!
        #expect(Observance.nearestWorkday(long).observedDay(for: sunday.adding(days: -1)!) == sunday.adding(days: 1))
    }

    @Test func `R-TRIG-05 Belongs to the year of the holiday`() throws {
        let newYear = Holiday(
            title: LocalizedText(english: "New Year's Day", chinese: "元旦"),
            rule: .annual(AnnualDate("--01-01")!, leapDay: .skip),
            observance: .nearestWorkday(.saturdayAndSunday)
        )
        let observed = CalendarDate("2027-12-31")!
        #expect(try newYear.days(inYear: 2028) == [observed])
        #expect(try newYear.nextDay(onOrAfter: CalendarDate("2027-12-30")!) == observed)
        #expect(try newYear.previousDay(onOrBefore: observed) == observed)
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: Observance.actualDay, toBe: #"{"shift":"none"}"#)
        let weekend = Weekend([.friday, .saturday])!
        let stored = #"{"shift":"nearestWorkday","weekend":["friday","saturday"]}"#
        try expectWireFormat(of: Observance.nearestWorkday(weekend), toBe: stored)
        try expectWireFormat(
            of: Observance.nextWorkday(weekend),
            toBe: #"{"shift":"nextWorkday","weekend":["friday","saturday"]}"#
        )
    }

    @Test(arguments: [
        (#"{"shift":"none","weekend":["sunday"]}"#, "without a shift no weekend is asked for"),
        (#"{"shift":"nextWorkday","weekend":[]}"#, "a weekend is one through six different days"),
        (#"{"shift":"nextWorkday","weekend":["sunday","sunday"]}"#, "a weekend is one through six different days"),
        (#"{"shift":"later"}"#, "unknown word `later`; known are `none`, `nearestWorkday`, `nextWorkday`"),
    ])
    func `Refuses what is no observance`(stored: String, expected: String) {
        #expect(refusal(of: stored, as: Observance.self) == expected)
        #expect(Weekend(Set(Weekday.allCases)) == nil)
    }
}
