import GiftModel
import GiftNumerics

/// The search for the exact cut points of customers whose values nobody holds all together.
///
/// A coordinator asks every part what is ``wanted``, adds the answers up and refines the search, until nothing is
/// wanted any more: twice for days, numbers of purchases and amounts below 2^20 minor units, six times at most. The
/// cut points are to the last digit those that all values at once would be divided by, whatever the parts and their
/// order.
///
/// ```swift
/// var search = CutPointSearch(levels: 5)
/// while let question = search.wanted {
///     var counts = CutPointCounts(for: question)
///     for part in parts { try counts.merge(CutPointCounts(of: part, for: question)) }   // anywhere, in any order
///     try search.refine(with: counts)
/// }
/// ```
///
/// - Wire format: an object with `"v":1`, `levels`, and after the first pass `customers` and `places`, for each cut
///   point the least and the greatest value that it may be, its rank among the values between them and their number.
public struct CutPointSearch: Hashable, Sendable {
    private var search: RankSearch

    /// A search for the cut points that divide customers into `levels` parts, 2 through 1,000.
    public init(levels: Int) {
        precondition(RankSearch.levelRange.contains(levels), "a search is for 2 through 1000 levels")
        self.search = RankSearch(levels: levels)
    }
}

extension CutPointSearch {
    /// Into how many parts the customers are divided.
    public var levels: Int { search.levels }

    /// How many customers have a value, or `nil` before the first pass.
    public var customers: Int64? { search.count }

    /// What every part is to be asked next, or `nil` when all is known.
    ///
    /// - Complexity: O(*n*) in the number of levels.
    public var wanted: CutPointQuestion? {
        let ranges = search.wanted
        return ranges.isEmpty ? nil : CutPointQuestion(ranges)
    }

    /// The cut points; `nil` as long as something is wanted, and when no customer has a value.
    ///
    /// - Complexity: O(*n*) in the number of levels.
    public var cutPoints: CutPoints? { search.values.flatMap(CutPoints.init) }

    /// Takes the counts of all parts together, or refuses them and stays as it was.
    ///
    /// - Throws: ``CutPointSearchError``, in the order of its cases.
    /// - Complexity: O(*b*) in the number of buckets; see ``CutPointCounts/merge(_:)``.
    public mutating func refine(with counts: CutPointCounts) throws(CutPointSearchError) {
        guard counts.question == wanted else { throw .otherQuestion }
        let isFirst = search.count == nil
        guard search.refine(with: counts.histogram) else { throw isFirst ? .overflow : .otherCustomers }
    }
}

extension CutPointSearch: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case levels = "levels"
        case customers = "customers"
        case places = "places"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a search for cut points", forKey: .formatVersion)
        let places = try container.decodeIfPresent([[Int64]].self, forKey: .places) ?? []
        let areSound = places.allSatisfy { $0.count == 4 && $0[0] <= $0[1] }
        let search = RankSearch(
            levels: try container.decode(Int.self, forKey: .levels),
            count: try container.decodeIfPresent(Int64.self, forKey: .customers),
            places: areSound
                ? places.map { .init(range: ValueBuckets(from: $0[0], through: $0[1]), rank: $0[2], count: $0[3]) } : []
        )
        guard let search, areSound else {
            throw DecodingError.dataCorruptedError(
                forKey: .places,
                in: container,
                debugDescription: "no search for cut points comes to stand like this"
            )
        }
        self.search = search
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(levels, forKey: .levels)
        try container.encodeIfPresent(customers, forKey: .customers)
        guard customers != nil else { return }
        let places = search.places.map { [$0.range.least, $0.range.greatest, $0.rank, $0.count] }
        try container.encode(places, forKey: .places)
    }
}
