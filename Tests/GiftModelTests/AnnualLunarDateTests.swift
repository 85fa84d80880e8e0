import GiftModel
import GiftTesting
import Testing

@Suite struct `A lunar birthday` {
    struct Case: CustomTestStringConvertible {
        let date: AnnualLunarDate
        let leapMonth: LeapMonthRule
        let shortMonth: ShortMonthRule
        /// The days in each lunar year.
        let days: [Int: [String]]
        var testDescription: String { "\(date.month)-\(date.day), \(leapMonth), \(shortMonth)" }
    }

    /// Of who was born on 2020-05-23.
    static let inLeapMonth = AnnualLunarDate(month: 4, isLeapMonth: true, day: 1)!
    /// Of who was born on 2020-01-24.
    static let onDay30 = AnnualLunarDate(month: 12, day: 30)!

    @Test(arguments: [
        Case(
            date: inLeapMonth,
            leapMonth: .regular,
            shortMonth: .lastDay,
            days: [
                2020: ["2020-04-23"], 2021: ["2021-05-12"], 2022: ["2022-05-01"], 2023: ["2023-05-19"],
                2058: ["2058-04-23"], 2077: ["2077-04-23"],
            ]
        ),
        Case(
            date: inLeapMonth,
            leapMonth: .leapElseRegular,
            shortMonth: .lastDay,
            days: [
                2020: ["2020-05-23"], 2021: ["2021-05-12"], 2022: ["2022-05-01"], 2023: ["2023-05-19"],
                2058: ["2058-05-22"], 2077: ["2077-05-22"],
            ]
        ),
        Case(
            date: inLeapMonth,
            leapMonth: .leapOnly,
            shortMonth: .lastDay,
            days: [2020: ["2020-05-23"], 2021: [], 2022: [], 2023: [], 2058: ["2058-05-22"], 2077: ["2077-05-22"]]
        ),
        Case(
            date: inLeapMonth,
            leapMonth: .both,
            shortMonth: .lastDay,
            days: [2021: ["2021-05-12"], 2058: ["2058-04-23", "2058-05-22"]]
        ),
        Case(
            date: onDay30,
            leapMonth: .regular,
            shortMonth: .lastDay,
            days: [
                2022: ["2023-01-21"], 2023: ["2024-02-09"], 2024: ["2025-01-28"], 2025: ["2026-02-16"],
                2026: ["2027-02-05"],
            ]
        ),
        Case(
            date: onDay30,
            leapMonth: .both,
            shortMonth: .skip,
            days: [2022: ["2023-01-21"], 2023: ["2024-02-09"], 2024: [], 2025: [], 2026: []]
        ),
        Case(
            date: onDay30,
            leapMonth: .leapOnly,
            shortMonth: .firstOfNext,
            days: [
                2022: ["2023-01-21"], 2023: ["2024-02-09"], 2024: ["2025-01-29"], 2025: ["2026-02-17"],
                2026: ["2027-02-06"],
            ]
        ),
        Case(
            date: AnnualLunarDate(month: 4, day: 1)!,
            leapMonth: .both,
            shortMonth: .lastDay,
            days: [2020: ["2020-04-23"]]
        ),
    ])
    func `R-TRIG-03 Comes round in a lunar year as its rules say`(birthday: Case) {
        for (year, days) in birthday.days {
            let found = birthday.date.days(
                in: LunarYear(year)!,
                leapMonth: birthday.leapMonth,
                shortMonth: birthday.shortMonth
            )
            #expect(found.map(\.description) == days)
        }
    }

    @Test func `R-TRIG-03 Is told from the next by its lunar year, not by the year of its day`() throws {
        let birthday = AnnualLunarDate(month: 11, day: 25)!
        var days: [Int: [String]] = [:]
        var day = CalendarDate("2023-01-01")!
        for year in 2023...2029 {
            let found = try birthday.nextOccurrence(onOrAfter: day, leapMonth: .regular, shortMonth: .skip)
            #expect(found.year == LunarYear(year))
            days[found.day.year, default: []].append(found.day.description)
            day = found.day.adding(days: 1)!
        }
        #expect(days[2024] == ["2024-01-06", "2024-12-25"])
        #expect(days[2027]?.count == 2)
        #expect(days[2029]?.count == 2)
        #expect([2023, 2025, 2028].allSatisfy { days[$0] == nil })
    }

