/// Entries to be appended to one stream, and where that stream must end for it.
public struct Append<Entry: JournalEntry>: Codable, Hashable, Sendable {
    /// The stream.
    public let stream: Identifier<Entry.Subject>
    /// How many entries the stream must hold; any other number makes the whole batch outdated.
    public let position: Int
    /// The entries, oldest first, at least one.
    public let entries: [Entry]

    /// `entries` for `stream`, which must hold `position` entries so far.
    public init(_ entries: [Entry], to stream: Identifier<Entry.Subject>, at position: Int) {
        precondition(!entries.isEmpty, "nothing is no append")
        precondition(position >= 0, "a position counts entries")
        self.stream = stream
        self.position = position
        self.entries = entries
    }
}

/// What became of an attempt to append.
///
/// The two outcomes are all there are, so this enum is closed.
public enum AppendOutcome<Entry: JournalEntry>: Hashable, Sendable {
    /// Every entry is stored, and every read that begins from now on sees it.
    case appended
    /// This stream does not end where the batch supposed, and nothing was stored.
    case outdated(Identifier<Entry.Subject>)
}
