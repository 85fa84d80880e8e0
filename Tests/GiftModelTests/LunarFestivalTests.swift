import GiftModel
import Testing

@Suite struct `A lunar year` {
    @Test func `Agrees with the golden file in its months, its length and its leap month`() throws {
        let rows = LunarFixture.rows(of: "lunar_years")
        #expect(rows.count == 201)
        for row in rows {
            let year = try #require(LunarYear(Int(row[0])!))
            #expect(year.newYearsDay.description == row[1])
            #expect(year.newYearsDay.weekday.rawValue.prefix(3) == row[2].lowercased())
            #expect(year.newYearsEve.description == row[10])
            #expect(try LunarDate(year.newYearsEve).description.hasSuffix(row[11]))
            #expect(year.leapMonth ?? 0 == Int(row[12]))
            #expect(year.leapMonth.flatMap { year.length(ofMonth: $0, isLeapMonth: true) } ?? 0 == Int(row[13]))
            #expect(year.dayCount == Int(row[14]))
            let months = row[15].split(separator: " ").map { $0.split(separator: ":") }
            #expect(months.count == year.monthCount)
            for month in months {
                let isLeap = month[0].hasPrefix("L")
                let number = Int(month[0].drop { $0 == "L" })!
                #expect(year.length(ofMonth: number, isLeapMonth: isLeap) == Int(month[1]))
            }
        }
    }

    @Test func `Is the one in which a day lies`() throws {
        #expect(try LunarYear(of: CalendarDate("2027-02-05")!) == LunarYear(2026))
        #expect(try LunarYear(of: CalendarDate("2027-02-06")!) == LunarYear(2027))
        #expect(LunarYear(2026)! < LunarYear(2027)!)
    }

    @Test func `Has no month that the table does not have`() {
        let year = LunarYear(2027)!
        #expect(year.length(ofMonth: 0) == nil)
        #expect(year.length(ofMonth: 13) == nil)
        #expect(year.firstDay(ofMonth: 4, isLeapMonth: true) == nil)
        #expect(LunarYear(1899) == nil)
        #expect(LunarYear(2101) == nil)
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: LunarYear(2027)!, toBe: "2027")
        #expect(refusal(of: "2101", as: LunarYear.self) == "`2101` is not a lunar year, 1900 through 2100")
    }
}

@Suite struct `A lunar festival` {
    static let columns = [
        LunarFestival.springFestival, .lantern, .dragonBoat, .qixi, .ghost, .midAutumn, .doubleNinth, .laba,
        .newYearsEve,
    ]

    @Test func `R-TRIG-05 Agrees with the golden file in every year from 1900 through 2100`() throws {
        var count = 0
        for row in LunarFixture.rows(of: "lunar_years") {
            let year = try #require(LunarYear(Int(row[0])!))
            for (festival, expected) in zip(Self.columns, [row[1]] + row[3...10]) {
                #expect(festival.day(in: year).description == expected)
                let occurrence = try festival.nextOccurrence(onOrAfter: year.newYearsDay)
                #expect(occurrence.year == year)
                #expect(occurrence.day.description == expected)
                #expect(try festival.previousOccurrence(onOrBefore: year.newYearsEve) == occurrence)
                count += 1
            }
        }
        #expect(count == 1809)
        #expect(Self.columns == LunarFestival.allCases)
    }

    @Test(arguments: [
        (
            LunarFestival.springFestival,
            [
                "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17",
                "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03", "2031-01-23", "2032-02-11", "2033-01-31",
                "2034-02-19", "2035-02-08",
            ]
        ),
        (
            .midAutumn,
            [
                "2020-10-01", "2021-09-21", "2022-09-10", "2023-09-29", "2024-09-17", "2025-10-06", "2026-09-25",
                "2027-09-15", "2028-10-03", "2029-09-22", "2030-09-12", "2031-10-01", "2032-09-19", "2033-09-08",
                "2034-09-27", "2035-09-16",
            ]
        ),
        (
            .newYearsEve,
            [
                "2021-02-11", "2022-01-31", "2023-01-21", "2024-02-09", "2025-01-28", "2026-02-16", "2027-02-05",
                "2028-01-25", "2029-02-12", "2030-02-02", "2031-01-22",
            ]
        ),
    ])
    func `R-TRIG-05 Falls on the published days`(festival: LunarFestival, days: [String]) {
        let found = days.indices.map { festival.day(in: LunarYear(2020 + $0)!).description }
        #expect(found == days)
    }

    @Test func `Is an error where the table ends`() throws {
        let after = CalendarDate("2100-09-19")!
        #expect(throws: LunarError.noneOnOrAfter(after)) {
            try LunarFestival.midAutumn.nextOccurrence(onOrAfter: after)
        }
        let before = CalendarDate("1900-09-07")!
        #expect(throws: LunarError.noneOnOrBefore(before)) {
            try LunarFestival.midAutumn.previousOccurrence(onOrBefore: before)
        }
        let outside = CalendarDate("2101-01-29")!
        #expect(throws: LunarError.outOfRange(outside)) { try LunarFestival.laba.nextOccurrence(onOrAfter: outside) }
        let range = "is known within the lunar calendar's 1900-01-31 through 2101-01-28"
        #expect("\(LunarError.noneOnOrAfter(after))" == "nothing on or after `2100-09-19` \(range)")
        #expect("\(LunarError.noneOnOrBefore(before))" == "nothing on or before `1900-09-07` \(range)")
    }

    @Test func `The wire format never changes`() throws {
        let words = """
            ["springFestival","lantern","dragonBoat","qixi","ghost","midAutumn","doubleNinth","laba","newYearsEve"]
            """
        try expectWireFormat(of: LunarFestival.allCases, toBe: words)
        #expect(refusal(of: #""tet""#, as: LunarFestival.self).hasPrefix("unknown word `tet`; known are "))
        #expect(Set(LunarFestival.allCases.map(\.title)).count == 9)
        #expect(LunarFestival.midAutumn.title[.chinese] == "中秋节")
    }
}
