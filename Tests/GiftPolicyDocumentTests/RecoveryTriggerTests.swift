import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Testing

@Suite struct `A recovery trigger` {
    private func desk(_ steps: [ComplaintStep], _ trigger: RecoveryTrigger = RecoveryTrigger()) -> ActivityDesk {
        var desk = ActivityDesk(.recovery(trigger), activities: steps.map(Activity.complaintStep))
        desk.zone = Shop.utc
        desk.occasion = .recovery
        return desk
    }

    private static let resolved = utc("2026-06-01T09:00:00Z")
    private static let first = [
        Did.step("c1", .opened, utc("2026-05-30T09:00:00Z")), Did.step("c1", .resolved, resolved),
    ]

    @Test func `R-TRIG-09 C53 Is due three days after the resolution, to the millisecond`() {
        let desk = desk(Self.first)
        let waiting = desk.decision(at: utc("2026-06-04T08:59:59Z"))
        #expect(waiting.earliest()?.instant == utc("2026-06-04T09:00:00Z"))
        #expect(
            waiting.words()
                == "c1 settled at 2026-06-01 09:00:00, waiting time 3 days, due at 2026-06-04 09:00:00: 1 second to go"
        )
        #expect(!desk.decision(at: utc("2026-06-04T09:00:00Z").later(-1)).gives())
        let due = desk.decision(at: utc("2026-06-04T09:00:00Z"))
        #expect(due.term() == "complaint/c1")
        #expect(due.words() == "c1 settled at 2026-06-01 09:00:00, waiting time 3 days over")
    }

    @Test func `R-TRIG-09 C54 Waits anew after reopening, and gives once for each complaint`() {
        let steps =
            Self.first + [
                Did.step("c1", .reopened, utc("2026-06-03T09:00:00Z")),
                Did.step("c1", .resolved, utc("2026-06-03T21:00:00Z")),
            ]
        let early = desk(steps).decision(at: utc("2026-06-04T09:00:00Z"))
        #expect(early.earliest()?.instant == utc("2026-06-06T21:00:00Z"))
        #expect(
            desk(steps).decision(at: utc("2026-06-03T12:00:00Z")).words()
                == "complaint c1 of 2026-05-30 09:00:00 is not settled: Reopened"
        )
        var given = desk(steps)
        #expect(given.decision(at: utc("2026-06-06T21:00:00Z")).term() == "complaint/c1")
        given.grants = [given.grant("complaint/c1", at: utc("2026-06-04T09:00:00Z"))]
        #expect(
            given.decision(at: utc("2026-06-06T21:00:00Z")).words()
                == "a gift for all complaints was planned at 2026-06-04 09:00:00"
        )
        // What was called off covers nothing.
        given.grants = [given.grant("complaint/c1", at: utc("2026-06-04T09:00:00Z"), then: [.cancelled])]
        #expect(given.decision(at: utc("2026-06-06T21:00:00Z")).gives())
    }

    @Test func `R-TRIG-09 C56 Waits while another complaint is open, and then gives one gift for both`() {
        let second = [
            Did.step("c2", .opened, utc("2026-06-02T09:00:00Z")),
            Did.step("c2", .resolved, utc("2026-06-05T09:00:00Z")),
        ]
        let both = desk(Self.first + second)
        let blocked = both.decision(at: utc("2026-06-04T09:00:00Z"))
        #expect(blocked.words() == "complaint c2 of 2026-06-02 09:00:00 is not settled: Opened")
        #expect(blocked.earliest() == nil)
        #expect(both.decision(at: utc("2026-06-06T09:00:00Z")).earliest()?.instant == utc("2026-06-08T09:00:00Z"))
        let due = both.decision(at: utc("2026-06-08T09:00:00Z"))
        #expect(due.term() == "complaint/c1")
        #expect(due.words() == "c1, c2 settled at 2026-06-05 09:00:00, waiting time 3 days over")
        var given = both
        given.grants = [given.grant("complaint/c1", at: utc("2026-06-08T09:00:00Z"))]
        #expect(!given.decision(at: utc("2026-06-08T09:00:00Z")).gives())
        // A complaint that comes after the gift has one of its own.
        given.activities += [
            .complaintStep(Did.step("c3", .opened, utc("2026-06-09T09:00:00Z"))),
            .complaintStep(Did.step("c3", .resolved, utc("2026-06-10T09:00:00Z"))),
        ]
        #expect(given.decision(at: utc("2026-06-13T09:00:00Z")).term() == "complaint/c3")
    }

    @Test func `R-TRIG-09 Gives for the complaint that has no gift yet, although one that has is reopened with it`() {
        let steps = [
            Did.step("c1", .reopened, utc("2026-06-05T09:00:00Z")),
            Did.step("c2", .opened, utc("2026-06-05T10:00:00Z")),
            Did.step("c1", .resolved, utc("2026-06-06T09:00:00Z")),
            Did.step("c2", .resolved, utc("2026-06-06T10:00:00Z")),
        ]
        var both = desk(Self.first + steps)
        both.grants = [both.grant("complaint/c1", at: utc("2026-06-04T09:00:00Z"))]
        #expect(!both.decision(at: utc("2026-06-09T10:00:00Z").later(-1)).gives())
        #expect(both.decision(at: utc("2026-06-09T10:00:00Z")).term() == "complaint/c2")
    }

    @Test func `R-TRIG-09 S06 Restarts for Tao, who complains, is content, and complains again`() {
        let steps = [
            Did.step("t", .opened, at("2026-06-01 10:00:00"), grade: .complex),
            Did.step("t", .answered, at("2026-06-01 11:40:00")),
            Did.step("t", .solutionOffered, at("2026-06-02 09:00:00")),
            Did.step("t", .resolved, at("2026-06-02 11:00:00")),
            Did.step("t", .reopened, at("2026-06-03 21:00:00")), Did.step("t", .resolved, at("2026-06-04 15:00:00")),
        ]
        var tao = desk(steps)
        tao.zone = Zones.shanghai
        #expect(tao.decision(at: at("2026-06-03 08:30:00")).earliest()?.instant == at("2026-06-05 11:00:00"))
        #expect(!tao.decision(at: at("2026-06-05 11:00:00")).gives())
        #expect(tao.decision(at: at("2026-06-05 11:00:00")).earliest()?.instant == at("2026-06-07 15:00:00"))
        #expect(!tao.decision(at: at("2026-06-07 14:59:59")).gives())
        #expect(tao.decision(at: at("2026-06-07 15:00:00")).gives())

        tao.triggers = [.recovery(RecoveryTrigger(counting: .opening))]
        #expect(!tao.decision(at: at("2026-06-04 14:59:59")).gives())
        #expect(tao.decision(at: at("2026-06-04 15:00:00")).gives())
    }

    @Test func `R-TRIG-09 Counts from the opening where that says so, and never before the resolution`() {
        let quick = desk(Self.first, RecoveryTrigger(counting: .opening))
        #expect(!quick.decision(at: utc("2026-06-02T08:59:59Z")).gives())
        #expect(quick.decision(at: utc("2026-06-02T09:00:00Z")).gives())
        let late = ComplaintReport(
            on: [
                Did.step("t", .opened, Self.resolved.later(-9 * Timestamp.day)),
                Did.step("t", .resolved, Self.resolved),
            ]
        )
        #expect(RecoveryTrigger(counting: .opening).due(for: late.complaints[0]) == Self.resolved)
        #expect(RecoveryTrigger().due(for: late.complaints[0]) == Self.resolved.later(3 * Timestamp.day))
        #expect(RecoveryTrigger().due(for: ComplaintReport(on: [Self.first[0]]).complaints[0]) == nil)
        let none = desk(Self.first, RecoveryTrigger(afterHours: 0))
        #expect(!none.decision(at: Self.resolved.later(-1)).gives())
        #expect(none.decision(at: Self.resolved).gives())
    }

    @Test func `R-TRIG-09 Forgets what was settled too long ago`() {
        let desk = desk(Self.first, RecoveryTrigger(openDays: 5))
        #expect(desk.decision(at: utc("2026-06-09T09:00:00Z").later(-1)).gives())
        let over = desk.decision(at: utc("2026-06-09T09:00:00Z"))
        #expect(over.words() == "every complaint was settled longer than 5 days ago")
        #expect(self.desk([]).decision(at: Self.resolved).words() == "no complaint is known")
        // A follow-up changes nothing.
        let followed = self.desk(Self.first + [Did.step("c1", .followedUp, utc("2026-06-03T09:00:00Z"))])
        #expect(followed.decision(at: utc("2026-06-04T09:00:00Z")).gives())
    }
}
