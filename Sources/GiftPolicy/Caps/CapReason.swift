public import GiftModel

/// The reasons that caps, opt-downs and conflict groups give.
@nonexhaustive
public enum CapReason: String, ReasonCode {
    /// A cap has room for one more.
    case capHasRoom = "capHasRoom"
    /// A cap is used up, and the rule is exempt.
    case capExempt = "capExempt"
    /// A cap is used up for some time.
    case capUsedUp = "capUsedUp"
    /// A cap is used up and stays so.
    case capUsedUpForGood = "capUsedUpForGood"
    /// A rule of the same run took from the cap.
    case capHeld = "capHeld"
    /// A cap is tighter because the customer showed displeasure.
    case capTightened = "capTightened"
    /// The customer asked for less by a channel, and there is room for one more.
    case optDownHasRoom = "optDownHasRoom"
    /// The customer asked for less by a channel, and has had that much.
    case optDownUsedUp = "optDownUsedUp"
    /// The customer asked for nothing by a channel.
    case optedOut = "optedOut"
    /// Another rule of the conflict group goes first.
    case groupHeld = "groupHeld"
}

extension CapReason {
    public var phrase: LocalizedText {
        switch self {
        case .capHasRoom:
            LocalizedText(
                english: "{used} of at most {limit} {counted} {window} ({cap}): room for one more",
                chinese: "{window}{counted}：已用{used}，上限{limit}（{cap}），尚有余量"
            )
        case .capExempt:
            LocalizedText(
                english: "{used} of at most {limit} {counted} {window} ({cap}): exempt, but counted",
                chinese: "{window}{counted}：已用{used}，上限{limit}（{cap}），不受限但计入"
            )
        case .capUsedUp:
            LocalizedText(
                english: "{used} of at most {limit} {counted} {window} ({cap}): free on {earliest}, {wait} to go",
                chinese: "{window}{counted}：已用{used}，上限{limit}（{cap}），{earliest}起可再送，还差{wait}"
            )
        case .capUsedUpForGood:
            LocalizedText(
                english: "{used} of at most {limit} {counted} {window} ({cap})",
                chinese: "{window}{counted}：已用{used}，上限{limit}（{cap}）"
            )
        case .capHeld: LocalizedText(english: "another came first: {rule}", chinese: "已优先安排：{rule}")
        case .capTightened:
            LocalizedText(
                english: "counted over a longer time after displeasure on {date}",
                chinese: "因{date}的负面反馈，计算周期延长"
            )
        case .optDownHasRoom:
            LocalizedText(
                english:
                    "{used} of at most {limit} by {channel} in any {window}, as the customer asked: room for one more",
                chinese: "按客户要求，任意{window}内经{channel}至多{limit}次，已用{used}，尚有余量"
            )
        case .optDownUsedUp:
            LocalizedText(
                english: "{used} of at most {limit} by {channel} in any {window}, as the customer asked: "
                    + "free on {earliest}, {wait} to go",
                chinese: "按客户要求，任意{window}内经{channel}至多{limit}次，已用{used}，{earliest}起可再次触达，还差{wait}"
            )
        case .optedOut:
            LocalizedText(english: "the customer asked for nothing by {channel}", chinese: "客户要求不经{channel}触达")
        case .groupHeld:
            LocalizedText(
                english: "{rule} goes first in the group {group}, which gives at most {limit}",
                chinese: "组{group}至多{limit}项，已优先安排：{rule}"
            )
        }
    }
}

extension CapReason {
    public var disclosure: Disclosure {
        switch self {
        case .capUsedUp, .capUsedUpForGood:
            .shared(
                "so that it does not get too much, there is a pause between gifts and messages",
                "为免打扰，礼品与消息之间有间隔"
            )
        case .capHeld, .groupHeld: .shared("another comes first, so that it does not get too much", "为免打扰，已优先安排另一项")
        case .optDownUsedUp:
            .shared(
                "you asked for at most {limit} by {channel} in any {window}",
                "您要求任意{window}内经{channel}至多{limit}次"
            )
        case .optedOut: .shared("you asked for nothing by {channel}", "您要求不经{channel}触达")
        default: .staffOnly
        }
    }
}
