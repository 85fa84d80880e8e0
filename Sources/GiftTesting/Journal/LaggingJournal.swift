public import GiftModel

/// A journal whose reads are stale, as those of a replica are: they miss the newest entries.
///
/// It breaks the contract on purpose, and shows what that costs: refusals and retries, never the books.
public actor LaggingJournal<Entry: JournalEntry>: Journal {
    private let base: any Journal<Entry>
    private var random: SeededGenerator

    /// A journal that keeps its entries in `base` and hides up to two of the newest now and then, as `seed` decides.
    public init(wrapping base: some Journal<Entry>, seed: UInt64) {
        self.base = base
        self.random = SeededGenerator(seed: seed)
    }

    public func entries(
        of stream: Identifier<Entry.Subject>,
        from position: Int,
        atMost limit: Int
    ) async throws -> [Entry] {
        let entries = try await base.entries(of: stream, from: position, atMost: limit)
        return Array(entries.dropLast(Int.random(in: 0...2, using: &random)))
    }

    public func append(_ batch: [Append<Entry>]) async throws -> AppendOutcome<Entry> { try await base.append(batch) }
}
