import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Testing

@Suite struct `A periodic trigger` {
    private func desk(_ triggers: PeriodicTrigger...) -> CalendarDesk {
        var desk = CalendarDesk()
        desk.triggers = triggers.map(Trigger.periodic)
        desk.orders = [("2025-01-31", 1_00)]
        return desk
    }

    /// The first days of the periods that follow `instant`.
    private func starts(
        of trigger: PeriodicTrigger,
        _ count: Int,
        since event: CalendarDate? = nil,
        after instant: Timestamp,
        shortMonth: ShortMonthRule = .lastDay
    ) -> [OccasionWindow] {
        var instant = instant
        return (0..<count)
            .compactMap { _ in
                let window = trigger.window(
                    since: event,
                    endingAfter: instant,
                    in: FixedZone.utc,
                    shortMonth: shortMonth
                )
                instant = window?.instants.upperBound ?? instant
                return window
            }
    }

    @Test func `A20 R-TRIG-06 Comes monthly on the 31st without drifting`() {
        let monthly = PeriodicTrigger(.every("P1M", from: .day(day("2025-01-31"))))
        let found = starts(of: monthly, 14, after: utc("2025-01-01T00:00:00Z"))
        #expect(
            found.map(\.day.description) == [
                "2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31", "2025-06-30", "2025-07-31",
                "2025-08-31", "2025-09-30", "2025-10-31", "2025-11-30", "2025-12-31", "2026-01-31", "2026-02-28",
            ]
        )
        #expect(found.map(\.term.text) == (0..<14).map { "P1M/2025-01-31/\($0)" })
    }

    @Test func `A21 R-TRIG-06 Comes quarterly from 30 November`() {
        let quarterly = PeriodicTrigger(.every("P3M", from: .day(day("2025-11-30"))))
        #expect(
            starts(of: quarterly, 6, after: utc("2025-01-01T00:00:00Z")).map(\.day.description) == [
                "2025-11-30", "2026-02-28", "2026-05-30", "2026-08-30", "2026-11-30", "2027-02-28",
            ]
        )
    }

    @Test(arguments: [
        (ShortMonthRule.firstOfNext, ["2025-01-31", "2025-03-01", "2025-03-31", "2025-05-01"]),
        (.skip, ["2025-01-31", "2025-03-31", "2025-05-31", "2025-07-31"]),
    ])
    func `A20 R-TRIG-06 Treats a short month by the policy's rule`(rule: ShortMonthRule, dates: [String]) {
        let monthly = PeriodicTrigger(.every("P1M", from: .day(day("2025-01-31"))))
        let found = starts(of: monthly, 4, after: utc("2025-01-01T00:00:00Z"), shortMonth: rule)
        #expect(found.map(\.day.description) == dates)
        for (one, next) in zip(found, found.dropFirst()) {
            #expect(one.instants.upperBound == next.instants.lowerBound)
        }
    }

    @Test(arguments: [
        (PeriodicTrigger.Cycle.calendarMonth, "2026-02-15", "2026-02", "2026-02-01", "2026-02-28"),
        (.calendarQuarter, "2026-03-31", "2026-Q1", "2026-01-01", "2026-03-31"),
        (.calendarQuarter, "2026-04-01", "2026-Q2", "2026-04-01", "2026-06-30"),
        (.calendarQuarter, "2026-12-31", "2026-Q4", "2026-10-01", "2026-12-31"),
        (.calendarYear, "2026-07-01", "2026", "2026-01-01", "2026-12-31"),
    ])
    func `R-TRIG-06 Comes in every period of the calendar, and stays open until the next`(
        cycle: PeriodicTrigger.Cycle,
        today: String,
        term: String,
        first: String,
        last: String
    ) {
        let decision = desk(PeriodicTrigger(cycle)).decision(on: today)
        #expect(decision.term() == term)
        #expect(decision.reason() == "period \(term) began on \(first), open through \(last)")
    }

    @Test func `R-TRIG-06 Closes after the days for which it is open, and tells the next`() {
        let customer = desk(PeriodicTrigger(.calendarQuarter, openDays: 14))
        #expect(customer.decision(on: "2026-01-14").term() == "2026-Q1")
        let closed = customer.decision(on: "2026-01-15")
        #expect(closed.earliest() == Moment(utc("2026-04-01T00:00:00Z"), on: day("2026-04-01")))
        #expect(closed.reason() == "period 2026-Q2 begins on 2026-04-01: 76 days to go")
        #expect(closed.reason(in: .chinese) == "周期2026-Q2始于2026-04-01，还差76天")
        // No longer than until the next one, however long that is.
        #expect(desk(PeriodicTrigger(.calendarMonth, openDays: 45)).decision(on: "2026-02-01").term() == "2026-02")
    }

    @Test func `R-TRIG-06 Counts from the customer's own day, one period after it`() {
        let customer = desk(
            PeriodicTrigger(.every("P3M", from: .event(.firstPurchase)), openDays: 7),
            PeriodicTrigger(.every("P100D", from: .event(.registration)))
        )
        #expect(customer.decision(on: "2025-01-31").earliest(of: "r-0")?.day == day("2025-04-30"))
        #expect(customer.decision(on: "2025-05-06").term(of: "r-0") == "P3M/firstPurchase/1")
        #expect(customer.decision(on: "2025-05-07").earliest(of: "r-0")?.day == day("2025-07-31"))
        #expect(customer.decision(on: "2025-05-07").reason(of: "r-1") == "Day of registration: not known")
        var prospect = customer
        prospect.orders = []
        prospect.record.registeredOn = day("2025-01-01")
        let decision = prospect.decision(on: "2025-07-20")
        #expect(decision.reason(of: "r-0") == "nothing was bought yet")
        #expect(decision.term(of: "r-1") == "P100D/registration/2")
    }

    @Test func `R-TRIG-06 Is never open before its first day`() {
        let customer = desk(PeriodicTrigger(.every("P14D", from: .day(day("2030-01-01")))))
        #expect(customer.decision(on: "2026-01-01").earliest()?.day == day("2030-01-01"))
    }

    @Test func `R-TRIG-06 Waits for a leap day over sixteen periods, where the rule leaves the others out`() {
        let trigger = PeriodicTrigger(.every("P1Y", from: .day(day("2096-02-29"))), openDays: 1)
        let found = starts(of: trigger, 2, after: utc("2096-03-01T00:00:00Z"), shortMonth: .skip)
        #expect(found.map(\.day.description) == ["2104-02-29", "2108-02-29"])
        #expect(found.map(\.term.text) == ["P1Y/2096-02-29/8", "P1Y/2096-02-29/12"])
    }

    @Test func `R-TRIG-06 Stays open over all the years that the rule leaves out`() {
        let trigger = PeriodicTrigger(.every("P1Y", from: .day(day("2096-02-29"))))
        for date in ["2096-02-29", "2097-02-28", "2103-12-31", "2104-02-28"] {
            let noon = utc("\(date)T12:00:00Z")
            let window = trigger.window(endingAfter: noon, in: FixedZone.utc, shortMonth: .skip)
            #expect(window?.days == day("2096-02-29")...day("2104-02-28"))
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-TRIG-06 Opens in the same days as counting all periods from the first finds`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let start = day("2000-01-01").adding(days: Int.random(in: 0...1500, using: &random))!
        let rule = ShortMonthRule.allCases.randomElement(using: &random)!
        let months = Bool.random(using: &random) ? Int.random(in: 1...30, using: &random) : 0
        let days = months == 0 ? Int.random(in: 1...400, using: &random) : [0, 0, 10].randomElement(using: &random)!
        let period = Period(months: months, days: days)!
        let openDays = Bool.random(using: &random) ? Int64.random(in: 1...60, using: &random) : nil
        let today = start.adding(days: Int.random(in: -10...20_000, using: &random))!

        let trigger = PeriodicTrigger(.every(period, from: .day(start)), openDays: openDays)
        let noon = Timestamp(today, at: TimeOfDay("12:00:00")!, in: .utc)
        let window = trigger.window(endingAfter: noon, in: FixedZone.utc, shortMonth: rule)

        var steps: [(number: Int, day: CalendarDate)] = []
        for number in 0... {
            if let step = start.adding(period, times: number, shortMonth: rule) { steps.append((number, step)) }
            if let last = steps.last, last.day > today, steps.count > 1 { break }
        }
        let ends = steps.dropFirst().map { $0.day.adding(days: -1)! }
        let expected = zip(steps, ends)
            .map { step, end in
                (step, last: min(end, openDays.map { step.day.adding(days: Int($0) - 1)! } ?? end))
            }
            .first { $0.last >= today }
        if let expected {
            #expect(window?.term.text == "\(period)/\(start)/\(expected.0.number)")
            #expect(window?.days == expected.0.day...expected.last)
        } else {
            #expect(window?.days.lowerBound == steps.last?.day)
        }
    }
}
