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
}
