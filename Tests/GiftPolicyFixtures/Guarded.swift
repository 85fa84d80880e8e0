package import GiftModel
package import GiftPolicy
import Segmentation

/// Customers of a shop in renminbi as its guards look at them, at noon of a day in Greenwich.
package enum Guarded {
    package static let today = day("2026-07-01")
    private static let standing = base(asOf: today)

    package static func noon(_ date: CalendarDate) -> Timestamp {
        Timestamp(date, at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)
    }

    private static func base(asOf date: CalendarDate) -> CustomerFacts {
        Shop.facts([(date.adding(days: -10)!.description, 10_00)], asOf: date)
    }

    package static func record(_ change: (inout CustomerRecord) -> Void = { _ in }) -> CustomerRecord {
        var record = CustomerRecord(of: "c-1")
        change(&record)
        return record
    }

    package static func recipient(_ kind: RecipientKind?) -> CustomerRecord { record { $0.recipientKind = kind } }

    package static func consents(_ purposes: [Purpose] = [.marketing, .giftDelivery], from date: String = "2020-01-01")
        -> Consents
    {
        Consents(
            purposes.map { ConsentChange(to: $0, givenAt: noon(day(date)), notice: "2020-01", proof: "form-7")! }
        )
    }

    package static func facts(
        _ record: CustomerRecord? = nil,
        _ consents: Consents? = nil,
        grants: [GiftGrant] = [],
        activities: [Activity] = [],
        asOf date: CalendarDate = today
    ) -> CustomerFacts {
        let base = date == today ? standing : base(asOf: date)
        var attributes = base.attributes
        attributes.record = record
        var facts = CustomerFacts(
            profile: base.profile,
            attributes: attributes,
            grants: grants,
            record: record,
            activities: activities
        )
        facts.consents = consents
        return facts
    }

    package static func set(_ guards: [Guard]) -> GuardSet {
        let document = SegmentDocument(id: "guards", currency: .cny, segments: Guard.segments(of: guards))
        return Shop.trapping { GuardSet(guards, asking: try SegmentSet(validating: document)) }
    }

    package static func customer(
        _ facts: CustomerFacts,
        before guards: [Guard],
        at rates: [Circumstances.DatedRate] = [],
        now: Timestamp? = nil,
        giving catalog: Catalog = gifts,
        leapDay: LeapDayRule = .dayBefore
    ) -> GuardCase {
        let now = now ?? noon(facts.profile.asOf)
        var circumstances = Circumstances(at: now, giving: catalog, in: [Shop.utc])
        circumstances.rates = rates
        return GuardCase(
            of: facts,
            under: circumstances,
            at: LocalClock(at: now, in: Shop.utc)!,
            leapDay: leapDay,
            before: set(guards)
        )
    }

    package static let gifts = Shop.trapping {
        try Catalog(
            [("card", 0), ("mug", 45_00), ("tea-set", 199_00), ("wine", 268_00)]
                .map { id, cost in
                    Gift(
                        id: Gift.ID(id)!,
                        name: Shop.name(id),
                        kind: .physical,
                        cost: LandedCost(goods: cost, in: .cny)!,
                        stock: 10
                    )!
                },
            in: .cny
        )
    }

    package static func rate(_ source: Currency, _ target: Currency, _ rate: String, on date: String)
        -> Circumstances.DatedRate
    {
        Circumstances.DatedRate(ExchangeRate(from: source, to: target, rate: Ratio(rate)!)!, setOn: day(date))
    }

    package static let policy = PolicyReference(id: "guards", version: 7, hash: ContentHash(of: "guards/7"))

    package static func terms(
        _ gift: Gift.ID = "tea-set",
        costing cost: String,
        on date: String,
        for occasion: Occasion = .birthday,
        by rule: RuleReference.ID = "birthday"
    ) -> GrantTerms {
        let money = money(cost)
        return GrantTerms(
            of: gift,
            on: Occurrence(of: occasion, for: "c-1", term: Identifier("\(date)/\(gift)/\(cost)")!),
            cost: LandedCost(goods: money.minorUnits, in: money.currency)!,
            plannedFor: day(date),
            by: RuleReference(policy: policy, rule: rule),
            because: []
        )
    }

    /// A grant that was planned and then reported to be in these states.
    package static func grant(_ terms: GrantTerms, then states: [GrantState] = [.approved]) -> GiftGrant {
        var grant = GiftGrant(id: terms.id)
        let now = noon(terms.plannedFor.adding(days: -1)!)
        let actions = [GrantCommand.Action.plan(terms)] + states.map { .report($0, at: now) }
        for (key, action) in actions.enumerated() {
            Shop.trapping { try grant.perform(GrantCommand(action, key: RequestKey(UInt128(key))), at: now) }
        }
        return grant
    }

    package static func step(_ complaint: Complaint.ID, _ state: ComplaintState, on date: String) -> Activity {
        .complaintStep(
            ComplaintStep(
                id: ComplaintStep.ID("\(complaint)-\(state)-\(date)")!,
                customer: "c-1",
                of: complaint,
                occurredAt: noon(day(date)),
                to: state
            )
        )
    }

    /// The sentences of everything that guards say.
    package static let words = Phrasebook.policy
        .merging(Phrasebook(GuardReason.self, LimitReason.self, ApprovalReason.self))
        .merging(Phrasebook(DispatchReason.self)).merging(.consent)
}

extension Guard {
    package static func limit(
        _ id: ID = "limit",
        for audience: GuardAudience = .everybody,
        perGift: String? = nil,
        total: GiftLimit.Total? = nil,
        allowsZeroCost: Bool = true,
        override: GiftLimit.Override = .never,
        rateDays: Int64 = GiftLimit.usualRateDays
    ) -> Guard {
        var limit = GiftLimit(perGift: perGift.map(money), allowsZeroCost: allowsZeroCost)
        limit.total = total
        limit.override = override
        limit.rateDays = rateDays
        return Guard(id: id, for: audience, .limit(limit))
    }
}

extension Sequence<Reason> {
    package func text(_ language: Language = .english) -> [String] {
        map { $0.text(in: language, from: Guarded.words) }
    }
}

extension GuardVerdict {
    /// Why it is forbidden, in English; nothing when it is not.
    package var why: [String] { failed.flatMap(\.reasons).text() }
}
