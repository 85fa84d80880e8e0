public import GiftModel

/// A journal that fails the way real storage fails, on a schedule that its seed decides.
///
/// - It refuses some calls before they do anything, whatever the number of parts.
/// - It loses the acknowledgement of some appends that did their work, in every part.
/// - It sends some appends twice, as a driver that retries by itself does: the second finds the first, and the
///   caller hears that its batch is outdated although it is stored.
/// - It reports some batches as outdated that are not, as a serializable database does under contention.
/// - It lets appends of other tasks, to other streams as well, overtake some.
///
/// What no journal may do it does not either: of a batch with several parts it never stores some and not the others,
/// and a read begun after an acknowledged append sees it. A shell that survives this survives a dropped connection.
public actor FaultyJournal<Entry: JournalEntry>: WalkableJournal {
    private let base: any WalkableJournal<Entry>
    private var random: SeededGenerator
    private var appends = 0
    /// How often it has failed so far.
    public private(set) var faults = 0

    /// A journal that keeps its entries in `base` and fails now and then, as `seed` decides.
    public init(wrapping base: some WalkableJournal<Entry>, seed: UInt64) {
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
        if happens() { await letOthersPass() }
        let outcome = try await base.append(batch)
        appends += 1
        if happens() { return try await base.append(batch) }
        if happens() { throw LostConnection() }
        return outcome
    }

    public func streams(
        after last: Identifier<Entry.Subject>?,
        atMost limit: Int
    ) async throws -> [Identifier<Entry.Subject>] {
        if happens() { throw LostConnection() }
        return try await base.streams(after: last, atMost: limit)
    }

    /// Waits until another append has come first, or long enough for one to come if there is any.
    private func letOthersPass() async {
        let before = appends
        for _ in 0..<64 where appends == before { await Task.yield() }
    }

    private func happens() -> Bool {
        let happens = Int.random(in: 0..<8, using: &random) == 0
        faults += happens ? 1 : 0
        return happens
    }
}
