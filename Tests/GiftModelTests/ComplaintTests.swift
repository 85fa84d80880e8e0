import GiftModel
import GiftTesting
import Testing

/// A step of 2026-06 on the host's clocks, such as `"01 10:00"`.
private func step(
    _ state: ComplaintState,
    _ time: String,
    id: ComplaintStep.ID? = nil,
    of complaint: Complaint.ID = "x",
    by customer: Customer.ID = "tao",
    grade: ComplaintGrade? = nil
) -> ComplaintStep {
    let id = id ?? ComplaintStep.ID("\(complaint) \(state) \(time)")!
    return ComplaintStep(id: id, customer: customer, of: complaint, occurredAt: june(time), to: state, grade: grade)
}

private func june(_ time: String) -> Timestamp {
    let parts = time.split(separator: " ")
    return Timestamp(CalendarDate("2026-06-\(parts[0])")!, at: TimeOfDay("\(parts[1]):00")!, in: .utc)
}

private func told(_ steps: [ComplaintStep]) -> Complaint? { ComplaintReport(on: steps).complaints.first }

@Suite struct `The states of a complaint` {
    @Test func `R-DATA-04 Follow one another only as their table says`() {
        let next: [ComplaintState: Set<ComplaintState>] = [
            .opened: [.answered, .solutionOffered, .resolved],
            .reopened: [.answered, .solutionOffered, .resolved],
            .answered: [.answered, .solutionOffered, .resolved],
            .solutionOffered: [.answered, .solutionOffered, .resolved],
            .resolved: [.followedUp, .reopened],
            .followedUp: [.followedUp, .reopened],
        ]
        for state in ComplaintState.allCases {
            #expect(Set(ComplaintState.allCases.filter(state.mayBecome)) == next[state], "\(state)")
        }
    }

    @Test func `R-DATA-04 Are open until it is resolved, and again when it is reopened`() {
        #expect(ComplaintState.allCases.filter { !$0.isOpen } == [.resolved, .followedUp])
    }

    @Test func `R-DATA-04 Have titles in both languages`() {
        let titles = ComplaintState.allCases.map { $0.title[.chinese] }
        #expect(titles == ["已提出", "已响应", "已给出方案", "已解决", "已回访", "已重开"])
        #expect(ComplaintState.solutionOffered.title[.english] == "Solution offered")
        #expect(ComplaintGrade.allCases.map { $0.title[.english] } == ["simple", "complex", "grave"])
        #expect(ComplaintGrade.allCases.map { $0.title[.chinese] } == ["简单", "复杂", "重大"])
    }
}

@Suite struct `A complaint` {
    private let steps = [
        step(.opened, "01 10:00", grade: .simple), step(.answered, "01 11:40", grade: .complex),
        step(.solutionOffered, "02 09:00"), step(.resolved, "02 11:00"), step(.reopened, "03 21:00"),
        step(.resolved, "04 15:00"),
    ]

    @Test func `R-DATA-04 S06 Knows when it was opened, answered, solved, resolved and reopened`() throws {
        let complaint = try #require(told(steps))
        #expect(complaint.id == "x" && complaint.customer == "tao" && complaint.steps == steps)
        #expect(complaint.openedAt == june("01 10:00"))
        #expect(complaint.firstAnsweredAt == june("01 11:40"))
        #expect(complaint.firstSolutionAt == june("02 09:00"))
        #expect(complaint.lastResolvedAt == june("04 15:00"))
        #expect(complaint.lastFollowedUpAt == nil)
        #expect(complaint.timesReopened == 1)
        #expect(complaint.state == .resolved)
        #expect(complaint.grade == .complex, "the latest that somebody stated")
    }

    @Test(
        arguments: [
            ("01 09:59", nil, false), ("01 10:00", .opened, true), ("02 08:30", .answered, true),
            ("02 10:59", .solutionOffered, true), ("02 11:00", .resolved, false), ("03 20:59", .resolved, false),
            ("03 21:00", .reopened, true), ("04 14:59", .reopened, true), ("04 15:00", .resolved, false),
        ] as [(String, ComplaintState?, Bool)]
    )
    func `R-DATA-04 S06 Is open as of some instants and not of others`(
        time: String,
        state: ComplaintState?,
        isOpen: Bool
    ) throws {
        let complaint = try #require(told(steps))
        #expect(complaint.asOf(june(time))?.state == state)
        #expect(complaint.isOpen(asOf: june(time)) == isOpen)
    }

