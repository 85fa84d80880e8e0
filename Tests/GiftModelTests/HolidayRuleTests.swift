import GiftModel
import Testing

@Suite struct `The rule of a holiday` {
    @Test func `R-TRIG-05 May find a day twice in a year, or never`() throws {
        let rule = HolidayRule.lunarDate(
            AnnualLunarDate(month: 11, day: 25)!,
            leapMonth: .regular,
            shortMonth: .skip
        )
        #expect(try rule.days(inYear: 2024).map(\.description) == ["2024-01-06", "2024-12-25"])
        let counts = try (2023...2029).map { try rule.days(inYear: $0).count }
        #expect(counts == [0, 2, 0, 1, 2, 0, 2])
    }

    @Test func `R-TRIG-05 Is an error where the lunar calendar is not known`() throws {
        let rule = HolidayRule.lunarFestival(.midAutumn)
        for (year, day) in [(1900, "1900-01-01"), (2101, "2101-12-31"), (1, "0001-01-01")] {
            #expect(throws: LunarError.outOfRange(CalendarDate(day)!)) { try rule.days(inYear: year) }
        }
        #expect(try rule.days(inYear: 1901) == [CalendarDate("1901-09-27")])
        #expect(try rule.days(inYear: 2100) == [CalendarDate("2100-09-18")])
        let last = CalendarDate("2100-09-19")!
        #expect(throws: LunarError.noneOnOrAfter(last)) { try rule.nextDay(onOrAfter: last) }
        #expect(throws: LunarError.outOfRange(CalendarDate("1900-01-30")!)) {
            try rule.previousDay(onOrBefore: CalendarDate("1900-01-30")!)
        }
    }

    @Test func `R-TRIG-05 May be the host's own list`() throws {
        let list = HolidayRule.listed([CalendarDate("2027-10-08")!, CalendarDate("2026-03-01")!])
        #expect(try list.nextDay(onOrAfter: CalendarDate("2026-03-02")!) == CalendarDate("2027-10-08"))
        #expect(try list.nextDay(onOrAfter: CalendarDate("2027-10-09")!) == nil)
        #expect(try list.previousDay(onOrBefore: CalendarDate("2027-10-07")!) == CalendarDate("2026-03-01"))
        #expect(try list.previousDay(onOrBefore: CalendarDate("2026-02-28")!) == nil)
        #expect(try list.days(inYear: 2026) == [CalendarDate("2026-03-01")])
    }

    @Test func `Ends where the calendar ends`() throws {
        let last = CalendarDate("9999-12-31")!
        let monday = HolidayRule.weekdayOfMonth(WeekdayOfMonth(.first, .monday, ofMonth: 1)!)
        for rule in [monday, .easter(plusDays: 0), .easter(plusDays: .max), .easter(plusDays: .min)] {
            #expect(try rule.nextDay(onOrAfter: last) == nil)
            #expect(try rule.days(inYear: 10_000) == [])
        }
        for days in [3_000_000, -3_000_000] {
            let all = (1...9999).compactMap { CalendarDate.easterSunday(inYear: $0)?.adding(days: days) }
            #expect(try HolidayRule.easter(plusDays: days).previousDay(onOrBefore: last) == all.last)
            #expect(try HolidayRule.easter(plusDays: days).nextDay(onOrAfter: CalendarDate("0001-01-01")!) == all.first)
        }
    }

    @Test(arguments: [
        (
            HolidayRule.annual(AnnualDate("--02-29")!, leapDay: .dayBefore),
            #"{"annual":{"date":"--02-29","leapDay":"dayBefore"}}"#
        ),
        (
            .weekdayOfMonth(WeekdayOfMonth(.second, .sunday, ofMonth: 5)!),
            #"{"weekdayOfMonth":{"month":5,"position":"second","weekday":"sunday"}}"#
        ),
        (.easter(plusDays: -2), #"{"easter":{"plusDays":-2}}"#),
        (.lunarFestival(.midAutumn), #"{"lunarFestival":"midAutumn"}"#),
        (.solarTerm(.qingming), #"{"solarTerm":"qingming"}"#),
        (
            .lunarDate(AnnualLunarDate(month: 4, day: 8)!, leapMonth: .regular, shortMonth: .lastDay),
            """
            {"lunarDate":{"date":{"day":8,"isLeapMonth":false,"month":4},"leapMonth":"regular","shortMonth":"lastDay"}}
            """
        ),
        (
            .listed([CalendarDate("2027-10-08")!, CalendarDate("2026-03-01")!]),
            #"{"listed":["2026-03-01","2027-10-08"]}"#
        ),
    ])
    func `The wire format never changes`(rule: HolidayRule, stored: String) throws {
        try expectWireFormat(of: rule, toBe: stored)
    }

    @Test(arguments: [
        ("{}", "a holiday's rule has exactly one member"),
        (#"{"easter":{"plusDays":0},"listed":[]}"#, "a holiday's rule has exactly one member"),
        (#"{"easter":{"days":0}}"#, "unknown key `days`; known are `plusDays`"),
        (#"{"listed":["2027-10-08","2027-10-08"]}"#, "a day is listed twice"),
        (
            #"{"weekdayOfMonth":{"month":13,"position":"last","weekday":"friday"}}"#,
            "`13` is not a month, 1 through 12"
        ),
    ])
    func `Refuses what is no rule`(stored: String, expected: String) {
        #expect(refusal(of: stored, as: HolidayRule.self) == expected)
    }
}

@Suite struct `Easter Sunday` {
    @Test(arguments: [
        "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2024-03-31", "2025-04-20", "2026-04-05",
        "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22",
    ])
    func `R-TRIG-05 Falls on the published day`(text: String) throws {
        let day = try #require(CalendarDate(text))
        #expect(CalendarDate.easterSunday(inYear: day.year) == day)
        #expect(try HolidayRule.easter(plusDays: -2).days(inYear: day.year) == [day.adding(days: -2)!])
    }

    /// The Sunday after the 14th day of the church's moon, by golden number and epact as Clavius tabulated them.
    private static func byEpact(_ year: Int) -> CalendarDate? {
        let (goldenNumber, century) = (year % 19 + 1, year / 100 + 1)
        let sunCorrection = 3 * century / 4 - 12
        let moonCorrection = (8 * century + 5) / 25 - 5
        var epact = (11 * goldenNumber + 20 + moonCorrection - sunCorrection) % 30
        if epact < 0 { epact += 30 }
        if epact == 24 || epact == 25 && goldenNumber > 11 { epact += 1 }
        let fullMoon = CalendarDate(year: year, month: 3, day: 1)!.adding(days: (epact > 23 ? 74 : 44) - epact - 1)!
        return (1...7).compactMap { fullMoon.adding(days: $0) }.first { $0.weekday == .sunday }
    }

    @Test func `Agrees with the tables of epacts from 1583 through 9999`() {
        let faults = (1583...9999).filter { CalendarDate.easterSunday(inYear: $0) != Self.byEpact($0) }
        #expect(faults.isEmpty)
    }

    @Test func `Is missing outside the calendar`() {
        #expect(CalendarDate.easterSunday(inYear: 0) == nil)
        #expect(CalendarDate.easterSunday(inYear: 10_000) == nil)
        #expect(CalendarDate.easterSunday(inYear: .max) == nil)
    }
}

@Suite struct `A weekday of a month` {
    @Test func `R-TRIG-05 Is found by counting through the month`() throws {
        for year in 2024...2028 {
            for month in 1...12 {
                let days = (1...31).compactMap { CalendarDate(year: year, month: month, day: $0) }
                for weekday in Weekday.allCases {
                    let found = days.filter { $0.weekday == weekday }
                    let expected = Array(found[0...3]) + [found.last!]
                    #expect(
                        WeekdayOfMonth.Position.allCases.map {
                            WeekdayOfMonth($0, weekday, ofMonth: month)?.date(inYear: year)
                        } == expected
                    )
                }
            }
        }
    }

    @Test func `Needs a month and a year of the calendar`() {
        #expect(WeekdayOfMonth(.first, .monday, ofMonth: 0) == nil)
        #expect(WeekdayOfMonth(.last, .friday, ofMonth: 12)?.date(inYear: 9999) == CalendarDate("9999-12-31"))
        #expect(WeekdayOfMonth(.last, .friday, ofMonth: 12)?.date(inYear: 10_000) == nil)
    }
}
