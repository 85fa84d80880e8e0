import GiftModel
import Testing

private func october(_ days: ClosedRange<Int>) -> Set<CalendarDate> {
    Set(days.compactMap { CalendarDate(year: 2026, month: 10, day: $0) })
}

@Suite struct `A work calendar` {
    /// The National Day of 2026 as the State Council of China decreed it: seven days off, and two days of weekends worked.
    static let china = WorkCalendar(
        .saturdayAndSunday,
        daysOff: october(1...7),
        madeUpWorkdays: [CalendarDate("2026-09-20")!, CalendarDate("2026-10-10")!]
    )!

    @Test(arguments: [
        ("2026-09-19", false), ("2026-09-20", true), ("2026-09-30", true), ("2026-10-01", false), ("2026-10-03", false),
        ("2026-10-07", false), ("2026-10-08", true), ("2026-10-10", true), ("2026-10-11", false),
    ])
    func `R-TRIG-11 Knows days off and made-up workdays`(text: String, isWorkday: Bool) throws {
        let day = try #require(CalendarDate(text))
        #expect(Self.china.isWorkday(day) == isWorkday)
    }

    @Test func `R-TRIG-11 Follows the weekend where nothing else is stated`() {
        for day in (0..<7).compactMap({ CalendarDate("2026-10-05")!.adding(days: $0) }) {
            #expect(WorkCalendar.mondayThroughFriday.isWorkday(day) == ![.saturday, .sunday].contains(day.weekday))
        }
        let gulf = WorkCalendar(Weekend([.friday])!)
        #expect(!gulf.isWorkday(CalendarDate("2026-10-02")!) && gulf.isWorkday(CalendarDate("2026-10-03")!))
    }

    @Test func `R-TRIG-11 Moves what is observed on the next, the previous or the nearest workday`() {
        let first = CalendarDate("2026-10-01")!
        #expect(Observance.nextWorkday(Self.china).observedDay(for: first) == CalendarDate("2026-10-08"))
        #expect(Observance.previousWorkday(Self.china).observedDay(for: first) == CalendarDate("2026-09-30"))
        #expect(Observance.nearestWorkday(Self.china).observedDay(for: first) == CalendarDate("2026-09-30"))
        let fourth = first.adding(days: 3)!
        #expect(Observance.nearestWorkday(Self.china).observedDay(for: fourth) == CalendarDate("2026-10-08"))
        let madeUp = CalendarDate("2026-10-10")!
        #expect(Observance.nextWorkday(Self.china).observedDay(for: madeUp) == madeUp)
    }

    @Test func `R-TRIG-11 Has no day that is off and a workday at once`() {
        #expect(WorkCalendar(.saturdayAndSunday, daysOff: october(1...2), madeUpWorkdays: october(2...3)) == nil)
        #expect(WorkCalendar(.saturdayAndSunday, daysOff: []) == .mondayThroughFriday)
    }

    @Test func `R-TRIG-11 The wire format never changes`() throws {
        let work = WorkCalendar(.saturdayAndSunday, daysOff: october(1...2), madeUpWorkdays: october(10...10))!
        let stored =
            #"{"daysOff":["2026-10-01","2026-10-02"],"madeUpWorkdays":["2026-10-10"],"#
            + #""weekend":["saturday","sunday"]}"#
        try expectWireFormat(of: work, toBe: stored)
        try expectWireFormat(of: WorkCalendar.mondayThroughFriday, toBe: #"{"weekend":["saturday","sunday"]}"#)
    }

    @Test(arguments: [
        #""daysOff":["2026-10-01","2026-10-01"]"#, #""madeUpWorkdays":["2026-10-10","2026-10-10"]"#,
        #""daysOff":["2026-10-10"],"madeUpWorkdays":["2026-10-10"]"#,
    ])
    func `R-TRIG-11 Is refused when it lists a day twice`(days: String) {
        let said = refusal(of: #"{"weekend":["sunday"],\#(days)}"#, as: WorkCalendar.self)
        #expect(said == "this is not a calendar that lists a day once at most")
    }
}
