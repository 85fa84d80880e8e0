/// The grants of a host, kept in its journal: the thin shell around ``GiftGrant``.
///
/// A command is decided on what the journal holds, and its entries are appended where that ended. When another
/// writer came first, the command is decided anew; the key that it carries makes sure that nothing happens twice,
/// also when an answer was lost.
public struct GiftLedger: Sendable {
    private let journal: any Journal<GrantEntry>
    private let attempts: Int
    private let pause: @Sendable (Int) async throws -> Void

    /// A ledger kept in `journal`.
    ///
    /// - Parameters:
    ///   - attempts: How often a command is tried while other writers come first, at least once.
    ///   - pause: What to do before the next attempt, given how many failed: a host sleeps here, longer each time.
    public init(
        in journal: some Journal<GrantEntry>,
        attempts: Int = 8,
        pause: @escaping @Sendable (Int) async throws -> Void = { _ in }
    ) {
        precondition(attempts > 0, "at least one attempt is needed")
        self.journal = journal
        self.attempts = attempts
        self.pause = pause
    }
}

extension GiftLedger {
    /// Returns the grant called `id` as it is now; its state is `nil` when nothing was planned under that name.
    ///
    /// - Throws: ``ReplayError`` when the stored entries do not follow from each other, or whatever the journal throws.
    public func grant(_ id: GiftGrant.ID) async throws -> GiftGrant {
        var grant = GiftGrant(id: id)
        for entry in try await journal.entries(of: id, from: 0, atMost: .max) { try grant.apply(entry) }
        return grant
    }

    /// Carries out `command` once on the grant called `id`, however often it is sent and whoever else is writing.
    ///
    /// Cancellation is heeded before an attempt and never after an append.
    ///
    /// - Parameter now: When the command is carried out.
    /// - Throws: ``GrantError`` when the grant refuses, ``ContentionError`` after too many lost races,
    ///   ``ReplayError`` when the stored entries do not follow from each other, `CancellationError`, or whatever the
    ///   journal throws; then the same command may be sent again.
    @discardableResult
    public func perform(
        _ command: GrantCommand,
        on id: GiftGrant.ID,
        at now: Timestamp
    ) async throws -> GrantOutcome {
        for attempt in 1...attempts {
            try Task.checkCancellation()
            let grant = try await grant(id)
            let outcome = try grant.decide(command, at: now)
            guard !outcome.isReplay, !outcome.entries.isEmpty else { return outcome }
            let part = Append(outcome.entries, to: id, at: grant.entries.count)
            if try await journal.append([part]) == .appended { return outcome }
            if attempt < attempts { try await pause(attempt) }
        }
        throw ContentionError(attempts: attempts)
    }
}
