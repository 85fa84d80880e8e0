import Foundation
import GiftModel
import Testing

@Suite struct `A solar term` {
    static let years = 1900...2100

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test(arguments: [
        (SolarTerm.startOfSpring, 2021, "2021-02-03"), (.startOfSpring, 2024, "2024-02-04"),
        (.springEquinox, 2026, "2026-03-20"), (.qingming, 2026, "2026-04-05"), (.qingming, 2027, "2027-04-05"),
        (.qingming, 2028, "2028-04-04"), (.summerSolstice, 2020, "2020-06-21"), (.autumnEquinox, 2020, "2020-09-22"),
        (.winterSolstice, 2021, "2021-12-21"), (.winterSolstice, 2026, "2026-12-22"),
    ])
    func `R-TRIG-05 Falls on the published day`(term: SolarTerm, year: Int, published: String) {
        #expect(term.day(inYear: year)?.description == published)
    }

    @Test func `R-TRIG-05 Has gifts that leave in time`() throws {
        let today = try day("2026-12-01")
        let solstice = try Holiday(.winterSolstice).nextDispatch(onOrAfter: today, leadDays: 10)
        #expect(solstice?.holiday == CalendarDate("2026-12-22"))
        #expect(solstice?.dispatchDay == CalendarDate("2026-12-12"))
        let qingming = try Holiday(.qingming).nextDispatch(onOrAfter: today, leadDays: 14)
        #expect(qingming?.holiday == CalendarDate("2027-04-05"))
        #expect(qingming?.dispatchDay == CalendarDate("2027-03-22"))
        let late = try Holiday(.qingming).nextDispatch(onOrAfter: day("2027-03-23"), leadDays: 14)
        #expect(late?.holiday == CalendarDate("2028-04-04"))
        #expect(Holiday(.qingming).title == SolarTerm.qingming.title)
        #expect(Holiday(.qingming).observance == .actualDay)
    }

    /// Where the sun stands, and the first and the last day of the year on which that happens.
    private static let positions = [
        ("minorCold", 285, "01-04", "01-07"),
        ("majorCold", 300, "01-19", "01-21"),
        ("startOfSpring", 315, "02-03", "02-05"),
        ("rainWater", 330, "02-18", "02-20"),
        ("awakeningOfInsects", 345, "03-04", "03-07"),
        ("springEquinox", 0, "03-19", "03-22"),
        ("qingming", 15, "04-04", "04-06"),
        ("grainRain", 30, "04-19", "04-21"),
        ("startOfSummer", 45, "05-04", "05-07"),
        ("grainBuds", 60, "05-20", "05-22"),
        ("grainInEar", 75, "06-04", "06-07"),
        ("summerSolstice", 90, "06-20", "06-22"),
        ("minorHeat", 105, "07-06", "07-08"),
        ("majorHeat", 120, "07-22", "07-24"),
        ("startOfAutumn", 135, "08-06", "08-09"),
        ("endOfHeat", 150, "08-22", "08-24"),
        ("whiteDew", 165, "09-06", "09-09"),
        ("autumnEquinox", 180, "09-22", "09-24"),
        ("coldDew", 195, "10-07", "10-09"),
        ("frostDescent", 210, "10-22", "10-24"),
        ("startOfWinter", 225, "11-06", "11-08"),
        ("minorSnow", 240, "11-21", "11-23"),
        ("majorSnow", 255, "12-06", "12-08"),
        ("winterSolstice", 270, "12-21", "12-23"),
    ]

    @Test func `R-TRIG-05 Hardly moves within the year`() {
        #expect(Self.positions.map(\.0) == SolarTerm.allCases.map(\.rawValue))
        for (term, (_, _, first, last)) in zip(SolarTerm.allCases, Self.positions) {
            let days = Self.years.map { term.day(inYear: $0)!.description.dropFirst(5) }
            #expect(days.min()! == first)
            #expect(days.max()! == last)
        }
    }

    @Test func `R-TRIG-05 Agrees with the golden file on each of its 4,824 days, next and previously`() throws {
        var count = 0
        for row in LunarFixture.rows(of: "solar_terms") {
            let year = try #require(Int(row[0]))
            #expect(row.count == 25)
            for (term, expected) in zip(SolarTerm.allCases, row.dropFirst()) {
                let found = try day("\(year)-\(expected)")
                #expect(term.day(inYear: year) == found)
                let rule = HolidayRule.solarTerm(term)
                #expect(try rule.days(inYear: year) == [found])
                #expect(try rule.nextDay(onOrAfter: found) == found)
                #expect(try rule.previousDay(onOrBefore: found) == found)
                if year > 1900 {
                    let before = found.adding(days: -1)!
                    #expect(try term.nextDay(onOrAfter: before) == found)
                    #expect(try term.previousDay(onOrBefore: before) == term.day(inYear: year - 1))
                }
                if year < 2100 {
                    let after = found.adding(days: 1)!
                    #expect(try term.previousDay(onOrBefore: after) == found)
                    #expect(try term.nextDay(onOrAfter: after) == term.day(inYear: year + 1))
                }
                count += 1
            }
        }
        #expect(count == 4824)
    }

    @Test func `Follows the one before it after 14 through 16 days`() {
        let days = Self.years.flatMap { year in SolarTerm.allCases.map { $0.day(inYear: year)! } }
        let gaps = zip(days, days.dropFirst()).map { $0.days(until: $1) }
        #expect(Set(gaps) == [14, 15, 16])
    }

