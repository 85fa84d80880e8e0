public import GiftModel

/// One gift or one touch that goes to a customer, as caps count it.
///
/// A gift counts at the instant at which it was dispatched, and before that at the start of the day for which it is
/// planned.
public struct Approach: Hashable, Sendable {
    /// What goes to the customer.
    ///
    /// There is nothing else that caps count, so this enum is closed.
    public enum Way: Hashable, Sendable {
        /// A gift; without a name when it has not been chosen yet, and without a kind when nobody knows it.
        case gift(Gift.ID?, of: GiftKind?)
        /// A message, a call or a letter.
        case touch(ContactChannel)
    }

    /// What goes to the customer.
    public let way: Way
    /// The rule that called for it, or `nil` when no rule of the policy did.
    public let rule: RuleReference.ID?
    /// Why it goes, or `nil` when there was no occasion.
    public let occasion: Occasion?
    /// When it counts.
    public let moment: Moment
    /// The state of the grant; `nil` for a touch, and for a gift that the same run gives.
    public let state: GrantState?
    /// Whether the same run brings it, so that it has not happened yet.
    public let isOfSameRun: Bool

    /// What a run brings, or asks about, at `moment`.
    public init(_ way: Way, by rule: RuleReference.ID?, on occasion: Occasion? = nil, at moment: Moment) {
        self.init(way, by: rule, on: occasion, at: moment, state: nil, isOfSameRun: true)
    }

    private init(
        _ way: Way,
        by rule: RuleReference.ID?,
        on occasion: Occasion?,
        at moment: Moment,
        state: GrantState?,
        isOfSameRun: Bool
    ) {
        self.way = way
        self.rule = rule
        self.occasion = occasion
        self.moment = moment
        self.state = state
        self.isOfSameRun = isOfSameRun
    }
}

extension Approach {
    /// The gift of `grant`, or `nil` when nothing is planned or it lies outside the calendar.
    ///
    /// One that was written off is in the state in which it was before. A rule of another policy is none.
    ///
    /// - Parameter catalog: Where to look up the kind of the gift.
    /// - Complexity: O(*n*) in the entries of the grant.
    public init?(_ grant: GiftGrant, from catalog: Catalog, under policy: PolicyReference.ID, by clock: LocalClock) {
        guard let terms = grant.terms, let choice = grant.choice,
            let state = grant.steps.last(where: { $0.state != .writtenOff })?.state,
            let moment = grant.step(to: .dispatched).map({ clock.moment(at: $0.occurredAt) })
                ?? clock.start(of: terms.plannedFor)
        else { return nil }
        self.init(
            .gift(choice.gift, of: catalog[choice.gift]?.kind),
            by: terms.rule.policy.id == policy ? terms.rule.rule : nil,
            on: terms.occurrence.occasion,
            at: moment,
            state: state,
            isOfSameRun: false
        )
    }

    /// What went out as `touch`, or `nil` when that lies outside the calendar.
    public init?(_ touch: Touch, by clock: LocalClock) {
        guard let moment = clock.moment(at: touch.sentAt) else { return nil }
        self.init(
            .touch(touch.channel),
            by: touch.rule,
            on: touch.occasion,
            at: moment,
            state: nil,
            isOfSameRun: false
        )
    }
}
