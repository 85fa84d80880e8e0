import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Testing

private func hours(_ from: String, _ until: String) -> QuietHours {
    QuietHours(from: TimeOfDay(from + ":00")!, until: TimeOfDay(until + ":00")!)!
}

private let night = QuietTimes(hours("22:00", "08:00"))

@Suite struct `Quiet times` {
    struct Case: CustomTestStringConvertible {
        let id: String
        let due: String
        let zone: ZoneTable
        let dispatch: String
        var testDescription: String { id }
    }

    @Test(arguments: [
        Case(id: "A23", due: "2026-01-10T15:30:00Z", zone: Clocks.shanghai, dispatch: "2026-01-11T00:00:00Z"),
        Case(id: "A24", due: "2025-03-09T04:30:00Z", zone: Clocks.newYork, dispatch: "2025-03-09T12:00:00Z"),
        Case(id: "A26", due: "2026-01-10T14:00:00Z", zone: Clocks.shanghai, dispatch: "2026-01-11T00:00:00Z"),
        Case(id: "A27", due: "2026-01-11T00:00:00Z", zone: Clocks.shanghai, dispatch: "2026-01-11T00:00:00Z"),
        Case(id: "before", due: "2026-01-10T13:59:59Z", zone: Clocks.shanghai, dispatch: "2026-01-10T13:59:59Z"),
        Case(id: "end", due: "2026-01-10T23:59:59Z", zone: Clocks.shanghai, dispatch: "2026-01-11T00:00:00Z"),
    ])
    func `R-POL-04 A23 A24 A26 A27 Put off what is due by the customer's clock`(test: Case) {
        let clock = Clocks.clock(test.due, in: test.zone)
        let quiet = CustomerQuiet(night, wish: nil, for: clock, policyZone: nil)
        #expect(quiet.firstOpenInstant(onOrAfter: clock.now.instant) == Clocks.instant(test.dispatch))
    }

