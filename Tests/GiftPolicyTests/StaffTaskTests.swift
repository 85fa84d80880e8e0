import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Testing

@Suite struct `A task for a person` {
    private static let call = StaffTask("churn-call", for: .adviser, by: .telephone, withinHours: 48)
    private static let card = StaffTask("card", for: .accountManager, withinHours: 24)

    @Test func `R-POL-13 Is due within its time, and once on an occasion`() throws {
        var customer = Touched.customer()
        let task = try #require(customer.answer(to: Self.call, for: Touched.origin("churn")).planned)
        #expect((task.start.instant, task.dueBy) == (Touched.instant("2026-07-01"), Touched.instant("2026-07-03")))
        #expect(task.choice?.channel == .telephone)
        let again = customer.answer(to: Self.call, for: Touched.origin("other"))
        #expect(again.why == ["“churn” sends a “churn-call” on this occasion"])
        let assigned = task.assigned(at: Touched.instant("2026-06-30"))
        var later = Touched.customer(Touched.facts(tasks: [assigned]))
        let refused = later.answer(to: Self.call, for: Touched.origin("churn"))
        #expect((refused.refused?.kind, refused.why) == (.notDue, ["task “churn-call” assigned before, on 2026-06-30"]))
        #expect(later.answer(to: Self.card, for: Touched.origin("churn")).planned != nil)
    }

    @Test func `R-POL-13 That reaches nobody needs no consent, keeps to no quiet times and takes from no cap`() throws {
        let cap = Cap(id: "none", atMost: 1, of: .touches, in: .lifetime)
        let sent = Touch(id: "m", by: .telephone, sentAt: Touched.instant("2026-06-30"), as: .call)
        var customer = Touched.customer(
            Touched.facts(consents: nil, touches: [sent]),
            at: "23:00:00",
            before: [Guard(id: "consent", .consent(to: Guard.usualPurposes))],
            caps: [cap],
            quiet: Touched.nights
        )
        let task = try #require(customer.answer(to: Self.card, for: Touched.origin(at: "23:00:00")).planned)
        #expect(task.start.instant == Touched.instant("2026-07-01", "23:00:00"))
        #expect(task.choice == nil)
        #expect(task.reasons { Shop.name($0.text) }.isEmpty)
    }

    @Test func `R-POL-13 R-POL-04 That is a call is a touch: consent, quiet times, caps and wishes hold`() throws {
        func answer(
            _ facts: CustomerFacts = Touched.facts(),
            at time: String = "12:00:00",
            caps: [Cap] = [],
            task: StaffTask = Self.call
        ) -> TaskAnswer {
            var customer = Touched.customer(facts, at: time, caps: caps, quiet: Touched.nights)
            return customer.answer(to: task, for: Touched.origin("churn", at: time))
        }
        #expect(
            answer(Touched.facts(consents: Guarded.consents([.surveys]))).why == ["consent to marketing never given"]
        )
        let night = try #require(answer(at: "23:00:00").planned)
        #expect(night.start.instant == Touched.instant("2026-07-02", "08:00:00"))
        #expect(night.dueBy == Touched.instant("2026-07-03", "23:00:00"))
        #expect(night.delay != nil)
        let hurried = StaffTask("churn-call", for: .adviser, by: .telephone, withinHours: 9)
        #expect(answer(at: "23:00:00", task: hurried).refused?.kind == .suppressed)
        let refusing = Touched.facts { $0.contact = ContactPreferences(optDowns: [OptDown(outOf: .telephone)]) }
        #expect(answer(refusing).why == ["not by telephone", "the customer asked for nothing by telephone"])
        let cap = Cap(id: "two", atMost: 1, of: .touches, in: .rolling(days: 7))
        let open = AssignedTask(id: "t", at: Touched.instant("2026-06-29"), by: .telephone)
        #expect(answer(Touched.facts(tasks: [open]), caps: [cap]).refused?.earliest?.day == day("2026-07-06"))
        let inner = AssignedTask(id: "t", at: Touched.instant("2026-06-29"))
        #expect(answer(Touched.facts(tasks: [inner]), caps: [cap]).planned != nil)
    }

    @Test func `R-POL-13 R-POL-04 Counts once with the touch that comes of it`() {
        let cap = Cap(id: "two", atMost: 2, of: .touches, in: .rolling(days: 7))
        let task = AssignedTask(id: "t", at: Touched.instant("2026-06-29"), by: .telephone)
        let touch = Touch(id: "t", by: .telephone, sentAt: Touched.instant("2026-06-30"), as: .call)
        let customer = Touched.customer(Touched.facts(touches: [touch], tasks: [task]), caps: [cap])
        #expect(customer.book.approaches.map(\.moment.day) == [day("2026-06-30")])
    }

    @Test func `R-POL-13 Does not outlast its occasion`() throws {
        var customer = Touched.customer()
        let end = Touched.instant("2026-07-02")
        let task = try #require(customer.answer(to: Self.call, for: Touched.origin(until: end)).planned)
        #expect(task.dueBy == end)
    }

    @Test func `R-POL-13 Has a wire format that never changes`() throws {
        let stored = #"{"by":"telephone","for":"adviser","withinHours":48,"work":"churn-call"}"#
        #expect(Wire.text(of: Self.call) == stored)
        #expect(try Wire.read(StaffTask.self, from: stored) == Self.call)
        #expect(Wire.text(of: Self.card) == #"{"for":"accountManager","withinHours":24,"work":"card"}"#)
        #expect(throws: DecodingError.self) {
            try Wire.read(StaffTask.self, from: stored.replacing("work", with: "job"))
        }
        let assigned = AssignedTask(id: "t", at: Timestamp(milliseconds: 7), by: .telephone, rule: "churn")
        let record = #"{"at":7,"channel":"telephone","id":"t","rule":"churn","v":1}"#
        #expect(Wire.text(of: assigned) == record)
        #expect(try Wire.read(AssignedTask.self, from: record) == assigned)
        #expect(throws: DecodingError.self) {
            try Wire.read(AssignedTask.self, from: record.replacing(#""v":1"#, with: #""v":2"#))
        }
    }

    @Test func `R-POL-13 Reads as one sentence in both languages`() {
        #expect(
            Self.call.sentence
                == LocalizedText(
                    english: "Task “churn-call” for the adviser by telephone within 2 days.",
                    chinese: "任务“churn-call”，由顾问在2天内经电话完成。"
                )
        )
        var tasks: [StaffTask] = []
        for work: Identifier<StaffTask.Work> in ["a", "b", "a” for the adviser"] {
            for role: StaffRole in [.adviser, .manager, .frontLine, .accountManager, "adviser "] {
                for channel: ContactChannel? in [nil, .telephone, "visit"] {
                    for hours: Int64 in [1, 24, 48] {
                        tasks.append(StaffTask(work, for: role, by: channel, withinHours: hours))
                    }
                }
            }
        }
        expectDistinct(tasks) { $0.sentence }
    }

    @Test func `R-POL-13 Tells what is wrong with it`() {
        #expect(Self.call.faults.isEmpty)
        let wrong = StaffTask("a", for: .manager, withinHours: 0)
        #expect(wrong.faults.map(\.description) == ["/withinHours: `0` is not 1 through 8784"])
    }
}
