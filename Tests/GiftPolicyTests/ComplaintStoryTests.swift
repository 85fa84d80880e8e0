import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

/// Story S06: Tao complains four days before his birthday, is content, and is not.
@Suite struct `From a complaint to its gift` {
    /// The policy, whose waiting time counts from the resolution or from the complaint itself.
    private static func policy(counting start: String = "resolution") -> Policy {
        StoryShop.policy(
            rules: """
                { "id": "birthday", "name": { "en": "Birthday", "zh": "生日礼" }, "occasion": "birthday",
                  "goal": "loyalty", "priority": 70, "on": { "birthday": { "days": { "from": -3, "through": 3 } } },
                  "when": { "all": [] }, "gift": { "gifts": ["cup"], "from": "0.00 CNY", "through": "50.00 CNY" } }
                """,
            """
            { "id": "recovery", "name": { "en": "Recovery", "zh": "服务补救礼" }, "occasion": "recovery",
              "goal": "recovery", "priority": 90,
              "on": { "recovery": { "afterHours": 72, "counting": "\(start)", "openDays": 30 } },
              "when": { "all": [] }, "gift": { "gifts": ["tea"], "from": "0.00 CNY", "through": "100.00 CNY" } }
            """,
            """
            { "id": "summer", "name": { "en": "Summer", "zh": "夏季礼" }, "occasion": "specialEvent",
              "goal": "loyalty", "priority": 40,
              "on": { "campaign": { "id": "summer", "title": { "en": "Summer", "zh": "夏季" },
                "from": "2026-06-06", "through": "2026-08-31" } },
              "when": { "all": [] }, "gift": { "gifts": ["fan"], "from": "0.00 CNY", "through": "50.00 CNY" } }
            """,
            guards: [
                StoryShop.consentGuard, #"{ "id": "complaint", "openComplaint": { "exceptRules": ["recovery"] } }"#,
            ],
            caps: """
                { "id": "monthly", "of": "gifts", "atMost": 1, "window": { "rollingDays": 30 }, "exempt": ["recovery"] }
                """,
            also: """
                "complaints": { "answerMinutes": 120, "answerMinutesByChannel": { "weCom": 60 }, "solutionMinutes": 1440,
                  "followUpMinutes": 2880,
                  "handlers": { "simple": "frontLine", "complex": "expertTeam", "grave": "management" } },
                """
        )
    }

    private static let opened = at("2026-06-01 10:00:00")

    private static func tao(_ steps: [ComplaintStep], counting start: String = "resolution") -> StoryShop {
        var shop = StoryShop(
            policy(counting: start),
            giving: [StoryShop.gift("cup", "30.00"), StoryShop.gift("tea", "80.00"), StoryShop.gift("fan", "20.00")]
        )
        shop.record.birthday = .solar("1990-06-05")
        shop.activities = steps.map(Activity.complaintStep)
        return shop
    }

    private static let settled = [
        Did.step("t", .opened, opened, grade: .complex), Did.step("t", .answered, at("2026-06-01 11:40:00")),
        Did.step("t", .solutionOffered, at("2026-06-02 09:00:00")), Did.step("t", .resolved, at("2026-06-02 11:00:00")),
    ]
    private static let reopened = [
        Did.step("t", .reopened, at("2026-06-03 21:00:00")), Did.step("t", .resolved, at("2026-06-04 15:00:00")),
    ]

    /// Tao after the run of 3 June, whose birthday gift left at two in the afternoon.
    private static let given = {
        var shop = tao(settled + reopened)
        shop.give(at: at("2026-06-03 08:30:00"))
        shop.dispatch(at: at("2026-06-03 14:00:00"))
        return shop
    }()

    private func words(_ duties: [ComplaintFinding]) -> [String] {
        duties.map { $0.reason(in: StoryShop.zone).text(in: .english, from: .policy) }
    }

