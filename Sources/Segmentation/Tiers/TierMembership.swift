public import GiftModel

/// One customer's way over the tiers, recorded.
///
/// A membership is a value and does no I/O. A command is first decided, which changes nothing, and its entries are then
/// applied; a host that stores the entries and applies them again comes to an equal membership, whatever has become of
/// the ladder since.
///
/// Only changes are recorded, so that a customer whose tier was assessed between reviews and stayed leaves no entry.
/// Assess one when anything has happened, and on the day that ``TierLadder/nextAssessment(after:in:)`` names.
///
/// ## Invariants
/// 1. Each change begins on the tier on which the one before it ended, and holds from no earlier day.
/// 2. Sequences count from 1 without gaps, and recorded times never go back.
/// 3. Sending a command again under its key changes nothing and gives its first outcome.
public struct TierMembership: Identifiable, Hashable, Sendable {
    /// Whose membership it is.
    public let id: Customer.ID
    /// The entries, oldest first.
    public private(set) var entries: [TierEntry] = []

    /// The membership of a customer of whom nothing is recorded yet.
    public init(id: Customer.ID) { self.id = id }
}

extension TierMembership {
    /// The tier on which the customer stands, or `nil` for the base tier of any ladder, before anything was recorded.
    public var tier: Tier.ID? { entries.last?.change.target }

    /// The changes, oldest first.
    ///
    /// - Complexity: O(*n*) in the number of entries.
    public var history: TierHistory { TierHistory(changes: entries.map(\.change)) }

    /// Carries out `command` once, or refuses it and leaves the membership as it was.
    ///
    /// - Parameters:
    ///   - ladder: The tiers, as they are now.
    ///   - now: When the command is carried out; an earlier time than the last entry's is recorded as that.
    /// - Throws: ``TierMembershipError``, in the order of its cases.
    /// - Complexity: O(*n*) in the number of entries, and as for the history of what is assessed.
    @discardableResult
    public mutating func perform(
        _ command: TierCommand,
        on ladder: TierLadder,
        at now: Timestamp
    ) throws(TierMembershipError) -> TierOutcome {
        let outcome = try decide(command, on: ladder, at: now)
        if !outcome.isReplay { entries += outcome.entries }
        return outcome
    }

    /// Adds a stored entry of this membership, or refuses it and leaves the membership as it was.
    ///
    /// - Throws: `ReplayError`, in the order of its cases, for an entry that does not follow from those before it.
    /// - Complexity: O(*n*) in the number of entries.
    public mutating func apply(_ entry: TierEntry) throws(ReplayError) {
        try entry.requireToFollow(entries.last, count: entries.count) { key in entries.contains { $0.key == key } }
        guard follows(entry) else { throw .impossibleChange(sequence: entry.sequence) }
        entries.append(entry)
    }
}

extension TierMembership {
    /// Returns what `command` brings about, without changing anything.
    private func decide(
        _ command: TierCommand,
        on ladder: TierLadder,
        at now: Timestamp
    ) throws(TierMembershipError) -> TierOutcome {
        let earlier = entries.filter { $0.key == command.key }
        if let last = earlier.last {
            guard last.answers(command.action) else { throw .keyConflict(command.key) }
            return TierOutcome(entries: earlier, isReplay: true)
        }
        let (changes, day) = try changes(for: command.action, on: ladder)
        let recordedAt = max(now, entries.last?.recordedAt ?? now)
        let recorded = changes.enumerated()
            .map { offset, change in
                TierEntry(
                    sequence: Int64(entries.count + offset) + 1,
                    recordedAt: recordedAt,
                    key: command.key,
                    knownOn: day,
                    change: change
                )
            }
        return TierOutcome(entries: recorded, isReplay: false)
    }

    private func changes(
        for action: TierCommand.Action,
        on ladder: TierLadder
    ) throws(TierMembershipError) -> ([TierChange], CalendarDate) {
        var course = TierCourse(on: ladder, from: entries.last?.change.after)
        switch action {
        case .assess(let facts):
            if let tier, ladder.height(of: tier) == nil { throw .unknownTier(tier) }
            let currency = facts.purchases.currency
            guard currency == ladder.currency else { throw .currencyMismatch(currency, expected: ladder.currency) }
            try requireNotBefore(facts.asOf)
            course.advance(to: facts)
            return (course.changes, facts.asOf)
        case .set(let tier, let day, let last, let cause):
            guard ladder.height(of: tier) != nil else { throw .unknownTier(tier) }
            try requireNotBefore(day)
            if let last, last < day { throw .endsBeforeItBegins(day, through: last) }
            guard last != nil || ladder.rules.reviews != .daily else { throw .noLastDay }
            course.set(tier, on: day, through: last, because: cause)
            return (course.changes, day)
        }
    }

    private func requireNotBefore(_ day: CalendarDate) throws(TierMembershipError) {
        guard let last = entries.last?.knownOn, day < last else { return }
        throw .dayWentBack(day, last: last)
    }

    /// Returns whether a stored entry may come next.
    private func follows(_ entry: TierEntry) -> Bool {
        guard entry.change.date <= entry.knownOn else { return false }
        guard let last = entries.last else { return true }
        return entry.change.source == last.change.target && last.change.date <= entry.change.date
            && last.knownOn <= entry.knownOn
    }
}

extension TierEntry {
    /// Whether this is the last of what `action` brings about.
    fileprivate func answers(_ action: TierCommand.Action) -> Bool {
        switch action {
        case .assess(let facts): change.cause == nil && knownOn == facts.asOf
        case .set(let tier, let day, let last, let cause):
            change.cause == cause && change.target == tier && change.date == day && change.after.hold?.through == last
        }
    }
}
