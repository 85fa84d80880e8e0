public import GiftModel

/// Groups of customers that are alike, found without being told what to look for: a proposal for segments.
///
/// The same customers, in whatever order, and the same seed give the same groups to the last bit. That a group was
/// found does not say that it is worth a segment of its own; ``reasons(ofCluster:)`` say what distinguishes it.
///
/// ```swift
/// let clustering = try Clustering(of: table, into: 4, seed: 1)
/// clustering.reasons(ofCluster: 0)         // what the largest has in common
/// clustering.cluster(of: [12, 340.0])      // where a new customer belongs
/// ```
///
/// - Wire format: an object with `"v":1`, centers in deviations from the mean; a reader refuses any other version.
/// - Source: k-means after Lloyd (1982) with first centers after Arthur and Vassilvitskii (2007); see `KMeans`.
public struct Clustering: Hashable, Sendable {
    /// What the features are called.
    public let features: [LocalizedText]
    /// The clusters, the largest first.
    public let clusters: [Cluster]
    /// How much of the difference between customers is one between clusters, 0 through 1.
    ///
    /// It is one less the sum of squared distances from the centers over that from the mean; 1 where all customers are
    /// equal. It rises with the number of clusters, so it cannot tell how many there should be; ``silhouette`` can.
    public let explainedShare: Double
    /// How clearly the clusters are apart, -1 through 1, or `nil` when there is only one.
    ///
    /// It is the mean, over all customers, of (*b* - *a*) / *b* for the distances *a* from the own center and *b* from
    /// the next one.
    ///
    /// - Source: the simplified silhouette of E. R. Hruschka et al., "Evolutionary algorithms for clustering gene
    ///   expression data", ICDM 2004, <https://doi.org/10.1109/ICDM.2004.10073>.
    public let silhouette: Double?
    /// The seed from which it was found.
    public let seed: UInt64
    let scale: FeatureScale

    /// One group of customers.
    public struct Cluster: Hashable, Sendable {
        /// How many customers it was found of, one or more.
        public let size: Int64
        /// The mean of each feature among them, in the units of the features.
        public let center: [Double]
        /// The same in standard deviations from the mean of all.
        public let contrasts: [Double]
    }

    init(
        features: [LocalizedText],
        clusters: [Cluster],
        explainedShare: Double,
        silhouette: Double?,
        seed: UInt64,
        scale: FeatureScale
    ) {
        self.features = features
        self.clusters = clusters
        self.explainedShare = explainedShare
        self.silhouette = silhouette
        self.seed = seed
        self.scale = scale
    }

    /// How often the centers move at most; they come to rest long before.
    private static let rounds = 300

    /// Groups of the customers of `table`, features standardized by mean and standard deviation.
    ///
    /// - Parameter clusters: How many groups to look for; there are fewer when fewer customers differ.
    /// - Parameter attempts: From how many sets of first centers to look; the best counts.
    /// - Throws: ``ClusteringError``, in the order of its cases.
    /// - Complexity: O(*n* · *k* · *d*) for each round of each attempt, for *n* customers, *k* clusters, *d* features.
    public init(
        of table: FeatureTable,
        into clusters: Int,
        seed: UInt64,
        attempts: Int = 10
    ) throws(ClusteringError) {
        precondition(attempts > 0, "a clustering is looked for at least once")
        guard clusters > 1 else { throw .fewerThanTwo(clusters) }
        guard table.customers.count >= clusters else {
            throw .tooFewCustomers(table.customers.count, clusters: clusters)
        }
        let (scale, width) = (FeatureScale(of: table), table.features.count)
        let points = table.numbers.indices.map { scale.standardized(table.numbers[$0], of: $0 % width) }
        let solution = KMeans(points: points, width: width)
            .solution(clusters: clusters, seed: seed, attempts: attempts, rounds: Self.rounds)
        var squares = ChunkedSums(width: 1)
        for point in points { squares.addRow { $0[0] += point * point } }

        self.features = table.features
        self.seed = seed
        self.scale = scale
        self.explainedShare = squares.total[0] > 0 ? max(0, 1 - solution.inertia / squares.total[0]) : 1
        self.clusters = solution.sizes.indices.filter { solution.sizes[$0] > 0 }
            .map { index in
                let contrasts = Array(solution.centers[index * width..<(index + 1) * width])
                return Cluster(size: solution.sizes[index], contrasts: contrasts, scale: scale)
            }
            .sorted { left, right in
                left.size != right.size
                    ? left.size > right.size : left.contrasts.lexicographicallyPrecedes(right.contrasts)
            }
        self.silhouette = Self.silhouette(of: points, around: self.clusters)
    }
}

