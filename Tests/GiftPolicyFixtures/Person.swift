package import GiftModel
package import GiftPolicy
package import GiftTesting
package import Segmentation

/// A customer of whom each fact can be another while all others stay, as far-fetched as that may be.
package struct Person {
    package static let today = day("2026-07-01")
    package static let now = Timestamp(today, at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)

    package var record = CustomerRecord(of: "c-1")
    package var cultures: Set<Culture>?
    package var consents: Consents?
    /// Which of the histories tells of the orders, and which of what was worked out from some.
    package var (orders, scored, staged, tiered) = (0, 0, 0, 0)
    package var (frequency, monetary, service) = (1, 1, Int64(1))
    package var valueBand = ValueBand.medium
    package var quadrant = ValueQuadrant.allCases[0]
    package var isTagged = false
    package var label: Int64 = 0
    package var isLeaving = false
    package var giftKind: GiftKind?
    package var carts: [Activity] = []
    package var interactions: [Activity] = []
    package var complaints: [ComplaintStep] = []
    package var feedback: [Activity] = []
    package var grants: [GiftGrant] = []
    package var touches: [Touch] = []
    package var exposures: [Exposure] = []

    package init() {}

    /// Everything that can be another.
    package static let facts: [AskedFact] = [
        .birthday, .registration, .customerKind, .industry, .jobRole, .recipientKind, .jurisdiction, .companySize,
        .country, .zone, .language, .quietHours, .cultures, .consents, .orders, .carts, .interactions, .complaints,
        .feedback, .score(.frequency), .score(.monetary), .score("service"), .stage, .tier, .valueBand, .quadrant,
        .tag("tea"), .label("vip"), .churnSignals, .giftKind, .gifts, .touches, .exposures,
    ]

    /// Orders of different customers, in cents.
    private static let written: [[(String, Int64)]] = [
        [("2026-06-30", 40_00)], [("2026-06-20", 600_00)], [("2025-06-20", 90_00), ("2026-06-28", 2_400_00)],
        [("2025-01-05", 700_00)], [("2023-02-01", 20_00), ("2026-05-01", 30_00), ("2026-06-15", 2_000_00)],
        [("2024-07-01", 5_00), ("2025-07-01", 5_00)],
    ]

    /// Those customers as they are known.
    private static let histories = written.map { orders -> (facts: CustomerFacts, orders: [Activity]) in
        let activities = orders.enumerated()
            .map { index, order in
                let noon = Timestamp(day(order.0), at: TimeOfDay(hour: 9, minute: 0)!, in: .utc)
                return Did.order("o-\(index)", "\(order.1 / 100).00 EUR", noon)
            }
        return (Shop.facts(orders, asOf: today), activities)
    }

    package func facts() -> CustomerFacts {
        let known = Self.histories[orders]
        var profile = CustomerProfile(
            of: "c-1",
            asOf: Self.today,
            purchases: known.facts.profile.purchases,
            scores: RFMScores(recency: 1, frequency: frequency, monetary: monetary),
            stage: Self.histories[staged].facts.profile.stage,
            tier: Self.histories[tiered].facts.profile.tier
        )
        profile.giftKind = GiftKindUse()
            .preference(
                declared: giftKind.map { [Preference(for: $0, .declared, by: "form", on: Self.today)] } ?? [],
                on: Self.today
            )
        profile.churn = ChurnSignalRules.usual.signals(
            in: ChurnEvidence(
                Self.histories[4].facts.attributes.purchases!,
                expectedPurchaseDays: isLeaving ? 90 : 3
            )
        )
        var attributes = SegmentFacts(of: known.facts.attributes.purchases!)
        attributes.record = record
        attributes.scores = profile.scores.map { SegmentFacts.Dated($0) }
        attributes.furtherScores = [SegmentFacts.Score("service", .init(service))]
        attributes.stage = profile.stage.stage.map { SegmentFacts.Dated($0) }
        attributes.tier = profile.tier.map { SegmentFacts.Dated($0.tier.id) }
        attributes.valueBand = .init(valueBand)
        attributes.quadrant = .init(quadrant)
        attributes.tags = [SegmentFacts.Tag("tea", isHeld: .init(isTagged))]
        attributes.labels = [SegmentFacts.LabelValue("vip", .number(label))]
        var summary = InteractionSummary()
        for case .interaction(let interaction) in interactions {
            Shop.trapping { try summary.add(interaction, in: FixedZone.utc) }
        }
        attributes.interactions = summary
        var counts = DailyCounts()
        for step in complaints where step.state == .opened {
            counts.add(on: Shop.utc.date(of: step.occurredAt)!)
        }
        attributes.complaints = counts
        var facts = CustomerFacts(
            profile: profile,
            attributes: attributes,
            grants: grants,
            record: record,
            cultures: cultures,
            activities: known.orders + carts + interactions + complaints.map(Activity.complaintStep) + feedback
        )
        facts.consents = consents
        facts.touches = touches
        facts.exposures = exposures
        return facts
    }
}

extension Person {
    package static func random(using random: inout SeededGenerator) -> Person {
        var person = Person()
        for fact in facts { person.change(fact, using: &random) }
        return person
    }

