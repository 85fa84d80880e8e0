public import GiftModel

/// What one customer did beside buying: how often on each day, by kind and channel.
///
/// Interactions may be added in any order and merged from parts in any order, with the same result. What is merged
/// must be of different interactions, because a summary does not know them one by one.
///
/// - Wire format: `{"entries":[{"channel":"app","counts":[["2026-03-01",2]],"kind":"view"}],"v":1}`; an entry of an
///   unknown channel has none, and a reader refuses any other version.
public struct InteractionSummary: Hashable, Sendable {
    /// How often on each day, by kind, then by channel, an unknown one first.
    private(set) var counts = DailyCountLists<Deed>()

    /// What was done of one kind in one channel.
    public struct Entry: Hashable, Sendable {
        /// What was done.
        public let kind: InteractionKind
        /// Where, or `nil` when nobody recorded it.
        public let channel: ActivityChannel?
        /// How often on each day.
        public let counts: DailyCounts
    }

    /// What was done, and where, with stand-ins for both names.
    struct Deed: Hashable, Sendable {
        let kind: InteractionKind
        let channel: ActivityChannel?
        let kindKey: WordKey
        let channelKey: WordKey

        init(_ kind: InteractionKind, in channel: ActivityChannel?) {
            self.kind = kind
            self.channel = channel
            self.kindKey = WordKey(kind.name)
            self.channelKey = WordKey(channel?.name)
        }
    }

    /// Nothing done yet.
    public init() {}
}

extension InteractionSummary {
    /// One entry for each kind in each channel, by kind, then by channel, an unknown one first.
    ///
    /// - Complexity: O(*n*) in the days of all entries.
    public var entries: [Entry] {
        counts.lists.enumerated()
            .map { position, list in
                Entry(kind: list.subject.kind, channel: list.subject.channel, counts: counts.counts(at: position))
            }
    }

    /// Whether nothing was done.
    var isEmpty: Bool { counts.days.isEmpty }

    /// Counts one interaction, or refuses it and changes nothing.
    ///
    /// - Parameter zone: Tells on which local day it fell.
    /// - Throws: ``PurchaseSummaryError/outsideCalendar(_:)``.
    /// - Complexity: O(*n*) in the number of entries, and in that of the days after its own and of later entries.
    public mutating func add(_ interaction: Interaction, in zone: some ZoneRules) throws(PurchaseSummaryError) {
        guard let date = zone.date(of: interaction.occurredAt) else { throw .outsideCalendar(interaction.occurredAt) }
        let deed = Deed(interaction.kind, in: interaction.channel)
        counts.add(1, on: date, at: position(making: deed))
    }

    /// Counts all that `other` counted, which must be other interactions.
    ///
    /// - Complexity: O(*n* · *m*) in the numbers of entries, which are few, and in all days.
    public mutating func merge(_ other: InteractionSummary) {
        for (position, list) in other.counts.lists.enumerated() {
            counts.merge(other.counts.days(at: position), at: self.position(making: list.subject))
        }
    }

    /// Returns how often anything was done on or before `last`.
    ///
    /// - Complexity: O(*n*) in the days of all entries.
    public func count(through last: CalendarDate) -> Int64 { counts.days[...].sum(through: last) }

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

    /// Returns the position of the entry for `deed`, which is inserted if there is none.
    private mutating func position(making deed: Deed) -> Int {
        if let position = counts.lists.firstIndex(where: { $0.subject.isSame(as: deed) }) { return position }
        let position = counts.lists.firstIndex { deed.precedes($0.subject) } ?? counts.lists.endIndex
        counts.insert(deed, at: position)
        return position
    }
}

extension InteractionSummary.Deed {
    fileprivate func isSame(as other: Self) -> Bool {
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
        for entry in try container.decode([Entry].self, forKey: .entries) {
            let deed = Deed(entry.kind, in: entry.channel)
            guard counts.lists.last.map({ $0.subject.precedes(deed) }) ?? true, !entry.counts.isEmpty else {
                throw DecodingError.dataCorruptedError(
                    forKey: .entries,
                    in: container,
                    debugDescription: "entries come in ascending order, each with a count"
                )
            }
            let position = counts.lists.endIndex
            counts.insert(deed, at: position)
            counts.merge(entry.counts.days[...], at: position)
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
