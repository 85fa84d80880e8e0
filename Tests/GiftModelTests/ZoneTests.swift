import GiftModel
import GiftTesting
import Testing

@Suite struct `A local time` {
    @Test(arguments: [
        ("2025-03-09", "02:30:00", "2025-03-09 07:30:00"), ("2025-03-09", "01:59:59", "2025-03-09 06:59:59"),
        ("2025-03-09", "02:00:00", "2025-03-09 07:00:00"), ("2025-03-09", "03:00:00", "2025-03-09 07:00:00"),
        ("2025-11-02", "00:59:59", "2025-11-02 04:59:59"), ("2025-11-02", "01:30:00", "2025-11-02 05:30:00"),
        ("2025-11-02", "02:00:00", "2025-11-02 07:00:00"),
    ])
    func `Means one instant, the later one in a gap and the earlier one in an overlap`(
        day: String,
        time: String,
        instant: String
    ) {
        #expect(Place.newYork.instant(of: CalendarDate(day)!, at: TimeOfDay(time)!) == utc(instant))
    }

    @Test func `May mean the end of a gap or the second turn of an overlap`() {
        let (march, november) = (CalendarDate("2025-03-09")!, CalendarDate("2025-11-02")!)
        let newYork = Place.newYork
        #expect(newYork.instant(of: march, at: TimeOfDay("02:30:00")!, gap: .end) == utc("2025-03-09 07:00:00"))
        #expect(
            newYork.instant(of: november, at: TimeOfDay("01:30:00")!, overlap: .later) == utc("2025-11-02 06:30:00")
        )
        #expect(
            newYork.instant(of: november, at: TimeOfDay("02:00:00")!, overlap: .later) == utc("2025-11-02 07:00:00")
        )
    }

    @Test func `Goes on from a skipped day to the same time of the next`() {
        let skipped = CalendarDate("2011-12-30")!
        #expect(Place.apia.instant(of: skipped, at: TimeOfDay("12:00:00")!) == utc("2011-12-30 22:00:00"))
        #expect(Place.apia.instant(of: skipped, at: TimeOfDay("12:00:00")!, gap: .end) == utc("2011-12-30 10:00:00"))
        #expect(Place.apia.date(of: utc("2011-12-30 22:00:00")) == CalendarDate("2011-12-31"))
    }

    @Test func `Is exact to the second where clocks were`() {
        // Monrovia was 44:30 behind UTC until 1972-01-07, and went straight on to UTC.
        let seventh = CalendarDate("1972-01-07")!
        #expect(Place.monrovia.instant(of: seventh, at: .midnight) == utc("1972-01-07 00:44:30"))
        #expect(Place.monrovia.instant(of: seventh, at: TimeOfDay("00:44:29")!) == utc("1972-01-07 01:28:59"))
        #expect(
            Place.monrovia.instant(of: seventh, at: TimeOfDay("00:44:29")!, gap: .end) == utc("1972-01-07 00:44:30")
        )
        #expect(Place.monrovia.instant(of: seventh, at: TimeOfDay("00:44:30")!) == utc("1972-01-07 00:44:30"))
    }

    @Test func `Exists on every day of the calendar`() {
        let (first, last) = (CalendarDate("0001-01-01")!, CalendarDate("9999-12-31")!)
        let zone = FixedZone(offsetSeconds: 64_800)!
        for date in [first, last] {
            let instant = zone.instant(of: date, at: TimeOfDay("12:34:56")!)
            #expect(zone.date(of: instant) == date)
            #expect(zone.time(of: instant) == TimeOfDay("12:34:56"))
        }
        #expect(zone.instants(of: first...last).upperBound == Timestamp(milliseconds: 253_402_236_000_000))
        #expect(zone.date(of: zone.instants(of: last).upperBound) == nil)
        #expect(zone.time(of: zone.instants(of: last).upperBound) == nil)
        #expect(zone.time(of: Timestamp(milliseconds: .max)) == nil)
    }

    @Test func `May be shown by clocks 18 hours ahead, and again by clocks 18 hours behind`() throws {
        let noon = utc("2026-01-01 12:00:00")
        let zone = try ZoneTable(
            id: "Sea/Atlantis",
            from: Timestamp(milliseconds: 0),
            until: Timestamp(milliseconds: .max),
            initialOffsetSeconds: 64_800,
            transitions: [ZoneTable.Transition(at: noon, offsetSeconds: -64_800)]
        )
        let (date, time) = (CalendarDate("2025-12-31")!, TimeOfDay("18:00:00")!)
        #expect(zone.instant(of: date, at: time) == utc("2025-12-31 00:00:00"))
        #expect(zone.instant(of: date, at: time, overlap: .later) == noon)
    }

    @Test func `Is told in full seconds, rounded down`() {
        #expect(FixedZone.utc.time(of: Timestamp(milliseconds: -1)) == TimeOfDay("23:59:59"))
        #expect(FixedZone.utc.time(of: Timestamp(milliseconds: 999)) == .midnight)
        #expect(FixedZone.utc.time(of: Timestamp(milliseconds: -86_400_000)) == .midnight)
    }
}