/// A reason why no clusters can be looked for, in the order in which the reasons are checked.
@nonexhaustive
public enum ClusteringError: Error, Hashable, Sendable {
    /// So few clusters divide nobody.
    case fewerThanTwo(Int)
    /// There are fewer customers than clusters.
    case tooFewCustomers(Int, clusters: Int)
}

extension ClusteringError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .fewerThanTwo(let clusters): "`\(clusters)` clusters divide nobody"
        case .tooFewCustomers(let customers, let clusters):
            "`\(customers)` customers are fewer than `\(clusters)` clusters"
        }
    }
}

extension Clustering {
    /// Returns where in ``clusters`` a customer of these `numbers` belongs, one for each feature: the nearest center.
    ///
    /// - Returns: `nil` when a number is not finite or beyond ±10¹⁰⁰, which stands for a feature that is not known.
    /// - Complexity: O(*k* · *d*) for *k* clusters and *d* features.
    public func cluster(of numbers: [Double]) -> Int? {
        precondition(numbers.count == features.count, "a customer has one number for each feature")
        guard numbers.allSatisfy(FeatureTable.isUsable) else { return nil }
        return cluster(of: numbers[...])
    }

    /// Returns where in ``clusters`` each customer of `table` belongs, in the order of its customers.
    ///
    /// - Complexity: O(*n* · *k* · *d*) for *n* customers, *k* clusters and *d* features.
    public func clusters(of table: FeatureTable) -> [Int] {
        precondition(table.features == features, "the table has the features of the clustering")
        let width = features.count
        return table.customers.indices.map { cluster(of: table.numbers[$0 * width..<($0 + 1) * width]) }
    }

    private func cluster(of numbers: ArraySlice<Double>) -> Int {
        var (best, least) = (0, Double.infinity)
        for (index, cluster) in clusters.enumerated() {
            var distance = 0.0
            for (feature, number) in numbers.enumerated() {
                let difference = scale.standardized(number, of: feature) - cluster.contrasts[feature]
                distance += difference * difference
            }
            if distance < least { (best, least) = (index, distance) }
        }
        return best
    }

    private static func silhouette(of points: [Double], around clusters: [Cluster]) -> Double? {
        guard clusters.count > 1, let width = clusters.first?.contrasts.count else { return nil }
        var sums = ChunkedSums(width: 1)
        for start in stride(from: 0, to: points.count, by: width) {
            var (nearest, next) = (Double.infinity, Double.infinity)
            for cluster in clusters {
                var distance = 0.0
                for feature in 0..<width {
                    let difference = points[start + feature] - cluster.contrasts[feature]
                    distance += difference * difference
                }
                (nearest, next) = distance < nearest ? (distance, nearest) : (nearest, min(next, distance))
            }
            let apart = next > 0 ? 1 - (nearest / next).squareRoot() : 0
            sums.addRow { $0[0] += apart }
        }
        return sums.total[0] / Double(points.count / width)
    }
}

extension Clustering.Cluster {
    init(size: Int64, contrasts: [Double], scale: FeatureScale) {
        self.size = size
        self.contrasts = contrasts
        self.center = contrasts.indices.map { scale.restored(contrasts[$0], of: $0) }
    }
}
