import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Testing

@Suite struct `A welcome trigger` {
    private static let registered = at("2026-03-06 21:40:00")

    private func desk(_ activities: [Activity] = [Did.act(.registration, registered)]) -> ActivityDesk {
        ActivityDesk(.welcome(WelcomeTrigger()), activities: activities)
    }

    @Test func `R-TRIG-01 S01 Is due until a second before the deadline and refused at it`() {
        let lin = desk()
        #expect(WelcomeTrigger().deadline(registeredAt: Self.registered) == at("2026-03-07 21:40:00"))
        #expect(lin.decision(at: at("2026-03-06 22:05:00")).term() == "welcome")
        let last = lin.decision(at: at("2026-03-07 21:39:59"))
        #expect(
            last.words() == "registered at 2026-03-06 21:40:00, 24 hours until 2026-03-07 21:40:00"
        )
        #expect(last.gives())
        let late = lin.decision(at: at("2026-03-07 21:40:00"))
        #expect(!late.gives() && late.earliest() == nil)
        #expect(
            late.words() == "deadline 2026-03-07 21:40:00 passed, 24 hours after the registration: 0 seconds too late"
        )
        #expect(late.words(in: .chinese) == "注册后24小时的截止时间2026-03-07 21:40:00已过，迟0秒")
    }

    @Test func `R-TRIG-01 S01 Is not due again after the pack was given, and knows no first order`() {
        var lin = desk()
        lin.grants = [lin.grant("welcome", at: at("2026-03-07 08:00:00"))]
        lin.activities.append(Did.order("o-1", "50.00 EUR", at("2026-03-07 10:15:00")))
        let again = lin.decision(at: at("2026-03-07 10:15:00"))
        #expect(again.words() == "given before, on 2026-03-07")
    }

    @Test func `R-TRIG-01 A14 Counts 24 elapsed hours, also where clocks are put forward`() {
        let newYork = Zones.newYork
        let registered = at("2025-03-08 20:00:00", in: newYork)
        #expect(registered == utc("2025-03-09T01:00:00Z"))
        var desk = desk([Did.act(.registration, registered)])
        desk.zone = newYork
        #expect(WelcomeTrigger().deadline(registeredAt: registered) == at("2025-03-09 21:00:00", in: newYork))
        #expect(desk.decision(at: utc("2025-03-10T00:59:59Z")).gives())
        #expect(!desk.decision(at: utc("2025-03-10T01:00:00Z")).gives())
        #expect(desk.decision(at: utc("2025-03-10T01:00:00Z")).words().contains("deadline 2025-03-09 21:00:00 passed"))
    }

    @Test func `R-TRIG-01 A15 Says by how much a registration arrived late`() {
        var desk = desk([Did.act(.registration, utc("2026-01-01T00:00:00Z"))])
        desk.zone = Shop.utc
        let late = desk.decision(at: utc("2026-01-02T00:00:01Z"))
        #expect(!late.gives())
        #expect(
            late.words() == "deadline 2026-01-02 00:00:00 passed, 24 hours after the registration: 1 second too late"
        )
    }

    @Test func `R-TRIG-01 C57 Makes of one event that comes twice one welcome`() throws {
        let once = desk()
        let twice = desk([Did.act(.registration, Self.registered), Did.act(.registration, Self.registered)])
        let now = at("2026-03-06 22:05:00")
        #expect(twice.decision(at: now) == once.decision(at: now))
        // A new version of the policy knows the occasion by the same name.
        var given = twice
        given.grants = [given.grant("welcome", at: now)]
        let policy = Shop.policy { document in
            document = given.policy.document
            document.version = 2
            document.rules = document.rules.map { rule in
                Rule(
                    id: "another-name",
                    name: rule.name,
                    occasion: rule.occasion,
                    goal: rule.goal,
                    priority: rule.priority,
                    on: .welcome(WelcomeTrigger(withinHours: 48)),
                    when: rule.condition,
                    giving: rule.selection
                )
            }
        }
        #expect(given.decision(at: now, under: policy).words(of: "another-name") == "given before, on 2026-03-06")
    }

    @Test func `R-TRIG-01 C58 Does not mind that the purchase arrives before the registration`() {
        let activities = [
            Did.order("o-1", "20.00 EUR", at("2026-03-06 10:00:00")),
            Did.act(.registration, at("2026-03-06 09:50:00")),
        ]
        let now = at("2026-03-06 10:05:00")
        let decisions = [activities, activities.reversed()].map { desk($0).decision(at: now) }
        #expect(decisions[0] == decisions[1])
        #expect(decisions[0].words() == "registered at 2026-03-06 09:50:00, 24 hours until 2026-03-07 09:50:00")
    }

    @Test func `R-TRIG-01 Knows no registration for an event, and of several the first alone`() {
        let event = Did.act(.registration, "launch", Self.registered)
        let missing = desk([event]).decision(at: at("2026-03-06 22:05:00"))
        #expect(missing.words() == "Time of registration: not known")
        #expect(
            !desk([event, Did.act(.registration, at("2026-03-01 10:00:00"))])
                .decision(at: at("2026-03-06 22:05:00")).gives()
        )
        // What has not happened yet is not known.
        #expect(desk().decision(at: at("2026-03-06 21:39:59")).words() == "Time of registration: not known")
    }

    @Test func `R-TRIG-01 Welcomes whoever registers twice by the first time alone`() {
        let desk = desk([
            Did.act(.registration, Self.registered), Did.act(.registration, at("2026-03-06 09:00:00")),
        ])
        let first = "registered at 2026-03-06 09:00:00, 24 hours until 2026-03-07 09:00:00"
        #expect(desk.decision(at: at("2026-03-07 08:59:59")).words() == first)
        #expect(!desk.decision(at: at("2026-03-07 09:00:00")).gives())
    }

    @Test(arguments: [
        ("2026-03-05", "registered on 2026-03-05, longer than 24 hours ago", "2026-03-07 00:00:00"),
        ("2026-03-05", "Time of registration: not known", "2026-03-06 23:59:59"),
        ("2026-03-06", "registered at 2026-03-06 21:40:00, 24 hours until 2026-03-07 21:40:00", "2026-03-07 00:00:00"),
        ("2026-03-07", "registered at 2026-03-06 21:40:00, 24 hours until 2026-03-07 21:40:00", "2026-03-07 00:00:00"),
    ])
    func `R-TRIG-01 Holds the day of the record against the time of the activity`(
        recorded: String,
        says: String,
        now: String
    ) {
        var desk = desk()
        desk.record.registeredOn = day(recorded)
        #expect(desk.decision(at: at(now)).words() == says)
        desk.activities = []
        #expect(!desk.decision(at: at(now)).gives())
    }

    @Test(arguments: [1, 23, 24, 25, 8784] as [Int64])
    func `R-TRIG-01 Is due for its hours and not a millisecond longer`(hours: Int64) {
        var desk = desk()
        desk.triggers = [.welcome(WelcomeTrigger(withinHours: hours))]
        let end = Self.registered.later(hours * Timestamp.hour)
        #expect(!desk.decision(at: Self.registered.later(-1)).gives())
        #expect(desk.decision(at: Self.registered).gives())
        #expect(desk.decision(at: end.later(-1)).gives())
        #expect(!desk.decision(at: end).gives())
    }
}