@Suite struct `A local time near a change of clocks` {
    @Test(arguments: [Place.newYork, Place.saoPaulo, Place.stJohns, Place.lordHowe, Place.monrovia])
    func `Is found as by looking at the clock every second`(zone: ZoneTable) throws {
        for transition in zone.transitions {
            let seconds = transition.instant.milliseconds / 1000
            let offset = zone.offsetSeconds(at: Timestamp(milliseconds: transition.instant.milliseconds - 1))
            let change = Int64(transition.offsetSeconds - offset)
            // What the clock shows, in seconds, and when.
            var shown: [Int64: [Int64]] = [:]
            for second in (seconds - 7200)..<(seconds + 7200) {
                shown[second + Int64(second < seconds ? offset : transition.offsetSeconds), default: []].append(second)
            }
            for local in (seconds + Int64(offset) - 3600)..<(seconds + Int64(offset) + 3600) {
                let instant = Timestamp(milliseconds: local * 1000)
                let date = try #require(FixedZone.utc.date(of: instant))
                let time = try #require(FixedZone.utc.time(of: instant))
                let (first, last) = (shown[local]?.first, shown[local]?.last)
                let found = zone.instant(of: date, at: time).milliseconds
                let foundEnd = zone.instant(of: date, at: time, gap: .end, overlap: .later).milliseconds
                #expect(found == (first ?? shown[local + change]![0]) * 1000)
                #expect(foundEnd == (last ?? seconds) * 1000)
            }
        }
    }
}

@Suite struct `A local day` {
    @Test func `Has 23 or 25 hours when clocks are changed`() {
        let march = Place.newYork.instants(of: CalendarDate("2025-03-09")!)
        #expect(march == utc("2025-03-09 05:00:00")..<utc("2025-03-10 04:00:00"))
        let november = Place.newYork.instants(of: CalendarDate("2025-11-02")!)
        #expect(november == utc("2025-11-02 04:00:00")..<utc("2025-11-03 05:00:00"))
    }

    @Test func `Starts at one o'clock when clocks skip midnight`() throws {
        let start = try #require(Place.saoPaulo.startOfDay(CalendarDate("2018-11-04")!))
        #expect(start == utc("2018-11-04 03:00:00"))
        #expect(Place.saoPaulo.time(of: start) == TimeOfDay("01:00:00"))
        #expect(Place.saoPaulo.date(of: Timestamp(milliseconds: start.milliseconds - 1)) == CalendarDate("2018-11-03"))
    }

    @Test func `Has half an hour more where summer time is half an hour`() {
        let day = Place.lordHowe.instants(of: CalendarDate("2025-04-06")!)
        #expect(day == utc("2025-04-05 13:00:00")..<utc("2025-04-06 13:30:00"))
    }

    @Test func `Does not start when the place skipped it`() {
        let (before, skipped, after) = (
            CalendarDate("2011-12-29")!, CalendarDate("2011-12-30")!, CalendarDate("2011-12-31")!
        )
        #expect(Place.apia.startOfDay(skipped) == nil)
        #expect(Place.apia.instants(of: skipped).isEmpty)
        #expect(Place.apia.instants(of: before) == utc("2011-12-29 10:00:00")..<utc("2011-12-30 10:00:00"))
        #expect(Place.apia.startOfDay(after) == utc("2011-12-30 10:00:00"))
        #expect(Place.apia.instants(of: before...after) == utc("2011-12-29 10:00:00")..<utc("2011-12-31 10:00:00"))
    }

