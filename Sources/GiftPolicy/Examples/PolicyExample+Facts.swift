import GiftModel
import Segmentation

extension PolicyExample {
    /// Why there is no such customer.
    struct Impossible: Error {}

    private static let id: Customer.ID = "example"
    private static let gift: Gift.ID = "example"

    /// The zone in which examples live, under the name of the policy's own: its clocks never change.
    private static func zone(of document: PolicyDocument) -> ZoneTable {
        let table = try? ZoneTable(
            id: document.defaults.zone ?? "UTC",
            from: Timestamp(milliseconds: .min),
            until: Timestamp(milliseconds: .max),
            initialOffsetSeconds: 0,
            transitions: []
        )
        guard let table else { preconditionFailure("clocks that never change make a table") }
        return table
    }

    /// What a decision of `policy` is made of for the customer of this example.
    ///
    /// - Throws: ``Impossible``, where something lies outside the calendar or amounts are too large.
    func parts(under policy: Policy) throws(Impossible) -> (facts: CustomerFacts, circumstances: Circumstances) {
        let document = policy.document
        let zone = Self.zone(of: document)
        let now = Timestamp(asOf, at: time, in: .utc)
        do {
            let circumstances = Circumstances(
                at: now,
                giving: try Catalog([], in: document.tiers.currency),
                in: [zone]
            )
            return (try facts(at: now, in: zone, under: policy), circumstances)
        } catch {
            throw Impossible()
        }
    }

    private func facts(at now: Timestamp, in zone: ZoneTable, under policy: Policy) throws -> CustomerFacts {
        let document = policy.document
        let activities = activities(at: now)
        var summary = ActivitySummary(of: Self.id, in: document.tiers.currency)
        for activity in activities { try summary.add(activity, in: zone) }
        var history = CustomerHistory(summary)
        let record = try record(in: zone)
        history.record = record
        let population = try Population.learn(from: [PurchaseSummary](), asOf: asOf, spend: document.tiers.spend)
        let profiler = Profiler(population: population, stages: document.stages, tiers: document.tiers)
        let profile = try profiler.profile(of: history, asOf: asOf)
        var attributes = profiler.segmentFacts(of: history, profile)
        describe(in: &attributes)
        var facts = CustomerFacts(
            profile: profile,
            attributes: attributes,
            grants: try grants(at: now, in: zone, under: policy),
            record: record,
            cultures: customer.cultures,
            activities: activities
        )
        facts.consents = customer.consents.map { Self.consents(to: $0) }
        return facts
    }

    /// What the customer did, in the order of time.
    private func activities(at now: Timestamp) -> [Activity] {
        let ordered = customer.history.enumerated()
            .sorted { ($1.element.hoursAgo, $0.offset) < ($0.element.hoursAgo, $1.offset) }
        var complaint = 0
        return ordered.compactMap { index, activity in
            let (name, instant) = ("\(index)", activity.instant(before: now))
            switch activity.kind {
            case .order(let amount):
                return Order(id: Order.ID(stringLiteral: name), customer: Self.id, placedAt: instant, total: amount)
                    .map(Activity.order)
            case .cart(let amount):
                return CartChange(
                    id: CartChange.ID(stringLiteral: name),
                    customer: Self.id,
                    changedAt: instant,
                    of: "example",
                    by: 1,
                    unitPrice: amount
                )
                .map(Activity.cartChange)
            case .interaction(let kind, let subject):
                return Interaction(
                    kind,
                    id: Interaction.ID(stringLiteral: name),
                    customer: Self.id,
                    occurredAt: instant,
                    about: subject
                )
                .map(Activity.interaction)
            case .complaint(let state):
                if state == .opened { complaint += 1 }
                return .complaintStep(
                    ComplaintStep(
                        id: ComplaintStep.ID(stringLiteral: name),
                        customer: Self.id,
                        of: Complaint.ID(stringLiteral: "\(complaint)"),
                        occurredAt: instant,
                        to: state
                    )
                )
            case .gift: return nil
            }
        }
    }

    private func record(in zone: ZoneTable) throws -> CustomerRecord {
        var record = CustomerRecord(of: Self.id)
        record.zone = zone.id
        record.kind = customer.kind
        record.industry = customer.industry
        record.jobRole = customer.jobRole
        record.recipientKind = customer.recipientKind
        record.country = customer.country
        record.jurisdiction = customer.jurisdiction
        record.language = customer.language
        record.birthday = customer.birthday
        record.companySize = customer.employees.flatMap { CompanySize(atLeast: $0, through: $0) }
        if let days = customer.registeredDaysAgo {
            guard let day = asOf.adding(days: -Int(clamping: days)) else { throw Impossible() }
            record.registeredOn = day
        }
        return record
    }

    /// Adds what was not worked out from the history.
    private func describe(in attributes: inout SegmentFacts) {
        attributes.labels = customer.labels.sorted { $0.key < $1.key }.map { .init($0, $1) }
        attributes.tags = customer.tags.map { tags in tags.sorted().map { .init($0, isHeld: .init(true)) } }
        attributes.valueBand = customer.valueBand.map { .init($0) }
        attributes.quadrant = customer.quadrant.map { .init($0) }
        var scores = customer.scores
        func take(_ dimension: ScoreDimension) -> Int? { scores.removeValue(forKey: dimension.name).map(Int.init) }
        if let recency = take(.recency), let frequency = take(.frequency), let monetary = take(.monetary) {
            attributes.scores = .init(RFMScores(recency: recency, frequency: frequency, monetary: monetary))
        }
        attributes.furtherScores = scores.sorted { $0.key < $1.key }
            .map { .init(ScoreDimension($0), .init($1)) }
    }

    private static func consents(to purposes: Set<Purpose>) -> Consents {
        Consents(
            purposes.compactMap {
                ConsentChange(
                    to: $0,
                    givenAt: Timestamp(milliseconds: .min),
                    notice: "example",
                    proof: "example"
                )
            }
        )
    }

    /// The gifts of before, each delivered on the day on which it was given.
    private func grants(at now: Timestamp, in zone: ZoneTable, under policy: Policy) throws -> [GiftGrant] {
        try customer.history.enumerated()
            .compactMap { index, activity -> GiftGrant? in
                guard case .gift(let id) = activity.kind,
                    let rule = policy.document.rules.first(where: { $0.id == id }),
                    let cost = LandedCost(goods: 0, in: policy.document.tiers.currency)
                else { return nil }
                let instant = activity.instant(before: now)
                guard let day = zone.date(of: instant) else { throw Impossible() }
                let terms = GrantTerms(
                    of: Self.gift,
                    on: Occurrence(
                        of: rule.occasion,
                        for: Self.id,
                        term: Identifier(stringLiteral: "example/\(index)")
                    ),
                    cost: cost,
                    plannedFor: day,
                    by: RuleReference(policy: policy.reference, rule: id),
                    because: []
                )
                var grant = GiftGrant(id: terms.id)
                let states: [GrantState] = [.approved, .reserved, .dispatched, .delivered]
                let actions = [GrantCommand.Action.plan(terms)] + states.map { .report($0, at: instant) }
                for (key, action) in actions.enumerated() {
                    try grant.perform(GrantCommand(action, key: RequestKey(UInt128(key))), at: instant)
                }
                return grant
            }
    }
}

extension ExampleActivity {
    fileprivate func instant(before now: Timestamp) -> Timestamp {
        Timestamp(milliseconds: now.milliseconds - hoursAgo * 3_600_000)
    }
}
