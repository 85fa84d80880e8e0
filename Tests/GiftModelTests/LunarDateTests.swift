import GiftModel
import GiftTesting
import Testing

@Suite struct `A lunar date` {
    @Test func `R-TRIG-05 Agrees with the golden file on each of its 73,412 days, both ways`() {
        var count = 0
        var faults: [String] = []
        for month in LunarFixture.months {
            for day in 1...month.length {
                let date = month.firstDay.adding(days: day - 1)!
                let lunar = LunarDate(year: month.year, month: month.month, isLeapMonth: month.isLeap, day: day)
                let isRight = lunar.map(CalendarDate.init) == date && (try? LunarDate(date)) == lunar
                if !isRight { faults.append("\(date) is \(month.year)-\(month.month)-\(day)") }
                if lunar?.year != month.year || lunar?.month != month.month || lunar?.day != day
                    || lunar?.isLeapMonth != month.isLeap
                {
                    faults.append("\(date) reads \(lunar?.description ?? "nothing")")
                }
                count += 1
            }
            let tooLong = LunarDate(
                year: month.year,
                month: month.month,
                isLeapMonth: month.isLeap,
                day: month.length + 1
            )
            if tooLong != nil { faults.append("\(month.firstDay) begins a month that is too long") }
        }
        #expect(faults.isEmpty)
        #expect(count == 73_412, "a fixture that silently fails to load would agree with anything")
    }

    @Test func `Is an error outside the table, never a guess`() throws {
        let range = "1900-01-31 through 2101-01-28"
        for text in ["2101-02-01", "2101-01-29", "1900-01-30", "0001-01-01", "9999-12-31"] {
            let day = CalendarDate(text)!
            #expect(throws: LunarError.outOfRange(day)) { try LunarDate(day) }
            #expect("\(LunarError.outOfRange(day))" == "`\(text)` is outside the lunar calendar's \(range)")
        }
        #expect(try LunarDate(CalendarDate("1900-01-31")!).description == "1900-01-01")
        #expect(try LunarDate(CalendarDate("2101-01-28")!).description == "2100-12-29")
        // One widely used package says 2099-01-01 here.
        #expect(try LunarDate(CalendarDate("2100-02-09")!).description == "2100-01-01")
    }

    @Test(arguments: [
        (1899, 12, false, 1), (2101, 1, false, 1), (2027, 0, false, 1), (2027, 13, false, 1), (2027, 1, false, 0),
        (2027, 1, false, 31), (2024, 12, false, 30), (2027, 4, true, 1), (2033, 7, true, 1), (2033, 12, true, 1),
    ])
    func `Does not exist unless the table has it`(year: Int, month: Int, isLeapMonth: Bool, day: Int) {
        #expect(LunarDate(year: year, month: month, isLeapMonth: isLeapMonth, day: day) == nil)
    }

    @Test func `Of 2033 has its leap month after the eleventh, not the seventh`() throws {
        #expect(try LunarDate(CalendarDate("2033-12-22")!).description == "2033-L11-01")
        #expect(LunarDate(year: 2033, month: 11, day: 1).map(CalendarDate.init) == CalendarDate("2033-11-22"))
        #expect(LunarYear(2033)?.leapMonth == 11)
    }

    @Test func `Is right where platforms are wrong`() throws {
        #expect(try LunarDate(CalendarDate("2057-09-28")!).description == "2057-08-30")
        #expect(try LunarDate(CalendarDate("2097-08-07")!).description == "2097-07-01")
        #expect(try LunarDate(CalendarDate("2027-02-06")!).description == "2027-01-01")
        #expect(try LunarDate(CalendarDate("2030-02-03")!).description == "2030-01-01")
        #expect(try LunarDate(CalendarDate("1914-11-17")!).description == "1914-10-01")
    }

    @Test func `Is provisional between two possible first days of a month, and on no other day`() throws {
        let rows = LunarFixture.rows(of: "lunar_provisional")
        let expected = rows.flatMap { row in
            let firstDay = min(CalendarDate(row[0])!, CalendarDate(row[1])!)
            return (0..<30).map { firstDay.adding(days: $0)! }
        }
        #expect(expected.count == 90)
        let found = try LunarFixture.months.flatMap { month in
            try (0..<month.length).map { month.firstDay.adding(days: $0)! }.filter { try LunarDate($0).isProvisional }
        }
        #expect(found == expected)
        let midAutumn = LunarFestival.midAutumn.day(in: LunarYear(2089)!)
        #expect(midAutumn == CalendarDate("2089-09-18"))
        #expect(try LunarDate(midAutumn).isProvisional)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `Is ordered by time`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let days = (0..<2).map { _ in CalendarDate(daysAfterEpoch: .random(in: -25_537...47_874, using: &random))! }
        let lunar = try days.map { try LunarDate($0) }
        #expect((lunar[0] < lunar[1]) == (days[0] < days[1]))
        #expect(try LunarDate(days[0]) < LunarDate(days[0].adding(days: 1)!))
    }

    @Test func `The wire format never changes`() throws {
        let date = LunarDate(year: 2020, month: 4, isLeapMonth: true, day: 1)!
        try expectWireFormat(of: date, toBe: #"{"day":1,"isLeapMonth":true,"month":4,"year":2020}"#)
        let stored = #"{"day":1,"isLeapMonth":true,"month":4,"year":2021}"#
        #expect(refusal(of: stored, as: LunarDate.self) == "the lunar calendar has no such day")
        let unknown = #"{"day":1,"isLeapMonth":true,"leap":1,"month":4,"year":2020}"#
        #expect(refusal(of: unknown, as: LunarDate.self).hasPrefix("unknown key `leap`"))
    }
}
