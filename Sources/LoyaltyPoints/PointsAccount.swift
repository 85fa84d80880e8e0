public import GiftModel

/// The points of one customer: the entries that were recorded, and the balance that follows from them.
///
/// An account is a value and does no I/O. A command is first decided, which changes nothing, and its entries
/// are then applied; a host that stores the entries and applies them again comes to an equal account.
///
/// ```swift
/// var account = PointsAccount(of: "c-1042")
/// try account.perform(PointsCommand(.earn(100), key: 1), at: now)
/// account.balance.available   // 100
/// ```
///
/// ## Invariants
/// 1. The available points are the sum of what was earned.
/// 2. Sequences count from 1 without gaps, and recorded times never go back.
/// 3. Sending a command again under its key changes nothing and gives its first outcome.
public struct PointsAccount: Hashable, Sendable {
    /// Whose points they are.
    public let customer: Customer.ID
    /// What stands in the account.
    public private(set) var balance = PointsBalance.zero
    /// The entries, oldest first.
    public private(set) var entries: [PointsEntry] = []
    private var positions: [RequestKey: Int] = [:]

    /// An empty account of `customer`.
    public init(of customer: Customer.ID) { self.customer = customer }
}

extension PointsAccount {
    /// Carries out `command` once, or refuses it and leaves the account as it was.
    ///
    /// - Parameter now: When the command is carried out; an earlier time than the last entry's is recorded as that.
    /// - Throws: ``PointsError``, in the order of its cases.
    /// - Complexity: O(1).
    @discardableResult
    public mutating func perform(
        _ command: PointsCommand,
        at now: Timestamp
    ) throws(PointsError) -> PointsOutcome {
        let outcome = try decide(command, at: now)
        guard !outcome.isReplay else { return outcome }
        for entry in outcome.entries {
            do {
                try apply(entry)
            } catch {
                preconditionFailure("a decision does not follow from its account: \(error)")
            }
        }
        return outcome
    }

    /// Adds a stored entry of this account, or refuses it and leaves the account as it was.
    ///
    /// - Throws: `ReplayError`, in the order of its cases, for an entry that does not follow from those before it.
    /// - Complexity: O(1).
    public mutating func apply(_ entry: PointsEntry) throws(ReplayError) {
        try entry.requireToFollow(entries.last, count: entries.count) { positions[$0] != nil }
        // Every request has brought about one entry.
        guard positions[entry.key] == nil else { throw .keyReused(entry.key) }
        switch entry.change {
        case .earned(let points):
            guard let sum = balance.available.adding(points) else { throw .impossibleChange(sequence: entry.sequence) }
            balance.available = sum
        }
        positions[entry.key] = entries.count
        entries.append(entry)
    }

    private func decide(_ command: PointsCommand, at now: Timestamp) throws(PointsError) -> PointsOutcome {
        if let position = positions[command.key] {
            let earlier = entries[position]
            guard earlier.change == command.change else { throw .keyConflict(command.key) }
            return PointsOutcome(entries: [earlier], isReplay: true)
        }
        switch command.action {
        case .earn(let points): guard balance.available.adding(points) != nil else { throw .overflow }
        }
        let entry = PointsEntry(
            sequence: Int64(entries.count) + 1,
            recordedAt: max(now, entries.last?.recordedAt ?? now),
            key: command.key,
            change: command.change
        )
        return PointsOutcome(entries: [entry], isReplay: false)
    }
}

extension PointsCommand {
    fileprivate var change: PointsEntry.Change {
        switch action {
        case .earn(let points): .earned(points)
        }
    }
}
