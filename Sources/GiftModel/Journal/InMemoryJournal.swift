/// A journal that forgets everything when it goes away: for tests, previews and trying things out.
public actor InMemoryJournal<Entry: JournalEntry>: WalkableJournal {
    private var stored: [Identifier<Entry.Subject>: [Entry]] = [:]

    /// An empty journal.
    public init() {}

    public func entries(
        of stream: Identifier<Entry.Subject>,
        from position: Int,
        atMost limit: Int
    ) -> [Entry] {
        Array(stored[stream, default: []].dropFirst(position).prefix(limit))
    }

    public func append(_ batch: [Append<Entry>]) -> AppendOutcome<Entry> {
        for part in batch where stored[part.stream, default: []].count != part.position {
            return .outdated(part.stream)
        }
        for part in batch { stored[part.stream, default: []] += part.entries }
        return .appended
    }

    public func streams(
        after last: Identifier<Entry.Subject>?,
        atMost limit: Int
    ) -> [Identifier<Entry.Subject>] {
        Array(stored.keys.filter { stream in last.map { $0 < stream } ?? true }.sorted().prefix(limit))
    }
}
