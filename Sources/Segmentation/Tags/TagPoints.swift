public import GiftModel

/// The points that one customer has earned for each tag, by day.
///
/// Points may be added in any order and merged from parts in any order, with the same result, because they are whole
/// numbers and lose weight only when they are looked at. What is merged must be of different activities. No day is
/// ever dropped: after forty half-lives it weighs next to nothing.
///
/// - Wire format: `{"tags":[{"points":[["2026-11-01",2]],"tag":"skiTrip"}],"v":1}`; a reader refuses other versions.
public struct TagPoints: Hashable, Sendable {
    /// The tags with any points, in ascending order.
    public private(set) var entries: [Entry] = []

    /// The points for one tag.
    public struct Entry: Hashable, Sendable {
        /// Which tag.
        public let tag: CustomerTag.ID
        /// The points of each day.
        public fileprivate(set) var points: DailyCounts
        let key: WordKey

        init(tag: CustomerTag.ID, points: DailyCounts) {
            self.tag = tag
            self.points = points
            self.key = WordKey(tag)
        }
    }

    /// No points yet.
    public init() {}
}

extension TagPoints {
    /// Adds `points` for `tag` on `date`; traps unless they are zero or more.
    ///
    /// - Complexity: O(*n*) in the number of tags and, unless it is the last day, of the tag's days.
    public mutating func add(_ points: Int64, for tag: CustomerTag.ID, on date: CalendarDate) {
        precondition(points >= 0, "points are zero or more")
        guard points > 0 else { return }
        let position = position(of: tag)
        if position == entries.endIndex || entries[position].tag != tag {
            entries.insert(Entry(tag: tag, points: DailyCounts()), at: position)
        }
        entries[position].points.add(points, on: date)
    }

    /// Adds all points of `other`, which must be for other activities.
    ///
    /// - Complexity: O(*n* · *m*) in the numbers of tags, which are few, and O(days).
    public mutating func merge(_ other: TagPoints) {
        for entry in other.entries {
            let position = position(of: entry.tag)
            if position < entries.endIndex, entries[position].tag == entry.tag {
                entries[position].points.merge(entry.points)
            } else {
                entries.insert(entry, at: position)
            }
        }
    }

    /// Returns the points for `tag` by day, none at all included.
    ///
    /// - Complexity: O(*n*) in the number of tags.
    public func points(for tag: CustomerTag.ID) -> DailyCounts {
        entries.first { $0.tag == tag }?.points ?? DailyCounts()
    }

    private func position(of tag: CustomerTag.ID) -> Int {
        entries.firstIndex { $0.tag >= tag } ?? entries.endIndex
    }
}

extension TagPoints: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case entries = "tags"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "points for tags", forKey: .formatVersion)
        self.entries = try container.decode([Entry].self, forKey: .entries)
        guard
            zip(entries, entries.dropFirst()).allSatisfy({ $0.tag < $1.tag }),
            entries.allSatisfy({ !$0.points.isEmpty })
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .entries,
                in: container,
                debugDescription: "tags come in ascending order, each with points"
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(entries, forKey: .entries)
    }
}

extension TagPoints.Entry: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case tag = "tag"
        case points = "points"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        self.init(
            tag: try container.decode(CustomerTag.ID.self, forKey: .tag),
            points: try container.decode(DailyCounts.self, forKey: .points)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(tag, forKey: .tag)
        try container.encode(points, forKey: .points)
    }
}
