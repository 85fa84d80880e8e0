import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `A birthday trigger` {
    private static let week = BirthdayTrigger(on: .around(from: -3, through: 3))
    private static let threeDaysBefore = BirthdayTrigger(on: .around(from: -3, through: -3))
    private static let itself = BirthdayTrigger(on: .around(from: 0, through: 0))

    private func desk(_ birthday: Birthday?, _ triggers: BirthdayTrigger...) -> CalendarDesk {
        var desk = CalendarDesk()
        desk.record.birthday = birthday
        desk.triggers = triggers.map(Trigger.birthday)
        return desk
    }

    /// The birthdays in a year, and the first days on which the trigger fires.
    private func windows(
        of birthday: Birthday,
        in year: Int,
        on trigger: BirthdayTrigger = threeDaysBefore,
        by defaults: PolicyDefaults
    ) throws -> [OccasionWindow] {
        var found: [OccasionWindow] = []
        var instant = utc("\(year - 1)-12-25T00:00:00Z")
        while let window = try trigger.window(of: birthday, endingAfter: instant, in: FixedZone.utc, by: defaults),
            window.day.year <= year
        {
            if window.day.year == year { found.append(window) }
            instant = window.instants.upperBound
        }
        return found
    }

    @Test func `S02 R-TRIG-03 Gives Mei her gift from three days before through three days after, once`() {
        var mei = desk(.solar("1992-03-18"), Self.week)
        #expect(mei.decision(on: "2026-03-14").earliest() == Moment(utc("2026-03-15T00:00:00Z"), on: day("2026-03-15")))
        #expect(
            mei.decision(on: "2026-03-14").reason()
                == "birthday on 2026-03-18, celebrated from 2026-03-15 on: 1 day to go"
        )
        let first = mei.decision(on: "2026-03-15")
        #expect(first.term() == "birthday/2026")
        #expect(first.reason() == "birthday on 2026-03-18, celebrated from 2026-03-15 through 2026-03-21")
        #expect(first.reason(in: .chinese) == "生日为2026-03-18，赠礼期为2026-03-15至2026-03-21")

        mei.grants = [Shop.grant(.birthday, term: "birthday/2026", on: "2026-03-15")]
        for date in ["2026-03-16", "2026-03-18", "2026-03-21"] {
            #expect(mei.decision(on: date).reason() == "given before, on 2026-03-15")
            #expect(mei.decision(on: date).earliest()?.day == day("2027-03-15"))
        }
        #expect(mei.decision(on: "2026-03-22").earliest()?.day == day("2027-03-15"))
    }

    @Test func `S02 R-TRIG-03 Gives in the calendar week from Monday on, where that is meant`() {
        let mei = desk(.solar("1992-03-18"), BirthdayTrigger(on: .week(from: .monday)))
        #expect(mei.decision(on: "2026-03-15").earliest()?.day == day("2026-03-16"))
        #expect(mei.decision(on: "2026-03-16").term() == "birthday/2026")
        #expect(mei.decision(on: "2026-03-22").term() == "birthday/2026")
        #expect(mei.decision(on: "2026-03-23").earliest()?.day == day("2027-03-15"))
        let fromSunday = desk(.solar("1992-03-18"), BirthdayTrigger(on: .week(from: .sunday)))
        #expect(fromSunday.decision(on: "2026-03-15").term() == "birthday/2026")
        #expect(fromSunday.decision(on: "2026-03-22").term() == nil)
    }

    @Test func `S02 R-TRIG-03 Names one occurrence for all rules about the birthday`() {
        var mei = desk(.solar("1992-03-18"), BirthdayTrigger(on: .week(from: .monday)), Self.threeDaysBefore)
        #expect(
            (mei.decision(on: "2026-03-15").term(of: "r-0"), mei.decision(on: "2026-03-15").term(of: "r-1")) == (
                nil, "birthday/2026"
            )
        )
        #expect(mei.decision(on: "2026-03-16").term(of: "r-0") == "birthday/2026")
        mei.grants = [Shop.grant(.birthday, term: "birthday/2026", on: "2026-03-15")]
        #expect(mei.decision(on: "2026-03-16").candidates.isEmpty)
    }

    @Test func `S02 R-TRIG-03 Lies outside the calendar week on 156 days of 2026, if it fires three days before`() {
        var outside = 0
        for date in sequence(first: day("2026-01-01"), next: { $0.adding(days: 1) }).prefix(365) {
            let week = OccasionDays.week(from: .monday).days(around: date)!
            if !week.contains(date.adding(days: -3)!) { outside += 1 }
        }
        #expect(outside == 156)
    }

    @Test func `S02 R-TRIG-03 Gives no second gift in a year in which the birthday was changed`() throws {
        var mei = desk(.solar("1992-06-20"), Self.week)
        mei.grants = [Shop.grant(.birthday, term: "birthday/2026", on: "2026-03-15")]
        #expect(mei.decision(on: "2026-06-16").earliest()?.day == day("2026-06-17"))
        #expect(mei.decision(on: "2026-06-17").reason() == "given before, on 2026-03-15")
        #expect(mei.decision(on: "2026-06-17").earliest()?.day == day("2027-06-17"))
        #expect(mei.decision(on: "2026-06-24").earliest()?.day == day("2027-06-17"))
        #expect(mei.decision(on: "2027-06-17").term() == "birthday/2027")

        mei.record.birthday = .lunar(bornOn: "1992-06-20")
        #expect(mei.decision(on: "2026-07-04").reason() == "given before, on 2026-03-15", "also by another calendar")
    }

    @Test(arguments: [
        (LeapDayRule.dayBefore, [2023: "02-25", 2024: "02-26", 2025: "02-25", 2028: "02-26", 2100: "02-25"]),
        (.dayAfter, [2023: "02-26", 2024: "02-26", 2025: "02-26", 2028: "02-26", 2100: "02-26"]),
        (.skip, [2024: "02-26", 2028: "02-26"]),
    ])
    func `A01 A02 R-TRIG-03 Fires three days before a leap day as the policy keeps it`(
        rule: LeapDayRule,
        expected: [Int: String]
    ) throws {
        let defaults = CalendarDesk.defaults(leapDay: rule)
        for year in [2023, 2024, 2025, 2028, 2100] {
            let windows = try windows(of: .solar("2000-02-29"), in: year, by: defaults)
            #expect(
                windows.map(\.days.lowerBound.description) == [expected[year]].compactMap { $0.map { "\(year)-\($0)" } }
            )
            #expect(windows.allSatisfy { $0.term.text == "birthday/\(year)" })
        }
        let observed = try windows(of: .solar("2000-02-29"), in: 2023, by: defaults).map(\.day.description)
        #expect(observed == (rule == .skip ? [] : [rule == .dayBefore ? "2023-02-28" : "2023-03-01"]))
    }

    @Test(arguments: [(LeapDayRule.dayBefore, 18), (.dayAfter, 17), (.skip, 17)])
    func `A04 Is kept by the rule by which age gates count`(rule: LeapDayRule, age: Int) {
        #expect(Birthday.solar("2008-02-29").age(on: day("2026-02-28"), leapDay: rule) == age)
        var wine = Shop.gift("wine", "9.00 EUR")
        wine.restrictions = GiftRestrictions(minimumAge: 18)!
        var leapling = desk(.solar("2008-02-29"), Self.week)
        leapling.defaults = CalendarDesk.defaults(leapDay: rule)
        leapling.gifts = Shop.catalog([wine])
        #expect(leapling.decision(on: "2026-02-28").candidates.isEmpty == (age < 18))
    }

    /// A case about the seven days around a birthday as instants.
    struct Window: CustomTestStringConvertible, Sendable {
        let id: String
        let zone: ZoneTable
        let date: String
        let from: String
        let until: String
        let hours: Int64

        var testDescription: String { "\(id) \(zone.id)" }
    }

    @Test(arguments: [
        Window(
            id: "A05",
            zone: Zones.newYork,
            date: "2025-03-09",
            from: "2025-03-06T05:00:00Z",
            until: "2025-03-13T04:00:00Z",
            hours: 167
        ),
        Window(
            id: "A06",
            zone: Zones.newYork,
            date: "2025-11-02",
            from: "2025-10-30T04:00:00Z",
            until: "2025-11-06T05:00:00Z",
            hours: 169
        ),
        Window(
            id: "A08",
            zone: Zones.saoPaulo,
            date: "2018-11-04",
            from: "2018-11-01T03:00:00Z",
            until: "2018-11-08T02:00:00Z",
            hours: 167
        ),
        Window(
            id: "A09",
            zone: Zones.apia,
            date: "2011-12-30",
            from: "2011-12-27T10:00:00Z",
            until: "2012-01-02T10:00:00Z",
            hours: 144
        ),
        Window(
            id: "A10",
            zone: Zones.shanghai,
            date: "2026-01-01",
            from: "2025-12-28T16:00:00Z",
            until: "2026-01-04T16:00:00Z",
            hours: 168
        ),
    ])
    func `A05 A06 A08 A09 A10 R-TRIG-03 Lasts seven local days, however long they are`(window: Window) throws {
        let birthday = Birthday(.solar(AnnualDate(day(window.date))))
        let start = day(window.date).adding(days: -9)!
        let found = try Self.week.window(
            of: birthday,
            endingAfter: window.zone.instants(of: start).lowerBound,
            in: window.zone,
            by: CalendarDesk.defaults()
        )
        let (from, until) = (utc(window.from), utc(window.until))
        #expect(found?.instants == from..<until)
        #expect(until.milliseconds - from.milliseconds == window.hours * 3_600_000)
        #expect(found?.term.text == "birthday/\(window.date.prefix(4))")

        var customer = desk(birthday, Self.week)
        customer.record.zone = window.zone.id
        func decision(at instant: Timestamp, plus: Int64) -> Decision {
            customer.decision(at: Timestamp(milliseconds: instant.milliseconds + plus))
        }
        #expect(decision(at: from, plus: -1).earliest()?.instant == from)
        #expect(decision(at: from, plus: 0).term() == found?.term.text)
        #expect(decision(at: until, plus: -1).term() == found?.term.text)
        #expect(decision(at: until, plus: 0).term() == nil)
    }

    @Test func `A08 R-TRIG-03 Begins at 01:00 where the day has no midnight`() throws {
        var customer = desk(.solar("--11-04"), Self.itself)
        customer.record.zone = Zones.saoPaulo.id
        let earliest = customer.decision(at: utc("2018-11-02T12:00:00Z")).earliest()
        #expect(earliest == Moment(utc("2018-11-04T03:00:00Z"), on: day("2018-11-04")))
    }

    @Test func `A09 R-TRIG-03 Is observed on the next day where the place skipped the birthday`() throws {
        var customer = desk(.solar("--12-30"), Self.itself)
        customer.record.zone = Zones.apia.id
        let before = customer.decision(at: utc("2011-12-30T09:59:59Z"))
        #expect(before.earliest() == Moment(utc("2011-12-30T10:00:00Z"), on: day("2011-12-31")))
        #expect(customer.decision(at: utc("2011-12-30T10:00:00Z")).term() == "birthday/2011")
        #expect(customer.decision(at: utc("2011-12-31T09:59:59Z")).term() == "birthday/2011")
        #expect(customer.decision(at: utc("2011-12-31T10:00:00Z")).term() == nil)
    }

    @Test func `A10 R-TRIG-03 Belongs to the year of the birthday, over the turn of the year`() {
        var customer = desk(.solar("--01-01"), Self.week)
        customer.record.zone = Zones.shanghai.id
        #expect(customer.decision(at: utc("2025-12-29T02:00:00Z")).term() == "birthday/2026")
        customer.grants = [Shop.grant(.birthday, term: "birthday/2026", on: "2025-12-29")]
        #expect(customer.decision(at: utc("2026-01-02T02:00:00Z")).reason() == "given before, on 2025-12-29")
    }

    @Test func `A12 R-TRIG-03 Counts by the policy's zone where the customer's is not known, and by none without it`() {
        var customer = desk(.solar("--03-10"), Self.itself)
        customer.defaults = CalendarDesk.defaults(zone: "Asia/Shanghai")
        #expect(customer.decision(at: utc("2026-03-09T16:00:00Z")).term() == "birthday/2026")
        customer.record.zone = Zones.newYork.id
        #expect(customer.decision(at: utc("2026-03-09T16:00:00Z")).term() == nil)

        customer.record.zone = nil
        customer.defaults = CalendarDesk.defaults(zone: nil)
        let lost = customer.decision(at: utc("2026-03-10T12:00:00Z"))
        #expect((lost.reason(), lost.earliest()) == ("Time zone: not known", nil))
    }

    @Test func `A13 R-TRIG-03 Fires without the year of birth, and leaves what asks for an age to fail`() {
        var wine = Shop.gift("wine", "9.00 EUR")
        wine.restrictions = GiftRestrictions(minimumAge: 18)!
        var customer = desk(.solar("--03-10"), Self.week)
        #expect(customer.decision(on: "2026-03-10").term() == "birthday/2026")
        customer.gifts = Shop.catalog([wine])
        #expect(customer.decision(on: "2026-03-10").refusal(of: "r-0")?.kind == .unfunded)
    }

    @Test func `R-DATA-05 R-TRIG-03 Stays quiet where the birthday is not known, and says so`() {
        let stranger = desk(nil, Self.week).decision(on: "2026-03-10")
        #expect((stranger.reason(), stranger.earliest()) == ("Birthday: not known", nil))
        #expect(stranger.reason(in: .chinese) == "生日：未知")
    }

    @Test func `R-TRIG-03 Knows no birthday before the birth`() {
        let child = desk(.solar("2026-03-18"), Self.week)
        #expect(child.decision(on: "2025-03-18").earliest()?.day == day("2026-03-15"))
    }

    @Test(arguments: [
        (LeapMonthRule.regular, [2021: ["05-12"], 2022: ["05-01"], 2023: ["05-19"], 2058: ["04-23"], 2077: ["04-23"]]),
        (
            .leapElseRegular,
            [2020: ["05-23"], 2021: ["05-12"], 2022: ["05-01"], 2023: ["05-19"], 2058: ["05-22"], 2077: ["05-22"]]
        ),
        (.leapOnly, [2020: ["05-23"], 2058: ["05-22"], 2077: ["05-22"]]),
        (.both, [2020: ["05-23"], 2021: ["05-12"], 2022: ["05-01"], 2058: ["04-23", "05-22"]]),
    ])
    func `B36 B37 B39 R-TRIG-03 Keeps a birthday in a leap month by the policy's rule`(
        rule: LeapMonthRule,
        expected: [Int: [String]]
    ) throws {
        let birthday = Birthday.lunar(bornOn: "2020-05-23")
        #expect(birthday.day == .lunar(AnnualLunarDate(month: 4, isLeapMonth: true, day: 1)!))
        let defaults = CalendarDesk.defaults(leapMonth: rule)
        for year in expected.keys.sorted() + (rule == .leapOnly ? [2021, 2022, 2023] : []) {
            let found = try windows(of: birthday, in: year, by: defaults)
            #expect(found.map(\.day.description) == (expected[year] ?? []).map { "\(year)-\($0)" })
        }
    }

    @Test func `B36 R-TRIG-03 Tells apart two birthdays of one lunar year`() throws {
        let defaults = CalendarDesk.defaults(leapMonth: .both)
        let found = try windows(of: .lunar(bornOn: "2020-05-23"), in: 2058, by: defaults)
        #expect(found.map(\.term.text) == ["birthday/2058", "birthday/2058-leap"])
        let moved = try windows(
            of: Birthday(.lunar(AnnualLunarDate(month: 4, isLeapMonth: true, day: 30)!)),
            in: 2058,
            by: CalendarDesk.defaults(leapMonth: .both, shortMonth: .firstOfNext)
        )
        // The regular fourth month of 2058 has 29 days, so that its thirtieth moves to the first of the leap month.
        #expect(moved.map(\.term.text) == ["birthday/2058", "birthday/2058-leap"])
    }

    @Test func `B36 R-TRIG-03 Tells, once given, when the next birthday counts, also where two windows overlap`() {
        let wide = BirthdayTrigger(on: .around(from: -20, through: 20))
        var customer = desk(.lunar(bornOn: "2020-05-23"), wide)
        customer.defaults = CalendarDesk.defaults(leapMonth: .both)
        customer.grants = [Shop.grant(.birthday, term: "birthday/2058", on: "2058-04-10")]
        // 04-23 and 05-22: the first is celebrated through 05-13, the second from 05-02 on.
        #expect(customer.decision(on: "2058-05-02").earliest()?.day == day("2058-05-14"))
        #expect(customer.decision(on: "2058-05-14").term() == "birthday/2058-leap")
    }

    @Test(arguments: [
        (ShortMonthRule.lastDay, ["2023-01-21", "2024-02-09", "2025-01-28", "2026-02-16", "2027-02-05"]),
        (.skip, ["2023-01-21", "2024-02-09"]),
        (.firstOfNext, ["2023-01-21", "2024-02-09", "2025-01-29", "2026-02-17", "2027-02-06"]),
    ])
    func `B40 R-TRIG-03 Keeps a thirtieth of the twelfth month where the month has 29 days`(
        rule: ShortMonthRule,
        expected: [String]
    ) throws {
        let birthday = Birthday.lunar(bornOn: "2020-01-24")
        #expect(birthday.day == .lunar(AnnualLunarDate(month: 12, day: 30)!))
        let found = try (2023...2027)
            .flatMap { try windows(of: birthday, in: $0, by: CalendarDesk.defaults(shortMonth: rule)) }
        #expect(found.map(\.day.description) == expected)
        #expect(found.map(\.term.text) == expected.map { "birthday/\(day($0).year - 1)" }, "the lunar year is told")
    }

    @Test func `B41 R-TRIG-03 Keeps who was born in the leap eleventh month of 2033`() throws {
        #expect(
            Birthday.lunar(bornOn: "2033-12-22").day == .lunar(AnnualLunarDate(month: 11, isLeapMonth: true, day: 1)!)
        )
        let regular = Birthday(.lunar(AnnualLunarDate(month: 11, day: 1)!))
        #expect(try windows(of: regular, in: 2033, by: CalendarDesk.defaults()).map(\.day) == [day("2033-11-22")])
    }

    @Test func `R-TRIG-03 Tells a lunar birthday by its lunar year, of which a year may hold two starts or none`()
        throws
    {
        let birthday = Birthday(.lunar(AnnualLunarDate(month: 11, day: 25)!))
        let found = try (2023...2025).map { try windows(of: birthday, in: $0, by: CalendarDesk.defaults()) }
        #expect(found.map { $0.map(\.day.description) } == [[], ["2024-01-06", "2024-12-25"], []])
        #expect(found[1].map(\.term.text) == ["birthday/2023", "birthday/2024"])
    }

    @Test func `B43 R-TRIG-03 Says that a far lunar birthday may still move`() {
        let customer = desk(Birthday(.lunar(AnnualLunarDate(month: 8, day: 15)!)), Self.week)
        #expect(
            customer.decision(on: "2089-09-10").reason()
                == "birthday on 2089-09-18, which the lunar calendar may still move by a day, celebrated from "
                + "2089-09-15 on: 5 days to go"
        )
        #expect(
            customer.decision(on: "2089-09-15").reason()
                == "birthday on 2089-09-18, which the lunar calendar may still move by a day, celebrated from "
                + "2089-09-15 through 2089-09-21"
        )
        #expect(customer.decision(on: "2088-09-01").reason()?.contains("may still move") == false)
    }

    @Test func `B44 R-TRIG-03 Stays quiet where the lunar calendar ends, and says so`() throws {
        let birthday = Birthday(.lunar(AnnualLunarDate(month: 8, day: 15)!))
        let customer = desk(birthday, Self.week)
        #expect(customer.decision(on: "2099-12-01").earliest()?.day == day("2100-09-15"))
        #expect(throws: LunarError.outOfRange(day("2101-01-29"))) {
            try Self.itself.window(
                of: birthday,
                endingAfter: utc("2101-01-31T09:00:00Z"),
                in: FixedZone.utc,
                by: CalendarDesk.defaults()
            )
        }
        #expect(customer.decision(on: "2100-12-01").reason() == "no birthday from 2100-12-01 on is known")
        #expect(
            customer.decision(on: "2101-02-05").reason()
                == "the days of the Chinese calendar are not known from 2101-02-05 on"
        )
    }

    @Test func `R-TRIG-03 Counts clocks that are put back over midnight as one day`() {
        var customer = desk(.solar("--10-28"), Self.itself)
        customer.record.zone = Zones.backOverMidnight.id
        // Midnight comes at 03:00 UTC; at 03:30 clocks go back to 23:30 of the day before.
        #expect(customer.decision(at: utc("2001-10-28T02:59:59Z")).earliest()?.instant == utc("2001-10-28T03:00:00Z"))
        for instant in ["2001-10-28T03:00:00Z", "2001-10-28T03:45:00Z", "2001-10-29T03:59:59Z"] {
            #expect(customer.decision(at: utc(instant)).term() == "birthday/2001")
        }
        #expect(customer.decision(at: utc("2001-10-29T04:00:00Z")).term() == nil)
    }
}
