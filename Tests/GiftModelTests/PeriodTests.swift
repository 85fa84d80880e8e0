import GiftModel
import GiftTesting
import Testing

@Suite struct `A period` {
    struct Series: CustomTestStringConvertible {
        let anchor: CalendarDate
        let period: Period
        let days: [String]
        var testDescription: String { "\(period) from \(anchor)" }
    }

    @Test(arguments: [
        Series(
            anchor: CalendarDate("2025-01-31")!,
            period: "P1M",
            days: [
                "2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31", "2025-06-30", "2025-07-31",
                "2025-08-31", "2025-09-30", "2025-10-31", "2025-11-30", "2025-12-31", "2026-01-31", "2026-02-28",
            ]
        ),
        Series(
            anchor: CalendarDate("2025-11-30")!,
            period: "P3M",
            days: ["2025-11-30", "2026-02-28", "2026-05-30", "2026-08-30", "2026-11-30", "2027-02-28"]
        ),
        Series(
            anchor: CalendarDate("2024-02-29")!,
            period: "P1Y",
            days: ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28"]
        ),
        Series(anchor: CalendarDate("2024-02-29")!, period: "P12M", days: ["2024-02-29", "2025-02-28", "2026-02-28"]),
        Series(anchor: CalendarDate("2024-02-28")!, period: "P30D", days: ["2024-02-28", "2024-03-29", "2024-04-28"]),
        Series(anchor: CalendarDate("2023-12-31")!, period: "P1Y2M1D", days: ["2023-12-31", "2025-03-01"]),
    ])
    func `Is counted from the first day, so that a series does not drift`(series: Series) {
        let days = series.days.indices.map { series.anchor.adding(series.period, times: $0, shortMonth: .lastDay) }
        #expect(days.map { $0?.description } == series.days)
    }

    @Test(arguments: [
        (ShortMonthRule.lastDay, "2025-02-28" as String?), (.firstOfNext, "2025-03-01"), (.skip, nil),
    ])
    func `Meets the end of a shorter month by a rule`(rule: ShortMonthRule, expected: String?) {
        #expect(CalendarDate("2025-01-29")!.adding(months: 1, shortMonth: rule)?.description == expected)
        #expect(CalendarDate("2025-03-31")!.adding(months: -1, shortMonth: rule)?.description == expected)
        #expect(CalendarDate("2024-02-29")!.adding(years: 1, shortMonth: rule)?.description == expected)
        #expect(CalendarDate("2025-01-31")!.adding("P1M", shortMonth: rule)?.description == expected)
        #expect(CalendarDate("2025-01-28")!.adding(months: 1, shortMonth: rule) == CalendarDate("2025-02-28"))
    }

    @Test func `May run backwards only by its count`() {
        let end = CalendarDate("2027-03-31")!
        #expect(end.adding("P1M1D", times: -1, shortMonth: .lastDay) == CalendarDate("2027-02-27"))
        #expect(Period(days: -1) == nil)
        #expect(Period(months: 3_652_059) == nil)
    }

    @Test func `Leads out of the calendar to nothing`() {
        let (first, last) = (CalendarDate("0001-01-01")!, CalendarDate("9999-12-31")!)
        for count in [1, 12 * 9999, .max] {
            #expect(last.adding(months: count, shortMonth: .lastDay) == nil)
            #expect(last.adding(years: count, shortMonth: .lastDay) == nil)
            #expect(last.adding("P1D", times: count, shortMonth: .lastDay) == nil)
            #expect(first.adding(months: -count, shortMonth: .lastDay) == nil)
            #expect(first.adding("P3652058Y3652058M", times: -count, shortMonth: .lastDay) == nil)
        }
        #expect(first.adding(months: .min, shortMonth: .lastDay) == nil)
        #expect(first.adding(years: 9998, shortMonth: .skip) == CalendarDate("9999-01-01"))
        #expect(last.adding(months: 0, shortMonth: .skip) == last)
    }

    /// The months of some years, each with its days, said as naively as possible.
    static let months: [[CalendarDate]] = (1895...1912)
        .flatMap { year in
            (1...12).map { month in (1...31).compactMap { CalendarDate(year: year, month: month, day: $0) } }
        }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `Of months agrees with counting through the months of a calendar`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let start = Int.random(in: 0..<Self.months.count - 1, using: &random)
        let target = Int.random(in: 0..<Self.months.count - 1, using: &random)
        let (month, next) = (Self.months[target], Self.months[target + 1])
        for (index, date) in Self.months[start].enumerated() {
            let expected = ShortMonthRule.allCases.map { rule -> CalendarDate? in
                guard index >= month.count else { return month[index] }
                return [.lastDay: month.last!, .firstOfNext: next[0]][rule]
            }
            #expect(ShortMonthRule.allCases.map { date.adding(months: target - start, shortMonth: $0) } == expected)
            #expect(date.lastDayOfMonth == Self.months[start].last)
        }
    }

    @Test func `A day knows its number in its year`() {
        for year in [1896, 1900, 1901, 2000, 2027] {
            let days = (0...365).compactMap { CalendarDate(year: year, month: 1, day: 1)?.adding(days: $0) }
                .filter { $0.year == year }
            #expect(days.map(\.dayOfYear) == Array(1...days.count))
        }
        #expect(CalendarDate("9999-12-31")!.dayOfYear == 365)
        #expect(CalendarDate("9999-12-31")!.lastDayOfMonth == CalendarDate("9999-12-31"))
    }
}

@Suite struct `The text of a period` {
    @Test(arguments: [
        ("P30D", 0, 0, 30), ("P12M", 0, 12, 0), ("P1Y", 1, 0, 0), ("P0D", 0, 0, 0), ("P1Y6M", 1, 6, 0),
        ("P2Y10D", 2, 0, 10), ("P1Y2M3D", 1, 2, 3), ("P3652058D", 0, 0, 3_652_058),
    ])
    func `Is that of ISO 8601`(text: String, years: Int, months: Int, days: Int) {
        let period = Period(years: years, months: months, days: days)
        #expect(Period(text) == period)
        #expect(period?.description == text)
    }

    @Test(arguments: [
        "", "P", "30D", "p30d", "P030D", "P1W", "PT24H", "P1M1Y", "P1D1D", "P-1D", "-P1D", "P1.5D", "P1D ", "P1",
        "P1Y0D",
        "P0Y", "P0M", "P3652059D", "P99999999999999999999D", "P\u{661}D", "+P1D",
    ])
    func `Is refused when no period is written like that`(text: String) {
        #expect(Period(text) == nil)
    }

    @Test func `Never changes in stored data`() throws {
        try expectWireFormat(of: Period(years: 1, months: 6)!, toBe: #""P1Y6M""#)
        let words = "is not a period such as P30D, P12M or P1Y6M"
        #expect(refusal(of: #""P1W""#, as: Period.self) == "`P1W` \(words)")
        try expectWireFormat(of: ShortMonthRule.allCases, toBe: #"["lastDay","firstOfNext","skip"]"#)
        let known = "known are `lastDay`, `firstOfNext`, `skip`"
        #expect(refusal(of: #""clamp""#, as: ShortMonthRule.self) == "unknown word `clamp`; \(known)")
    }

    @Test func `Traps as a literal that no period is written like`() async {
        await #expect(processExitsWith: .failure) { _ = "P1W" as Period }
    }
}
