import GiftModel
import GiftTesting
import Testing

@Suite struct `An annual date` {
    static let leapDay = AnnualDate(month: 2, day: 29)!

    struct Leapling: CustomTestStringConvertible {
        let rule: LeapDayRule
        let born: CalendarDate
        /// The birthday and the day three days before it, by year; none where the rule leaves the year out.
        let expected: [Int: (day: String, gift: String)?]
        var testDescription: String { "born \(born), \(rule)" }
    }

    @Test(arguments: [
        Leapling(
            rule: .dayBefore,
            born: CalendarDate("2000-02-29")!,
            expected: [
                2023: ("2023-02-28", "2023-02-25"), 2024: ("2024-02-29", "2024-02-26"),
                2025: ("2025-02-28", "2025-02-25"), 2028: ("2028-02-29", "2028-02-26"),
                2100: ("2100-02-28", "2100-02-25"),
            ]
        ),
        Leapling(
            rule: .dayAfter,
            born: CalendarDate("2000-02-29")!,
            expected: [
                2023: ("2023-03-01", "2023-02-26"), 2024: ("2024-02-29", "2024-02-26"),
                2025: ("2025-03-01", "2025-02-26"), 2028: ("2028-02-29", "2028-02-26"),
                2100: ("2100-03-01", "2100-02-26"),
            ]
        ),
        Leapling(
            rule: .skip,
            born: CalendarDate("2000-02-29")!,
            expected: [2023: nil, 2024: ("2024-02-29", "2024-02-26"), 2025: nil, 2100: nil]
        ),
    ])
    func `R-TRIG-03 Brings a leap day's birthday in every year that its rule names`(leapling: Leapling) {
        for (year, expected) in leapling.expected {
            let day = AnnualDate(leapling.born).date(inYear: year, leapDay: leapling.rule)
            #expect(day?.description == expected?.day)
            #expect(day?.adding(days: -3)?.description == expected?.gift)
        }
    }

    @Test(arguments: [(LeapDayRule.dayBefore, 18), (.dayAfter, 17), (.skip, 17)])
    func `R-TRIG-03 Tells a leapling's age by the same rule as the birthday`(rule: LeapDayRule, age: Int) {
        let born = CalendarDate("2008-02-29")!
        #expect(born.years(until: CalendarDate("2026-02-28")!, leapDay: rule) == age)
        #expect(born.years(until: CalendarDate("2026-03-01")!, leapDay: rule) == 18)
        #expect(born.years(until: CalendarDate("2008-02-28")!, leapDay: rule) == -1)
    }

    @Test func `R-TRIG-03 Needs no year of birth`() {
        let birthday = AnnualDate("--03-10")
        #expect(birthday?.date(inYear: 2026, leapDay: .skip) == CalendarDate("2026-03-10"))
    }

    @Test func `R-TRIG-03 Anniversaries of a leap day lie in every year`() {
        let purchase = CalendarDate("2024-02-29")!
        let days = (1...5).map { AnnualDate(purchase).date(inYear: 2024 + $0, leapDay: .dayBefore)?.description }
        #expect(days == ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28"])
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `Is found next and previously as walking from day to day finds it`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let annual = Self.any(using: &random)
        let start = CalendarDate(daysAfterEpoch: .random(in: -27_500 ... -20_000, using: &random))!
        for rule in LeapDayRule.allCases {
            let steps = try #require((0...3000).first { Self.isObserved(annual, on: start, plus: $0, by: rule) })
            #expect(annual.nextDay(onOrAfter: start, leapDay: rule) == start.adding(days: steps))
            let back = try #require((0...3000).first { Self.isObserved(annual, on: start, plus: -$0, by: rule) })
            #expect(annual.previousDay(onOrBefore: start, leapDay: rule) == start.adding(days: -back))
        }
    }

    /// Every eighth date is the leap day, which chance would seldom choose.
    private static func any(using random: inout SeededGenerator) -> AnnualDate {
        let any = CalendarDate(daysAfterEpoch: .random(in: 0...36_500, using: &random))!
        return Int.random(in: 0..<8, using: &random) == 0 ? leapDay : AnnualDate(any)
    }

    private static func isObserved(
        _ annual: AnnualDate,
        on start: CalendarDate,
        plus days: Int,
        by rule: LeapDayRule
    ) -> Bool {
        let day = start.adding(days: days)!
        if annual == AnnualDate(day) { return true }
        let isLeap = AnnualDate(CalendarDate(year: day.year, month: 3, day: 1)!.adding(days: -1)!) == leapDay
        guard annual == leapDay, !isLeap else { return false }
        return switch rule {
        case .dayBefore: day.month == 2 && day.day == 28
        case .dayAfter: day.month == 3 && day.day == 1
        case .skip: false
        }
    }

    @Test func `Ends where the calendar ends`() {
        let last = CalendarDate("9999-12-31")!
        #expect(AnnualDate("--12-30")!.nextDay(onOrAfter: last, leapDay: .skip) == nil)
        #expect(AnnualDate("--12-31")!.nextDay(onOrAfter: last, leapDay: .skip) == last)
        #expect(AnnualDate("--01-02")!.previousDay(onOrBefore: CalendarDate("0001-01-01")!, leapDay: .skip) == nil)
        #expect(Self.leapDay.date(inYear: 10_000, leapDay: .dayAfter) == nil)
    }

    @Test(arguments: ["02-29", "--02-30", "--13-01", "--2-29", "--02-29 ", "---02-29", "--0229", "2024-02-29", ""])
    func `Refuses text that is no month and day`(text: String) {
        #expect(AnnualDate(text) == nil)
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: Self.leapDay, toBe: #""--02-29""#)
        #expect(refusal(of: #""--02-30""#, as: AnnualDate.self) == "`--02-30` is not a month and day such as --02-29")
        try expectWireFormat(of: LeapDayRule.allCases, toBe: #"["dayBefore","dayAfter","skip"]"#)
        let known = "known are `dayBefore`, `dayAfter`, `skip`"
        #expect(refusal(of: #""feb28""#, as: LeapDayRule.self) == "unknown word `feb28`; \(known)")
    }

    @Test func `Is ordered as in a year`() {
        #expect(AnnualDate("--02-29")! < AnnualDate("--03-01")!)
        #expect(AnnualDate("--02-28")! < AnnualDate("--02-29")!)
    }
}
