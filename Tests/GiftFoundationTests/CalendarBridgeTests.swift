import Foundation
import GiftFoundation
import GiftModel
import Testing

@Suite struct `Bridging time to Foundation` {
    @Test func `Keeps an instant to the millisecond`() {
        for milliseconds in [0, 1, -1, 1_323_518_400_123, -62_135_596_800_000] as [Int64] {
            let timestamp = Timestamp(milliseconds: milliseconds)
            #expect(Timestamp(Date(timestamp)) == timestamp)
        }
        #expect(Timestamp(Date(timeIntervalSince1970: -0.0014)) == Timestamp(milliseconds: -1))
        #expect(Timestamp(Date(timeIntervalSince1970: 1e300)) == nil)
        #expect(Timestamp(Date(timeIntervalSince1970: .nan)) == nil)
    }

    @Test func `Knows the local day on both sides of a change of clocks`() throws {
        let newYork = FoundationZone(try #require(TimeZone(identifier: "America/New_York")))
        // 2025-03-09: clocks go from 02:00 EST to 03:00 EDT at 07:00Z, so the day has 23 hours.
        let start = Timestamp(CalendarDate("2025-03-09")!, at: TimeOfDay("05:00:00")!, in: .utc)
        let end = Timestamp(milliseconds: start.milliseconds + 23 * 3_600_000)
        #expect(newYork.date(of: start) == CalendarDate("2025-03-09"))
        #expect(newYork.date(of: Timestamp(milliseconds: start.milliseconds - 1)) == CalendarDate("2025-03-08"))
        #expect(newYork.date(of: Timestamp(milliseconds: end.milliseconds - 1)) == CalendarDate("2025-03-09"))
        #expect(newYork.date(of: end) == CalendarDate("2025-03-10"))
    }

    @Test func `Knows the local day of a date`() throws {
        let shanghai = try #require(TimeZone(identifier: "Asia/Shanghai"))
        let evening = Date(timeIntervalSince1970: 1_777_566_600)
        #expect(CalendarDate(evening, in: .gmt) == CalendarDate("2026-04-30"))
        #expect(CalendarDate(evening, in: shanghai) == CalendarDate("2026-05-01"))
        #expect(CalendarDate(Date(timeIntervalSince1970: -0.001), in: .gmt) == CalendarDate("1969-12-31"))
        #expect(CalendarDate(Date(timeIntervalSince1970: -0.0001), in: .gmt) == CalendarDate("1970-01-01"))
        // Year 1 of the Julian calendar began two days before year 1 of ours.
        #expect(CalendarDate(.distantPast, in: .gmt) == nil)
        #expect(CalendarDate(.distantPast.addingTimeInterval(2 * 86_400), in: .gmt) == CalendarDate("0001-01-01"))
        #expect(CalendarDate(Date(timeIntervalSince1970: 1e12), in: .gmt) == nil)
        #expect(CalendarDate(Date(timeIntervalSince1970: .infinity), in: .gmt) == nil)
    }
}
