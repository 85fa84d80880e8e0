public import GiftModel

/// The reasons that segmentation gives.
@nonexhaustive
public enum SegmentationReason: String, ReasonCode {
    /// A score lies between two bounds.
    case scoreWithin = "scoreWithin"
    /// A score has a least value and no greatest.
    case scoreAtLeast = "scoreAtLeast"
    /// A score has a greatest value and no least.
    case scoreAtMost = "scoreAtMost"
    /// A score is the only one there is.
    case scoreAny = "scoreAny"
    /// Nothing was bought yet.
    case noPurchase = "noPurchase"
    /// Goods came back, and no order is known.
    case returnsAlone = "returnsAlone"
    /// The last purchase is long ago.
    case silent = "silent"
    /// The first purchase is not long ago.
    case firstPurchaseRecent = "firstPurchaseRecent"
    /// Purchase days fell by half or more.
    case fewerPurchaseDays = "fewerPurchaseDays"
    /// Purchase days rose.
    case morePurchaseDays = "morePurchaseDays"
    /// Purchase days neither rose nor fell by half.
    case steadyPurchaseDays = "steadyPurchaseDays"
    /// A channel was used most.
    case preferredChannel = "preferredChannel"
    /// No channel was used more than every other.
    case noPreferredChannel = "noPreferredChannel"
}

extension SegmentationReason {
    public var phrase: LocalizedText {
        switch self {
        case .scoreWithin:
            LocalizedText(
                english: "{dimension} scores {score}: {value}, within {least} to {greatest}",
                chinese: "{dimension}得{score}分：{value}，介于{least}与{greatest}之间"
            )
        case .scoreAtLeast:
            LocalizedText(
                english: "{dimension} scores {score}: {value}, at least {least}",
                chinese: "{dimension}得{score}分：{value}，不低于{least}"
            )
        case .scoreAtMost:
            LocalizedText(
                english: "{dimension} scores {score}: {value}, at most {greatest}",
                chinese: "{dimension}得{score}分：{value}，不高于{greatest}"
            )
        case .scoreAny:
            LocalizedText(english: "{dimension} scores {score}: {value}", chinese: "{dimension}得{score}分：{value}")
        case .noPurchase: LocalizedText(english: "nothing was bought yet", chinese: "尚未购买")
        case .returnsAlone:
            LocalizedText(english: "only returns are known, no purchase", chinese: "只有退货记录，无购买记录")
        case .silent:
            LocalizedText(
                english: "last purchase {days} ago, on {lastPurchase}, more than {limit}",
                chinese: "上次购买于{lastPurchase}，距今{days}，超过{limit}"
            )
        case .firstPurchaseRecent:
            LocalizedText(english: "first purchase {days} ago, within {limit}", chinese: "首次购买距今{days}，未超过{limit}")
        case .fewerPurchaseDays:
            LocalizedText(
                english: "{now} purchase days in the last {window}, after {before}: down by half or more",
                chinese: "近{window}购买{now}天，此前同期{before}天：下降一半及以上"
            )
        case .morePurchaseDays:
            LocalizedText(
                english: "{now} purchase days in the last {window}, after {before}: up",
                chinese: "近{window}购买{now}天，此前同期{before}天：上升"
            )
        case .steadyPurchaseDays:
            LocalizedText(
                english: "{now} purchase days in the last {window}, after {before}: steady",
                chinese: "近{window}购买{now}天，此前同期{before}天：平稳"
            )
        case .preferredChannel:
            LocalizedText(
                english: "{channel} preferred: sales {sales}, orders {orders}, interactions {interactions}",
                chinese: "偏好{channel}：销售额{sales}，订单{orders}笔，互动{interactions}次"
            )
        case .noPreferredChannel:
            LocalizedText(english: "none of {channels} channels preferred", chinese: "{channels}个渠道中无明显偏好")
        }
    }
}

extension Phrasebook {
    /// The sentences for the reasons that segmentation gives.
    public static let segmentation = Phrasebook(SegmentationReason.self)
}
