public import GiftModel

/// A journal that fails the way real storage fails, on a schedule that its seed decides.
///
/// - It refuses some calls before they do anything.
/// - It loses the acknowledgement of some appends that did their work.
/// - It sends some appends twice, as a driver that retries by itself does: the second finds the first, and the
///   caller hears that its batch is outdated although it is stored.
/// - It reports some batches as outdated that are not, as a serializable database does under contention.
///
/// A shell that survives this survives a dropped connection.
public actor FaultyJournal<Entry: JournalEntry>: Journal {
    private let base: any Journal<Entry>
    private var random: SeededGenerator
    /// How often it has failed so far.
    public private(set) var faults = 0

    /// A journal that keeps its entries in `base` and fails now and then, as `seed` decides.
    public init(wrapping base: some Journal<Entry>, seed: UInt64) {
        self.base = base
        self.random = SeededGenerator(seed: seed)
    }

    public func entries(
        of stream: Identifier<Entry.Subject>,
        from position: Int,
        atMost limit: Int
    ) async throws -> [Entry] {
        if happens() { throw LostConnection() }
        return try await base.entries(of: stream, from: position, atMost: limit)
    }

    public func append(_ batch: [Append<Entry>]) async throws -> AppendOutcome<Entry> {
        if happens() { throw LostConnection() }
        if let first = batch.first, happens() { return .outdated(first.stream) }
        let outcome = try await base.append(batch)
        if happens() { return try await base.append(batch) }
        if happens() { throw LostConnection() }
        return outcome
    }

    private func happens() -> Bool {
        let happens = Int.random(in: 0..<8, using: &random) == 0
        faults += happens ? 1 : 0
        return happens
    }
}

/// The failure that a ``FaultyJournal`` makes up.
public struct LostConnection: Error, Hashable, Sendable {
    /// A connection that is lost.
    public init() {}
}
