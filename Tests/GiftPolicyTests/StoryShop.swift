import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation

/// A host in Shanghai and one customer of it, as it keeps them: what was done, said, sent and given.
///
/// It does what hosts do: works out the profile from the activities, asks the policy, plans, and moves grants along.
struct StoryShop {
    let policy: Policy
    /// The gifts as they were bought.
    var gifts: Catalog
    var tags: TagRules?
    var sensitivity: SensitivityRules?
    var record = CustomerRecord(of: "c-1")
    var consents = Self.consents()
    var evidence: SensitivityEvidence?
    var activities: [Activity] = []
    var events: [OutsideEvent] = []
    var touches: [Touch] = []
    var tasks: [AssignedTask] = []
    var grants: [GiftGrant] = []

    static let zone = Zones.shanghai

    init(_ policy: Policy, giving gifts: [Gift], sets: [GiftSet] = []) {
        self.policy = policy
        self.gifts = Shop.trapping { try Catalog(gifts, sets: sets, in: .cny) }
        self.record.recipientKind = .privatePerson
    }
}

// MARK: What is written down

extension StoryShop {
    /// Consent to marketing and to the delivery of gifts, as every story has it.
    static func consents(_ purposes: [Purpose] = [.marketing, .giftDelivery]) -> Consents {
        Consents(
            purposes.map {
                ConsentChange(to: $0, givenAt: at("2011-01-01 10:00:00"), notice: "2011-01", proof: "form-7")!
            }
        )
    }

    static let consentGuard = #"{ "id": "consent", "consent": ["giftDelivery", "marketing"] }"#

    /// The ladder of a shop that counts money and orders, with a benefit on each of the higher rungs.
    private static let tiers = """
        "spend": "net",
        "window": "calendarYear",
        "base": { "id": "ordinary", "name": { "en": "Ordinary", "zh": "普通" } },
        "rungs": [
          { "tier": { "id": "silver", "name": { "en": "Silver", "zh": "银卡" } },
            "atLeast": { "spend": "2000.00 CNY", "orders": 4 } },
          { "tier": { "id": "gold", "name": { "en": "Gold", "zh": "金卡" } },
            "atLeast": { "spend": "8000.00 CNY", "orders": 10 },
            "benefits": [{ "id": "upgrade", "name": { "en": "Free upgrade of seats", "zh": "免费升舱" } }] },
          { "tier": { "id": "diamond", "name": { "en": "Diamond", "zh": "钻石" } },
            "atLeast": { "spend": "30000.00 CNY", "orders": 20 },
            "benefits": [{ "id": "adviser", "name": { "en": "Own adviser", "zh": "专属客服" } }] }
        ]
        """

    /// The policy of a shop in Shanghai with these rules, and whatever else its document says.
    static func policy(
        rules: String...,
        guards: [String] = [consentGuard],
        caps: String = "",
        budget: String = "1000000.00 CNY",
        also more: String = ""
    ) -> Policy {
        let text = """
            {
              "format": "gift-policy/1",
              "id": "story",
              "version": 1,
              "name": { "en": "A story", "zh": "故事" },
              "defaults": {
                "zone": "Asia/Shanghai", "leapDay": "dayBefore", "leapMonth": "regular", "shortMonth": "lastDay"
              },
              "stages": { "newThroughDays": 30, "comparedDays": 90, "dormantAfterDays": 90, "churnedAfterDays": 365 },
              "tiers": { \(tiers) },
              "guards": [\(guards.joined(separator: ", "))],
              "caps": [\(caps)],
              "budget": "\(budget)",
              \(more)
              "rules": [\(rules.joined(separator: ", "))]
            }
            """
        return Shop.trapping { try Policy(validating: try PolicyDocument(json: text)) }
    }

    /// A gift of which there are so many.
    static func gift(
        _ id: String,
        _ cost: String,
        _ kind: GiftKind = .physical,
        stock: Int64 = 100,
        _ change: (inout Gift) -> Void = { _ in }
    ) -> Gift {
        let cost = LandedCost(goods: money("\(cost) CNY").minorUnits, in: .cny)!
        var gift = Gift(id: Gift.ID(id)!, name: Shop.name(id), kind: kind, cost: cost, stock: stock)!
        change(&gift)
        return gift
    }
}

// MARK: What is known

extension StoryShop {
    /// What the host hands over at `instant`; activities may tell of more.
    func facts(at instant: Timestamp) -> CustomerFacts {
        let today = Self.zone.date(of: instant)!
        let history = history(at: instant)
        let profiler = profiler(at: instant)
        let profile = Shop.trapping { try profiler.profile(of: history, asOf: today) }
        var attributes = profiler.segmentFacts(of: history, profile)
        // What the host knows of prices and quality is a label of its own.
        if let sensitivity = profile.sensitivity?.sensitivity {
            attributes.labels = [
                SegmentFacts.LabelValue("sensitivity", .word(SegmentValue.Word(stringLiteral: sensitivity.rawValue)))
            ]
        }
        var facts = CustomerFacts(
            profile: profile,
            attributes: attributes,
            grants: grants,
            record: record,
            activities: activities
        )
        facts.consents = consents
        facts.touches = touches
        facts.tasks = tasks
        return facts
    }

