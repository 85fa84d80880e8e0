import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Testing

@Suite struct `A schedule gate` {
    private static let workdayMorning = ScheduleGate(
        workdays: true,
        from: TimeOfDay("09:00:00"),
        until: TimeOfDay("12:00:00")
    )
    private static let weekend = ScheduleGate(weekdays: [.saturday, .sunday])
    /// National Day 2026 with the Saturday that is worked in its place.
    private static let work = WorkCalendar(
        .saturdayAndSunday,
        daysOff: Set((1...7).map { CalendarDate(year: 2026, month: 10, day: $0)! }),
        madeUpWorkdays: [day("2026-10-10")]
    )!

    /// The moment at which the gate opens; `nil` when it is open.
    private func opening(
        of gate: ScheduleGate,
        at instant: String,
        in zone: ZoneTable = Shop.utc,
        on work: WorkCalendar? = work
    ) -> String? {
        switch gate.outcome(at: LocalClock(at: utc(instant), in: zone)!, workCalendar: work) {
        case .open: nil
        case .closed(_, let earliest):
            earliest.map { "\(zone.date(of: $0.instant)!) \(zone.time(of: $0.instant)!)" } ?? "never"
        case .unknown: "unknown"
        }
    }

    /// A local time, and when the gate opens next.
    struct Case: CustomTestStringConvertible, Sendable {
        let gate: ScheduleGate
        let now: String
        let opens: String?
        var testDescription: String { "\(gate.sentence.english) at \(now)" }
    }

    @Test(arguments: [
        Case(gate: workdayMorning, now: "2026-09-29T08:59:59Z", opens: "2026-09-29 09:00:00"),
        Case(gate: workdayMorning, now: "2026-09-29T09:00:00Z", opens: nil),
        Case(gate: workdayMorning, now: "2026-09-29T11:59:59Z", opens: nil),
        Case(gate: workdayMorning, now: "2026-09-29T12:00:00Z", opens: "2026-09-30 09:00:00"),
        Case(gate: workdayMorning, now: "2026-09-30T12:00:00Z", opens: "2026-10-08 09:00:00"),
        Case(gate: workdayMorning, now: "2026-10-09T12:00:00Z", opens: "2026-10-10 09:00:00"),
        Case(gate: workdayMorning, now: "2026-10-10T12:00:00Z", opens: "2026-10-12 09:00:00"),
        Case(gate: weekend, now: "2026-10-09T23:59:59Z", opens: "2026-10-10 00:00:00"),
        Case(gate: weekend, now: "2026-10-10T00:00:00Z", opens: nil),
        Case(gate: weekend, now: "2026-10-11T23:59:59Z", opens: nil),
        Case(gate: weekend, now: "2026-10-12T00:00:00Z", opens: "2026-10-17 00:00:00"),
        Case(gate: ScheduleGate(workdays: false), now: "2026-09-30T12:00:00Z", opens: "2026-10-01 00:00:00"),
        Case(gate: ScheduleGate(workdays: false), now: "2026-10-07T23:00:00Z", opens: nil),
        Case(gate: ScheduleGate(workdays: false), now: "2026-10-08T00:00:00Z", opens: "2026-10-11 00:00:00"),
        Case(
            gate: ScheduleGate(weekdays: [.saturday], workdays: true),
            now: "2026-09-01T00:00:00Z",
            opens: "2026-10-10 00:00:00"
        ),
        Case(gate: ScheduleGate(weekdays: [.saturday], workdays: true), now: "2026-10-11T00:00:00Z", opens: "never"),
        Case(
            gate: ScheduleGate(from: TimeOfDay("18:00:00")),
            now: "2026-10-11T17:59:59Z",
            opens: "2026-10-11 18:00:00"
        ),
        Case(gate: ScheduleGate(from: TimeOfDay("18:00:00")), now: "2026-10-11T23:59:59Z", opens: nil),
        Case(gate: ScheduleGate(until: TimeOfDay("06:00:00")), now: "2026-10-11T05:59:59Z", opens: nil),
        Case(
            gate: ScheduleGate(until: TimeOfDay("06:00:00")),
            now: "2026-10-11T06:00:00Z",
            opens: "2026-10-12 00:00:00"
        ),
        Case(gate: ScheduleGate(), now: "2026-10-11T06:00:00Z", opens: nil),
    ])
    func `R-TRIG-11 Opens on its days and at its times, and tells the next`(gate: Case) {
        #expect(opening(of: gate.gate, at: gate.now) == gate.opens)
    }

