public import GiftModel

/// How one customer answered gifts of each kind: taken, used, turned down, rated.
///
/// Grants and ratings may be added in any order and merged from parts of different ones, with the same result.
///
/// - Wire format: `{"kinds":[["experience",2,1,0,1,5]],"v":1}`: each kind with the gifts taken, used and turned down,
///   the ratings and their sum, ascending by name.
public struct GiftKindUse: Hashable, Sendable {
    /// One entry for each kind that was answered, ascending by name.
    public private(set) var entries: [Entry] = []

    /// How gifts of one kind were answered.
    public struct Entry: Hashable, Sendable {
        /// The kind.
        public let kind: GiftKind
        /// How many gifts were claimed, opened or used.
        public fileprivate(set) var taken: Int64 = 0
        /// How many of them were used.
        public fileprivate(set) var used: Int64 = 0
        /// How many gifts were declined, returned or discarded.
        public fileprivate(set) var refused: Int64 = 0
        /// How many ratings were given.
        public fileprivate(set) var ratings: Int64 = 0
        /// The sum of the ratings, each 1 through 5.
        public fileprivate(set) var ratingSum: Int64 = 0

        fileprivate init(_ kind: GiftKind) { self.kind = kind }
    }

    /// No answer yet.
    public init() {}
}

extension GiftKindUse {
    /// How gifts of `kind` were answered, or `nil` when none was.
    ///
    /// - Complexity: O(*n*) in the kinds, which are few; so are all other steps.
    public subscript(kind: GiftKind) -> Entry? { entries.first { $0.kind == kind } }

    /// Counts how a grant of a gift of `kind` was answered, as far as it has gone; to be added once, when it is over.
    ///
    /// A gift that was taken and later returned or discarded counts as refused. One that was never answered, because
    /// it expired, was called off or lost, changes nothing.
    ///
    /// - Complexity: O(*n*) in the grant's steps.
    public mutating func add(_ grant: GiftGrant, of kind: GiftKind) { add(grant.steps.map(\.state), of: kind) }

    /// Counts how one gift of `kind` was answered that has been in `states`; for hosts that keep grants elsewhere.
    ///
    /// - Complexity: O(*n*) in the states.
    public mutating func add(_ states: some Sequence<GrantState>, of kind: GiftKind) {
        let states = Set(states)
        var entry = Entry(kind)
        if !states.isDisjoint(with: [.declined, .returned, .discarded]) {
            entry.refused = 1
        } else if !states.isDisjoint(with: [.claimed, .unboxed, .used]) {
            entry.taken = 1
            entry.used = states.contains(.used) ? 1 : 0
        } else {
            return
        }
        add(entry)
    }

    /// Counts the rating of a gift of `kind`.
    public mutating func add(_ feedback: GiftFeedback, of kind: GiftKind) {
        var entry = Entry(kind)
        (entry.ratings, entry.ratingSum) = (1, feedback.rating)
        add(entry)
    }

    /// Counts all that `other`, which is of other grants and ratings, has counted.
    public mutating func merge(_ other: GiftKindUse) {
        for entry in other.entries { add(entry) }
    }

    private mutating func add(_ entry: Entry) {
        let position = entries.firstIndex { $0.kind >= entry.kind } ?? entries.endIndex
        if position < entries.endIndex, entries[position].kind == entry.kind {
            entries[position].add(entry)
        } else {
            entries.insert(entry, at: position)
        }
    }
}

extension GiftKindUse.Entry {
    /// How many answers there are: gifts taken, gifts refused, and ratings.
    public var answers: Int64 { taken.saturatingSum(refused).saturatingSum(ratings) }

    /// How much the kind is liked on average, from -2 through 2, or `nil` without an answer.
    ///
    /// A gift taken counts 1, one used 2, one refused -2; a rating counts what it lies above 3.
    public var liking: Ratio? {
        let points = Int128(taken) + Int128(used) - 2 * Int128(refused) + Int128(ratingSum) - 3 * Int128(ratings)
        return Int64(exactly: points).flatMap { Ratio($0, over: answers) }
    }

    fileprivate mutating func add(_ other: Self) {
        taken = taken.saturatingSum(other.taken)
        used = used.saturatingSum(other.used)
        refused = refused.saturatingSum(other.refused)
        ratings = ratings.saturatingSum(other.ratings)
        ratingSum = ratingSum.saturatingSum(other.ratingSum)
    }
}

extension GiftKindUse: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case entries = "kinds"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "answers to gifts", forKey: .formatVersion)
        var list = try container.nestedUnkeyedContainer(forKey: .entries)
        while !list.isAtEnd {
            var row = try list.nestedUnkeyedContainer()
            var entry = Entry(try row.decode(GiftKind.self))
            entry.taken = try row.decode(Int64.self)
            entry.used = try row.decode(Int64.self)
            entry.refused = try row.decode(Int64.self)
            entry.ratings = try row.decode(Int64.self)
            entry.ratingSum = try row.decode(Int64.self)
            let sums = Int128(entry.ratings)...(5 * Int128(entry.ratings.magnitude))
            guard row.isAtEnd, min(entry.used, entry.refused, entry.ratings) >= 0, entry.taken >= entry.used,
                sums.contains(Int128(entry.ratingSum)), entry.answers > 0,
                entries.last.map({ $0.kind < entry.kind }) ?? true
            else {
                let problem = "kinds come ascending, each with an answer, used ones among those taken, ratings 1 to 5"
                throw DecodingError.dataCorrupted(.init(codingPath: row.codingPath, debugDescription: problem))
            }
            entries.append(entry)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        var list = container.nestedUnkeyedContainer(forKey: .entries)
        for entry in entries {
            var row = list.nestedUnkeyedContainer()
            try row.encode(entry.kind)
            for number in [entry.taken, entry.used, entry.refused, entry.ratings, entry.ratingSum] {
                try row.encode(number)
            }
        }
    }
}