    @Test func `Has begun, even if clocks are put back over its midnight`() throws {
        // In St. John's, clocks went from 00:01 on 2006-10-29 back to 23:01 on the 28th.
        let (before, day) = (CalendarDate("2006-10-28")!, CalendarDate("2006-10-29")!)
        let start = try #require(Place.stJohns.startOfDay(day))
        #expect(start == utc("2006-10-29 02:30:00"))
        #expect(Place.stJohns.instants(of: before).upperBound == start)
        #expect(Place.stJohns.instants(of: day).upperBound == utc("2006-10-30 03:30:00"))
        #expect(Place.stJohns.date(of: utc("2006-10-29 02:31:00")) == before)
        #expect(Place.stJohns.instant(of: day, at: .midnight, overlap: .later) == utc("2006-10-29 03:30:00"))
    }
}

@Suite struct `A time of day, stored` {
    @Test func `The wire format never changes`() throws {
        try expectWireFormat(of: TimeOfDay("08:26:00")!, toBe: #""08:26:00""#)
        #expect(refusal(of: #""24:00:00""#, as: TimeOfDay.self) == "`24:00:00` is not a time such as 08:26:00")
    }

    @Test func `Is counted in seconds after midnight`() {
        #expect(TimeOfDay(secondsAfterMidnight: 0) == .midnight)
        #expect(TimeOfDay(secondsAfterMidnight: 86_399) == TimeOfDay("23:59:59"))
        #expect(TimeOfDay(secondsAfterMidnight: 86_400) == nil)
        #expect(TimeOfDay(secondsAfterMidnight: -1) == nil)
    }
}

@Suite struct `A zone table` {
    static let from = Timestamp(milliseconds: 0), until = Timestamp(milliseconds: 1000)

    static func table(_ offset: Int, _ transitions: [(Int64, Int)]) throws(ZoneTableError) -> ZoneTable {
        let transitions = transitions.map { ZoneTable.Transition(at: Timestamp(milliseconds: $0), offsetSeconds: $1) }
        return try ZoneTable(
            id: "Sea/Atlantis",
            from: from,
            until: until,
            initialOffsetSeconds: offset,
            transitions: transitions
        )
    }

    @Test func `Changes its offset at a transition and not a millisecond earlier`() throws {
        let table = try Self.table(60, [(100, 0), (200, -60), (999, 64_800)])
        for (milliseconds, offset) in [(0, 60), (99, 60), (100, 0), (199, 0), (200, -60), (998, -60), (999, 64_800)] {
            #expect(table.offsetSeconds(at: Timestamp(milliseconds: Int64(milliseconds))) == offset)
        }
    }

    @Test func `Finds the first transition after one instant and before another`() throws {
        let table = try Self.table(60, [(100, 0), (200, -60)])
        for (start, end, found) in [(0, 100, nil), (0, 101, 100), (99, 999, 100), (100, 999, 200), (200, 999, nil)] {
            let (start, end) = (Timestamp(milliseconds: Int64(start)), Timestamp(milliseconds: Int64(end)))
            #expect(table.firstTransition(after: start, until: end)?.milliseconds == found.map(Int64.init))
        }
    }

    @Test func `Goes on with its nearest offset where it knows nothing, and says so`() throws {
        let table = try Self.table(60, [(100, 0)])
        for (milliseconds, offset, isKnown) in [
            (.min, 60, false), (-1, 60, false), (0, 60, true), (999, 0, true), (1000, 0, false), (.max, 0, false),
        ] as [(Int64, Int, Bool)] {
            #expect(table.offsetSeconds(at: Timestamp(milliseconds: milliseconds)) == offset)
            #expect(table.isKnown(at: Timestamp(milliseconds: milliseconds)) == isKnown)
        }
    }

    @Test(
        arguments: [
            (64_801, [], "an offset of `64801` seconds is more than 18 hours"),
            (0, [(100, -64_801)], "an offset of `-64801` seconds is more than 18 hours"),
            (0, [(0, 60)], "the transition at `0` is not within the table"),
            (0, [(-1, 60)], "the transition at `-1` is not within the table"),
            (0, [(100, 60), (1000, 0)], "the transition at `1000` is not within the table"),
            (0, [(100, 60), (100, 0)], "the transition at `100` is not after the one before it"),
            (0, [(100, 60), (99, 0)], "the transition at `99` is not after the one before it"),
            (0, [(100, 0)], "the transition at `100` changes nothing"),
            (0, [(100, 60), (200, 60)], "the transition at `200` changes nothing"),
        ] as [(Int, [(Int64, Int)], String)]
    )
    func `Refuses what is no table`(offset: Int, transitions: [(Int64, Int)], description: String) {
        let error = #expect(throws: ZoneTableError.self) { try Self.table(offset, transitions) }
        #expect(error?.description == description)
    }