    @Test func `R-DATA-04 S06 Knows as of an instant what was known then, and no more`() throws {
        let then = try #require(told(steps)?.asOf(june("01 11:39")))
        #expect(then.firstAnsweredAt == nil && then.lastResolvedAt == nil && then.timesReopened == 0)
        #expect(then.grade == .simple)
        #expect(told(steps)?.asOf(june("03 22:00"))?.lastResolvedAt == june("02 11:00"))
    }

    @Test func `R-DATA-04 Is answered by a solution, and by being settled`() throws {
        let settled = try #require(
            told([step(.opened, "01 10:00"), step(.resolved, "01 10:30"), step(.followedUp, "02 10:00")])
        )
        #expect(settled.firstAnsweredAt == june("01 10:30") && settled.firstSolutionAt == june("01 10:30"))
        #expect(settled.lastFollowedUpAt == june("02 10:00") && settled.state == .followedUp && settled.grade == nil)
        let offered = told([step(.opened, "01 10:00"), step(.solutionOffered, "01 10:30")])
        #expect(offered?.firstAnsweredAt == june("01 10:30") && offered?.firstSolutionAt == june("01 10:30"))
        #expect(told([step(.opened, "01 10:00"), step(.answered, "01 10:30")])?.firstSolutionAt == nil)
    }

    @Test func `R-DATA-04 May be answered, and asked after, more than once`() throws {
        let steps = [
            step(.opened, "01 10:00"), step(.answered, "01 10:30"), step(.answered, "01 11:30"),
            step(.resolved, "01 12:00"), step(.followedUp, "02 10:00"), step(.followedUp, "05 10:00"),
        ]
        let complaint = try #require(told(steps))
        #expect(complaint.steps == steps && complaint.state == .followedUp)
        #expect(complaint.firstAnsweredAt == june("01 10:30") && complaint.lastFollowedUpAt == june("05 10:00"))
    }

    @Test func `R-DATA-04 Is its opener's, whoever takes it up again`() {
        let steps = [
            step(.opened, "01 10:00"), step(.resolved, "01 11:00"), step(.reopened, "01 12:00", by: "tao-2"),
        ]
        #expect(told(steps)?.customer == "tao" && told(steps)?.timesReopened == 1)
    }

    @Test func `R-DATA-04 Goes through all steps of one day without times`() {
        let states: [ComplaintState] = [.reopened, .followedUp, .resolved, .answered, .solutionOffered, .opened]
        let complaint = told(states.map { step($0, "01 00:00") })
        #expect(complaint?.steps.map(\.state) == ComplaintState.allCases)
        #expect(complaint?.isOpen(asOf: june("01 00:00")) == true)
    }
}

@Suite struct `A report on complaints` {
    private func rejected(_ steps: ComplaintStep...) -> [String] {
        ComplaintReport(on: steps).rejected.map { $0.reason.text(in: .english, from: .complaints) }
    }

    @Test func `R-DATA-04 Keeps the steps of each complaint apart, in the order of their names`() {
        let steps = [step(.opened, "02 10:00", of: "y"), step(.opened, "03 10:00", of: "x", by: "qian")]
        let report = ComplaintReport(on: steps)
        #expect(report.complaints.map(\.id) == ["x", "y"] && report.complaints.map(\.customer) == ["qian", "tao"])
        #expect(report.rejected.isEmpty && ComplaintReport(on: []).complaints.isEmpty)
    }

