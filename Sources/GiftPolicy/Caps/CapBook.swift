public import GiftModel

/// What takes from one customer's caps, and what room they leave at one instant.
///
/// A run asks for each rule that has come round, by priority, and adds what it gives, so that the higher priority takes
/// the room and not who asks first.
///
/// ```swift
/// let birthday = Approach(.gift("cake", of: .physical), by: "birthday", at: now)
/// book.verdict(on: birthday).isAllowed     // true
/// book.add(birthday)
/// book.verdict(on: upgrade).earliest       // 30 days from now
/// ```
public struct CapBook: Hashable, Sendable {
    /// The caps, by the bytes of their names.
    public let caps: [Cap]
    /// The customer's clock at the instant.
    public let clock: LocalClock
    /// What went out, is on its way, or was added, by instant.
    public private(set) var approaches: [Approach]
    /// When the customer last showed displeasure, or `nil` when nothing is known of any.
    public let displeasedAt: Timestamp?
    /// The customer's own wishes.
    public let optDowns: [OptDown]

    /// What takes from `caps` after these `approaches`, in any order.
    ///
    /// - Complexity: O(*n* log *n*).
    public init(
        _ caps: [Cap],
        at clock: LocalClock,
        after approaches: [Approach],
        displeasedAt: Timestamp? = nil,
        optDowns: [OptDown] = []
    ) {
        // Most policies tell them in order, and every customer has a book.
        let isInOrder = zip(caps, caps.dropFirst()).allSatisfy { $0.id < $1.id }
        self.caps = isInOrder ? caps : caps.sorted { $0.id < $1.id }
        self.clock = clock
        self.approaches = approaches.sorted { $0.moment < $1.moment }
        self.displeasedAt = displeasedAt
        self.optDowns = optDowns
    }

    /// What takes from `caps`, those of `policy`, in view of everything that is known of a customer.
    ///
    /// - Parameter catalog: Where to look up of what kind earlier gifts are.
    /// - Complexity: O(*n* log *n*) in the grants with their entries, the touches, the tasks and the
    ///   activities.
    public init(
        _ caps: [Cap],
        of policy: PolicyReference.ID,
        at clock: LocalClock,
        for facts: CustomerFacts,
        giving catalog: Catalog
    ) {
        var seen: Set<Touch.ID> = []
        let gifts = facts.grants.compactMap { Approach($0, from: catalog, under: policy, by: clock) }
        // A task that was done is told of by the touch that came of it.
        let touches = (facts.touches + facts.tasks.compactMap(\.touch)).filter { seen.insert($0.id).inserted }
            .compactMap { Approach($0, by: clock) }
        let mayTighten = caps.contains { $0.afterDispleasure != nil }
        self.init(
            caps,
            at: clock,
            after: gifts + touches,
            displeasedAt: mayTighten ? facts.displeasure(upTo: clock.now.instant) : nil,
            optDowns: facts.record?.contact?.optDowns ?? []
        )
    }

    /// Takes in what the run gives.
    ///
    /// - Complexity: O(*n*).
    public mutating func add(_ approach: Approach) {
        let index = approaches.firstIndex { approach.moment < $0.moment } ?? approaches.endIndex
        approaches.insert(approach, at: index)
    }

    /// Returns what every cap and wish that has a say about `approach` says.
    ///
    /// All of them are asked. A cap on some gifts has no say while the gift has not been chosen.
    ///
    /// - Complexity: O(*c* · *n*) for *c* caps and *n* approaches.
    public func verdict(on approach: Approach) -> CapVerdict {
        let limits = limits(on: approach)
        let findings = limits.map { $0.finding(at: approach.moment, by: clock) }
        guard findings.contains(where: { $0.answer == .usedUp }) else {
            return CapVerdict(findings: findings, earliest: approach.moment)
        }
        return CapVerdict(findings: findings, earliest: opening(of: limits, onOrAfter: approach.moment))
    }

    /// The first moment at which all of `limits` have room, or `nil` when that never comes.
    private func opening(of limits: [CapLimit], onOrAfter moment: Moment) -> Moment? {
        var moment = moment
        // Each round leaves a full window behind, and there are no more of those than approaches and limits.
        while true {
            var next = moment
            for limit in limits where limit.binds {
                guard let opening = limit.opening(onOrAfter: moment, by: clock) else { return nil }
                next = max(next, opening)
            }
            if next == moment { return moment }
            moment = next
        }
    }

    private func limits(on approach: Approach) -> [CapLimit] {
        let limits = caps.filter { $0.scope.covers(approach) }
            .map { cap in
                let taken = approaches.filter(cap.counts)
                return CapLimit(
                    cap: cap,
                    isExempt: cap.exempts(approach.rule),
                    taken: taken,
                    displeasedAt: displeasedAt
                )
            }
        guard case .touch(let channel) = approach.way else { return limits }
        let wishes = optDowns.filter { $0.channel == channel }
            .map { wish in CapLimit(wish: wish, taken: approaches.filter { $0.way == approach.way }) }
        return limits + wishes
    }
}

/// What every cap says about one more gift or touch.
public struct CapVerdict: Hashable, Sendable {
    /// What each says: the caps by the bytes of their names, then the customer's wish.
    public let findings: [CapFinding]
    /// The first moment at which all have room if nothing else happens: the moment asked about where it is allowed, and
    /// `nil` when that never comes.
    public let earliest: Moment?

    /// Whether nothing is used up, or the rule is exempt from what is.
    public var isAllowed: Bool { failed.isEmpty }

    /// Those that are used up.
    public var failed: [CapFinding] { findings.filter { $0.answer == .usedUp } }

    /// Those that have room, or from which the rule is exempt.
    public var passed: [CapFinding] { findings.filter { $0.answer != .usedUp } }

    /// Returns why it is held back, most important first, and after it what has room.
    ///
    /// - Parameter name: What a rule is called.
    public func reasons(calling name: (RuleReference.ID) -> LocalizedText) -> [Reason] {
        (failed + passed).flatMap { $0.reasons(calling: name) }
    }

    /// How many more would be allowed at the same moment, or `nil` where nothing limits them.
    public var room: Int64? {
        findings.filter { $0.answer != .exempt }.map { max(0, $0.limit - $0.used) }.min()
    }
}
