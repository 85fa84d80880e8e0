package import GiftModel
package import GiftPolicy
package import Segmentation

/// An instant at which clocks show `2026-03-06 21:40:00`.
package func at(_ text: String, in zone: ZoneTable = Zones.shanghai) -> Timestamp {
    zone.instant(of: day(String(text.prefix(10))), at: TimeOfDay(text.dropFirst(11))!)
}

extension Timestamp {
    /// The instant so many milliseconds later, or before where negative.
    package func later(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: self.milliseconds + milliseconds) }

    package static let minute: Int64 = 60_000
    package static let hour: Int64 = 3_600_000
    package static let day: Int64 = 86_400_000
}

/// Things that one customer did, named after when and what they are.
package enum Did {
    package static func order(
        _ id: String,
        _ total: String,
        _ instant: Timestamp,
        lines: [OrderLine] = []
    ) -> Activity {
        .order(Order(id: Order.ID(id)!, customer: "c-1", placedAt: instant, total: money(total), lines: lines)!)
    }

    package static func returned(_ order: String?, _ refund: String, _ instant: Timestamp) -> Activity {
        .return(
            Return(
                id: Return.ID("r-\(instant.milliseconds)")!,
                customer: "c-1",
                of: order.map { Order.ID($0)! },
                receivedAt: instant,
                refund: money(refund)
            )!
        )
    }

    package static func cancelled(_ order: String, _ instant: Timestamp) -> Activity {
        .cancellation(
            Cancellation(
                id: Cancellation.ID("x-\(instant.milliseconds)")!,
                customer: "c-1",
                of: Order.ID(order)!,
                cancelledAt: instant
            )
        )
    }

    package static func act(_ kind: InteractionKind, _ instant: Timestamp) -> Activity { act(kind, nil, instant) }

    package static func act(
        _ kind: InteractionKind,
        _ subject: Identifier<Interaction.Subject>?,
        _ instant: Timestamp
    ) -> Activity {
        let id = Interaction.ID("\(kind.name)-\(subject?.text ?? "")-\(instant.milliseconds)")!
        return .interaction(Interaction(kind, id: id, customer: "c-1", occurredAt: instant, about: subject)!)
    }

    package static func cart(_ product: String, _ quantity: Int64, _ price: String?, _ instant: Timestamp) -> Activity {
        .cartChange(
            CartChange(
                id: CartChange.ID("k-\(product)-\(instant.milliseconds)")!,
                customer: "c-1",
                changedAt: instant,
                of: Product.ID(product)!,
                by: quantity,
                unitPrice: price.map(money)
            )!
        )
    }

    package static func step(
        _ complaint: String,
        _ state: ComplaintState,
        _ instant: Timestamp,
        grade: ComplaintGrade? = nil,
        by channel: ActivityChannel? = nil
    ) -> ComplaintStep {
        ComplaintStep(
            id: ComplaintStep.ID("\(complaint)-\(state.rawValue)-\(instant.milliseconds)")!,
            customer: "c-1",
            of: Complaint.ID(complaint)!,
            occurredAt: instant,
            to: state,
            grade: grade,
            channel: channel
        )
    }
}

