/// One gift for one customer, tracked from plan to effect.
///
/// A grant is a value and does no I/O. A command is first decided, which changes nothing, and its entries are then
/// applied; a host that stores the entries and applies them again comes to an equal grant.
///
/// Reports may come twice, late and out of order. One rule covers them: a state that the gift has been in already
/// changes nothing; a state that may follow is recorded; where only steps are missing that happen outside
/// (``GrantState/isInferable``), they are recorded as inferred; anything else is a contradiction, which is refused.
///
/// A set is one grant. Its parts are decided on, reserved and called off together; once it leaves, each part may be
/// reported by itself, and from then on goes its own way.
///
/// ## Invariants
/// 1. The steps of the gift and of each part follow each other as ``GrantState/next`` allows, and none comes twice.
/// 2. Sequences count from 1 without gaps, and recorded times never go back.
/// 3. Sending a command again under its key changes nothing and gives its first outcome.
public struct GiftGrant: Identifiable, Hashable, Sendable {
    /// The name of a grant, given by what was planned.
    public typealias ID = GrantTerms.ID

    /// The name of this grant.
    public let id: ID
    /// What was planned, or `nil` before anything was.
    public private(set) var terms: GrantTerms?
    /// The entries, oldest first.
    public private(set) var entries: [GrantEntry] = []
    /// The steps of the gift and of its parts, in the order in which they were recorded.
    private(set) var log: [GrantStep] = []

    /// The grant called `id`, of which nothing is recorded yet.
    public init(id: ID) { self.id = id }
}

extension GiftGrant {
    /// The steps so far of the gift and of every part that goes along with it, in order.
    ///
    /// - Complexity: O(*n*) in the number of steps.
    public var steps: [GrantStep] { log.contains { $0.part != nil } ? log.filter { $0.part == nil } : log }

    /// The state that the gift is in, or `nil` before it was planned; of a set, the box and what goes along with it.
    public var state: GrantState? { log.last { $0.part == nil }?.state }

    /// Returns the step of the gift to `state`, or `nil` when it has not been in it.
    public func step(to state: GrantState) -> GrantStep? { log.first { $0.part == nil && $0.state == state } }

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
        guard follows(entry.change) else { throw .impossibleChange(sequence: entry.sequence) }
        record(entry)
    }

    /// Adds an entry that is known to follow.
    private mutating func record(_ entry: GrantEntry) {
        switch entry.change {
        case .planned(let terms):
            self.terms = terms
            log.append(
                GrantStep(state: .planned, occurredAt: entry.recordedAt, isInferred: false, reason: nil, part: nil)
            )
        case .moved(let step): log.append(step)
        case .confirmed(let step):
            for index in log.indices where log[index].state == step.state && log[index].part == step.part {
                log[index].isInferred = false
                log[index].occurredAt = step.occurredAt
                log[index].reason = step.reason
            }
        case .exchanged, .reminded, .unlocked, .settled: break
        }
        entries.append(entry)
    }
}
