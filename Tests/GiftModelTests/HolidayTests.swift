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

    @Test func `R-TRIG-05 Has no gifts that leave after it`() throws {
        let day = CalendarDate("2027-12-25")!
        #expect(HolidayDispatch(for: day, leadDays: 0)?.dispatchDay == day)
        #expect(HolidayDispatch(for: day, leadDays: -1) == nil)
        #expect(try Self.christmas.nextDispatch(onOrAfter: day, leadDays: -1) == nil)
        #expect(try Self.christmas.previousDispatch(onOrBefore: day, leadDays: -1) == nil)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `R-TRIG-05 Is found next and previously as a search through the years finds it`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let weekend = Weekend(
            Set(Weekday.allCases.shuffled(using: &random).prefix(.random(in: 1...6, using: &random)))
        )!
        let day = CalendarDate(daysAfterEpoch: .random(in: -20_000...40_000, using: &random))!
        let exceptions = (0..<20).map { _ in day.adding(days: .random(in: -9...9, using: &random))! }
        let daysOff = Set(exceptions.prefix(10))
        let plain = WorkCalendar(weekend)
        let work = WorkCalendar(weekend, daysOff: daysOff, madeUpWorkdays: Set(exceptions).subtracting(daysOff))!
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
            .listed(Set((-3...3).map { day.adding(days: $0)! })),
        ]
        for rule in rules {
            let observances: [Observance] = [
                .actualDay, .nearestWorkday(work), .nextWorkday(work), .previousWorkday(work), .nextWorkday(plain),
            ]
            for observance in observances {
                let holiday = Holiday(title: Self.christmas.title, rule: rule, observance: observance)
                let years = try (day.year - 9...day.year + 9).map { try holiday.days(inYear: $0) }
                #expect(years.allSatisfy { $0 == Set($0).sorted() }, "ascending, each once")
                let days = years.flatMap(\.self)
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
    private static let misfit =
        "this is not an observance: a shift needs a weekend or workdays, no shift needs neither"

    struct Case: CustomTestStringConvertible {
        let day: String
        let nearest: String
        let next: String
        let previous: String
        var testDescription: String { day }
    }

    @Test(arguments: [
        Case(day: "2027-12-24", nearest: "2027-12-24", next: "2027-12-24", previous: "2027-12-24"),
        Case(day: "2027-12-25", nearest: "2027-12-24", next: "2027-12-27", previous: "2027-12-24"),
        Case(day: "2027-12-26", nearest: "2027-12-27", next: "2027-12-27", previous: "2027-12-24"),
        Case(day: "2028-01-01", nearest: "2027-12-31", next: "2028-01-03", previous: "2027-12-31"),
    ])
    func `R-TRIG-05 Is observed on the workday that the rule names`(holiday: Case) throws {
        let day = try #require(CalendarDate(holiday.day))
        #expect(Observance.actualDay.observedDay(for: day) == day)
        let nearest = Observance.nearestWorkday(.mondayThroughFriday).observedDay(for: day)
        #expect(nearest?.description == holiday.nearest)
        #expect(Observance.nextWorkday(.mondayThroughFriday).observedDay(for: day)?.description == holiday.next)
        let previous = Observance.previousWorkday(.mondayThroughFriday).observedDay(for: day)
        #expect(previous?.description == holiday.previous)
    }

    @Test func `R-TRIG-05 Is observed on the later of two workdays that are as near`() {
        let sunday = CalendarDate("2027-12-26")!
        #expect(
            Observance.nearestWorkday(WorkCalendar(Weekend([.sunday])!)).observedDay(for: sunday)
                == sunday.adding(days: 1)
        )
        let long = Weekend([.friday, .saturday, .sunday])!
        #expect(
            Observance.nearestWorkday(WorkCalendar(long)).observedDay(for: sunday.adding(days: -1)!)
                == sunday.adding(days: 1)
        )
    }

    @Test func `R-TRIG-05 Belongs to the year of the holiday`() throws {
        let newYear = Holiday(
            title: LocalizedText(english: "New Year's Day", chinese: "元旦"),
            rule: .annual(AnnualDate("--01-01")!, leapDay: .skip),
            observance: .nearestWorkday(.mondayThroughFriday)
        )
        let observed = CalendarDate("2027-12-31")!
        #expect(try newYear.days(inYear: 2028) == [observed])
        #expect(try newYear.nextDay(onOrAfter: CalendarDate("2027-12-30")!) == observed)
        #expect(try newYear.previousDay(onOrBefore: observed) == observed)
    }

    @Test func `R-TRIG-05 Is observed once when two days of a list are observed on one`() throws {
        let weekend: Set = [CalendarDate("2027-10-09")!, CalendarDate("2027-10-10")!]
        let festival = Holiday(
            title: LocalizedText(english: "Jubilee", chinese: "店庆"),
            rule: .listed(weekend),
            observance: .nextWorkday(.mondayThroughFriday)
        )
        #expect(try festival.days(inYear: 2027) == [CalendarDate("2027-10-11")!])
    }

    @Test func `R-TRIG-05 Is found at both ends of the calendar`() throws {
        func holiday(_ date: String, _ weekday: Weekday) -> Holiday {
            Holiday(
                title: LocalizedText(english: "Inventory", chinese: "盘点"),
                rule: .annual(AnnualDate(date)!, leapDay: .skip),
                observance: .nearestWorkday(WorkCalendar(Weekend([weekday])!))
            )
        }
        // 0001-01-01 is a Monday and 9999-12-31 a Friday.
        let (second, lastButOne) = (CalendarDate("0001-01-02")!, CalendarDate("9999-12-30")!)
        #expect(try holiday("--01-01", .monday).nextDay(onOrAfter: second) == second)
        #expect(try holiday("--12-31", .friday).previousDay(onOrBefore: lastButOne) == lastButOne)
        let last = lastButOne.adding(days: 1)!
        #expect(Observance.nextWorkday(WorkCalendar(Weekend([.friday])!)).observedDay(for: last) == nil)
        #expect(Observance.previousWorkday(WorkCalendar(Weekend([.friday])!)).observedDay(for: last) == lastButOne)
    }

    @Test func `R-TRIG-05 Is asked of the lunar calendar only where that matters`() throws {
        let laba = Holiday(
            title: LunarFestival.laba.title,
            rule: .lunarFestival(.laba),
            observance: .nearestWorkday(.mondayThroughFriday)
        )
        let day = LunarFestival.laba.day(in: LunarYear(2100)!)
        let observed = laba.observance.observedDay(for: day)
        #expect(try laba.previousDay(onOrBefore: CalendarDate("2101-01-25")!) == observed)
        // The table ends on a Friday, on which an unknown holiday of Saturday might be observed.
        let last = CalendarDate("2101-01-28")!
        #expect(throws: LunarError.outOfRange(last.adding(days: 1)!)) { try laba.previousDay(onOrBefore: last) }
        let first = CalendarDate("1900-01-31")!
        #expect(try laba.nextDay(onOrAfter: first) != nil)
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: Observance.actualDay, toBe: #"{"shift":"none"}"#)
        let weekend = Weekend([.friday, .saturday])!
        let stored = #"{"shift":"nearestWorkday","weekend":["friday","saturday"]}"#
        try expectWireFormat(of: Observance.nearestWorkday(WorkCalendar(weekend)), toBe: stored)
        try expectWireFormat(
            of: Observance.nextWorkday(WorkCalendar(weekend)),
            toBe: #"{"shift":"nextWorkday","weekend":["friday","saturday"]}"#
        )
        try expectWireFormat(
            of: Observance.previousWorkday(WorkCalendar(weekend)),
            toBe: #"{"shift":"previousWorkday","weekend":["friday","saturday"]}"#
        )
        let work = WorkCalendar(weekend, daysOff: [CalendarDate("2026-10-01")!])!
        try expectWireFormat(
            of: Observance.nextWorkday(work),
            toBe: #"{"shift":"nextWorkday","workdays":{"daysOff":["2026-10-01"],"weekend":["friday","saturday"]}}"#
        )
    }

    @Test(arguments: [
        (#"{"shift":"none","weekend":["sunday"]}"#, Self.misfit), (#"{"shift":"nextWorkday"}"#, Self.misfit),
        (#"{"shift":"nextWorkday","weekend":["sunday"],"workdays":{"weekend":["sunday"]}}"#, Self.misfit),
        (#"{"shift":"nextWorkday","weekend":[]}"#, "a weekend is one through six different days"),
        (#"{"shift":"nextWorkday","weekend":["sunday","sunday"]}"#, "a weekend is one through six different days"),
        (
            #"{"shift":"later"}"#,
            "unknown word `later`; known are `none`, `nearestWorkday`, `nextWorkday`, `previousWorkday`"
        ),
    ])
    func `Refuses what is no observance`(stored: String, expected: String) {
        #expect(refusal(of: stored, as: Observance.self) == expected)
        #expect(Weekend(Set(Weekday.allCases)) == nil)
    }
}

@Suite struct `The holidays of a year` {
    private static let boxingDay = Holiday(
        title: LocalizedText(english: "Boxing Day", chinese: "节礼日"),
        rule: .annual(AnnualDate("--12-26")!, leapDay: .skip),
        observance: .nextWorkday(.mondayThroughFriday)
    )

    private static let christmas = Holiday(
        title: LocalizedText(english: "Christmas", chinese: "圣诞节"),
        rule: .annual(AnnualDate("--12-25")!, leapDay: .skip),
        observance: .nextWorkday(.mondayThroughFriday)
    )

    /// As the government of the United Kingdom published them.
    @Test(arguments: [
        (2021, "2021-12-27", "2021-12-28"), (2022, "2022-12-27", "2022-12-26"), (2023, "2023-12-25", "2023-12-26"),
        (2026, "2026-12-25", "2026-12-28"), (2027, "2027-12-27", "2027-12-28"),
    ])
    func `R-TRIG-05 Are not moved to one another's days`(year: Int, christmas: String, boxingDay: String) throws {
        let observed = try Holiday.observed([Self.boxingDay, Self.christmas], inYear: year)
        #expect(observed.map(\.holiday.title.english) == ["Christmas", "Boxing Day"])
        #expect(observed.map(\.day.day) == [25, 26])
        #expect(observed.map(\.observedDay.description) == [christmas, boxingDay])
    }

    @Test func `R-TRIG-05 Share a workday on which they fall together`() throws {
        let other = Holiday(title: Self.boxingDay.title, rule: Self.christmas.rule, observance: .actualDay)
        let observed = try Holiday.observed([other, Self.christmas], inYear: 2023)
        #expect(observed.map(\.observedDay) == [CalendarDate("2023-12-25")!, CalendarDate("2023-12-25")!])
        #expect(observed.map(\.holiday) == [other, Self.christmas])
        #expect(try Holiday.observed([], inYear: 2023).isEmpty)
    }

    @Test func `R-TRIG-05 Are missing where they would leave the calendar`() throws {
        // 9999-12-31 is a Friday.
        let last = Holiday(
            title: Self.christmas.title,
            rule: .annual(AnnualDate("--12-31")!, leapDay: .skip),
            observance: .nextWorkday(WorkCalendar(Weekend([.friday])!))
        )
        #expect(try Holiday.observed([last], inYear: 9999).isEmpty)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `R-TRIG-05 Are moved no further than to the first workday that is not taken`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let year = Int.random(in: 1950...2050, using: &random)
        let start = CalendarDate(year: year, month: 3, day: 1)!
        let holidays = (0..<Int.random(in: 1...12, using: &random))
            .map { number in
                Holiday(
                    title: LocalizedText(english: "\(number)", chinese: "\(number)"),
                    rule: .listed([start.adding(days: .random(in: 0...14, using: &random))!]),
                    observance: [
                        .nextWorkday(.mondayThroughFriday), .previousWorkday(.mondayThroughFriday), .actualDay,
                    ]
                    .randomElement(using: &random)!
                )
            }
        let all = try Holiday.observed(holidays, inYear: year)
        #expect(all.count == holidays.count && all.map(\.day) == all.map(\.day).sorted())
        let moved = all.filter { $0.day != $0.observedDay }
        let stayed = Set(all.filter { $0.day == $0.observedDay }.map(\.day))
        #expect(Set(moved.map(\.observedDay)).count == moved.count)
        #expect(stayed.isDisjoint(with: moved.map(\.observedDay)))
        let taken = stayed.union(moved.map(\.observedDay))
        for holiday in moved {
            #expect(WorkCalendar.mondayThroughFriday.isWorkday(holiday.observedDay))
            let passed =
                min(holiday.day, holiday.observedDay)
                .daysAfterEpoch...max(holiday.day, holiday.observedDay)
                .daysAfterEpoch
            for day in passed.compactMap({ CalendarDate(daysAfterEpoch: Int($0)) }) {
                #expect(!WorkCalendar.mondayThroughFriday.isWorkday(day) || taken.contains(day))
            }
        }
    }
}