    @Test func `R-TRIG-03 Moved past the end of its year still belongs to it`() throws {
        let birthday = Self.onDay30
        let newYearsDay = CalendarDate("2025-01-29")!
        let next = try birthday.nextOccurrence(onOrAfter: newYearsDay, leapMonth: .regular, shortMonth: .firstOfNext)
        #expect(next.day == newYearsDay)
        #expect(next.year == LunarYear(2024))
        let previous = try birthday.previousOccurrence(
            onOrBefore: newYearsDay,
            leapMonth: .regular,
            shortMonth: .firstOfNext
        )
        #expect(previous == next)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-TRIG-03 Is found next and previously as a search through all years finds it`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let months = LunarFixture.months.filter(\.isLeap)
        let born = months.randomElement(using: &random)!
        let isLeap = Bool.random(using: &random)
        let number = Bool.random(using: &random) ? 30 : Int.random(in: 1...30, using: &random)
        let birthday = AnnualLunarDate(month: born.month, isLeapMonth: isLeap, day: number)!
        let leapMonth = LeapMonthRule.allCases.randomElement(using: &random)!
        let shortMonth = ShortMonthRule.allCases.randomElement(using: &random)!
        let all = Self.days(of: birthday, leapMonth: leapMonth, shortMonth: shortMonth)
        let day = CalendarDate(daysAfterEpoch: .random(in: -25_537...47_874, using: &random))!

        let next = Result {
            try birthday.nextOccurrence(onOrAfter: day, leapMonth: leapMonth, shortMonth: shortMonth)
        }
        let previous = Result {
            try birthday.previousOccurrence(onOrBefore: day, leapMonth: leapMonth, shortMonth: shortMonth)
        }
        let expectedNext = all.first { $0.day >= day }
        let expectedPrevious = all.last { $0.day <= day }
        #expect((try? next.get().day) == expectedNext?.day)
        #expect((try? next.get().year.number) == expectedNext?.year)
        #expect((try? previous.get().day) == expectedPrevious?.day)
        #expect((try? previous.get().year.number) == expectedPrevious?.year)
        if expectedNext == nil { #expect(throws: LunarError.noneOnOrAfter(day)) { try next.get() } }
        if expectedPrevious == nil { #expect(throws: LunarError.noneOnOrBefore(day)) { try previous.get() } }
    }

    /// Every day of the golden file on which the birthday comes round, said as naively as possible.
    private static func days(
        of birthday: AnnualLunarDate,
        leapMonth: LeapMonthRule,
        shortMonth: ShortMonthRule
    ) -> [(year: Int, day: CalendarDate)] {
        LunarFixture.months.compactMap { month in
            guard month.month == birthday.month else { return nil }
            let twin = LunarFixture.monthsByYear[month.year]!.contains { $0.isLeap && $0.month == month.month }
            let isMeant =
                if !birthday.isLeapMonth {
                    !month.isLeap
                } else {
                    switch leapMonth {
                    case .regular: !month.isLeap
                    case .leapElseRegular: month.isLeap || !twin
                    case .leapOnly: month.isLeap
                    case .both: true
                    }
                }
            guard isMeant else { return nil }
            if birthday.day <= month.length { return (month.year, month.firstDay.adding(days: birthday.day - 1)!) }
            return switch shortMonth {
            case .lastDay: (month.year, month.firstDay.adding(days: month.length - 1)!)
            case .firstOfNext: (month.year, month.firstDay.adding(days: month.length)!)
            case .skip: nil
            }
        }
    }

    @Test func `Is the month and day of a lunar date`() throws {
        #expect(AnnualLunarDate(try LunarDate(CalendarDate("2020-05-23")!)) == Self.inLeapMonth)
        #expect(AnnualLunarDate(try LunarDate(CalendarDate("2020-01-24")!)) == Self.onDay30)
        #expect(AnnualLunarDate(month: 13, day: 1) == nil)
        #expect(AnnualLunarDate(month: 1, day: 31) == nil)
        #expect(AnnualLunarDate(month: 0, day: 0) == nil)
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: Self.inLeapMonth, toBe: #"{"day":1,"isLeapMonth":true,"month":4}"#)
        let stored = #"{"day":31,"isLeapMonth":true,"month":4}"#
        #expect(refusal(of: stored, as: AnnualLunarDate.self) == "the lunar calendar has no such day")
        let words = #"["regular","leapElseRegular","leapOnly","both"]"#
        try expectWireFormat(of: LeapMonthRule.allCases, toBe: words)
        #expect(refusal(of: #""leap""#, as: LeapMonthRule.self).hasPrefix("unknown word `leap`; known are `regular`"))
    }
}
