import GiftModel
import GiftTesting
import Testing

private func day(_ text: String) -> CalendarDate { CalendarDate(text)! }
private func time(_ text: String) -> TimeOfDay { TimeOfDay(text)! }

/// New York in 2025: clocks are put forward on 03-09 at 07:00 UTC and back on 11-02 at 06:00 UTC.
private struct NewYork: ZoneRules {
    let changes = [utc("2025-03-09", "07:00:00"), utc("2025-11-02", "06:00:00")]

    func offsetSeconds(at instant: Timestamp) -> Int {
        changes[0] <= instant && instant < changes[1] ? -14_400 : -18_000
    }

    func firstTransition(after start: Timestamp, until end: Timestamp) -> Timestamp? {
        changes.first { start < $0 && $0 < end }
    }
}

private let newYork = NewYork()

/// A place where clocks were changed once.
private struct OneChange: ZoneRules {
    let at: Timestamp
    let before: Int
    let after: Int

    func offsetSeconds(at instant: Timestamp) -> Int { instant < at ? before : after }

    func firstTransition(after start: Timestamp, until end: Timestamp) -> Timestamp? {
        start < at && at < end ? at : nil
    }
}

private func utc(_ date: String, _ clock: String) -> Timestamp { Timestamp(day(date), at: time(clock), in: .utc) }

@Suite struct `Quiet hours` {
    private func quiet(_ from: String, _ until: String) -> QuietHours {
        QuietHours(from: time(from), until: time(until))!
    }

    @Test func `R-POL-04 From 22:00 until 08:00 put off what is decided at 22:05 until 08:00 the next day`() {
        let shanghai = FixedZone(offsetSeconds: 28_800)!
        func at(_ date: String, _ clock: String) -> Timestamp { Timestamp(day(date), at: time(clock), in: shanghai) }
        let night = quiet("22:00:00", "08:00:00")
        let morning = at("2026-03-07", "08:00:00")
        #expect(night.firstOpenInstant(onOrAfter: at("2026-03-06", "22:05:00"), in: shanghai) == morning)
        #expect(night.firstOpenInstant(onOrAfter: at("2026-03-06", "22:00:00"), in: shanghai) == morning)
        #expect(night.firstOpenInstant(onOrAfter: at("2026-03-07", "07:59:59"), in: shanghai) == morning)
        for clock in ["08:00:00", "12:00:00", "21:59:59"] {
            let now = at("2026-03-07", clock)
            #expect(night.firstOpenInstant(onOrAfter: now, in: shanghai) == now)
        }
    }

    @Test func `R-POL-04 End by a rule where clocks skip their end`() {
        let now = utc("2025-03-09", "06:00:00")
        let night = quiet("22:00:00", "02:30:00")
        #expect(night.firstOpenInstant(onOrAfter: now, in: newYork) == utc("2025-03-09", "07:30:00"))
        #expect(night.firstOpenInstant(onOrAfter: now, in: newYork, gap: .end) == utc("2025-03-09", "07:00:00"))
    }

    @Test func `R-POL-04 End by a rule, and once, where clocks show their end twice`() {
        let now = utc("2025-11-02", "04:00:00")
        let night = quiet("22:00:00", "01:30:00")
        let (first, second) = (utc("2025-11-02", "05:30:00"), utc("2025-11-02", "06:30:00"))
        #expect(night.firstOpenInstant(onOrAfter: now, in: newYork) == first)
        #expect(night.firstOpenInstant(onOrAfter: now, in: newYork, overlap: .later) == second)
        let between = utc("2025-11-02", "06:10:00")
        #expect(night.firstOpenInstant(onOrAfter: between, in: newYork) == between)
        #expect(night.firstOpenInstant(onOrAfter: between, in: newYork, overlap: .later) == second)
    }

