import GiftModel
import GiftTesting
import Testing

@Suite struct `A numbered week` {
    /// The weeks of these years in turn, said naively: seven days each, numbered within the year of the fourth.
    ///
    /// The first of the years must begin on a Monday.
    static func weeks(ofYears years: ClosedRange<Int>) -> [(year: Int, week: Int, days: ArraySlice<CalendarDate>)] {
        let days = `A calendar date`.days(ofYears: years).map { CalendarDate(year: $0, month: $1, day: $2)! }
        var counts: [Int: Int] = [:]
        return stride(from: 0, to: days.count - 6, by: 7)
            .map { start in
                let year = days[start + 3].year
                counts[year, default: 0] += 1
                return (year, counts[year]!, days[start..<start + 7])
            }
    }

    @Test(arguments: [1...12, 1900...2110, 9990...9999])
    func `Agrees with walking through the weeks`(years: ClosedRange<Int>) {
        for (year, week, days) in Self.weeks(ofYears: years) {
            let expected = ISOWeek(year: year, week: week)
            var isRight = expected != nil
            for (date, weekday) in zip(days, Weekday.allCases) {
                isRight = isRight && date.weekday == weekday && ISOWeek(of: date) == expected
                isRight = isRight && expected?.date(on: weekday) == date
            }
            #expect(isRight, "\(year), week \(week), from \(days)")
        }
    }

    @Test(arguments: [(2026, 53), (2027, 52), (2020, 53), (2024, 52), (9999, 52), (1, 52), (0, 0), (10_000, 0)])
    func `Is the last one of its year where the year ends`(year: Int, count: Int) {
        #expect(ISOWeek.count(inYear: year) == count)
        #expect(ISOWeek(year: year, week: count + 1) == nil)
        #expect(ISOWeek(year: year, week: 0) == nil)
    }

    @Test func `Belongs to the year of its Thursday`() {
        #expect(ISOWeek(of: CalendarDate("2027-01-01")!) == ISOWeek(year: 2026, week: 53))
        #expect(ISOWeek(of: CalendarDate("2024-12-30")!) == ISOWeek(year: 2025, week: 1))
        #expect(ISOWeek("2026-W53")! < ISOWeek("2027-W01")!)
    }

    @Test func `Ends where the calendar ends`() {
        let last = ISOWeek(year: 9999, week: 52)
        #expect(last?.date(on: .friday) == CalendarDate("9999-12-31"))
        #expect(last?.date(on: .saturday) == nil)
    }

    @Test(arguments: [
        "2026-W9", "2026W09", "2026-W54", "2027-W53", "2026-w09", "2026-W00", "2026-W09-1", "2026-09", "226-W009", "",
    ])
    func `Refuses text that is no week`(text: String) {
        #expect(ISOWeek(text) == nil)
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: ISOWeek(year: 987, week: 6)!, toBe: #""0987-W06""#)
        #expect(refusal(of: #""2027-W53""#, as: ISOWeek.self) == "`2027-W53` is not a week such as 2026-W09")
    }
}

@Suite struct `A weekday` {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func `Is found next and previously as walking from day to day finds it`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let start = CalendarDate(daysAfterEpoch: .random(in: -719_100...2_932_800, using: &random))!
        for weekday in Weekday.allCases {
            let steps = (0...6).first { start.adding(days: $0)?.weekday == weekday }
            #expect(weekday.nextDay(onOrAfter: start) == start.adding(days: steps!))
            let back = (0...6).first { start.adding(days: -$0)?.weekday == weekday }
            #expect(weekday.previousDay(onOrBefore: start) == start.adding(days: -back!))
        }
    }

    @Test func `Is missing where the calendar ends`() {
        #expect(Weekday.saturday.nextDay(onOrAfter: CalendarDate("9999-12-31")!) == nil)
        #expect(Weekday.sunday.previousDay(onOrBefore: CalendarDate("0001-01-01")!) == nil)
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: [Weekday.monday, .sunday], toBe: #"["monday","sunday"]"#)
        #expect(Weekday.allCases.map(\.isoNumber) == Array(1...7))
        let known = Weekday.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        #expect(refusal(of: #""Mon""#, as: Weekday.self) == "unknown word `Mon`; known are \(known)")
    }
}