    @Test func `R-DATA-04 Keeps out a step that may not follow, and leaves the complaint where it was`() {
        let steps = [step(.opened, "01 10:00"), step(.followedUp, "01 11:00"), step(.answered, "01 12:00")]
        let report = ComplaintReport(on: steps)
        #expect(report.complaints.map(\.steps) == [[steps[0], steps[2]]])
        #expect(report.rejected.map(\.step) == [steps[1]])
        #expect(
            report.rejected[0].reason.text(in: .english, from: .complaints)
                == "`Followed up` cannot directly follow `Opened`"
        )
        #expect(report.rejected[0].reason.text(in: .chinese, from: .complaints) == "“已回访”不能紧接在“已提出”之后")
    }

    @Test func `R-DATA-04 Keeps out what comes before the opening, and then has no complaint`() {
        #expect(told([step(.resolved, "01 10:00")]) == nil)
        #expect(rejected(step(.resolved, "01 10:00")) == ["`Resolved` comes before the complaint was opened"])
        #expect(rejected(step(.answered, "01 09:00"), step(.opened, "01 10:00")).count == 1)
        #expect(
            rejected(step(.opened, "01 10:00"), step(.opened, "01 11:00")) == [
                "`Opened` cannot directly follow `Opened`"
            ]
        )
    }

    @Test func `R-DATA-04 Takes a copy for the same step, and the earlier of two steps of one name`() {
        let opened = step(.opened, "01 10:00", id: "s")
        #expect(rejected(opened, opened).isEmpty)
        let answered = step(.answered, "01 11:00", id: "s")
        #expect(rejected(answered, opened) == ["another step goes by the name `s`"])
        #expect(told([answered, opened])?.state == .opened)
        #expect(rejected(opened, step(.opened, "01 11:00", id: "s", of: "y")).count == 1)
    }

    /// Steps of two complaints over few instants, so that many coincide, contradict one another or are out of turn.
    private static func steps(using random: inout SeededGenerator) -> [ComplaintStep] {
        (0..<Int.random(in: 0...24, using: &random))
            .map { number in
                ComplaintStep(
                    id: ComplaintStep.ID("s\(Int.random(in: 0...9, using: &random) == 0 ? 0 : number)")!,
                    customer: "tao",
                    of: ["x", "y"].randomElement(using: &random)!,
                    occurredAt: Timestamp(milliseconds: Int64.random(in: 0...9, using: &random)),
                    to: ComplaintState.allCases.randomElement(using: &random)!,
                    grade: (ComplaintGrade.allCases + [nil]).randomElement(using: &random)!
                )
            }
    }

    /// How far along each state is, least first.
    private static let ranks: [ComplaintState] = [
        .opened, .answered, .solutionOffered, .resolved, .followedUp, .reopened,
    ]

    /// Again and again, the next of the steps not before the last one that may follow it.
    private static func naive(_ steps: [ComplaintStep]) -> [ComplaintStep] {
        var taken: [ComplaintStep] = []
        while true {
            let next = steps.filter { step in
                guard let last = taken.last else { return step.state == .opened }
                return !taken.contains(step) && step.occurredAt >= last.occurredAt && last.state.mayBecome(step.state)
            }
            guard let first = next.min(by: Self.precedes) else { return taken }
            taken.append(first)
        }
    }

    private static func precedes(_ left: ComplaintStep, _ right: ComplaintStep) -> Bool {
        func rank(_ step: ComplaintStep) -> Int { ranks.firstIndex(of: step.state)! }
        return (left.occurredAt.milliseconds, rank(left), left.id.text, left.complaint.text, left.grade?.rawValue ?? "")
            < (
                right.occurredAt.milliseconds, rank(right), right.id.text, right.complaint.text,
                right.grade?.rawValue ?? ""
            )
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `R-DATA-04 Is the same in whatever order steps come, loses none, and agrees with who picks them one by one`(
        seed: UInt64
    ) {
        var random = SeededGenerator(seed: seed)
        let steps = Self.steps(using: &random)
        let report = ComplaintReport(on: steps)
        #expect(ComplaintReport(on: (steps + steps).shuffled(using: &random)) == report)

        let taken = report.complaints.flatMap(\.steps)
        #expect(Set(taken).union(report.rejected.map(\.step)) == Set(steps))
        #expect(taken.count + report.rejected.count == Set(steps).count)

        let times = report.rejected.map(\.step.occurredAt)
        #expect(times == times.sorted())

        let named = steps.filter { step in !steps.contains { $0.id == step.id && Self.precedes($0, step) } }
        for id in ["x", "y"] as [Complaint.ID] {
            let naive = Self.naive(named.filter { $0.complaint == id })
            #expect(report.complaints.first { $0.id == id }?.steps ?? [] == naive)
        }
        for instant in (0...9).map(Timestamp.init(milliseconds:)) {
            let known = ComplaintReport(on: steps.filter { $0.occurredAt <= instant }).complaints
            #expect(report.complaints.compactMap { $0.asOf(instant) } == known)
        }
    }
}
