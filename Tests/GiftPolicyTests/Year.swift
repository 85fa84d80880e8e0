import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation

/// A customer to whom nothing happens for a year, beginning with the day of made-up customers, under the circumstances
/// of a seed.
struct Year {
    static let days: [CalendarDate] = (0...365).map { Person.today.adding(days: $0)! }

    private let person: Person
    private let seed: Int
    private let orders: Int
    private let interactions: InteractionSummary
    private let complaints: DailyCounts
    private let activities: [Activity]

    /// Orders and returns of different customers, in cents.
    private static let written: [[(String, Int64)]] = [
        [("2026-06-30", 40_00)], [("2026-06-20", 600_00)], [("2025-09-20", 90_00), ("2026-06-28", 2_400_00)],
        [("2025-01-05", 700_00)], [("2026-02-01", 20_00), ("2026-05-01", 30_00), ("2026-06-15", 2_000_00)],
        [("2025-07-01", 5_00), ("2025-11-01", 500_00), ("2025-12-24", 80_00), ("2025-12-24", -120_00)],
    ]

    /// Those customers as they are known on each day of the year.
    private static let histories = written.map { orders in days.map { Shop.facts(orders, asOf: $0) } }

    init(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var person = Person.random(using: &random)
        if seed % 3 == 0 { person.consents = Self.consents }
        if seed % 4 == 1 {
            person.grants.append(Shop.grant(.festival, term: "ahead", on: "2026-09-20", then: [.approved]))
        }
        if [4, 5].contains(seed % 7) {
            // Comes of the age of the coupon within the year, and nothing else keeps it back.
            (person.record.birthday, person.record.country) = (.solar("2010-12-01"), CountryCode("CN"))
            (person.record.jobRole, person.record.recipientKind) = (.purchaser, .privatePerson)
            person.cultures = []
        }
        self.person = person
        self.seed = seed
        self.orders = Int.random(in: 0..<Self.written.count, using: &random)
        var summary = InteractionSummary()
        for case .interaction(let interaction) in person.interactions {
            Shop.trapping { try summary.add(interaction, in: FixedZone.utc) }
        }
        self.interactions = summary
        var counts = DailyCounts()
        for step in person.complaints where step.state == .opened {
            counts.add(on: Shop.utc.date(of: step.occurredAt)!)
        }
        self.complaints = counts
        let placed = Self.written[orders].enumerated()
            .map { index, order in
                let instant = Timestamp(day(order.0), at: .midnight, in: .utc)
                let amount = Money(minorUnits: abs(order.1), in: .eur).description
                return order.1 < 0 ? Did.returned(nil, amount, instant) : Did.order("o-\(index)", amount, instant)
            }
        let complained = person.complaints.map(Activity.complaintStep)
        self.activities = placed + person.carts + person.interactions + complained + person.feedback
    }

    /// Given in advance, and for a while.
    private static let consents = Consents(
        [Purpose.marketing, .giftDelivery]
            .map { purpose in
                ConsentChange(
                    to: purpose,
                    givenAt: Person.now.later(100 * Timestamp.day),
                    until: Person.now.later(300 * Timestamp.day),
                    notice: "2020-01",
                    proof: "form-7"
                )!
            }
    )

    static func noon(of date: CalendarDate) -> Timestamp {
        Timestamp(date, at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)
    }

    /// What is known on a day of the year, numbered from 0.
    func facts(on number: Int) -> CustomerFacts {
        let known = Self.histories[orders][number]
        var profile = known.profile
        profile.churn = ChurnSignalRules.usual.signals(in: ChurnEvidence(known.attributes.purchases!))
        var attributes = known.attributes
        attributes.record = person.record
        attributes.furtherScores = [SegmentFacts.Score("service", .init(person.service))]
        attributes.valueBand = .init(person.valueBand)
        attributes.quadrant = .init(person.quadrant)
        attributes.tags = [
            SegmentFacts.Tag(
                "tea",
                isHeld: number < 40 ? .init(person.isTagged, until: Self.days[40]) : .init(!person.isTagged)
            )
        ]
        attributes.labels = [
            SegmentFacts.LabelValue("vip", .number(person.label), until: day("2026-08-20")),
            SegmentFacts.LabelValue("vip", .number(3 - person.label), from: day("2026-08-20")),
        ]
        attributes.interactions = interactions
        attributes.complaints = complaints
        var facts = CustomerFacts(
            profile: profile,
            attributes: attributes,
            grants: person.grants,
            record: person.record,
            cultures: person.cultures,
            activities: activities
        )
        facts.consents = person.consents
        facts.touches = person.touches
        return facts
    }

    /// What holds at an instant: a rule that was paused goes on after 50 days, and there are events in summer and
    /// autumn.
    func circumstances(at now: Timestamp) -> Circumstances {
        let sample = PolicySamples.circumstances(seed)
        var circumstances = Circumstances(at: now, giving: sample.catalog, in: Zones.all)
        circumstances.switches = sample.switches
        if !sample.switches.all.isEmpty {
            circumstances.switches.add(RuleSwitch("r-0", to: .started, at: Person.now.later(50 * Timestamp.day)))
        }
        func event(_ id: OutsideEvent.ID, _ kind: OutsideEvent.Kind, _ from: String, _ through: String) -> OutsideEvent
        {
            let audience: OutsideEvent.Audience = kind == .coldSnap ? .label("vip", .number(1)) : .everybody
            return OutsideEvent(id, kind, title: Shop.name(id.text), on: day(from)...day(through), for: audience)
        }
        circumstances.events =
            sample.events + [
                event("e-4", .heatWave, "2026-07-02", "2026-07-09"),
                event("e-5", .heatWave, "2026-08-01", "2026-08-04"),
                event("e-6", .coldSnap, "2026-08-10", "2026-09-01"), event("e-7", .storm, "2026-11-10", "2026-11-11"),
            ]
        return circumstances
    }

    /// The decision at noon of a day of the year.
    func decision(on number: Int, under policy: Policy) -> Decision {
        policy.decision(for: facts(on: number), under: circumstances(at: Self.noon(of: Self.days[number])))
    }
}
