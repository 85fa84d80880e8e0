import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation

/// Customers whom something reaches that is no gift, on a day of the guarded shop.
enum Touched {
    static let birthday = Occurrence(of: .birthday, for: "c-1", term: "2026")

    static func facts(
        _ change: (inout CustomerRecord) -> Void = { _ in },
        consents: Consents? = Guarded.consents([.marketing, .giftDelivery, .surveys]),
        touches: [Touch] = [],
        tasks: [AssignedTask] = [],
        grants: [GiftGrant] = [],
        activities: [Activity] = [],
        asOf date: CalendarDate = Guarded.today
    ) -> CustomerFacts {
        var facts = Guarded.facts(
            Guarded.record(change),
            consents,
            grants: grants,
            activities: activities,
            asOf: date
        )
        facts.touches = touches
        facts.tasks = tasks
        return facts
    }

    /// The customer of `facts` at an instant of their day, as the clock in Greenwich shows it.
    static func customer(
        _ facts: CustomerFacts = facts(),
        at time: String = "12:00:00",
        before guards: [Guard] = [],
        caps: [Cap] = [],
        quiet: QuietTimes? = nil
    ) -> TouchCase {
        let now = Timestamp(facts.profile.asOf, at: TimeOfDay(time)!, in: .utc)
        let guarded = Guarded.customer(facts, before: guards, now: now)
        let clock = LocalClock(at: now, in: Shop.utc)!
        let book = CapBook(caps, of: Guarded.policy.id, at: clock, for: facts, giving: Guarded.gifts)
        let peace = CustomerQuiet(quiet, wish: facts.record?.contact?.quietHours, for: clock, policyZone: nil)
        return TouchCase(of: guarded, leavingInPeace: peace, within: book)
    }

    static func instant(_ date: String, _ time: String = "12:00:00") -> Timestamp {
        Timestamp(day(date), at: TimeOfDay(time)!, in: .utc)
    }

    static func origin(
        _ rule: RuleReference.ID? = "birthday",
        on occurrence: Occurrence = birthday,
        at time: String = "12:00:00",
        until: Timestamp? = nil
    ) -> TouchOrigin {
        TouchOrigin(by: rule, on: occurrence, dueAt: instant("2026-07-01", time), until: until)
    }

    static let nights = QuietTimes(QuietHours(from: TimeOfDay("22:00:00")!, until: TimeOfDay("08:00:00")!)!)
}

extension TouchAnswer {
    var planned: PlannedTouch? { if case .planned(let touch) = self { touch } else { nil } }
    var refused: TouchRefusal? { if case .refused(let refusal) = self { refusal } else { nil } }
    /// Why it does not go out, in English; nothing when it does.
    var why: [String] { refused?.why ?? [] }
}

extension TaskAnswer {
    var planned: PlannedTask? { if case .planned(let task) = self { task } else { nil } }
    var refused: TouchRefusal? { if case .refused(let refusal) = self { refusal } else { nil } }
    var why: [String] { refused?.why ?? [] }
}

extension TouchRefusal {
    var why: [String] { reasons { Shop.name($0.text) }.text() }
}