    /// What the customer did by `instant`, as it is kept.
    func history(at instant: Timestamp) -> CustomerHistory {
        var summary = ActivitySummary(of: record.id, in: .cny)
        for activity in activities where activity.occurredAt <= instant {
            Shop.trapping { try summary.add(activity, in: Self.zone, tagging: tags) }
        }
        var history = CustomerHistory(summary)
        history.record = record
        history.sensitivity = evidence
        return history
    }

    /// What profiles are worked out by on the day of `instant`.
    func profiler(at instant: Timestamp) -> Profiler {
        let purchases = history(at: instant).activities.purchases
        let day = Self.zone.date(of: instant)!
        let population = Shop.trapping { try Population.learn(from: [purchases], asOf: day, spend: .net) }
        var rules = ProfileRules(stages: policy.document.stages, tiers: policy.document.tiers)
        rules.tags = tags
        rules.sensitivity = sensitivity
        return Profiler(population: population, rules: rules)
    }

    /// The gifts that are left when what the grants took is gone.
    var stock: Catalog { gifts.removing(grants.filter { $0.stockTaken > 0 }.compactMap(\.choice))! }

    func left(of gift: Gift.ID) -> Int64 { stock[gift]!.stock }

    /// What is promised and has not left.
    var held: Money { sum(\.held) }

    /// What has left.
    var paid: Money { sum(\.settled) }

    private func sum(_ part: (GiftGrant) -> Money?) -> Money {
        Money(minorUnits: grants.reduce(0) { $0 + part($1)!.minorUnits }, in: .cny)
    }

    func circumstances(at instant: Timestamp) -> Circumstances {
        var circumstances = Circumstances(at: instant, giving: stock, in: [Self.zone])
        circumstances.events = events
        return circumstances
    }
}

// MARK: What is done

extension StoryShop {
    func decision(at instant: Timestamp) -> Decision {
        policy.decision(for: facts(at: instant), under: circumstances(at: instant))
    }

    /// Decides at `instant`, plans, and takes the gifts of the plan out of stock.
    @discardableResult
    mutating func give(at instant: Timestamp) -> GiftPlan {
        let decision = decision(at: instant)
        let plan = Shop.trapping {
            try Allocator(policy: policy, catalog: stock).plan([decision], within: policy.document.budget)
        }
        for terms in plan.grants {
            grants.append(GiftGrant(id: terms.id))
            for action in [.plan(terms), .report(.approved, at: instant), .report(.reserved, at: instant)]
                as [GrantCommand.Action]
            {
                perform(action, at: instant)
            }
        }
        return plan
    }

    /// Records `action` of the grant at `index`, the last one where none is named.
    mutating func perform(_ action: GrantCommand.Action, of index: Int? = nil, at instant: Timestamp) {
        let index = index ?? grants.count - 1
        let key = RequestKey(UInt128(grants[index].entries.count))
        Shop.trapping { try grants[index].perform(GrantCommand(action, key: key), at: instant) }
    }

    /// Reports that the gift of a grant came to `state`.
    mutating func report(_ state: GrantState, of index: Int? = nil, at instant: Timestamp) {
        perform(.report(state, at: instant), of: index, at: instant)
    }

    /// Asks whether the gift of a grant, of the last one where none is named, may leave, and does as it is told.
    @discardableResult
    mutating func dispatch(_ index: Int? = nil, at instant: Timestamp) -> DispatchAnswer {
        let grant = grants[index ?? grants.count - 1]
        let (facts, circumstances) = (facts(at: instant), circumstances(at: instant))
        var check = DispatchCheck(by: policy.reference, validSeconds: 600)
        check.identity = .known(record.id)
        check.approvalRules = policy.document.approvals
        check.occasion = policy.decision(for: facts, under: circumstances).standing(of: grant)
        let customer = GuardCase(
            of: facts,
            under: circumstances,
            at: LocalClock(at: instant, in: Self.zone)!,
            leapDay: policy.document.defaults.leapDay,
            before: policy.guards
        )
        let answer = check.answer(for: grant, of: customer)
        if answer.permit != nil {
            report(.dispatched, of: index, at: instant)
        } else if let action = answer.action(at: instant) {
            perform(action, of: index, at: instant)
        }
        return answer
    }
}

extension Decision {
    /// Why the rule speaks or does not, in words.
    func told(_ rule: Rule.ID, in language: Language = .english) -> [String] {
        let reasons = candidates.first { $0.rule == rule }?.reasons ?? refusal(of: rule)?.reasons ?? []
        return reasons.map { $0.text(in: language, from: .policy) }
    }

    /// The gift that the rule would give, best first.
    func gift(_ rule: Rule.ID) -> Gift.ID? { candidates.first { $0.rule == rule }?.options[0].gift }

    func candidate(of rule: Rule.ID) -> Candidate? { candidates.first { $0.rule == rule } }
}

extension DispatchAnswer {
    /// Why the gift may leave or may not, in words.
    func told(in language: Language = .english) -> [String] { reasons.map { $0.text(in: language, from: .policy) } }

    var isCancelled: Bool { if case .cancelled = self { true } else { false } }
}