    /// Makes `fact` another, and nothing else.
    package mutating func change(_ fact: AskedFact, using random: inout SeededGenerator) {
        func one<Value>(of values: [Value]) -> Value { values.randomElement(using: &random)! }
        func some<Value>(of values: [Value]) -> [Value] { values.filter { _ in Bool.random(using: &random) } }
        let (hour, days) = (Timestamp.hour, Timestamp.day)
        switch fact {
        case .birthday:
            record.birthday = one(of: [
                nil, .solar("1990-07-02"), .solar("2009-07-01"), .solar("2016-01-31"), .solar("1970-12-24"),
            ])
        case .registration:
            let dates = ["2026-07-01", "2026-06-30", "2023-07-02", "2024-01-01"].map { day($0) as CalendarDate? }
            record.registeredOn = one(of: dates + [nil])
        case .customerKind: record.kind = one(of: [.person, .organization, nil])
        case .industry: record.industry = one(of: ["tea", "steel", nil])
        case .jobRole: record.jobRole = one(of: [.purchaser, .decisionMaker, nil])
        case .recipientKind: record.recipientKind = one(of: [.privatePerson, .publicOfficial, nil])
        case .jurisdiction: record.jurisdiction = one(of: [CountryCode("CN"), CountryCode("GB"), nil])
        case .companySize: record.companySize = one(of: [CompanySize(atLeast: 500), CompanySize(atLeast: 1), nil])
        case .country: record.country = one(of: [CountryCode("CN"), CountryCode("GB"), nil])
        case .zone: record.zone = one(of: [Zones.shanghai.id, Zones.newYork.id, nil])
        case .language: record.language = one(of: [LanguageTag("zh"), LanguageTag("en"), nil])
        case .quietHours:
            let hours = QuietHours(from: TimeOfDay("09:00:00")!, until: TimeOfDay("21:00:00")!)
            record.contact = one(of: [hours, nil]).flatMap { ContactPreferences(quietHours: $0) }
        case .cultures: cultures = one(of: [nil, [], [.chineseCustom], [.islam, .chineseCustom], [.islam]])
        case .consents:
            let purposes: [Purpose] = [.marketing, .giftDelivery, .personalization, .guardianConsent]
            consents = one(of: [nil, Guarded.consents(purposes), Guarded.consents(some(of: purposes))])
        case .orders: orders = one(of: Array(Self.histories.indices))
        case .carts:
            carts = some(of: [
                Did.cart("pot", 1, "60.00 EUR", Self.now.later(-3 * hour)),
                Did.cart("pot", -1, "60.00 EUR", Self.now.later(-2 * hour)),
                Did.cart("cup", 2, nil, Self.now.later(-hour / 2)),
            ])
        case .interactions:
            interactions = some(of: [
                Did.act(.registration, Self.now.later(-5 * hour)), Did.act(.contract, Self.now.later(-365 * days)),
                Did.act(.view, Self.now.later(-2 * days)), Did.act(.share, Self.now.later(-3 * days)),
                Did.act(.attendance, "fair", Self.now.later(-9 * days)),
            ])
        case .complaints:
            let steps = [
                Did.step("late", .opened, Self.now.later(-9 * days)),
                Did.step("late", .resolved, Self.now.later(-5 * days)),
                Did.step("late", .reopened, Self.now.later(-days)),
            ]
            complaints = Array(steps.prefix(Int.random(in: 0...3, using: &random)))
        case .feedback:
            let rating = Int64.random(in: 1...5, using: &random)
            feedback = some(of: [
                .giftFeedback(
                    GiftFeedback(
                        id: "f-1",
                        customer: "c-1",
                        givenAt: Self.now.later(-days),
                        on: "cup",
                        rating: rating
                    )!
                )
            ])
        case .score(.frequency): frequency = Int.random(in: 1...5, using: &random)
        case .score(.monetary): monetary = Int.random(in: 1...5, using: &random)
        case .score: service = Int64.random(in: 1...5, using: &random)
        case .stage: staged = one(of: Array(Self.histories.indices))
        case .tier: tiered = one(of: Array(Self.histories.indices))
        case .valueBand: valueBand = one(of: ValueBand.allCases)
        case .quadrant: quadrant = one(of: ValueQuadrant.allCases)
        case .tag: isTagged.toggle()
        case .label: label = Int64.random(in: 0...3, using: &random)
        case .churnSignals: isLeaving.toggle()
        case .giftKind: giftKind = one(of: [nil, .physical, .coupon])
        case .gifts:
            grants = some(of: [
                Shop.grant(.specialEvent, on: "2026-06-01", then: [.approved]),
                Shop.grant(.birthday, term: "2026", on: "2026-06-29", then: [.approved]),
                Shop.grant(.recovery, term: "complaint/late", on: "2026-06-29", then: [.approved]),
                Shop.grant(.festival, on: "2026-03-01", then: [.approved]),
            ])
        case .exposures:
            exposures = some(of: [
                Exposure(
                    of: "c-1",
                    to: .arm("mug", of: "mug-vs-tea"),
                    by: "r-0",
                    on: .birthday,
                    exposedAt: Self.now.later(-days)
                )
            ])
        case .touches:
            touches = some(of: [
                Touch(id: "m-1", by: .email, sentAt: Self.now.later(-days), as: .reminder),
                Touch(id: "m-2", by: .textMessage, sentAt: Self.now.later(-20 * days), as: .survey),
            ])
        }
    }
}