    /// The sun's apparent longitude in degrees at the start of a day in China, to a hundredth of a degree.
    ///
    /// After Jean Meeus, *Astronomical Algorithms*, chapter 25, with universal time in place of dynamical time.
    private static func sunLongitude(at day: CalendarDate) -> Double {
        func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
        // From noon of 2000-01-01 in Greenwich.
        let centuries = (Double(day.daysAfterEpoch) - 10_957.5 - 8.0 / 24) / 36_525
        let mean = 280.46646 + centuries * (36_000.76983 + centuries * 0.0003032)
        let anomaly = 357.52911 + centuries * (35_999.05029 - centuries * 0.0001537)
        let center =
            (1.914602 - centuries * (0.004817 + centuries * 0.000014)) * sine(anomaly)
            + (0.019993 - centuries * 0.000101) * sine(2 * anomaly) + 0.000289 * sine(3 * anomaly)
        return mean + center - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * centuries)
    }

    @Test func `Lies where the sun reaches its longitude, to a quarter of an hour`() {
        // The sun moves by a hundredth of a degree in a quarter of an hour.
        let tolerance = 0.01
        for (term, (_, longitude, _, _)) in zip(SolarTerm.allCases, Self.positions) {
            for year in Self.years {
                let day = term.day(inYear: year)!
                let start = (Self.sunLongitude(at: day) - Double(longitude)).remainder(dividingBy: 360)
                let end = (Self.sunLongitude(at: day.adding(days: 1)!) - Double(longitude)).remainder(dividingBy: 360)
                #expect(start < tolerance && end > -tolerance, "\(term) of \(year), \(start) to \(end)")
            }
        }
    }

    @Test func `R-TRIG-05 Is an error outside the years of the table`() throws {
        #expect(SolarTerm.minorCold.day(inYear: 1899) == nil)
        #expect(SolarTerm.minorCold.day(inYear: 2101) == nil)
        #expect(SolarTerm.minorCold.day(inYear: .max) == nil)
        let rule = HolidayRule.solarTerm(.winterSolstice)
        #expect(try rule.days(inYear: 1900) == [CalendarDate("1900-12-22")])
        #expect(try rule.days(inYear: 2100) == [CalendarDate("2100-12-22")])
        for (year, first) in [(1899, "1899-01-01"), (2101, "2101-01-01"), (9999, "9999-01-01")] {
            #expect(throws: LunarError.solarTermOutOfRange(try day(first))) { try rule.days(inYear: year) }
        }
        #expect(try rule.days(inYear: 10_000) == [])
        for text in ["0001-01-01", "1899-12-31", "2100-12-23", "2101-01-01", "9999-12-31"] {
            let day = try day(text)
            #expect(throws: LunarError.solarTermOutOfRange(day)) { try rule.nextDay(onOrAfter: day) }
        }
        for text in ["0001-01-01", "1899-12-31", "1900-12-21", "2101-01-01", "9999-12-31"] {
            let day = try day(text)
            #expect(throws: LunarError.solarTermOutOfRange(day)) { try rule.previousDay(onOrBefore: day) }
        }
        let message = "the solar term sought from `2100-12-23` lies outside the known years 1900 through 2100"
        #expect("\(LunarError.solarTermOutOfRange(try day("2100-12-23")))" == message)
    }

    @Test func `Is called by its name in both languages`() {
        let titles = SolarTerm.allCases.map(\.title)
        #expect(
            titles.map { $0[.chinese] } == [
                "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至",
                "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至",
            ]
        )
        #expect(
            titles.map { $0[.english] } == [
                "Minor Cold", "Major Cold", "Start of Spring", "Rain Water", "Awakening of Insects", "Spring Equinox",
                "Qingming", "Grain Rain", "Start of Summer", "Grain Buds", "Grain in Ear", "Summer Solstice",
                "Minor Heat", "Major Heat", "Start of Autumn", "End of Heat", "White Dew", "Autumn Equinox", "Cold Dew",
                "Frost's Descent", "Start of Winter", "Minor Snow", "Major Snow", "Winter Solstice",
            ]
        )
    }

    @Test func `The wire format never changes`() throws {
        let words = """
            ["minorCold","majorCold","startOfSpring","rainWater","awakeningOfInsects","springEquinox","qingming",\
            "grainRain","startOfSummer","grainBuds","grainInEar","summerSolstice","minorHeat","majorHeat",\
            "startOfAutumn","endOfHeat","whiteDew","autumnEquinox","coldDew","frostDescent","startOfWinter",\
            "minorSnow","majorSnow","winterSolstice"]
            """
        try expectWireFormat(of: SolarTerm.allCases, toBe: words)
        let refused = refusal(of: #""QingMing""#, as: SolarTerm.self)
        #expect(refused.hasPrefix("unknown word `QingMing`, perhaps `qingming`; known are `minorCold`"))
        let unknown = #"{"solarTerm":"tet"}"#
        #expect(refusal(of: unknown, as: HolidayRule.self).hasPrefix("unknown word `tet`; known are "))
        try expectWireFormat(
            of: Holiday(.qingming),
            toBe: """
                {"observance":{"shift":"none"},"rule":{"solarTerm":"qingming"},"title":{"en":"Qingming","zh":"清明"}}
                """
        )
    }
}
