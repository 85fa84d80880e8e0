import GiftModel
import GiftTesting
import Testing

@Suite struct `A calendar date` {
    /// Every day of the calendar in turn, said as naively as possible.
    static func days(ofYears years: ClosedRange<Int>) -> some Sequence<(Int, Int, Int)> {
        years.lazy.flatMap { year in
            (1...12).lazy
                .flatMap { month in
                    let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
                    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
                    return (1...lengths[month - 1]).lazy.map { (year, month, $0) }
                }
        }
    }

    @Test(arguments: [(1...12, -719_162), (1890...2110, -29_219), (9990...9999, 2_929_245)])
    func `Counts days as walking through the years does`(years: ClosedRange<Int>, first: Int) throws {
        var count = first
        for (year, month, day) in Self.days(ofYears: years) {
            let date = try #require(CalendarDate(year: year, month: month, day: day))
            #expect(Int(date.daysAfterEpoch) == count)
            #expect(date.components == (year, month, day))
            #expect(CalendarDate(daysAfterEpoch: count) == date)
            count += 1
        }
    }

    @Test func `Ends where its range ends`() {
        let (first, last) = (CalendarDate(year: 1, month: 1, day: 1)!, CalendarDate(year: 9999, month: 12, day: 31)!)
        #expect(first.adding(days: -1) == nil)
        #expect(last.adding(days: 1) == nil)
        #expect(last.adding(days: .max) == nil)
        #expect(first.days(until: last) == 3_652_058)
        #expect(first.adding(days: 3_652_058) == last)
    }

    @Test(arguments: [
        (2011, 2, 29), (2011, 13, 1), (2011, 0, 1), (2011, 4, 31), (0, 1, 1), (10_000, 1, 1), (1900, 2, 29),
    ])
    func `Refuses a day that does not exist`(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: ["2011-02-29", "2011-2-01", "11-02-01", "2011-02-01 ", "2011/02/01", "+011-02-01", "2011-02", ""])
    func `Refuses text that is no ISO 8601 day`(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: CalendarDate("0987-06-05")!, toBe: #""0987-06-05""#)
        #expect(refusal(of: #""2011-02-29""#, as: CalendarDate.self) == "`2011-02-29` is not a day such as 2026-02-28")
    }

    @Test func `Is ordered by time`() {
        #expect(CalendarDate("2011-12-31")! < CalendarDate("2012-01-01")!)
        #expect(CalendarDate("2012-01-01")!.days(until: CalendarDate("2011-12-31")!) == -1)
    }
}

@Suite struct `A time of day` {
    @Test func `Is read and written in ISO 8601`() {
        #expect(TimeOfDay("08:26:00") == TimeOfDay(hour: 8, minute: 26))
        #expect(TimeOfDay("23:59:59")?.secondsAfterMidnight == 86_399)
        #expect(TimeOfDay(hour: 7, minute: 5, second: 9)?.description == "07:05:09")
        #expect(TimeOfDay.midnight < TimeOfDay("00:00:01")!)
    }

    @Test(arguments: ["24:00:00", "12:60:00", "12:00:60", "8:26:00", "08:26", ""])
    func `Refuses what no clock shows`(text: String) {
        #expect(TimeOfDay(text) == nil)
    }
}

@Suite struct `An instant` {
    let shanghai = FixedZone(offsetSeconds: 8 * 3600)!

    @Test func `Falls on different days in different zones`() {
        let evening = Timestamp(CalendarDate("2026-04-30")!, at: TimeOfDay("16:30:00")!, in: .utc)
        #expect(FixedZone.utc.date(of: evening) == CalendarDate("2026-04-30"))
        #expect(shanghai.date(of: evening) == CalendarDate("2026-05-01"))
    }

    @Test func `Belongs to the day that begins at its midnight`() {
        let midnight = Timestamp(CalendarDate("1969-12-31")!, at: .midnight, in: shanghai)
        #expect(shanghai.date(of: midnight) == CalendarDate("1969-12-31"))
        #expect(shanghai.date(of: Timestamp(milliseconds: midnight.milliseconds - 1)) == CalendarDate("1969-12-30"))
    }

    @Test func `Outside the calendar falls on no day`() {
        #expect(FixedZone.utc.date(of: Timestamp(milliseconds: .max)) == nil)
        #expect(shanghai.date(of: Timestamp(milliseconds: .max)) == nil)
        #expect(FixedZone.utc.date(of: Timestamp(milliseconds: .min)) == nil)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `Comes back from its day and time`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let date = CalendarDate(daysAfterEpoch: .random(in: -700_000...2_900_000, using: &random))!
        let zone = FixedZone(offsetSeconds: .random(in: -64_800...64_800, using: &random))!
        let time = TimeOfDay(
            hour: .random(in: 0...23, using: &random),
            minute: .random(in: 0...59, using: &random),
            second: .random(in: 0...59, using: &random)
        )!
        let instant = Timestamp(date, at: time, in: zone)
        #expect(zone.date(of: instant) == date)
        let midnight = Timestamp(date, at: .midnight, in: zone)
        #expect(instant.milliseconds - midnight.milliseconds == Int64(time.secondsAfterMidnight) * 1000)
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: Timestamp(milliseconds: -1), toBe: "-1")
    }

    @Test func `A zone is at most 18 hours away`() {
        #expect(FixedZone(offsetSeconds: 64_801) == nil)
        #expect(FixedZone(offsetSeconds: -64_801) == nil)
    }
}
