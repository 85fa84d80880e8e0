public import GiftModel

/// Plain conditions in place of a cluster, for people to judge and to make a segment of.
///
/// They lie halfway to the next center in each feature, so they draw straight borders where a cluster has slanting
/// ones; ``Clustering/agreement(ofCluster:in:)`` says how well they stand for it.
public struct ClusterProposal: Hashable, Sendable {
    /// The conditions, all of which are to hold, in the order of the features; none where no feature tells the cluster
    /// from the others.
    public let conditions: [Condition]

    /// A condition on one feature.
    public struct Condition: Hashable, Sendable {
        /// The position of the feature.
        public let position: Int
        /// The feature.
        public let feature: LocalizedText
        /// `atLeast` or `below`.
        public let comparison: Comparison
        /// The border, in the units of the feature.
        public let number: Double
    }

    /// How well conditions stand for a cluster, in customers.
    public struct Agreement: Hashable, Sendable {
        /// In the cluster, and the conditions hold.
        public internal(set) var both: Int64 = 0
        /// In the cluster, and the conditions fail.
        public internal(set) var clusterAlone: Int64 = 0
        /// Not in the cluster, and the conditions hold.
        public internal(set) var conditionsAlone: Int64 = 0
    }
}

extension ClusterProposal {
    /// Returns whether the conditions hold for a customer of these `numbers`, one for each feature.
    ///
    /// A number that is not finite stands for a feature that is not known.
    ///
    /// - Complexity: O(*n*) in the conditions.
    public func holds(for numbers: [Double]) -> Truth {
        conditions.reduce(.holds) { truth, condition in
            let number = numbers[condition.position]
            return truth.and(
                number.isFinite ? Truth(condition.comparison.holds(number, condition.number)) : .unknown
            )
        }
    }

    /// The conditions in words, their numbers rounded to four decimals.
    public var reasons: [Reason] {
        conditions.map { condition in
            Reason(
                ClusterReason.clusterCondition,
                Fact("feature", .name(condition.feature)),
                Fact("comparison", .name(condition.comparison.title)),
                Fact("number", FactValue(rounding: condition.number))
            )
        }
    }
}

extension Clustering {
    /// How far apart, in standard deviations, two centers are at least that a condition is to tell apart.
    private static let leastGap = 0.5

    /// Returns conditions that stand for a cluster.
    ///
    /// A feature is asked about where another center lies at least half a standard deviation away on that side.
    ///
    /// - Parameter index: A position in ``clusters``.
    /// - Complexity: O(*k* · *d*) for *k* clusters and *d* features.
    public func proposal(ofCluster index: Int) -> ClusterProposal {
        let conditions = features.indices.flatMap { feature -> [ClusterProposal.Condition] in
            let own = clusters[index].contrasts[feature]
            let others = clusters.map { $0.contrasts[feature] }
            func condition(_ comparison: Comparison, _ other: Double?) -> ClusterProposal.Condition? {
                other.map { other in
                    ClusterProposal.Condition(
                        position: feature,
                        feature: features[feature],
                        comparison: comparison,
                        number: scale.restored((own + other) / 2, of: feature)
                    )
                }
            }
            return [
                condition(.atLeast, others.filter { own - $0 >= Self.leastGap }.max()),
                condition(.below, others.filter { $0 - own >= Self.leastGap }.min()),
            ]
            .compactMap(\.self)
        }
        return ClusterProposal(conditions: conditions)
    }

    /// Returns how well the conditions for a cluster stand for it among the customers of `table`.
    ///
    /// - Parameter index: A position in ``clusters``.
    /// - Complexity: O(*n* · *k* · *d*) for *n* customers, *k* clusters and *d* features.
    public func agreement(ofCluster index: Int, in table: FeatureTable) -> ClusterProposal.Agreement {
        let proposal = proposal(ofCluster: index)
        var agreement = ClusterProposal.Agreement()
        for (row, cluster) in clusters(of: table).enumerated() {
            let numbers = Array(table.numbers[row * features.count..<(row + 1) * features.count])
            switch (cluster == index, proposal.holds(for: numbers) == .holds) {
            case (true, true): agreement.both += 1
            case (true, false): agreement.clusterAlone += 1
            case (false, true): agreement.conditionsAlone += 1
            case (false, false): break
            }
        }
        return agreement
    }
}