    @Test func `R-POL-04 Lead from one into the next where clocks skip the time between them`() {
        let now = utc("2025-03-09", "06:00:00")
        let almostAlways = quiet("02:45:00", "02:15:00")
        #expect(
            almostAlways.firstOpenInstant(onOrAfter: now, in: newYork, gap: .end) == utc("2025-03-10", "06:15:00")
        )
        #expect(almostAlways.firstOpenInstant(onOrAfter: now, in: newYork) == utc("2025-03-09", "07:15:00"))
    }

    @Test func `R-POL-04 Lead from one into the next also where the time between tomorrow's is skipped`() {
        let now = utc("2025-03-08", "08:00:00")
        let almostAlways = quiet("02:45:00", "02:15:00")
        #expect(
            almostAlways.firstOpenInstant(onOrAfter: now, in: newYork, gap: .end) == utc("2025-03-10", "06:15:00")
        )
    }

    @Test func `R-POL-04 End on the day after one that the place skipped`() {
        // Apia went from 29 to 31 December 2011.
        let apia = OneChange(at: utc("2011-12-30", "10:00:00"), before: -36_000, after: 50_400)
        let night = quiet("22:00:00", "08:00:00")
        let end = utc("2011-12-30", "18:00:00")
        #expect(night.firstOpenInstant(onOrAfter: utc("2011-12-30", "09:00:00"), in: apia) == end)
        #expect(night.firstOpenInstant(onOrAfter: utc("2011-12-30", "13:00:00"), in: apia) == end)
    }

    @Test func `R-POL-04 Go on where clocks are put back over midnight`() {
        // At 00:30 clocks went back to 23:30 of the day before.
        let place = OneChange(at: utc("2026-05-02", "00:30:00"), before: 0, after: -3600)
        let early = quiet("00:00:00", "06:00:00")
        #expect(
            early.firstOpenInstant(onOrAfter: utc("2026-05-02", "00:45:00"), in: place) == utc("2026-05-02", "07:00:00")
        )
        let late = quiet("23:55:00", "23:50:00")
        #expect(
            late.firstOpenInstant(onOrAfter: utc("2026-05-02", "00:10:00"), in: place, overlap: .later)
                == utc("2026-05-02", "00:50:00")
        )
    }

    @Test func `R-POL-04 Say nothing outside the calendar, and something at its ends`() {
        let night = quiet("22:00:00", "08:00:00")
        #expect(night.firstOpenInstant(onOrAfter: Timestamp(milliseconds: .max), in: FixedZone.utc) == nil)
        let last = utc("9999-12-31", "12:00:00")
        #expect(night.firstOpenInstant(onOrAfter: last, in: FixedZone.utc) == last)
        #expect(
            night.firstOpenInstant(onOrAfter: utc("0001-01-01", "23:00:00"), in: FixedZone.utc)
                == utc("0001-01-02", "08:00:00")
        )
    }

    @Test(arguments: 0..<200)
    func `R-POL-04 End where a clock that is read every quarter of an hour first asks for none`(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let quarters = (0..<96).shuffled(using: &generator).prefix(2)
            .map { TimeOfDay(secondsAfterMidnight: $0 * 900)! }
        let hours = QuietHours(from: quarters[0], until: quarters[1])!
        let start = utc("2025-05-01", "00:00:00").milliseconds
        let quarter = Int64.random(in: 0..<9600, using: &generator)
        let now = Timestamp(milliseconds: start + quarter * 900_000 + Int64.random(in: 0..<900_000, using: &generator))
        var naive = now
        while hours.contains(newYork.time(of: naive)!) {
            naive = Timestamp(milliseconds: (naive.milliseconds / 900_000 + 1) * 900_000)
        }
        #expect(hours.firstOpenInstant(onOrAfter: now, in: newYork) == naive)
    }

    @Test(arguments: 0..<200)
    func `R-POL-04 Are over once they are over, also while clocks are changed`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let quarters = (0..<96).shuffled(using: &generator).prefix(2)
            .map { TimeOfDay(secondsAfterMidnight: $0 * 900)! }
        let hours = QuietHours(from: quarters[0], until: quarters[1])!
        let gap = GapRule.allCases.randomElement(using: &generator)!
        let overlap = OverlapRule.allCases.randomElement(using: &generator)!
        let change = newYork.changes.randomElement(using: &generator)!.milliseconds
        var latest: Timestamp?
        for step in -200...200 as ClosedRange<Int64> {
            let now = Timestamp(milliseconds: change + step * 900_000)
            let open = try #require(hours.firstOpenInstant(onOrAfter: now, in: newYork, gap: gap, overlap: overlap))
            #expect(now <= open)
            #expect(hours.firstOpenInstant(onOrAfter: open, in: newYork, gap: gap, overlap: overlap) == open)
            #expect(latest.map { $0 <= open } ?? true)
            latest = open
        }
    }
}

