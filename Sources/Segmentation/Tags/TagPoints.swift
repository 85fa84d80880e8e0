public import GiftModel

/// The points that one customer has earned for each tag, by day.
///
/// Points may be added in any order and merged from parts in any order, with the same result, because they are whole
/// numbers and lose weight only when they are looked at. What is merged must be of different activities. No day is
/// ever dropped: after forty half-lives it weighs next to nothing.
///
/// - Wire format: `{"tags":[{"points":[["2026-11-01",2]],"tag":"skiTrip"}],"v":1}`; a reader refuses other versions.
public struct TagPoints: Hashable, Sendable {
    /// The points of each day for each tag with any, by tag ascending.
    private(set) var points = DailyCountLists<Tag>()

    /// The points for one tag.
    public struct Entry: Hashable, Sendable {
        /// Which tag.
        public let tag: CustomerTag.ID
        /// The points of each day.
        public let points: DailyCounts
    }

    /// A tag, with a stand-in for its name.
    struct Tag: Hashable, Sendable {
        let id: CustomerTag.ID
        let key: WordKey

        init(_ id: CustomerTag.ID) {
            self.id = id
            self.key = WordKey(id)
        }
    }

    /// No points yet.
    public init() {}
}

extension TagPoints {
    /// The tags with any points, in ascending order.
    ///
    /// - Complexity: O(*n*) in the days of all tags.
    public var entries: [Entry] {
        points.lists.enumerated().map { Entry(tag: $1.subject.id, points: points.counts(at: $0)) }
    }

    /// Whether there are no points.
    var isEmpty: Bool { points.days.isEmpty }

    /// Adds `points` for `tag` on `date`; traps unless they are zero or more.
    ///
    /// - Complexity: O(*n*) in the number of tags, and in that of the days after its own and of later tags.
    public mutating func add(_ points: Int64, for tag: CustomerTag.ID, on date: CalendarDate) {
        precondition(points >= 0, "points are zero or more")
        guard points > 0 else { return }
        self.points.add(points, on: date, at: position(making: tag))
    }

    /// Adds all points of `other`, which must be for other activities.
    ///
    /// - Complexity: O(*n* · *m*) in the numbers of tags, which are few, and in all days.
    public mutating func merge(_ other: TagPoints) {
        for (position, list) in other.points.lists.enumerated() {
            points.merge(other.points.days(at: position), at: self.position(making: list.subject.id))
        }
    }

    /// Returns the points for `tag` by day, none at all included.
    ///
    /// - Complexity: O(*n*) in the number of tags, and of the tag's days.
    public func points(for tag: CustomerTag.ID) -> DailyCounts {
        points.lists.firstIndex { $0.subject.id == tag }.map(points.counts) ?? DailyCounts()
    }

    /// Returns the position of `tag`, which is inserted if it is not there.
    private mutating func position(making tag: CustomerTag.ID) -> Int {
        let position = points.lists.firstIndex { $0.subject.id >= tag } ?? points.lists.endIndex
        if position == points.lists.endIndex || points.lists[position].subject.id != tag {
            points.insert(Tag(tag), at: position)
        }
        return position
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
        for entry in try container.decode([Entry].self, forKey: .entries) {
            guard points.lists.last.map({ $0.subject.id < entry.tag }) ?? true, !entry.points.isEmpty else {
                throw DecodingError.dataCorruptedError(
                    forKey: .entries,
                    in: container,
                    debugDescription: "tags come in ascending order, each with points"
                )
            }
            let position = points.lists.endIndex
            points.insert(Tag(entry.tag), at: position)
            points.merge(entry.points.days[...], at: position)
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
