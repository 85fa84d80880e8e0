/// A journal that forgets everything when it goes away: for tests, previews and trying things out.
///
/// - Complexity: a page of streams takes O(*n*) in its length, and the first after new streams O(*n* log *n*) in all.
public actor InMemoryJournal<Entry: JournalEntry>: WalkableJournal {
    private var stored: [Identifier<Entry.Subject>: [Entry]] = [:]
    private var names = ListedIdentifiers<Entry.Subject>()

    /// An empty journal.
    public init() {}

    public func entries(
        of stream: Identifier<Entry.Subject>,
        from position: Int,
        atMost limit: Int
    ) -> [Entry] {
        precondition(position >= 0, "a position counts entries")
        precondition(limit >= 1, "a page has room for one entry or more")
        return Array(stored[stream, default: []].dropFirst(position).prefix(limit))
    }

    public func append(_ batch: [Append<Entry>]) -> AppendOutcome<Entry> {
        for part in batch where stored[part.stream, default: []].count != part.position {
            return .outdated(part.stream)
        }
        for part in batch {
            if stored[part.stream] == nil { names.add(part.stream) }
            stored[part.stream, default: []] += part.entries
        }
        return .appended
    }

    public func streams(
        after last: Identifier<Entry.Subject>?,
        atMost limit: Int
    ) -> [Identifier<Entry.Subject>] {
        precondition(limit >= 1, "a page has room for one stream or more")
        return Array(names.identifiers(after: last).prefix(limit))
    }
}