    @Test func `R-POL-04 S01 Put the welcome off to the morning, before its deadline`() {
        // Lin registered at 21:40 and is decided about at 22:05, in Shanghai.
        let clock = Clocks.clock("2026-03-06T14:05:00Z")
        let quiet = CustomerQuiet(night, wish: nil, for: clock, policyZone: nil)
        let deadline = Clocks.instant("2026-03-07T13:40:00Z")
        guard case .at(let moment, let reason) = quiet.dispatch(dueAt: clock.now.instant, until: deadline) else {
            Issue.record("refused")
            return
        }
        #expect(moment == Moment(Clocks.instant("2026-03-07T00:00:00Z"), on: day("2026-03-07")))
        #expect(
            reason?.text(in: .english, from: .policy) == "due at 2026-03-06 22:05:00, quiet until 2026-03-07 08:00:00"
        )
        #expect(reason?.text(in: .chinese, from: .policy) == "应于2026-03-06 22:05:00发出，免打扰至2026-03-07 08:00:00")
        let late = Clocks.instant("2026-03-07T13:39:59Z")
        #expect(quiet.dispatch(dueAt: late, until: deadline) == .at(clock.moment(at: late)!, because: nil))
        guard case .never(let passed) = quiet.dispatch(dueAt: deadline, until: deadline) else {
            Issue.record("not refused")
            return
        }
        #expect(
            passed.text(in: .english, from: .policy)
                == "due at 2026-03-07 21:40:00, the deadline 2026-03-07 21:40:00 has passed"
        )
    }

    @Test func `R-POL-04 Refuse what is valid during the night only`() {
        let clock = Clocks.clock("2026-03-06T14:05:00Z")
        let quiet = CustomerQuiet(night, wish: nil, for: clock, policyZone: nil)
        for (deadline, isRefused) in [("2026-03-07T00:00:00Z", true), ("2026-03-07T00:00:01Z", false)] {
            let time = quiet.dispatch(dueAt: clock.now.instant, until: Clocks.instant(deadline))
            guard case .never(let reason) = time else {
                #expect(!isRefused)
                continue
            }
            #expect(isRefused)
            #expect(
                reason.text(in: .english, from: .policy)
                    == "due at 2026-03-06 22:05:00, quiet until 2026-03-07 08:00:00, which is not before the deadline "
                    + "2026-03-07 08:00:00"
            )
        }
    }

    struct Wish: CustomTestStringConvertible {
        let policy: QuietTimes?
        let wish: QuietHours?
        let due: String
        let open: String?
        var testDescription: String { "\(due) to \(open ?? "never")" }
    }

    @Test(arguments: [
        Wish(policy: nil, wish: nil, due: "2026-03-06T15:00:00Z", open: "2026-03-06T15:00:00Z"),
        Wish(policy: nil, wish: hours("20:00", "10:00"), due: "2026-03-06T15:00:00Z", open: "2026-03-07T02:00:00Z"),
        Wish(policy: night, wish: hours("20:00", "10:00"), due: "2026-03-06T15:00:00Z", open: "2026-03-07T02:00:00Z"),
        Wish(policy: night, wish: hours("20:00", "06:00"), due: "2026-03-06T15:00:00Z", open: "2026-03-07T00:00:00Z"),
        Wish(policy: night, wish: hours("07:00", "09:30"), due: "2026-03-06T15:00:00Z", open: "2026-03-07T01:30:00Z"),
        Wish(policy: night, wish: hours("12:00", "14:00"), due: "2026-03-06T15:00:00Z", open: "2026-03-07T00:00:00Z"),
        Wish(policy: night, wish: hours("08:00", "22:00"), due: "2026-03-06T15:00:00Z", open: nil),
        Wish(policy: night, wish: hours("08:00", "21:59"), due: "2026-03-06T15:00:00Z", open: "2026-03-07T13:59:00Z"),
        // 22:00 to 08:00 in New York is 11:00 to 21:00 in Shanghai in winter.
        Wish(
            policy: QuietTimes(hours("22:00", "08:00"), by: .policy),
            wish: nil,
            due: "2026-03-06T15:00:00Z",
            open: "2026-03-06T15:00:00Z"
        ),
        Wish(
            policy: QuietTimes(hours("22:00", "08:00"), by: .policy),
            wish: hours("21:00", "07:00"),
            due: "2026-03-06T12:00:00Z",
            open: "2026-03-06T23:00:00Z"
        ),
    ])
    func `R-POL-04 Open when neither the policy nor the customer wants quiet`(test: Wish) {
        let clock = Clocks.clock(test.due)
        let quiet = CustomerQuiet(test.policy, wish: test.wish, for: clock, policyZone: Clocks.newYork)
        #expect(quiet.firstOpenInstant(onOrAfter: clock.now.instant) == test.open.map(Clocks.instant))
        if test.open == nil {
            guard case .never(let reason) = quiet.dispatch(dueAt: clock.now.instant, until: nil) else {
                Issue.record("not refused")
                return
            }
            #expect(reason.text(in: .english, from: .policy) == "due at 2026-03-06 23:00:00, quiet at every hour")
        }
    }

    @Test func `R-POL-04 Run by the customer's clock where the policy has no zone`() {
        let clock = Clocks.clock("2026-01-10T15:30:00Z")
        let quiet = CustomerQuiet(QuietTimes(night.hours, by: .policy), wish: nil, for: clock, policyZone: nil)
        #expect(quiet.firstOpenInstant(onOrAfter: clock.now.instant) == Clocks.instant("2026-01-11T00:00:00Z"))
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `R-POL-04 Open at the first minute at which no clock asks for quiet`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func anyHours() -> QuietHours {
            let from = Int.random(in: 0..<48, using: &random)
            let until = (from + .random(in: 1..<24, using: &random)) % 48
            return QuietHours(
                from: TimeOfDay(secondsAfterMidnight: from * 1800)!,
                until: TimeOfDay(secondsAfterMidnight: until * 1800)!
            )!
        }
        let (own, wish) = (anyHours(), anyHours())
        let due = Clocks.instant("2026-05-01T00:00:00Z")
            .adding(milliseconds: .random(in: 0..<1440, using: &random) * 60_000)
        let clock = LocalClock(at: due, in: Clocks.shanghai)!
        let quiet = CustomerQuiet(QuietTimes(own, by: .policy), wish: wish, for: clock, policyZone: Clocks.newYork)
        // No clock is changed in these days, so a day shows whether there is an open minute at all.
        let open = (0..<Int64(2880)).map { due.adding(milliseconds: $0 * 60_000) }
            .first {
                !own.contains(Clocks.newYork.time(of: $0)!) && !wish.contains(Clocks.shanghai.time(of: $0)!)
            }
        #expect(quiet.firstOpenInstant(onOrAfter: due) == open)
    }

    @Test func `R-POL-10 Have a wire format that never changes`() throws {
        let stored = #"{"from":"22:00:00","until":"08:00:00"}"#
        #expect(Wire.text(of: night) == stored)
        #expect(try Wire.read(QuietTimes.self, from: stored) == night)
        let policy = QuietTimes(night.hours, by: .policy)
        #expect(Wire.text(of: policy) == #"{"clock":"policy","from":"22:00:00","until":"08:00:00"}"#)
        #expect(try Wire.read(QuietTimes.self, from: Wire.text(of: policy)) == policy)
        for wrong in [
            #"{"from":"22:00:00","until":"22:00:00"}"#, #"{"from":"22:00:00"}"#,
            #"{"from":"22:00","until":"08:00:00"}"#,
            #"{"clock":"shop","from":"22:00:00","until":"08:00:00"}"#,
        ] {
            #expect(throws: DecodingError.self) { try Wire.read(QuietTimes.self, from: wrong) }
        }
    }

    @Test func `R-POL-10 Never read like others`() {
        let all = [hours("22:00", "08:00"), hours("08:00", "22:00"), hours("22:00", "08:01")]
            .flatMap { hours in QuietTimes.Clock.allCases.map { QuietTimes(hours, by: $0) } }
        for language in [Language.english, .chinese] {
            #expect(Set(all.map { $0.sentence[language] }).count == all.count)
        }
        #expect(night.sentence[.english] == "Nothing leaves from 22:00:00 until 08:00:00 where the customer lives.")
        #expect(night.sentence[.chinese] == "客户当地22:00:00至08:00:00免打扰。")
    }
}