    @Test(arguments: [0, 1] as [Int64])
    func `Refuses to know nothing`(from: Int64) {
        let (from, until) = (Timestamp(milliseconds: from), Timestamp(milliseconds: 0))
        let error = #expect(throws: ZoneTableError.self) {
            try ZoneTable(id: "Sea/Atlantis", from: from, until: until, initialOffsetSeconds: 99_999, transitions: [])
        }
        #expect(error == .emptyPeriod(from: from, until: until))
        #expect(error?.description == "a table from `\(from.milliseconds)` until `0` knows nothing")
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(
            of: Place.apia,
            toBe: #"{"from":1293840000000,"id":"Pacific/Apia","offsetSeconds":-36000,"#
                + #""transitions":[{"at":1325239200000,"offsetSeconds":50400}],"until":1325376000000,"v":1}"#
        )
    }

    @Test(arguments: [
        (#"{"v":2}"#, "a zone table of format 2 cannot be read; known is 1"),
        (
            #"{"v":1,"version":"2025b"}"#,
            "unknown key `version`; known are `v`, `id`, `from`, `until`, `offsetSeconds`, `transitions`"
        ),
        (
            #"{"from":1,"id":"A","offsetSeconds":0,"transitions":[{"at":2,"to":3}],"until":9,"v":1}"#,
            "unknown key `to`; known are `at`, `offsetSeconds`"
        ),
        (
            #"{"from":1,"id":"A","offsetSeconds":0,"transitions":[{"at":2,"offsetSeconds":0}],"until":9,"v":1}"#,
            "the transition at `2` changes nothing"
        ),
        (
            #"{"from":1,"id":"A","offsetSeconds":0,"transitions":[],"until":1,"v":1}"#,
            "a table from `1` until `1` knows nothing"
        ),
    ])
    func `Refuses to read what it does not know`(stored: String, description: String) {
        #expect(refusal(of: stored, as: ZoneTable.self) == description)
    }
}

@Suite struct `A zone with unruly clocks` {
    @Test func `Traps when its transition does not come after the instant in question`() async {
        struct Stuck: ZoneRules {
            func offsetSeconds(at instant: Timestamp) -> Int { 0 }
            func firstTransition(after start: Timestamp, until end: Timestamp) -> Timestamp? { start }
        }
        await #expect(processExitsWith: .failure) {
            _ = Stuck().instant(of: CalendarDate("2026-01-01")!, at: .midnight)
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `Is understood as by walking through its minutes`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let zone = try UnrulyZone(using: &random)
        for _ in 0..<4 {
            let date = CalendarDate(daysAfterEpoch: .random(in: 10_000...10_004, using: &random))!
            let time = TimeOfDay(secondsAfterMidnight: 60 * .random(in: 0..<1440, using: &random))!
            let local = Int64(date.daysAfterEpoch) * 1440 + Int64(time.secondsAfterMidnight) / 60
            let around = (local - 1080)...(local + 1080)
            let shown = around.filter { zone.localMinute(at: $0) == local }
            let passed = try #require(around.first { zone.localMinute(at: $0) >= local })
            // In a gap, as if nobody had touched the clock: one minute before `passed`, it was still behind.
            let shifted = shown.isEmpty ? passed - 1 + local - zone.localMinute(at: passed - 1) : local
            for gap in GapRule.allCases {
                for overlap in OverlapRule.allCases {
                    let instant = zone.table.instant(of: date, at: time, gap: gap, overlap: overlap)
                    let meant = overlap == .earlier ? shown.first : shown.last
                    #expect(minute(instant) == meant ?? (gap == .end ? passed : shifted), "\(gap) \(overlap)")
                }
            }
        }
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `Has days that lie end to end and hold what its calendar shows`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let zone = try UnrulyZone(using: &random)
        let days = (9_998...10_006).map { CalendarDate(daysAfterEpoch: $0)! }
        for (day, next) in zip(days, days.dropFirst()) {
            let instants = zone.table.instants(of: day)
            #expect(instants.upperBound == zone.table.instants(of: next).lowerBound)
            #expect(zone.table.startOfDay(day) == (instants.isEmpty ? nil : instants.lowerBound))
            #expect(zone.table.instants(of: day...next).upperBound == zone.table.instants(of: next).upperBound)
            let midnight = Int64(day.daysAfterEpoch) * 1440
            let walked = (midnight - 1080)...(midnight + 1080)
            #expect(minute(instants.lowerBound) == walked.first { zone.localMinute(at: $0) >= midnight })
            guard !instants.isEmpty else { continue }
            #expect(zone.table.date(of: instants.lowerBound) == day)
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `Leads from any instant to what it shows and back`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let zone = try UnrulyZone(using: &random).table
        for _ in 0..<10 {
            let seconds = Int64.random(in: 9_999 * 86_400...10_005 * 86_400, using: &random)
            let instant = Timestamp(milliseconds: seconds * 1000)
            let (date, time) = (try #require(zone.date(of: instant)), try #require(zone.time(of: instant)))
            let first = zone.instant(of: date, at: time)
            let last = zone.instant(of: date, at: time, gap: .end, overlap: .later)
            #expect(first <= instant && instant <= last)
            for found in [first, last] {
                #expect(zone.date(of: found) == date)
                #expect(zone.time(of: found) == time)
            }
        }
    }

    private func minute(_ instant: Timestamp) -> Int64 { instant.milliseconds / 60_000 }
}

/// Clocks that are put forward and back at any minute of a few days, by anything up to a day and a half.
private struct UnrulyZone {
    let table: ZoneTable
    private let offsets: [(fromMinute: Int64, minutes: Int64)]

    init(using random: inout SeededGenerator) throws(ZoneTableError) {
        let count = Int.random(in: 1...6, using: &random)
        let reach = [60, 300, 1080].randomElement(using: &random)!
        let minutes = Set((0..<count).map { _ in Int64.random(in: 10_000 * 1440...10_004 * 1440, using: &random) })
        var offsets = [(Int64.min, Int64.random(in: -60...60, using: &random))]
        for minute in minutes.sorted() {
            var offset = offsets[offsets.count - 1].1
            while offset == offsets[offsets.count - 1].1 {
                offset = Int64(Int.random(in: -reach...reach, using: &random))
            }
            offsets.append((minute, offset))
        }
        self.offsets = offsets
        self.table = try ZoneTable(
            id: "Sea/Unruly",
            from: Timestamp(milliseconds: 0),
            until: Timestamp(milliseconds: .max),
            initialOffsetSeconds: Int(offsets[0].1 * 60),
            transitions: offsets.dropFirst()
                .map { minute, offset in
                    ZoneTable.Transition(at: Timestamp(milliseconds: minute * 60_000), offsetSeconds: Int(offset * 60))
                }
        )
    }

    /// What clocks and calendar show, in minutes, found by looking through all the changes.
    func localMinute(at minute: Int64) -> Int64 { minute + offsets.last { $0.fromMinute <= minute }!.minutes }
}

/// Zones of real places, with their transitions of one year or two.
private enum Place {
    static let newYork = zone(
        "America/New_York",
        -18_000,
        [("2025-03-09 07:00:00", -14_400), ("2025-11-02 06:00:00", -18_000)]
    )
    static let saoPaulo = zone("America/Sao_Paulo", -10_800, [("2018-11-04 03:00:00", -7_200)])
    static let stJohns = zone("America/St_Johns", -9_000, [("2006-10-29 02:31:00", -12_600)])
    static let lordHowe = zone("Australia/Lord_Howe", 39_600, [("2025-04-05 15:00:00", 37_800)])
    static let apia = zone("Pacific/Apia", -36_000, [("2011-12-30 10:00:00", 50_400)])
    static let monrovia = zone("Africa/Monrovia", -2_670, [("1972-01-07 00:44:30", 0)])

    private static func zone(_ id: ZoneTable.ID, _ offset: Int, _ transitions: [(String, Int)]) -> ZoneTable {
        let year = CalendarDate(String(transitions[0].0.prefix(10)))!.year
        let period = FixedZone.utc.instants(
            of: CalendarDate(year: year, month: 1, day: 1)!...CalendarDate(year: year, month: 12, day: 31)!
        )
        let table = try? ZoneTable(
            id: id,
            from: period.lowerBound,
            until: period.upperBound,
            initialOffsetSeconds: offset,
            transitions: transitions.map { ZoneTable.Transition(at: utc($0), offsetSeconds: $1) }
        )
        return table!
    }
}

/// The instant of a text such as `2025-03-09 07:30:00`, in UTC.
private func utc(_ text: String) -> Timestamp {
    Timestamp(CalendarDate(text.prefix(10))!, at: TimeOfDay(text.suffix(8))!, in: .utc)
}
