public import GiftModel

extension Clustering {
    /// Returns what distinguishes a cluster: its size, then its most distinguishing features, three at most.
    ///
    /// A feature distinguishes a cluster when its mean lies a quarter of a standard deviation or more from that of all.
    /// Numbers are rounded to four decimals.
    ///
    /// - Parameter index: A position in ``clusters``.
    /// - Complexity: O(*d* log *d*) in the features.
    public func reasons(ofCluster index: Int) -> [Reason] {
        let cluster = clusters[index]
        let all = clusters.reduce(Int64(0)) { $0.saturatingSum($1.size) }
        let size = Reason(
            ClusterReason.clusterSize,
            Fact("cluster", .number(Int64(index + 1))),
            Fact("clusters", .number(Int64(clusters.count))),
            Fact("size", .number(cluster.size)),
            Fact("all", .number(all))
        )
        return [size] + distinguishingFeatures(ofCluster: index).prefix(3).map { reason(of: $0, in: cluster) }
    }

    /// Returns the positions of the features that distinguish a cluster, the most distinguishing first.
    ///
    /// - Parameter index: A position in ``clusters``.
    /// - Complexity: O(*d* log *d*) in the features.
    public func distinguishingFeatures(ofCluster index: Int) -> [Int] {
        let contrasts = clusters[index].contrasts
        return contrasts.indices.filter { contrasts[$0].magnitude >= 0.25 }
            .sorted { (-contrasts[$0].magnitude, $0) < (-contrasts[$1].magnitude, $1) }
    }

    private func reason(of feature: Int, in cluster: Cluster) -> Reason {
        let contrast = cluster.contrasts[feature]
        return Reason(
            contrast > 0 ? ClusterReason.clusterAbove : .clusterBelow,
            Fact("feature", .name(features[feature])),
            Fact("center", FactValue(rounding: cluster.center[feature])),
            Fact("deviations", FactValue(rounding: contrast.magnitude)),
            Fact("mean", FactValue(rounding: scale.means[feature]))
        )
    }
}
