public import GiftModel

/// The reasons why a customer is in a stage.
@nonexhaustive
public enum StageReason: String, ReasonCode {
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
}

extension StageReason {
    public var phrase: LocalizedText {
        switch self {
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
        }
    }
}
