/// One gift for one customer, tracked from plan to effect.
///
/// A grant is a value and does no I/O. A command is first decided, which changes nothing, and its entries are then
/// applied; a host that stores the entries and applies them again comes to an equal grant.
///
/// Reports may come twice, late and out of order. One rule covers them: a state that the gift has been in already
/// changes nothing; a state that may follow is recorded; where only steps are missing that happen outside
/// (``GrantState/isInferable``), they are recorded as inferred; anything else is a contradiction, which is refused.
///
/// ## Invariants
/// 1. The steps follow each other as ``GrantState/next`` allows, and none comes twice.
/// 2. Sequences count from 1 without gaps, and recorded times never go back.
/// 3. Sending a command again under its key changes nothing and gives its first outcome.
public struct GiftGrant: Identifiable, Hashable, Sendable {
    /// The name of a grant, given by what was planned.
    public typealias ID = GrantTerms.ID

    /// The name of this grant.
    public let id: ID
    /// What was planned, or `nil` before anything was.
    public private(set) var terms: GrantTerms?
    /// The steps so far, in order.
    public private(set) var steps: [GrantStep] = []
    /// The entries, oldest first.
    public private(set) var entries: [GrantEntry] = []

    /// The grant called `id`, of which nothing is recorded yet.
    public init(id: ID) { self.id = id }
}

extension GiftGrant {
    /// The state that the gift is in, or `nil` before it was planned.
    public var state: GrantState? { steps.last?.state }

    /// Returns the step to `state`, or `nil` when the gift has not been in it.
    public func step(to state: GrantState) -> GrantStep? { steps.first { $0.state == state } }

    /// Carries out `command` once, or refuses it and leaves the grant as it was.
    ///
    /// - Parameter now: When the command is carried out; an earlier time than the last entry's is recorded as that.
    /// - Throws: ``GrantError``, in the order of its cases.
    /// - Complexity: O(*n*) in the number of entries, of which a grant has about ten.
    @discardableResult
    public mutating func perform(
        _ command: GrantCommand,
        at now: Timestamp
    ) throws(GrantError) -> GrantOutcome {
        let outcome = try decide(command, at: now)
        guard !outcome.isReplay else { return outcome }
        for entry in outcome.entries { record(entry) }
        return outcome
    }

    /// Adds a stored entry of this grant, or refuses it and leaves the grant as it was.
    ///
    /// - Throws: ``ReplayError``, in the order of its cases, for an entry that does not follow from those before it.
    /// - Complexity: O(*n*) in the number of entries.
    public mutating func apply(_ entry: GrantEntry) throws(ReplayError) {
        try entry.requireToFollow(entries.last, count: entries.count) { key in entries.contains { $0.key == key } }
        let isPossible =
            switch entry.change {
            case .planned(let terms): self.terms == nil && terms.id == id
            case .moved(let step): state?.next.contains(step.state) == true
            case .confirmed(let state, _): step(to: state)?.isInferred == true
            }
        guard isPossible else { throw .impossibleChange(sequence: entry.sequence) }
        record(entry)
    }

    /// Adds an entry that is known to follow.
    private mutating func record(_ entry: GrantEntry) {
        switch entry.change {
        case .planned(let terms):
            self.terms = terms
            steps.append(GrantStep(state: .planned, occurredAt: entry.recordedAt, isInferred: false, reason: nil))
        case .moved(let step): steps.append(step)
        case .confirmed(let state, let occurredAt):
            for index in steps.indices where steps[index].state == state {
                steps[index].isInferred = false
                steps[index].occurredAt = occurredAt
            }
        }
        entries.append(entry)
    }
}
