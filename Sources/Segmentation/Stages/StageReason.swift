public import GiftModel

/// The reasons why a customer is in a stage.
@nonexhaustive
public enum StageReason: String, ReasonCode {
    /// Nothing was bought yet.
    case noPurchase = "noPurchase"
    /// All that was bought came back or was called off.
    case noStandingPurchase = "noStandingPurchase"
    /// Goods came back whose order is not known.
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
    /// The days since the first purchase are as a rule wants them.
    case firstPurchaseCompared = "firstPurchaseCompared"
    /// The purchase days are as a rule wants them.
    case purchaseDaysCompared = "purchaseDaysCompared"
    /// The days since the last purchase are as a rule wants them.
    case silenceCompared = "silenceCompared"
    /// The days since the last purchase are as a rule wants them, measured by the customer's own rhythm.
    case ownRhythmCompared = "ownRhythmCompared"
    /// The purchase days of the last window are as a rule wants them.
    case windowCompared = "windowCompared"
    /// The purchase days of the window before the last are as a rule wants them.
    case windowBeforeCompared = "windowBeforeCompared"
    /// The purchase days of both windows are to each other as a rule wants them.
    case windowRatioCompared = "windowRatioCompared"
    /// The probability that the customer has not left for good is as a rule wants it.
    case activityCompared = "activityCompared"
    /// All conditions of a rule hold.
    case stageConditions = "stageConditions"
    /// No rule holds.
    case noStageRule = "noStageRule"
    /// The stage has not stood long enough to leave it.
    case minimumStay = "minimumStay"
    /// It is not known whether these rules hold.
    case stageRulesNotKnown = "stageRulesNotKnown"
}

extension StageReason {
    public var phrase: LocalizedText {
        switch self {
        case .noPurchase: LocalizedText(english: "nothing was bought yet", chinese: "尚未购买")
        case .noStandingPurchase:
            LocalizedText(
                english: "no order stands: {returned} came back whole, {cancelled} were called off",
                chinese: "没有有效订单：整单退货{returned}单，取消{cancelled}单"
            )
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
                english: "bought on {now} of the last {window}, after {before}: down by half or more",
                chinese: "近{window}购买{now}天，此前同期{before}天：下降一半及以上"
            )
        case .morePurchaseDays:
            LocalizedText(
                english: "bought on {now} of the last {window}, after {before}: up",
                chinese: "近{window}购买{now}天，此前同期{before}天：上升"
            )
        case .steadyPurchaseDays:
            LocalizedText(
                english: "bought on {now} of the last {window}, after {before}: steady",
                chinese: "近{window}购买{now}天，此前同期{before}天：平稳"
            )
        case .firstPurchaseCompared:
            LocalizedText(
                english: "first purchase {days} ago, {comparison} {limit}",
                chinese: "首次购买距今{days}，{comparison}{limit}"
            )
        case .purchaseDaysCompared:
            LocalizedText(
                english: "purchase days: {purchaseDays}, {comparison} {limit}",
                chinese: "共购买{purchaseDays}天，{comparison}{limit}"
            )
        case .silenceCompared:
            LocalizedText(
                english: "last purchase {days} ago, on {lastPurchase}, {comparison} {limit}",
                chinese: "上次购买于{lastPurchase}，距今{days}，{comparison}{limit}"
            )
        case .ownRhythmCompared:
            LocalizedText(
                english: "last purchase {days} ago, {ratio} times the usual gap of {gap} days, {comparison} {limit}",
                chinese: "上次购买距今{days}，为惯常间隔{gap}天的{ratio}倍，{comparison}{limit}"
            )
        case .windowCompared:
            LocalizedText(
                english: "bought on {now} of the last {window}, {comparison} {limit}",
                chinese: "近{window}购买{now}天，{comparison}{limit}"
            )
        case .windowBeforeCompared:
            LocalizedText(
                english: "bought on {before} of the {window} before the last, {comparison} {limit}",
                chinese: "此前{window}购买{before}天，{comparison}{limit}"
            )
        case .windowRatioCompared:
            LocalizedText(
                english: "bought on {now} of the last {window}, after {before}: {comparison} {limit} times as many",
                chinese: "近{window}购买{now}天，此前同期{before}天：比值{comparison}{limit}"
            )
        case .activityCompared:
            LocalizedText(
                english: "still active with probability {probability}, {comparison} {limit}",
                chinese: "仍活跃的概率为{probability}，{comparison}{limit}"
            )
        case .stageConditions: LocalizedText(english: "all of this: {conditions}", chinese: "同时满足：{conditions}")
        case .noStageRule:
            LocalizedText(
                english: "no rule holds: purchase days {purchaseDays}, the last {days} ago, on {lastPurchase}",
                chinese: "不符合任何规则：共购买{purchaseDays}天，上次购买于{lastPurchase}，距今{days}"
            )
        case .minimumStay:
            LocalizedText(
                english: "{stage} since {since} and for {limit} at least, though by the rules: {awaited}",
                chinese: "自{since}起为{stage}，至少保持{limit}；按规则应为{awaited}"
            )
        case .stageRulesNotKnown:
            LocalizedText(
                english: "not known, and passed over: rule {rules}",
                chinese: "信息不足而跳过的规则：{rules}"
            )
        }
    }
}

extension StageReason {
    public var disclosure: Disclosure {
        switch self {
        case .noPurchase: .shared("you have not bought anything yet", "您尚未购买")
        default: .staffOnly
        }
    }
}
