import Foundation
import GiftFoundation
import GiftModel
import Testing

@Suite struct `A zone table from a time zone` {
    static let first = CalendarDate("1970-01-01")!, last = CalendarDate("2037-12-31")!

    static func table(_ identifier: String) throws -> ZoneTable {
        try ZoneTable(try #require(TimeZone(identifier: identifier)), from: first, through: last)
    }

    @Test(arguments: TimeZone.knownTimeZoneIdentifiers)
    func `Agrees with Foundation at every transition and on every day`(identifier: String) throws {
        let timeZone = try #require(TimeZone(identifier: identifier))
        let table = try Self.table(identifier)
        #expect(table.id.text == identifier)
        func agrees(at milliseconds: Int64) -> Bool {
            let instant = Timestamp(milliseconds: milliseconds)
            return table.offsetSeconds(at: instant) == timeZone.secondsFromGMT(for: Date(instant))
        }
        for transition in table.transitions.map(\.instant.milliseconds) {
            for distance in [-1000, -1, 0, 1, 1000] as [Int64] { #expect(agrees(at: transition + distance)) }
        }
        // No zone changes its clocks twice within six days, so that no change hides from a look every day; a few
        // minutes more each time, and every time of day has its turn.
        for instant in stride(from: table.from.milliseconds, to: table.until.milliseconds, by: 86_671_000) {
            #expect(agrees(at: instant))
        }
    }

    @Test func `Knows the days that it was asked for`() throws {
        let table = try Self.table("Asia/Shanghai")
        #expect(table.from == Timestamp(milliseconds: -8 * 3_600_000))
        #expect(table.date(of: table.from) == Self.first)
        #expect(table.date(of: Timestamp(milliseconds: table.until.milliseconds - 1)) == Self.last)
        #expect(table.date(of: table.until) == CalendarDate("2038-01-01"))
    }

    @Test func `Holds only changes of the offset`() throws {
        // In 1992, Lisbon's winter time and summer time changed their names: at UTC+1, one ended as the other began.
        let lisbon = try Self.table("Europe/Lisbon")
        let offsets = [lisbon.initialOffsetSeconds] + lisbon.transitions.map(\.offsetSeconds)
        #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 != $1 })
        #expect(try ZoneTable(.gmt, from: Self.first, through: Self.last).transitions.isEmpty)
    }

    @Test func `Reaches over the whole calendar`() throws {
        let timeZone = try #require(TimeZone(identifier: "America/New_York"))
        let (first, last) = (CalendarDate("0001-01-01")!, CalendarDate("9999-12-31")!)
        let table = try ZoneTable(timeZone, from: first, through: last)
        #expect(table.initialOffsetSeconds == -17_762)
        #expect(table.transitions.count > 2 * 8000)
    }

    @Test func `Refuses days in the wrong order`() throws {
        #expect(throws: ZoneTableError.self) { try ZoneTable(.gmt, from: Self.last, through: Self.first) }
        let apia = try #require(TimeZone(identifier: "Pacific/Apia"))
        let skipped = CalendarDate("2011-12-30")!
        #expect(throws: ZoneTableError.self) { try ZoneTable(apia, from: skipped, through: skipped) }
    }

    @Test func `Comes back from its stored form`() throws {
        let table = try Self.table("Africa/Casablanca")
        #expect(try JSONDecoder().decode(ZoneTable.self, from: JSONEncoder().encode(table)) == table)
    }
}

@Suite struct `A local day in a real zone` {
    /// A row of `tz_birthday_windows.csv`: a birthday, its local day, and the local days from three before to three
    /// after it.
    struct Birthday: CustomTestStringConvertible, Sendable {
        let zone: String
        let date: CalendarDate
        let day: Range<Timestamp>
        let window: Range<Timestamp>

        /// The first instant of the day, unless the day was skipped.
        var start: Timestamp? { day.isEmpty ? nil : day.lowerBound }
        var testDescription: String { "\(zone) \(date)" }

        init(row: Substring) throws {
            let cells = row.split(separator: ",", omittingEmptySubsequences: false)
            let instants = try cells[4...7]
                .map { try #require(Timestamp(Date($0.replacing("+00:00", with: "Z"), strategy: .iso8601))) }
            self.zone = String(cells[0])
            self.date = try #require(CalendarDate(cells[3]))
            self.day = instants[0]..<instants[1]
            self.window = instants[2]..<instants[3]
        }

        static func all() throws -> [Birthday] {
            let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
            let text = try String(contentsOf: folder.appending(path: "tz_birthday_windows.csv"), encoding: .utf8)
            return try text.split(whereSeparator: \.isNewline).dropFirst().map(Birthday.init(row:))
        }
    }

    @Test func `Starts and ends as in the golden birthday windows`() throws {
        let birthdays = try Birthday.all()
        #expect(birthdays.count == 1140)
        for (identifier, birthdays) in Dictionary(grouping: birthdays, by: \.zone).sorted(by: { $0.key < $1.key }) {
            let timeZone = try #require(TimeZone(identifier: identifier), "\(identifier)")
            let (first, last) = (CalendarDate("2010-01-01")!, CalendarDate("2037-12-31")!)
            let table = try ZoneTable(timeZone, from: first, through: last)
            for birthday in birthdays {
                for zone in [table, FoundationZone(timeZone)] as [any ZoneRules] {
                    #expect(zone.instants(of: birthday.date) == birthday.day, "\(birthday.testDescription)")
                    #expect(zone.startOfDay(birthday.date) == birthday.start, "\(birthday.testDescription)")
                    let window = birthday.date.adding(days: -3)!...birthday.date.adding(days: 3)!
                    #expect(zone.instants(of: window) == birthday.window, "\(birthday.testDescription)")
                }
            }
        }
    }

    @Test func `Case 11: has 23 hours, and the second that is past it counts to the next`() throws {
        let zone = FoundationZone(try #require(TimeZone(identifier: "America/Los_Angeles")))
        let day = CalendarDate("2025-03-09")!
        #expect(zone.instants(of: day) == utc("2025-03-09 08:00:00")..<utc("2025-03-10 07:00:00"))
        #expect(zone.date(of: utc("2025-03-10 06:59:59")) == day)
        #expect(zone.date(of: utc("2025-03-10 07:00:00")) == CalendarDate("2025-03-10"))
    }

    @Test func `Case 21: ends at midnight, not 24 hours after noon`() throws {
        let zone = FoundationZone(try #require(TimeZone(identifier: "America/New_York")))
        let earned = zone.instant(of: CalendarDate("2025-03-08")!, at: TimeOfDay("12:00:00")!)
        let after24Hours = Timestamp(milliseconds: earned.milliseconds + 86_400_000)
        #expect(after24Hours == utc("2025-03-09 17:00:00"))
        #expect(zone.time(of: after24Hours) == TimeOfDay("13:00:00"))
        #expect(zone.instants(of: zone.date(of: after24Hours)!).upperBound == utc("2025-03-10 04:00:00"))
    }

    @Test func `Case 23: a time in a gap comes later, a time in an overlap at its first turn or its second`() throws {
        let zone = FoundationZone(try #require(TimeZone(identifier: "America/New_York")))
        let (march, november) = (CalendarDate("2025-03-09")!, CalendarDate("2025-11-02")!)
        let (gap, overlap) = (TimeOfDay("02:30:00")!, TimeOfDay("01:30:00")!)
        #expect(zone.instant(of: march, at: gap) == utc("2025-03-09 07:30:00"))
        #expect(zone.time(of: zone.instant(of: march, at: gap)) == TimeOfDay("03:30:00"))
        #expect(zone.instant(of: november, at: overlap) == utc("2025-11-02 05:30:00"))
        #expect(zone.instant(of: november, at: overlap, overlap: .later) == utc("2025-11-02 06:30:00"))
    }

    @Test func `Is missing in Apia, which went from 2011-12-29 on to the 31st`() throws {
        let zone = FoundationZone(try #require(TimeZone(identifier: "Pacific/Apia")))
        let skipped = CalendarDate("2011-12-30")!
        #expect(zone.startOfDay(skipped) == nil)
        #expect(zone.startOfDay(CalendarDate("2011-12-31")!) == utc("2011-12-30 10:00:00"))
        #expect(zone.date(of: zone.instant(of: skipped, at: .midnight)) == CalendarDate("2011-12-31"))
    }

    private func utc(_ text: String) -> Timestamp {
        Timestamp(CalendarDate(text.prefix(10))!, at: TimeOfDay(text.suffix(8))!, in: .utc)
    }
}

@Suite struct `The zone rules of Foundation` {
    @Test func `Have an end, however far away one asks`() throws {
        let zone = FoundationZone(try #require(TimeZone(identifier: "America/New_York")))
        let (least, most) = (Timestamp(milliseconds: .min), Timestamp(milliseconds: .max))
        #expect(zone.firstTransition(after: least, until: most) == Timestamp(milliseconds: -2_717_650_800_000))
        #expect(zone.firstTransition(after: most, until: most) == nil)
        #expect(zone.date(of: most) == nil)
    }

    @Test func `Tell the first transition strictly after one instant and before another`() throws {
        let zone = FoundationZone(try #require(TimeZone(identifier: "America/New_York")))
        let transition = Timestamp(milliseconds: 1_741_503_600_000)
        let (before, after) = (
            Timestamp(milliseconds: transition.milliseconds - 1), Timestamp(milliseconds: transition.milliseconds + 1)
        )
        #expect(zone.firstTransition(after: before, until: after) == transition)
        #expect(zone.firstTransition(after: before, until: transition) == nil)
        #expect(zone.firstTransition(after: transition, until: after) == nil)
    }
}
