/// Where a host keeps what was recorded: streams of entries that only grow.
///
/// Two requirements are all there is, so that a table, a document or a file can each be a journal. What one must
/// hold beyond its signatures is written as laws that can be run; see `JournalLaw` in `GiftTesting`.
///
/// - A read that begins after an acknowledged append sees it.
/// - Reads and appends of one journal may come from many tasks at once.
/// - A journal throws its own errors for its own failures (a lost connection, a full disk), and they reach the
///   caller unchanged. After such an error an append may or may not have been stored, wholly. A lost race is no
///   failure, and is returned.
public protocol Journal<Entry>: Sendable {
    /// What the streams hold.
    associatedtype Entry: JournalEntry

    /// Returns the entries of `stream` from `position` on, oldest first: all that are left, or `limit` of them.
    ///
    /// The first entry has position 0, and `limit` is one or more. A stream that nobody has written to is empty, and so
    /// is what lies beyond a stream's end.
    func entries(
        of stream: Identifier<Entry.Subject>,
        from position: Int,
        atMost limit: Int
    ) async throws -> [Entry]

    /// Appends every part of `batch` or none, in one atomic step.
    ///
    /// The parts come sorted by stream, each stream once. Returns ``AppendOutcome/outdated(_:)`` with the first
    /// stream that does not end at its part's position, also when it ends before it.
    func append(_ batch: [Append<Entry>]) async throws -> AppendOutcome<Entry>
}

/// A journal that can list its streams, for audits, liability and erasure.
public protocol WalkableJournal<Entry>: Journal {
    /// Returns the streams that have entries, by identifier ascending, after `last` or from the first: at most `limit`.
    ///
    /// `limit` is one or more.
    func streams(
        after last: Identifier<Entry.Subject>?,
        atMost limit: Int
    ) async throws -> [Identifier<Entry.Subject>]
}
