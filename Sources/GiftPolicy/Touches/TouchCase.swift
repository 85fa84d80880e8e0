import GiftModel
import Segmentation

/// One customer at one instant, as everything looks at them that is no gift.
///
/// Whatever is planned takes from the caps at once, so that calls are made by priority: who asks first, goes first.
///
/// ```swift
/// var customer = TouchCase(of: guards, leavingInPeace: quiet, within: book)
/// switch customer.answer(to: greeting, for: origin) { … }
/// ```
public struct TouchCase: Sendable {
    /// The customer before the guards of the policy.
    public let customer: GuardCase
    /// When the customer is left in peace.
    public let quiet: CustomerQuiet
    /// What takes from the customer's caps.
    public private(set) var book: CapBook
    /// Whether the customer was erased.
    public var isErased = false
    /// Customers from whom everything is withheld, for comparison, but what follows a gift that they were given.
    public var holdOuts: [HoldOut] = []
    /// Rules that are for another arm of an experiment than the customer's, with why.
    var otherArms: [RuleReference.ID: Reason] = [:]
    /// The names of what was planned so far, with the rules that called for it.
    private var planned: [Touch.ID: RuleReference.ID?] = [:]

    /// The customer of `guards`, with what takes from the caps so far.
    public init(of customer: GuardCase, leavingInPeace quiet: CustomerQuiet, within book: CapBook) {
        self.customer = customer
        self.quiet = quiet
        self.book = book
    }
}

/// What comes of a call for a touch.
///
/// The two answers are all there are, so this enum is closed.
public enum TouchAnswer: Hashable, Sendable {
    /// It goes out.
    case planned(PlannedTouch)
    /// It does not.
    case refused(TouchRefusal)
}

/// What comes of a call for a task.
///
/// The two answers are all there are, so this enum is closed.
public enum TaskAnswer: Hashable, Sendable {
    /// It is to be done.
    case planned(PlannedTask)
    /// It is not.
    case refused(TouchRefusal)
}

extension TouchCase {
    /// Takes in something that goes to the customer and is not asked about here, such as a gift of the same run.
    public mutating func add(_ approach: Approach) { book.add(approach) }

    /// Returns whether and how a touch goes out, and takes it in when it does.
    ///
    /// It is asked whether it went out before on this occasion, what guards and consent say, when quiet times let it
    /// leave, which channel caps leave free at that moment, and whether it is withheld. The first that stands in the
    /// way is told, with all that was found.
    ///
    /// - Complexity: O(*g* · *n* + *k* · *c* · *n*) for *g* guards, *k* channels, *c* caps and *n* facts.
    public mutating func answer(to plan: TouchPlan, for origin: TouchOrigin) -> TouchAnswer {
        let subject = TouchRefusal.Subject.touch(plan.kind)
        func refused(_ obstacle: Obstacle) -> TouchAnswer { .refused(obstacle.refusal(of: subject, for: origin)) }
        // What comes once is known by its name whenever it leaves.
        if plan.oncePer == nil, let obstacle = sentBefore(origin.name(of: plan.kind, oncePer: nil, at: now), subject) {
            return refused(obstacle)
        }
        if let obstacle = forbidden(plan.kind, for: origin) { return refused(obstacle) }
        let (moment, delay): (Moment, Reason?)
        switch opening(for: origin, until: origin.until) {
        case .failure(let obstacle): return refused(obstacle)
        case .success(let opening): (moment, delay) = opening
        }
        let id = origin.name(of: plan.kind, oncePer: plan.oncePer, at: moment)
        if plan.oncePer != nil, let obstacle = sentBefore(id, subject) { return refused(obstacle) }
        if let obstacle = sentLately(plan, by: origin.rule, at: moment) { return refused(obstacle) }
        let channels = plan.channels(preferring: customer.facts.profile.preferredChannel)
        let choice = book.choice(among: channels, by: origin.rule, on: origin.occurrence.occasion, at: moment)
        guard let channel = choice.channel else {
            return refused(Obstacle(kind: .suppressed, cause: .caps(choice), earliest: choice.earliest))
        }
        if let obstacle = withheld(origin) { return refused(obstacle) }
        take(id, by: channel, for: origin, at: moment)
        return .planned(
            PlannedTouch(id: id, plan: plan, origin: origin, choice: choice, dispatch: moment, delay: delay)
        )
    }

    /// Returns whether a task is to be done, and takes it in when it is.
    ///
    /// One that reaches the customer is asked about as touches are; one that does not, only whether it was given to
    /// somebody before.
    ///
    /// - Complexity: as that of touches.
    public mutating func answer(to task: StaffTask, for origin: TouchOrigin) -> TaskAnswer {
        let subject = TouchRefusal.Subject.task(task.work)
        func refused(_ obstacle: Obstacle) -> TaskAnswer { .refused(obstacle.refusal(of: subject, for: origin)) }
        let id = origin.name(of: task.work)
        if let obstacle = sentBefore(id, subject) { return refused(obstacle) }
        let limit = max(origin.dueAt, now.instant).adding(ElapsedTime(hours: task.withinHours))
        let dueBy = min(limit, origin.until ?? limit)
        guard let channel = task.channel else {
            if isErased { return refused(.erased) }
            if let obstacle = withheld(origin) { return refused(obstacle) }
            planned[id] = .some(origin.rule)
            return .planned(
                PlannedTask(
                    id: id,
                    task: task,
                    origin: origin,
                    choice: nil,
                    start: now,
                    dueBy: dueBy,
                    delay: nil
                )
            )
        }
        if let obstacle = forbidden(.call, for: origin) { return refused(obstacle) }
        let (moment, delay): (Moment, Reason?)
        switch opening(for: origin, until: dueBy) {
        case .failure(let obstacle): return refused(obstacle)
        case .success(let opening): (moment, delay) = opening
        }
        let choice = book.choice(among: [channel], by: origin.rule, on: origin.occurrence.occasion, at: moment)
        guard choice.channel != nil else {
            return refused(Obstacle(kind: .suppressed, cause: .caps(choice), earliest: choice.earliest))
        }
        if let obstacle = withheld(origin) { return refused(obstacle) }
        take(id, by: channel, for: origin, at: moment)
        return .planned(
            PlannedTask(
                id: id,
                task: task,
                origin: origin,
                choice: choice,
                start: moment,
                dueBy: dueBy,
                delay: delay
            )
        )
    }