@Suite struct `A wish to hear less` {
    @Test func `R-POL-04 Lets the next message come when the stretch of days has room for it`() throws {
        let monthly = try #require(OptDown(of: .email, atMost: 1, inDays: 30))
        let today = day("2026-03-10")
        #expect(monthly.nextDay(onOrAfter: today, after: []) == today)
        #expect(monthly.nextDay(onOrAfter: today, after: [day("2026-03-09")]) == day("2026-04-08"))
        #expect(monthly.nextDay(onOrAfter: today, after: [day("2026-02-08")]) == today)
        #expect(monthly.nextDay(onOrAfter: today, after: [day("2026-02-09")]) == day("2026-03-11"))
        let twiceAWeek = try #require(OptDown(of: .email, atMost: 2, inDays: 7))
        #expect(twiceAWeek.nextDay(onOrAfter: today, after: [today]) == today)
        #expect(twiceAWeek.nextDay(onOrAfter: today, after: [today, today]) == day("2026-03-17"))
        #expect(twiceAWeek.nextDay(onOrAfter: today, after: [today, day("2026-03-05")]) == day("2026-03-12"))
    }

    @Test func `R-POL-04 Lets none come where there is to be none, nor beyond the calendar`() throws {
        #expect(OptDown(outOf: .telephone).nextDay(onOrAfter: day("2026-03-10"), after: []) == nil)
        let rarely = try #require(OptDown(of: .post, atMost: 1, inDays: .max))
        #expect(rarely.nextDay(onOrAfter: day("2026-03-10"), after: []) == day("2026-03-10"))
        #expect(rarely.nextDay(onOrAfter: day("2026-03-10"), after: [day("2026-03-10")]) == nil)
        let often = try #require(OptDown(of: .post, atMost: .max, inDays: 1))
        #expect(often.nextDay(onOrAfter: day("2026-03-10"), after: [day("2026-03-10")]) == day("2026-03-10"))
    }

    @Test(arguments: 0..<200)
    func `R-POL-04 Allows the first day by which no stretch of days has too many`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let (atMost, days) = (Int.random(in: 1...3, using: &generator), Int.random(in: 1...9, using: &generator))
        let wish = try #require(OptDown(of: .app, atMost: Int64(atMost), inDays: Int64(days)))
        let start = day("2026-03-01")
        func date(_ offset: Int) -> CalendarDate { start.adding(days: offset)! }
        // Earlier messages may break the wish; then the next waits until it is kept again.
        let contacts = (0..<Int.random(in: 0...6, using: &generator))
            .map { _ in Int.random(in: 0...12, using: &generator) }
        let today = Int.random(in: 12...20, using: &generator)
        let naive = (today...60)
            .first { candidate in
                let all = contacts + [candidate]
                return (candidate - days + 1...candidate)
                    .allSatisfy { first in all.count { (first..<first + days).contains($0) } <= atMost }
            }
        #expect(wish.nextDay(onOrAfter: date(today), after: contacts.map(date)) == naive.map(date))
    }

    @Test func `R-POL-04 Counts messages that are planned for later, and comes after them`() throws {
        let monthly = try #require(OptDown(of: .email, atMost: 1, inDays: 30))
        #expect(
            monthly.nextDay(onOrAfter: day("2026-03-10"), after: [day("2026-03-20")]) == day("2026-04-19")
        )
    }
}