    @Test func `R-POL-08 S06 Is to be answered in two hours, solved in a day and followed up in two, by experts`() {
        let tao = Self.tao([Self.settled[0]])
        #expect(Self.opened == at("2026-06-01 10:00:00") && day("2026-06-01").weekday == .monday)
        #expect(
            tao.decision(at: Self.opened).duties.map(\.dueAt) == [
                at("2026-06-01 12:00:00"), at("2026-06-02 10:00:00"), at("2026-06-03 10:00:00"),
            ]
        )
        let complaint = ComplaintReport(on: [Self.settled[0]]).complaints[0]
        let assignment = tao.policy.document.complaints?.assignment(of: complaint, at: Self.opened)
        #expect(assignment?.handler == .expertTeam)
    }

    @Test func `R-POL-08 S06 Is answered and solved in time, and followed up six hours too late`() {
        let tao = Self.tao(Self.settled)
        let duties = tao.decision(at: at("2026-06-03 16:00:00")).duties
        #expect(
            words(duties) == [
                "answer at 2026-06-01 11:40:00, due at 2026-06-01 12:00:00: in time",
                "solution at 2026-06-02 09:00:00, due at 2026-06-02 10:00:00: in time",
                "follow-up due at 2026-06-03 10:00:00, overdue by 6 hours",
            ]
        )
        #expect(duties.map(\.isOverdue) == [false, false, true])
        #expect(duties[2].lateMilliseconds == 6 * Timestamp.hour)
    }

    @Test func `R-POL-08 R-TRIG-03 S06 Blocks the birthday gift while it is open, and no longer`() {
        var tao = Self.tao(Self.settled)
        let open = tao.decision(at: at("2026-06-02 08:30:00"))
        #expect((open.candidates.isEmpty, open.refusal(of: "birthday")?.kind) == (true, .blocked))
        #expect(open.told("birthday").first == "complaint t open since 2026-06-01, Answered")
        #expect(open.told("birthday", in: .chinese).first == "投诉t自2026-06-01起未结案（已响应）")
        tao.give(at: at("2026-06-03 08:30:00"))
        #expect(tao.grants.map { $0.terms?.gift } == ["cup"])
    }

    @Test func `R-TRIG-09 R-POL-04 S06 Brings its gift three days after the last resolution, outside of the cap`() {
        var tao = Self.given
        #expect(tao.grants.map(\.state) == [.dispatched])
        #expect(
            tao.decision(at: at("2026-06-03 08:30:00")).refusal(of: "recovery")?.earliest?.instant
                == at("2026-06-05 11:00:00")
        )
        let open = tao.decision(at: at("2026-06-04 08:30:00"))
        #expect(open.told("recovery") == ["complaint t of 2026-06-01 10:00:00 is not settled: Reopened"])
        // The birthday gift is not recalled.
        #expect(tao.dispatch(at: at("2026-06-04 08:30:00")) == .notWaiting(.dispatched))

        let waiting = tao.decision(at: at("2026-06-05 11:00:00"))
        #expect(waiting.refusal(of: "recovery")?.kind == .notDue)
        #expect(waiting.refusal(of: "recovery")?.earliest?.instant == at("2026-06-07 15:00:00"))
        #expect(tao.decision(at: at("2026-06-07 14:59:59")).candidates.isEmpty)
        #expect(day("2026-06-07").weekday == .sunday)
        let due = at("2026-06-07 15:00:00")
        #expect(tao.decision(at: due).candidates.map(\.rule) == ["recovery"])
        #expect(tao.decision(at: due).refusal(of: "summer")?.kind == .suppressed)
        tao.give(at: due)
        #expect(tao.dispatch(at: due).permit != nil)
        #expect(tao.grants.map { $0.terms?.gift } == ["cup", "tea"])
    }

    @Test func `R-TRIG-09 R-POL-04 S06 Has one gift, which the cap counts for thirty days`() throws {
        var tao = Self.given
        let due = at("2026-06-07 15:00:00")
        tao.give(at: due)
        tao.dispatch(at: due)
        let next = tao.decision(at: at("2026-06-08 08:30:00"))
        #expect(next.told("recovery") == ["a gift for all complaints was planned at 2026-06-07 15:00:00"])
        let summer = try #require(next.refusal(of: "summer"))
        #expect((summer.kind, summer.earliest?.instant) == (.suppressed, at("2026-07-07 15:00:00")))
        #expect(tao.decision(at: at("2026-07-07 14:59:59")).candidates.isEmpty)
        #expect(tao.decision(at: at("2026-07-07 15:00:00")).candidates.map(\.rule) == ["summer"])
    }

    @Test func `R-TRIG-09 S06 Counts from the complaint where the shop says so, and never before the resolution`() {
        let tao = Self.tao(Self.settled + Self.reopened, counting: "opening")
        #expect(
            tao.decision(at: at("2026-06-03 08:30:00")).refusal(of: "recovery")?.earliest?.instant
                == at("2026-06-04 10:00:00")
        )
        #expect(tao.decision(at: at("2026-06-04 10:00:00")).candidate(of: "recovery") == nil)
        #expect(tao.decision(at: at("2026-06-04 14:59:59")).candidate(of: "recovery") == nil)
        #expect(tao.decision(at: at("2026-06-04 15:00:00")).candidate(of: "recovery") != nil)
    }

    @Test func `R-POL-08 S06 Is to be answered in an hour where somebody asks in WeCom`() {
        let other = Self.tao([Did.step("q", .opened, Self.opened, grade: .simple, by: .weCom)])
        let duties = other.decision(at: Self.opened).duties
        #expect(duties.map(\.duty) == [.answer, .solution, .followUp])
        #expect(duties[0].dueAt == at("2026-06-01 11:00:00"))
    }
}
