/// Entries to be appended to one stream, and where that stream must end for it.
///
/// - Wire format: `{"entries":[…],"position":2,"stream":"g-1"}`.
public struct Append<Entry: JournalEntry>: Hashable, Sendable {
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

extension Append: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case stream = "stream"
        case position = "position"
        case entries = "entries"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let stream = try container.decode(Identifier<Entry.Subject>.self, forKey: .stream)
        let position = try container.decode(Int.self, forKey: .position)
        let entries = try container.decode([Entry].self, forKey: .entries)
        guard position >= 0, !entries.isEmpty else {
            let problem = "an append has one entry or more, at a position of zero or more"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
        self.init(entries, to: stream, at: position)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(stream, forKey: .stream)
        try container.encode(position, forKey: .position)
        try container.encode(entries, forKey: .entries)
    }
}