    @Test func `R-TRIG-11 Runs by the customer's clocks`() {
        #expect(opening(of: Self.weekend, at: "2026-10-09T16:00:00Z", in: Zones.shanghai) == nil)
        #expect(opening(of: Self.weekend, at: "2026-10-09T15:59:59Z", in: Zones.shanghai) == "2026-10-10 00:00:00")
    }

    @Test func `R-TRIG-11 Takes a time that clocks skip or show twice as the zone's rules do`() {
        func gate(_ from: String, _ until: String) -> ScheduleGate {
            ScheduleGate(from: TimeOfDay(from), until: TimeOfDay(until))
        }
        // From 02:00 on clocks show 03:00: half past two is half past three.
        #expect(
            opening(of: gate("02:30:00", "05:00:00"), at: "2025-03-09T06:00:00Z", in: Zones.newYork)
                == "2025-03-09 03:30:00"
        )
        #expect(opening(of: gate("02:00:00", "02:30:00"), at: "2025-03-09T07:29:59Z", in: Zones.newYork) == nil)
        #expect(
            opening(of: gate("02:00:00", "02:30:00"), at: "2025-03-09T07:30:00Z", in: Zones.newYork)
                == "2025-03-10 02:00:00"
        )
        // 01:30 comes twice, at 05:30 and 06:30 UTC; the first counts.
        #expect(
            opening(of: gate("01:30:00", "02:00:00"), at: "2025-11-02T05:29:59Z", in: Zones.newYork)
                == "2025-11-02 01:30:00"
        )
        #expect(opening(of: gate("01:30:00", "02:00:00"), at: "2025-11-02T06:59:59Z", in: Zones.newYork) == nil)
        #expect(
            opening(of: gate("01:00:00", "01:30:00"), at: "2025-11-02T06:00:00Z", in: Zones.newYork)
                == "2025-11-03 01:00:00"
        )
    }

    @Test func `R-TRIG-11 Goes on past midnight where clocks skip the time at which it ends`() {
        let zone = Zones.zone("Test/Forward", 0, [("2026-03-28T23:30:00Z", 1)])
        let saturday = ScheduleGate(weekdays: [.saturday], until: TimeOfDay("23:45:00"))
        #expect(opening(of: saturday, at: "2026-03-28T23:44:59Z", in: zone) == nil)
        #expect(opening(of: saturday, at: "2026-03-28T23:45:00Z", in: zone) == "2026-04-04 00:00:00")
    }

    @Test func `R-TRIG-11 Knows no day that the place skipped, and no day twice`() {
        let friday = ScheduleGate(weekdays: [.friday])
        // 2011-12-30 was a Friday.
        #expect(opening(of: friday, at: "2011-12-29T10:00:00Z", in: Zones.apia) == "2012-01-06 00:00:00")
        let morning = ScheduleGate(weekdays: [.friday], from: TimeOfDay("09:00:00"), until: TimeOfDay("12:00:00"))
        #expect(opening(of: morning, at: "2011-12-29T10:00:00Z", in: Zones.apia) == "2012-01-06 09:00:00")
        let sunday = ScheduleGate(weekdays: [.sunday])
        #expect(opening(of: sunday, at: "2001-10-28T03:45:00Z", in: Zones.backOverMidnight) == nil)
        let saturday = ScheduleGate(weekdays: [.saturday])
        #expect(opening(of: saturday, at: "2001-10-28T03:45:00Z", in: Zones.backOverMidnight) == "2001-11-03 00:00:00")
    }

    @Test func `R-DATA-05 R-TRIG-11 Opens for nobody where the workdays are not known, and says so`() throws {
        let clock = try #require(LocalClock(at: utc("2026-10-09T10:00:00Z"), in: Shop.utc))
        guard case .unknown(let reason) = Self.workdayMorning.outcome(at: clock, workCalendar: nil) else {
            Issue.record("it is unknown")
            return
        }
        #expect(reason.text(in: .english, from: .policy) == "Work calendar: not known")
        #expect(Self.weekend.outcome(at: clock, workCalendar: nil) != .open)
        #expect(opening(of: Self.weekend, at: "2026-10-10T10:00:00Z", on: nil) == nil)
    }

    @Test func `R-TRIG-11 Says when it opens in words`() throws {
        let book = Phrasebook(CalendarReason.self)
        let clock = try #require(LocalClock(at: utc("2026-10-09T13:00:00Z"), in: Shop.utc))
        guard case .closed(let reason, _) = Self.workdayMorning.outcome(at: clock, workCalendar: Self.work) else {
            Issue.record("it is closed")
            return
        }
        #expect(
            reason.text(in: .english, from: book) == "only on workdays from 09:00:00 until 12:00:00, next on 2026-10-10"
        )
        #expect(reason.text(in: .chinese, from: book) == "仅限工作日，09:00:00起，12:00:00前，下次为2026-10-10")
    }

    @Test func `R-TRIG-11 Opens exactly when a look at every quarter of an hour says so`() {
        let gates = [
            Self.workdayMorning, Self.weekend, ScheduleGate(workdays: false, from: TimeOfDay("22:15:00")),
            ScheduleGate(weekdays: [.sunday], from: TimeOfDay("01:30:00"), until: TimeOfDay("03:30:00")),
        ]
        for gate in gates {
            var lastEarliest: Timestamp?
            for step in 0..<(4 * 24 * 20) {
                let now = Timestamp(milliseconds: utc("2025-10-28T00:00:00Z").milliseconds + Int64(step) * 900_000)
                let clock = LocalClock(at: now, in: Zones.newYork)!
                switch gate.outcome(at: clock, workCalendar: .mondayThroughFriday) {
                case .open:
                    if let lastEarliest { #expect(now == lastEarliest) }
                    lastEarliest = nil
                case .closed(_, let earliest):
                    #expect(lastEarliest == nil || earliest?.instant == lastEarliest)
                    #expect(earliest.map { $0.instant > now } == true)
                    lastEarliest = earliest?.instant
                case .unknown: Issue.record("everything is known")
                }
            }
        }
    }

    // Stored in policies for ever.
    @Test func `R-TRIG-11 Has a wire format`() throws {
        let cases = [
            (#"{"from":"09:00:00","until":"12:00:00","workdays":true}"#, Self.workdayMorning),
            (#"{"weekdays":["saturday","sunday"]}"#, Self.weekend),
            (#"{"workdays":false}"#, ScheduleGate(workdays: false)),
        ]
        for (text, gate) in cases {
            #expect(try Wire.read(ScheduleGate.self, from: text) == gate)
            #expect(Wire.text(of: gate) == text)
        }
        #expect(throws: (any Error).self) { try Wire.read(ScheduleGate.self, from: #"{"weekdays":[]}"#) }
        #expect(throws: (any Error).self) { try Wire.read(ScheduleGate.self, from: #"{"weekday":["monday"]}"#) }
    }

    @Test func `R-TRIG-11 Names what makes no sense`() {
        let (noon, evening) = (TimeOfDay("12:00:00")!, TimeOfDay("18:00:00")!)
        let cases: [(ScheduleGate, String?)] = [
            (ScheduleGate(), "/: the schedule leaves out no day and no time"),
            (ScheduleGate(weekdays: Set(Weekday.allCases)), "/: the schedule leaves out no day and no time"),
            (ScheduleGate(from: evening, until: noon), "/until: no time lies from `18:00:00` until `12:00:00`"),
            (ScheduleGate(from: noon, until: noon), "/until: no time lies from `12:00:00` until `12:00:00`"),
            (ScheduleGate(until: .midnight), "/until: no time lies from `00:00:00` until `00:00:00`"),
            (Self.workdayMorning, nil), (Self.weekend, nil), (ScheduleGate(from: noon, until: evening), nil),
        ]
        for (gate, fault) in cases {
            let found = gate.faults.map { "\($0.path.isEmpty ? "/" : $0.path): \($0.problem)" }
            #expect(found == [fault].compactMap(\.self))
        }
    }

    @Test func `R-POL-11 Reads differently for gates that open at different times`() {
        let times = [nil, TimeOfDay("09:00:00"), TimeOfDay("18:00:00")]
        var gates: [ScheduleGate] = []
        for days in [[], [.monday], [.tuesday], [.saturday, .sunday], [.monday, .tuesday]] as [Set<Weekday>] {
            for workdays in [nil, true, false] {
                for from in times {
                    gates += times.map { ScheduleGate(weekdays: days, workdays: workdays, from: from, until: $0) }
                }
            }
        }
        expectDistinct(gates, \.sentence)
        #expect(Self.workdayMorning.sentence.english == "on workdays from 09:00:00 until 12:00:00")
        #expect(Self.weekend.sentence == LocalizedText(english: "on Saturday, Sunday", chinese: "周六、周日"))
    }
}
