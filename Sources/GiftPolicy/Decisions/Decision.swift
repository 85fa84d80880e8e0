public import GiftModel

/// Everything that a policy says about one customer on one day.
///
/// Each rule that gives a gift is either a candidate or refused, and so is each other rule whose turn has not come.
/// Of a rule whose turn has come, each touch and each task is either planned or refused.
///
/// What is stored of it is everything that it says. The same policy, facts and circumstances give the same bytes, so
/// that an audit can decide anew from what was stored, and hold the result against the decision that was made.
///
/// - Wire format: `{"candidates":[…],"customer":"c-1","now":{…},"policy":{…},"refusals":[…],"v":1}`, with `followUps`,
///   `tasks`, `touchRefusals` and `touches` where there are any. It is written and not read.
public struct Decision: Hashable, Sendable {
    /// The policy that says so.
    public let policy: PolicyReference
    /// Whom it is about.
    public let customer: Customer.ID
    /// The instant at which it stands, on the customer's day; on that of the profile, where the zone is not known.
    public let now: Moment
    /// The rules that would give a gift, by priority descending, then identifier.
    public let candidates: [Candidate]
    /// The rules that would not, in the order of the policy.
    public let refusals: [Refusal]
    /// What goes to the customer and is no gift, by the priority of its rules.
    public let touches: [PlannedTouch]
    /// What people are to do for the customer, by the priority of its rules.
    public let tasks: [PlannedTask]
    /// The touches and tasks of rules whose turn has come that do not come about, by the priority of the rules.
    public let touchRefusals: [TouchRefusal]
    /// How what follows the customer's gifts stands, by the priority of the rules; what is due is not told elsewhere.
    public let followUps: [FollowUpFinding]
    /// What was asked; `nil` when the customer's day is not known, and nothing is given.
    let asked: DecisionCase?

    public static func == (left: Self, right: Self) -> Bool {
        left.policy == right.policy && left.customer == right.customer && left.now == right.now
            && left.caps == right.caps && left.candidates == right.candidates && left.refusals == right.refusals
            && left.touches == right.touches && left.tasks == right.tasks && left.followUps == right.followUps
            && left.touchRefusals == right.touchRefusals
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(policy)
        hasher.combine(customer)
        hasher.combine(now)
        hasher.combine(candidates)
        hasher.combine(refusals)
        hasher.combine(touches)
        hasher.combine(tasks)
    }
}

extension Decision {
    /// The customer's day.
    public var asOf: CalendarDate { now.day }

    /// What takes from the customer's caps, the touches of this decision among it; `nil` when the customer's day is not
    /// known, and nothing is given.
    public var caps: CapBook? {
        guard var book = asked?.caps else { return nil }
        for approach in approaches { book.add(approach) }
        return book
    }

    /// That the customer came to the point at which a hold-out or an experiment makes a difference, rule by rule in the
    /// order of the policy; to be recorded.
    ///
    /// A hold-out does where a gift or a touch would have come about. An experiment does as soon as the occasion of one
    /// of its rules has come round and nothing forbids a gift, whether there is one or not: who is compared with whom
    /// must not depend on stock. Compare those who were exposed, each once, by their arms.
    ///
    /// - Complexity: for each rule of an experiment that of asking it.
    public var exposures: [Exposure] {
        guard let asked else { return [] }
        let withheld = Set(
            refusals.filter { $0.kind == .withheld }.map(\.rule)
                + touchRefusals.filter { $0.kind == .withheld }.compactMap(\.origin.rule)
        )
        // Who has to stand back behind another rule has come that far as well.
        let called = Set(
            (touches.map(\.origin) + tasks.map(\.origin) + touchRefusals.filter(\.isOutranked).map(\.origin))
                .compactMap(\.rule)
        )
        return asked.policy.document.rules.enumerated()
            .compactMap { index, rule in
                guard let treatment = asked.treatment(by: rule).exposed else { return nil }
                if case .arm = treatment, !withheld.contains(rule.id), !called.contains(rule.id) {
                    let question = RuleQuestion(index, of: asked, tells: false)
                    guard rule.selection != nil, case .due = question.standing else { return nil }
                } else if case .withheld = treatment, !withheld.contains(rule.id) {
                    return nil
                }
                return Exposure(
                    of: customer,
                    to: treatment,
                    by: rule.id,
                    on: rule.occasion,
                    exposedAt: now.instant
                )
            }
    }

    /// How each duty towards the customer's complaints stands, by the opening of the complaint, then in their order.
    ///
    /// There are none where the policy has no deadlines.
    ///
    /// - Complexity: O(*n* log *n*) in the activities.
    public var duties: [ComplaintFinding] {
        guard let asked, let deadlines = asked.policy.document.complaints else { return [] }
        return asked.customer.complaints.flatMap { deadlines.findings(on: $0, at: now.instant) }
    }
}
