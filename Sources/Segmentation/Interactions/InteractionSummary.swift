public import GiftModel

/// What one customer did beside buying: how often on each day, by kind and channel.
///
/// Interactions may be added in any order and merged from parts in any order, with the same result. What is merged
/// must be of different interactions, because a summary does not know them one by one.
///
/// - Wire format: `{"entries":[{"channel":"app","counts":[["2026-03-01",2]],"kind":"view"}],"v":1}`; an entry of an
///   unknown channel has none, and a reader refuses any other version.
public struct InteractionSummary: Hashable, Sendable {
    /// One entry for each kind in each channel, by kind, then by channel, an unknown one first.
    public private(set) var entries: [Entry] = []

    /// What was done of one kind in one channel.
    public struct Entry: Hashable, Sendable {
        /// What was done.
        public let kind: InteractionKind
        /// Where, or `nil` when nobody recorded it.
        public let channel: ActivityChannel?
        /// How often on each day.
        public internal(set) var counts: DailyCounts
        let kindKey: WordKey
        let channelKey: WordKey

        init(kind: InteractionKind, channel: ActivityChannel?, counts: DailyCounts) {
            self.kind = kind
            self.channel = channel
            self.counts = counts
            self.kindKey = WordKey(kind.name)
            self.channelKey = WordKey(channel?.name)
        }
    }

    /// Nothing done yet.
    public init() {}
}

extension InteractionSummary {
    /// Counts one interaction, or refuses it and changes nothing.
    ///
    /// - Parameter zone: Tells on which local day it fell.
    /// - Throws: ``PurchaseSummaryError/outsideCalendar(_:)``.
    /// - Complexity: O(*n*) in the number of entries; before the last day of its entry, also in that of its days.
    public mutating func add(_ interaction: Interaction, in zone: some ZoneRules) throws(PurchaseSummaryError) {
        guard let date = zone.date(of: interaction.occurredAt) else { throw .outsideCalendar(interaction.occurredAt) }
        let entry = Entry(kind: interaction.kind, channel: interaction.channel, counts: DailyCounts())
        entries[position(making: entry)].counts.add(on: date)
    }

    /// Counts all that `other` counted, which must be other interactions.
    ///
    /// - Complexity: O(*n* · *m*) in the numbers of entries, which are few, and O(days).
    public mutating func merge(_ other: InteractionSummary) {
        for entry in other.entries {
            var new = entry
            new.counts = DailyCounts()
            entries[position(making: new)].counts.merge(entry.counts)
        }
    }

    /// Returns how often anything was done on or before `last`.
    ///
    /// - Complexity: O(*n*) in the days of all entries.
    public func count(through last: CalendarDate) -> Int64 {
        var sum: Int64 = 0
        for position in entries.indices { sum = sum.saturatingSum(entries[position].counts.sum(through: last)) }
        return sum
    }

    /// Returns how often on each day anything of `kind` was done in `channel`; `nil` stands for any.
    ///
    /// - Complexity: O(*n*) in the days of what was asked for.
    public func counts(of kind: InteractionKind? = nil, in channel: ActivityChannel? = nil) -> DailyCounts {
        var sum = DailyCounts()
        for entry in entries
        where kind.map({ $0 == entry.kind }) ?? true && channel.map({ $0 == entry.channel }) ?? true {
            sum.merge(entry.counts)
        }
        return sum
    }

    /// Returns the position of the entry for the kind and channel of `new`, which is inserted if there is none.
    private mutating func position(making new: Entry) -> Int {
        if let position = entries.firstIndex(where: { $0.isAboutSame(as: new) }) { return position }
        let position = entries.firstIndex { new.precedes($0) } ?? entries.endIndex
        entries.insert(new, at: position)
        return position
    }
}

extension InteractionSummary.Entry {
    fileprivate func isAboutSame(as other: Self) -> Bool {
        kindKey == other.kindKey && channelKey == other.channelKey && kind == other.kind && channel == other.channel
    }

    /// By kind, then by channel, an unknown one first.
    fileprivate func precedes(_ other: Self) -> Bool {
        if kind != other.kind { return kind < other.kind }
        guard let otherChannel = other.channel else { return false }
        return channel.map { $0 < otherChannel } ?? true
    }
}

extension InteractionSummary: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case entries = "entries"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "an interaction summary", forKey: .formatVersion)
        self.entries = try container.decode([Entry].self, forKey: .entries)
        guard
            zip(entries, entries.dropFirst()).allSatisfy({ $0.precedes($1) }),
            entries.allSatisfy({ !$0.counts.isEmpty })
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .entries,
                in: container,
                debugDescription: "entries come in ascending order, each with a count"
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(entries, forKey: .entries)
    }
}

extension InteractionSummary.Entry: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case kind = "kind"
        case channel = "channel"
        case counts = "counts"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        self.init(
            kind: try container.decode(InteractionKind.self, forKey: .kind),
            channel: try container.decodeIfPresent(ActivityChannel.self, forKey: .channel),
            counts: try container.decode(DailyCounts.self, forKey: .counts)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encodeIfPresent(channel, forKey: .channel)
        try container.encode(counts, forKey: .counts)
    }
}
