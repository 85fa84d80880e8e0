public import GiftModel

/// How many customers went from where to where between two days: between stages, tiers or members of a group.
///
/// A customer who was not there yet, or is there no more, comes from or goes to nowhere. Flows of different customers
/// are merged by adding them, in any order, with the same result.
///
/// ```swift
/// var flow = Flow(over: Stage.allCases)
/// flow.add("c-1", from: .mature, to: .dormant)
/// flow.count(from: .mature, to: .dormant)          // 1
/// ```
public struct Flow<Key: Hashable & Sendable>: Hashable, Sendable {
    /// The places between which customers go, in the order in which results list them.
    public let keys: [Key]
    /// Whether who went somewhere else is listed by name.
    public let listsMoves: Bool
    private var counts: [Int64]
    private var listed: [Move] = []

    /// A customer who went somewhere else.
    public struct Move: Hashable, Sendable {
        /// Who it was.
        public let customer: Customer.ID
        /// Where the customer was, or `nil` for nowhere.
        public let source: Key?
        /// Where the customer is, or `nil` for nowhere.
        public let target: Key?
    }

    /// How many went from one place to another, or stayed.
    public struct Transition: Hashable, Sendable {
        /// Where they were, or `nil` for nowhere.
        public let source: Key?
        /// Where they are, or `nil` for nowhere.
        public let target: Key?
        /// How many, one or more.
        public let count: Int64
    }

    /// Nobody counted yet, between these places, which are all different.
    public init(over keys: [Key], listingMoves listsMoves: Bool = false) {
        precondition(Set(keys).count == keys.count, "each place once")
        self.keys = keys
        self.listsMoves = listsMoves
        self.counts = Array(repeating: 0, count: (keys.count + 1) * (keys.count + 1))
    }
}

extension Flow {
    private func place(of key: Key?) -> Int {
        guard let key else { return keys.count }
        guard let place = keys.firstIndex(of: key) else { preconditionFailure("one of the places of the flow") }
        return place
    }

    /// Counts one customer; traps when a place is none of ``keys``.
    ///
    /// - Complexity: O(*n*) in the places.
    public mutating func add(_ customer: Customer.ID, from source: Key?, to target: Key?) {
        counts[place(of: source) * (keys.count + 1) + place(of: target)] += 1
        if listsMoves && source != target {
            listed.append(Move(customer: customer, source: source, target: target))
        }
    }

    /// Counts all that `other` counted, which must be other customers between the same places.
    ///
    /// - Complexity: O(*n*²) in the places, and O(*m*) in the moves of `other`.
    public mutating func merge(_ other: Flow) {
        precondition(other.keys == keys && other.listsMoves == listsMoves, "a flow between the same places")
        for index in counts.indices { counts[index] += other.counts[index] }
        listed += other.listed
    }

    /// Returns how many went from `source` to `target`, or stayed where both are the same.
    ///
    /// - Complexity: O(*n*) in the places.
    public func count(from source: Key?, to target: Key?) -> Int64 {
        counts[place(of: source) * (keys.count + 1) + place(of: target)]
    }

    /// Every way that anybody went, by source and then by target in the order of ``keys``, nowhere last.
    ///
    /// - Complexity: O(*n*²) in the places.
    public var transitions: [Transition] {
        counts.indices.filter { counts[$0] > 0 }
            .map { index in
                let (source, target) = index.quotientAndRemainder(dividingBy: keys.count + 1)
                return Transition(
                    source: source < keys.count ? keys[source] : nil,
                    target: target < keys.count ? keys[target] : nil,
                    count: counts[index]
                )
            }
    }

    /// Who went somewhere else, by customer ascending; empty unless ``listsMoves``.
    ///
    /// - Complexity: O(*n* log *n*).
    public var moves: [Move] { listed.sorted { $0.customer < $1.customer } }
}

/// Flows are the same when they counted the same, in whatever order.
extension Flow {
    public static func == (left: Self, right: Self) -> Bool {
        left.keys == right.keys && left.listsMoves == right.listsMoves && left.counts == right.counts
            && left.moves == right.moves
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(keys)
        hasher.combine(counts)
    }
}