    /// What stands in the way.
    private struct Obstacle: Error {
        let kind: Refusal.Kind
        let cause: TouchRefusal.Cause
        var earliest: Moment?

        static let erased = Obstacle(kind: .blocked, cause: .reasons([Reason(ConsentReason.customerErased)]))

        func refusal(of subject: TouchRefusal.Subject, for origin: TouchOrigin) -> TouchRefusal {
            TouchRefusal(subject: subject, origin: origin, kind: kind, earliest: earliest, cause: cause)
        }
    }

    private var now: Moment { customer.clock.now }

    private mutating func take(_ id: Touch.ID, by channel: ContactChannel, for origin: TouchOrigin, at moment: Moment) {
        planned[id] = .some(origin.rule)
        book.add(Approach(.touch(channel), by: origin.rule, on: origin.occurrence.occasion, at: moment))
    }

    private func withheld(_ origin: TouchOrigin) -> Obstacle? {
        let (id, occasion) = (origin.occurrence.customer, origin.occurrence.occasion)
        guard origin.step == nil else { return nil }
        let holdOut = holdOuts.withholding(id, from: origin.rule, on: occasion)?.reason(for: .withheld, of: id)
        return (holdOut ?? origin.rule.flatMap { otherArms[$0] })
            .map { Obstacle(kind: .withheld, cause: .reasons([$0])) }
    }

    private func sentBefore(_ id: Touch.ID, _ subject: TouchRefusal.Subject) -> Obstacle? {
        let facts = customer.facts
        let sent = facts.touches.filter { $0.id == id }.map(\.sentAt)
        let assigned = facts.tasks.filter { $0.id == id }.map(\.assignedAt)
        if let first = (sent + assigned).min() {
            let date = Fact("date", .date(customer.clock.moment(at: first)?.day ?? now.day))
            let reason =
                switch subject {
                case .touch: Reason(TouchReason.touchedBefore, Fact("what", .name(subject.title)), date)
                case .task: Reason(TouchReason.assignedBefore, Fact("work", .name(subject.title)), date)
                }
            return Obstacle(kind: .notDue, cause: .reasons([reason]))
        }
        guard let rule = planned[id] else { return nil }
        let name = rule.map { LocalizedText(quoting: $0.text) } ?? subject.title
        let reason = Reason(
            TouchReason.touchOfSameKind,
            Fact("rule", .name(name)),
            Fact("what", .name(subject.title))
        )
        return Obstacle(kind: .suppressed, cause: .reasons([reason]))
    }

    /// What consent and guards say against it; all are told.
    private func forbidden(_ kind: TouchKind, for origin: TouchOrigin) -> Obstacle? {
        if isErased { return .erased }
        let purposes = origin.step == nil ? [kind.purpose] : kind.purposesAfterGift
        let consents = purposes.map(customer.standing).filter { !$0.isGiven }
        let verdict = customer.verdict(on: origin.occurrence.occasion, by: origin.rule).withoutGift
        guard !consents.isEmpty || !verdict.isAllowed else { return nil }
        return Obstacle(
            kind: .blocked,
            cause: .guards(consents, verdict),
            earliest: consents.isEmpty ? verdict.earliest : nil
        )
    }

    private func opening(
        for origin: TouchOrigin,
        until deadline: Timestamp?
    ) -> Result<(Moment, Reason?), Obstacle> {
        switch quiet.dispatch(dueAt: max(origin.dueAt, now.instant), until: deadline) {
        case .at(let moment, let reason): .success((moment, reason))
        case .never(let reason): .failure(Obstacle(kind: .suppressed, cause: .reasons([reason])))
        }
    }

    /// Whether one of the same kind by the same rule has to be some time ago.
    private func sentLately(_ plan: TouchPlan, by rule: RuleReference.ID?, at moment: Moment) -> Obstacle? {
        guard let window = plan.oncePer else { return nil }
        let earlier = customer.facts.touches.filter { $0.kind == plan.kind && $0.rule == rule }
            .compactMap { Approach($0, by: customer.clock) }
        guard let last = earlier.map(\.moment).max() else { return nil }
        let once = Cap(id: "once", atMost: 1, of: .touches, in: window)
        let verdict = CapBook([once], at: customer.clock, after: earlier)
            .verdict(on: Approach(earlier[0].way, by: rule, at: moment))
        guard !verdict.isAllowed else { return nil }
        let facts = [
            Fact("what", .name(plan.kind.title)), Fact("date", .date(last.day)), Fact("window", .name(window.title)),
        ]
        guard let earliest = verdict.earliest else {
            let reason = Reason(TouchReason.touchedBefore, facts[0], facts[1])
            return Obstacle(kind: .suppressed, cause: .reasons([reason]))
        }
        let wait = Int64(now.day.days(until: earliest.day))
        let times = [Fact("earliest", .date(earliest.day)), Fact("wait", .days(wait))]
        return Obstacle(
            kind: .suppressed,
            cause: .reasons([Reason(TouchReason.touchedLately, facts: facts + times)]),
            earliest: earliest
        )
    }
}