/// One customer and what it did, and a policy with one rule for each trigger, called `r-0` and so on.
package struct ActivityDesk {
    package var triggers: [Trigger]
    package var activities: [Activity] = []
    package var zone = Zones.shanghai
    package var record = CustomerRecord(of: "c-1")
    package var grants: [GiftGrant] = []
    package var events: [OutsideEvent] = []
    package var labels: [SegmentFacts.LabelValue] = []
    package var signals: ChurnSignalRules?
    package var occasion = Occasion.specialEvent
    package var restDays: Int64?
    /// Whether purchases are told beside the profile.
    package var tellsPurchases = true
    /// Whether activities are handed over that purchases tell of.
    package var handsOverOrders = true

    package init(_ triggers: [Trigger], activities: [Activity] = []) {
        self.triggers = triggers
        self.activities = activities
    }

    package init(_ triggers: Trigger..., activities: [Activity] = []) { self.init(triggers, activities: activities) }

    package var policy: Policy {
        Shop.policy { document in
            document.caps = []
            document.rules = policyRules
        }
    }

    package var policyRules: [Rule] {
        triggers.enumerated()
            .map { index, trigger in
                Rule(
                    id: Rule.ID("r-\(index)")!,
                    name: Shop.name("r-\(index)"),
                    occasion: occasion,
                    goal: .loyalty,
                    priority: 50,
                    on: trigger,
                    when: .all([]),
                    restDays: restDays,
                    giving: GiftSelection(from: money("0.00 EUR"), through: money("25.00 EUR"))
                )
            }
    }

    /// What is known at `instant`; activities may tell of more.
    package func facts(at instant: Timestamp) -> CustomerFacts {
        let today = zone.date(of: instant)!
        var summaries = PurchaseSummaries(in: .eur)
        for activity in activities where activity.occurredAt <= instant {
            Shop.trapping { try summaries.add(activity, in: zone) }
        }
        return Shop.trapping {
            let population = try Population.learn(from: summaries.ordered, asOf: today, spend: .net)
            let profiler = Profiler(population: population, stages: Shop.stages, tiers: Shop.tiers)
            let summary = summaries["c-1"] ?? PurchaseSummary(of: "c-1", in: .eur)
            let history = CustomerHistory(summary)
            var profile = try profiler.profile(of: history, asOf: today)
            profile.churn = signals?.signals(in: ChurnEvidence(summary.days(asOf: today)))
            var attributes =
                tellsPurchases ? profiler.segmentFacts(of: history, profile) : SegmentFacts(asOf: today)
            attributes.labels = labels
            return CustomerFacts(
                profile: profile,
                attributes: attributes,
                grants: grants,
                record: record,
                activities: handsOverOrders ? activities : activities.filter { $0.kind != .order }
            )
        }
    }

    package func decision(at instant: Timestamp, under policy: Policy) -> Decision {
        var desk = self
        desk.record.zone = zone.id
        var circumstances = Circumstances(at: instant, giving: Shop.gifts, in: Zones.all)
        circumstances.events = events
        return policy.decision(for: desk.facts(at: instant), under: circumstances)
    }

    package func decision(at instant: Timestamp) -> Decision { decision(at: instant, under: policy) }

    /// A gift that was planned at `instant` on the occasion of this desk.
    package func grant(_ term: String, at instant: Timestamp, then states: [GrantState] = []) -> GiftGrant {
        let terms = GrantTerms(
            of: "cup",
            on: Occurrence(of: occasion, for: "c-1", term: Identifier(term)!),
            cost: LandedCost(goods: 4_00, in: .eur)!,
            plannedFor: zone.date(of: instant)!,
            by: RuleReference(policy: Shop.policy().reference, rule: "r-0"),
            because: []
        )
        var grant = GiftGrant(id: terms.id)
        let actions = [GrantCommand.Action.plan(terms)] + states.map { .report($0, at: instant) }
        for (key, action) in actions.enumerated() {
            Shop.trapping { try grant.perform(GrantCommand(action, key: RequestKey(UInt128(key))), at: instant) }
        }
        return grant
    }
}

extension Decision {
    /// The first reason for which the rule speaks or does not, in the words of all that a policy gives.
    package func words(of rule: Rule.ID = "r-0", in language: Language = .english) -> String {
        let book = Phrasebook(ActivityReason.self).merging(.policy)
        let reasons = candidates.first { $0.rule == rule }?.reasons ?? refusal(of: rule)?.reasons ?? []
        return reasons.first?.text(in: language, from: book) ?? ""
    }

    /// Whether the rule gives a gift.
    package func gives(_ rule: Rule.ID = "r-0") -> Bool { term(of: rule) != nil }
}
