public import GiftModel

/// The reasons why a cluster is one.
@nonexhaustive
public enum ClusterReason: String, ReasonCode {
    /// So many customers are in it.
    case clusterSize = "clusterSize"
    /// Its customers have more of a feature than all have.
    case clusterAbove = "clusterAbove"
    /// Its customers have less of a feature than all have.
    case clusterBelow = "clusterBelow"
    /// A condition that stands for the cluster.
    case clusterCondition = "clusterCondition"
}

extension ClusterReason {
    public var phrase: LocalizedText {
        switch self {
        case .clusterSize:
            LocalizedText(
                english: "cluster {cluster} of {clusters}: {size} of {all} customers",
                chinese: "{clusters}个群组中的第{cluster}个：{all}位客户中的{size}位"
            )
        case .clusterAbove:
            LocalizedText(
                english: "{feature} {center}, {deviations} standard deviations above the mean of {mean}",
                chinese: "{feature}{center}，高于均值{mean}达{deviations}个标准差"
            )
        case .clusterBelow:
            LocalizedText(
                english: "{feature} {center}, {deviations} standard deviations below the mean of {mean}",
                chinese: "{feature}{center}，低于均值{mean}达{deviations}个标准差"
            )
        case .clusterCondition:
            LocalizedText(english: "{feature} {comparison} {number}", chinese: "条件：{feature}{comparison}{number}")
        }
    }
}
