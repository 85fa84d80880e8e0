import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Testing

@Suite struct `Deadlines of complaints` {
    private static let opened = at("2026-06-01 10:00:00")

    private func complaint(_ steps: ComplaintStep...) -> Complaint {
        ComplaintReport(on: [Did.step("t", .opened, Self.opened, grade: .complex)] + steps).complaints[0]
    }

    private func words(_ findings: [ComplaintFinding], in language: Language = .english) -> [String] {
        findings.map { $0.reason(in: Zones.shanghai).text(in: language, from: Phrasebook(ServiceReason.self)) }
    }

    @Test func `R-POL-08 S06 Are two hours, a day and two days, and told in words`() {
        let findings = ComplaintDeadlines().findings(on: complaint(), at: Self.opened)
        #expect(
            findings.map(\.dueAt) == [
                at("2026-06-01 12:00:00"), at("2026-06-02 10:00:00"), at("2026-06-03 10:00:00"),
            ]
        )
        #expect(
            words(findings) == [
                "answer due at 2026-06-01 12:00:00: 2 hours to go", "solution due at 2026-06-02 10:00:00: 1 day to go",
                "follow-up due at 2026-06-03 10:00:00: 2 days to go",
            ]
        )
    }

    @Test func `R-POL-08 S06 Are kept by the answer and the solution, and missed by six hours by the follow-up`() {
        let tao = complaint(
            Did.step("t", .answered, at("2026-06-01 11:40:00")),
            Did.step("t", .solutionOffered, at("2026-06-02 09:00:00")),
            Did.step("t", .resolved, at("2026-06-02 11:00:00"))
        )
        let findings = ComplaintDeadlines().findings(on: tao, at: at("2026-06-03 16:00:00"))
        #expect(
            words(findings) == [
                "answer at 2026-06-01 11:40:00, due at 2026-06-01 12:00:00: in time",
                "solution at 2026-06-02 09:00:00, due at 2026-06-02 10:00:00: in time",
                "follow-up due at 2026-06-03 10:00:00, overdue by 6 hours",
            ]
        )
        #expect(words(findings, in: .chinese)[2] == "回访应于2026-06-03 10:00:00前完成，已逾期6小时")
        #expect(findings[2].lateMilliseconds == 6 * Timestamp.hour)
        #expect(ComplaintDeadlines().overdue(among: [tao], at: at("2026-06-03 16:00:00")) == [findings[2]])
        #expect(ComplaintDeadlines().overdue(among: [tao], at: at("2026-06-03 10:00:00")).isEmpty)
        #expect(ComplaintDeadlines().overdue(among: [tao], at: at("2026-06-03 10:00:00").later(1)).count == 1)
    }

    @Test func `R-POL-08 S06 Are an hour for a question in WeCom`() {
        let deadlines = ComplaintDeadlines()
        #expect(deadlines.due(.answer, since: Self.opened, by: .weCom) == at("2026-06-01 11:00:00"))
        #expect(deadlines.due(.answer, since: Self.opened, by: .email) == at("2026-06-01 12:00:00"))
        #expect(deadlines.due(.answer, since: Self.opened, by: nil) == at("2026-06-01 12:00:00"))
        #expect(deadlines.due(.solution, since: Self.opened, by: .weCom) == at("2026-06-02 10:00:00"))
        let asked = ComplaintReport(on: [Did.step("w", .opened, Self.opened, by: .weCom)]).complaints[0]
        #expect(deadlines.findings(on: asked, at: Self.opened)[0].dueAt == at("2026-06-01 11:00:00"))
    }

    @Test func `R-POL-08 Begin anew with a reopening, in its channel`() {
        let again = complaint(
            Did.step("t", .resolved, at("2026-06-01 11:00:00")),
            Did.step("t", .followedUp, at("2026-06-01 12:00:00")),
            Did.step("t", .reopened, at("2026-06-05 10:00:00"), by: .weCom)
        )
        let before = ComplaintDeadlines().findings(on: again, at: at("2026-06-04 10:00:00"))
        #expect(before.allSatisfy { $0.doneAt != nil && $0.lateMilliseconds == 0 })
        let after = ComplaintDeadlines().findings(on: again, at: at("2026-06-05 10:30:00"))
        #expect(after.allSatisfy { $0.doneAt == nil && !$0.isOverdue })
        #expect(after.map(\.dueAt).first == at("2026-06-05 11:00:00"))
        #expect(ComplaintDeadlines().findings(on: again, at: Self.opened.later(-1)).isEmpty)
        #expect(ComplaintDeadlines().assignment(of: again, at: Self.opened.later(-1)) == nil)
        #expect(ComplaintDeadlines().progress(of: again, at: Self.opened.later(-1), in: Shop.utc) == nil)
    }

    @Test func `R-POL-08 Tell what was done too late, and what is most overdue first`() {
        let late = complaint(Did.step("t", .resolved, at("2026-06-02 10:00:01")))
        let findings = ComplaintDeadlines().findings(on: late, at: at("2026-06-02 12:00:00"))
        #expect(
            words(findings).prefix(2) == [
                "answer at 2026-06-02 10:00:01, due at 2026-06-01 12:00:00: late by 22 hours 1 second",
                "solution at 2026-06-02 10:00:01, due at 2026-06-02 10:00:00: late by 1 second",
            ]
        )
        #expect(findings.allSatisfy { !$0.isOverdue })
        let steps = [
            Did.step("b", .opened, Self.opened), Did.step("a", .opened, Self.opened),
            Did.step("c", .opened, Self.opened.later(-1)), Did.step("d", .opened, Self.opened, by: .weCom),
        ]
        let overdue = ComplaintDeadlines()
            .overdue(among: ComplaintReport(on: steps).complaints, at: at("2026-06-01 13:00:00"))
        #expect(overdue.map(\.complaint) == ["d", "c", "a", "b"])
    }

    struct Case: CustomTestStringConvertible {
        let grade: ComplaintGrade?
        let minutes: Int64
        let handler: ComplaintHandler
        var testDescription: String { "\(grade?.rawValue ?? "none") after \(minutes) minutes" }
    }

    @Test(arguments: [
        Case(grade: nil, minutes: 0, handler: .frontLine), Case(grade: .simple, minutes: 0, handler: .frontLine),
        Case(grade: .complex, minutes: 0, handler: .expertTeam), Case(grade: .grave, minutes: 0, handler: .management),
        // Due after 120 minutes, one handler up for each 60 overdue.
        Case(grade: .simple, minutes: 179, handler: .frontLine),
        Case(grade: .simple, minutes: 180, handler: .expertTeam),
        Case(grade: .simple, minutes: 239, handler: .expertTeam),
        Case(grade: .simple, minutes: 240, handler: .management),
        Case(grade: .simple, minutes: 10_000, handler: .management),
        Case(grade: .complex, minutes: 180, handler: .management),
        Case(grade: .grave, minutes: 180, handler: .management),
    ])
    func `R-POL-08 Say who sees to a complaint, by its grade and by what is overdue`(example: Case) {
        let complaint = ComplaintReport(on: [Did.step("t", .opened, Self.opened, grade: example.grade)]).complaints[0]
        let now = Self.opened.later(example.minutes * Timestamp.minute)
        let deadlines = ComplaintDeadlines(escalateAfterMinutes: 60)
        #expect(deadlines.assignment(of: complaint, at: now)?.handler == example.handler)
        #expect(
            ComplaintDeadlines().assignment(of: complaint, at: now)?.handler
                == ComplaintDeadlines.Handlers().handler(of: example.grade)
        )
    }

    @Test func `R-POL-08 Move up with a graver grade, and say why`() {
        let graver = complaint(Did.step("t", .answered, at("2026-06-01 11:00:00"), grade: .grave))
        func words(_ complaint: Complaint, _ now: String) -> [String] {
            ComplaintDeadlines(escalateAfterMinutes: 60).assignment(of: complaint, at: at(now))!
                .reasons.map { $0.text(in: .english, from: Phrasebook(ServiceReason.self)) }
        }
        #expect(words(graver, "2026-06-01 10:59:59") == ["graded complex: expert team"])
        #expect(words(graver, "2026-06-01 11:00:00") == ["graded grave: management"])
        #expect(
            words(complaint(), "2026-06-01 13:30:00") == [
                "graded complex: expert team",
                "answer overdue by 1 hour 30 minutes, one handler up for each 1 hour: management",
            ]
        )
        #expect(ComplaintHandler.allCases.sorted(by: >) == [.management, .expertTeam, .frontLine])
        #expect(ComplaintHandler.frontLine.above(by: -1) == .frontLine)
        #expect(ComplaintHandler.frontLine.above(by: .max) == .management)
    }

    @Test func `R-POL-08 Tell the customer how far it is and what comes next, if that is not overdue`() {
        func notice(_ complaint: Complaint, _ now: String, in language: Language = .english) -> String? {
            ComplaintDeadlines().progress(of: complaint, at: at(now), in: Zones.shanghai)?
                .text(in: language, from: Phrasebook(ServiceReason.self))
        }
        let answered = complaint(Did.step("t", .answered, at("2026-06-01 11:00:00")))
        #expect(
            notice(answered, "2026-06-01 11:00:00")
                == "complaint of 2026-06-01 10:00:00: Answered; next: solution, until 2026-06-02 10:00:00"
        )
        #expect(
            notice(answered, "2026-06-01 11:00:00", in: .chinese)
                == "2026-06-01 10:00:00的投诉：已响应；下一步：2026-06-02 10:00:00前解决方案"
        )
        #expect(notice(answered, "2026-06-02 10:00:01") == "complaint of 2026-06-01 10:00:00: Answered")
    }

    @Test func `R-POL-10 Have a wire format, and refuse another`() throws {
        let usual =
            #"{"answerMinutes":120,"answerMinutesByChannel":{"weCom":60},"followUpMinutes":2880,"#
            + #""handlers":{"complex":"expertTeam","grave":"management","simple":"frontLine"},"solutionMinutes":1440}"#
        #expect(Wire.text(of: ComplaintDeadlines()) == usual)
        #expect(try Wire.read(ComplaintDeadlines.self, from: usual) == ComplaintDeadlines())
        let own = ComplaintDeadlines(
            answerMinutes: 30,
            answerMinutesByChannel: [:],
            handlers: ComplaintDeadlines.Handlers(simple: .expertTeam),
            escalateAfterMinutes: 240
        )
        let text =
            #"{"answerMinutes":30,"escalateAfterMinutes":240,"followUpMinutes":2880,"#
            + #""handlers":{"complex":"expertTeam","grave":"management","simple":"expertTeam"},"solutionMinutes":1440}"#
        #expect(Wire.text(of: own) == text)
        #expect(try Wire.read(ComplaintDeadlines.self, from: text) == own)
        for wrong in [
            usual.replacing("followUpMinutes", with: "followup"), usual.replacing("frontLine", with: "nobody"),
            usual.replacing(#"{"weCom":60}"#, with: "{}"), usual.replacing(":60", with: ":0"),
            usual.replacing(#""grave":"management","#, with: ""),
        ] {
            #expect(throws: (any Error).self) { try Wire.read(ComplaintDeadlines.self, from: wrong) }
        }
        for duty in ComplaintDuty.allCases {
            #expect(try Wire.read(ComplaintDuty.self, from: Wire.text(of: duty)) == duty)
        }
    }

    @Test func `R-POL-10 Name what makes no sense`() {
        #expect(ComplaintDeadlines().faults.isEmpty)
        let wrong = ComplaintDeadlines(
            answerMinutes: 0,
            answerMinutesByChannel: ["b": -1, "a": 525_601],
            solutionMinutes: 10,
            followUpMinutes: 10,
            escalateAfterMinutes: 0
        )
        #expect(
            wrong.faults.map { "\($0.path): \($0.problem)" } == [
                "/answerMinutes: `0` is not 1 through 525600",
                "/answerMinutesByChannel: `525601` is not 1 through 525600",
                "/answerMinutesByChannel: `-1` is not 1 through 525600",
                "/followUpMinutes: `10` minutes are not more than `10`",
                "/escalateAfterMinutes: `0` is not 1 through 525600",
            ]
        )
    }

    @Test func `R-POL-11 Read as one sentence, and differently where they differ`() {
        #expect(
            ComplaintDeadlines(escalateAfterMinutes: 240).sentence.english
                == "answer within 2 hours, solution within 1 day, follow-up within 2 days, answer by WeCom (weCom) within "
                + "1 hour, simple to the front line, complex to the expert team, grave to the management, "
                + "one handler up for each 4 hours overdue"
        )
        #expect(
            ComplaintDeadlines().sentence.chinese
                == "2小时内响应、1天内解决方案、2天内回访、企业微信（weCom）1小时内响应、简单交一线客服、复杂交专家团队、重大交管理层"
        )
        var all: [ComplaintDeadlines] = []
        for answer in [60, 120, 1500] as [Int64] {
            for channels in [[:], [.weCom: 60], [.email: 60], [.weCom: 30, .email: 60]] as [[ActivityChannel: Int64]] {
                for handler in ComplaintHandler.allCases {
                    for escalation in [nil, 60, 240] as [Int64?] {
                        all.append(
                            ComplaintDeadlines(
                                answerMinutes: answer,
                                answerMinutesByChannel: channels,
                                handlers: ComplaintDeadlines.Handlers(complex: handler),
                                escalateAfterMinutes: escalation
                            )
                        )
                    }
                }
            }
        }
        expectDistinct(all, \.sentence)
    }
}
