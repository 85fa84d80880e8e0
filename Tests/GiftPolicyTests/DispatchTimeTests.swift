import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `The time at which a gift leaves` {
    private static let night = QuietTimes(QuietHours(from: TimeOfDay("22:00:00")!, until: TimeOfDay("08:00:00")!)!)

    /// A campaign of this day alone.
    private static let today = Trigger.campaign(
        CampaignTrigger("today", title: Shop.name("Today"), from: Shop.today, through: Shop.today)
    )

    /// The waking rule of the shop, with this schedule.
    private func waking(at schedule: ScheduleGate?, on trigger: Trigger = .inactive(moreThanDays: 90)) -> Rule {
        Rule(
            id: "wake-up",
            name: Shop.name("Wake-up"),
            occasion: .reactivation,
            goal: .repurchase,
            priority: 60,
            on: trigger,
            at: schedule,
            when: .all([]),
            giving: Shop.wakeUp.selection
        )
    }

    /// The decision at a time of 2011-12-10, a Saturday, for a customer asleep since January.
    private func decision(
        at time: String,
        schedule: ScheduleGate? = nil,
        on trigger: Trigger = .inactive(moreThanDays: 90),
        quiet: QuietTimes? = night,
        wish: QuietHours? = nil,
        workCalendar: WorkCalendar? = nil
    ) -> Decision {
        let policy = Shop.policy { document in
            document.rules = [waking(at: schedule, on: trigger)]
            document.quietTimes = quiet
        }
        let known = Shop.facts([("2011-01-01", 200_00)])
        var record = CustomerRecord(of: "c-1")
        record.contact = ContactPreferences(quietHours: wish)
        let facts = CustomerFacts(profile: known.profile, attributes: known.attributes, record: record)
        var circumstances = Circumstances(
            at: Timestamp(Shop.today, at: TimeOfDay(time)!, in: .utc),
            giving: Shop.gifts,
            in: [Shop.utc]
        )
        circumstances.workCalendar = workCalendar
        return policy.decision(for: facts, under: circumstances)
    }

    private func moment(_ date: String, _ time: String) -> Moment {
        Moment(Timestamp(day(date), at: TimeOfDay(time)!, in: .utc), on: day(date))
    }

    @Test(arguments: [
        ("21:59:59", "2011-12-10", "21:59:59"), ("22:00:00", "2011-12-11", "08:00:00"),
        ("23:30:00", "2011-12-11", "08:00:00"), ("07:59:59", "2011-12-10", "08:00:00"),
        ("08:00:00", "2011-12-10", "08:00:00"),
    ])
    func `R-POL-04 Is at once, or the end of the quiet times`(decided: String, date: String, time: String) {
        #expect(decision(at: decided).candidates.map(\.dispatch) == [moment(date, time)])
        #expect(decision(at: decided, quiet: nil).candidates.map(\.dispatch) == [moment("2011-12-10", decided)])
    }

    @Test func `R-POL-11 Is told with the reason why it is not at once`() {
        func last(_ time: String) -> String? {
            decision(at: time).candidates[0].reasons.last?.text(in: .english, from: .policy)
        }
        #expect(last("23:00:00") == "due at 2011-12-10 23:00:00, quiet until 2011-12-11 08:00:00")
        #expect(last("12:00:00")?.contains("quiet") == false)
    }

    @Test func `R-POL-04 Does not come where quiet lasts until the occasion is over`() {
        #expect(decision(at: "21:59:59", on: Self.today).candidates.count == 1)
        let refusal = decision(at: "22:00:00", on: Self.today).refusal(of: "wake-up")
        #expect(refusal?.kind == .suppressed)
        #expect(
            refusal?.reasons.map { $0.text(in: .english, from: .policy) } == [
                "due at 2011-12-10 22:00:00, quiet until 2011-12-11 08:00:00, which is not before the deadline "
                    + "2011-12-11 00:00:00"
            ]
        )
    }

    @Test func `R-POL-04 Is the later one where the customer asks for more quiet`() {
        let wish = QuietHours(from: TimeOfDay("20:00:00")!, until: TimeOfDay("09:30:00")!)
        let decided = decision(at: "21:00:00", wish: wish)
        #expect(decided.candidates.map(\.dispatch) == [moment("2011-12-11", "09:30:00")])
    }

    @Test func `R-POL-04 Is the day for which the grant is planned`() throws {
        let decided = decision(at: "23:00:00")
        let policy = Shop.policy { document in
            document.rules = [waking(at: nil)]
            document.quietTimes = Self.night
        }
        let plan = try Allocator(policy: policy, catalog: Shop.gifts).plan([decided], within: money("10.00 EUR"))
        #expect(plan.grants.map(\.plannedFor) == [day("2011-12-11")])
    }

    @Test func `R-TRIG-11 Waits for the schedule of the rule, and says until when`() {
        let mornings = ScheduleGate(from: TimeOfDay("09:00:00")!, until: TimeOfDay("12:00:00")!)
        #expect(decision(at: "09:00:00", schedule: mornings).candidates.count == 1)
        let early = decision(at: "08:59:59", schedule: mornings)
        #expect(early.refusal(of: "wake-up")?.kind == .notDue)
        #expect(early.refusal(of: "wake-up")?.earliest == moment("2011-12-10", "09:00:00"))
        let late = decision(at: "12:00:00", schedule: mornings)
        #expect(late.refusal(of: "wake-up")?.earliest == moment("2011-12-11", "09:00:00"))
    }

    @Test func `R-TRIG-11 Is not promised for a time at which the occasion is over`() {
        let mondays = ScheduleGate(weekdays: [.monday])
        #expect(decision(at: "10:00:00", schedule: mondays).refusal(of: "wake-up")?.earliest?.day == day("2011-12-12"))
        let refusal = decision(at: "10:00:00", schedule: mondays, on: Self.today).refusal(of: "wake-up")
        #expect((refusal?.kind, refusal?.earliest) == (.notDue, nil))
    }

    @Test func `R-TRIG-11 Is never for a rule of workdays where nobody knows which they are`() {
        let workdays = ScheduleGate(workdays: true)
        let refusal = decision(at: "10:00:00", schedule: workdays).refusal(of: "wake-up")
        #expect(refusal?.kind == .notDue)
        #expect(refusal?.earliest == nil)
    }

    @Test func `R-POL-10 Names what makes no sense in a schedule`() {
        var document = Shop.document
        document.rules = [waking(at: ScheduleGate(from: TimeOfDay("12:00:00")!, until: TimeOfDay("09:00:00")!))]
        #expect(document.faults.map(\.path) == ["/rules/0/schedule/until"])
    }
}
