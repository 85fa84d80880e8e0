public import GiftModel

/// The reasons that limits on gifts give.
@nonexhaustive
public enum LimitReason: String, ReasonCode {
    /// One gift is within a limit.
    case giftWithinLimit = "giftWithinLimit"
    /// One gift is above a limit.
    case giftAboveLimit = "giftAboveLimit"
    /// Gifts are few enough for one more.
    case countWithinLimit = "countWithinLimit"
    /// There are as many gifts as a limit allows.
    case countUsedUp = "countUsedUp"
    /// Something is left of what gifts may come to.
    case totalOpen = "totalOpen"
    /// Gifts come to what they may come to.
    case totalUsedUp = "totalUsedUp"
    /// With this gift, all come to no more than a limit.
    case totalWithinLimit = "totalWithinLimit"
    /// With this gift, all come to more than a limit.
    case totalAboveLimit = "totalAboveLimit"
    /// A limit looks at each gift, and none has been chosen.
    case limitAwaitsGift = "limitAwaitsGift"
    /// A limit has nothing to say to what costs nothing.
    case limitFree = "limitFree"
    /// Nothing may be given, not even what costs nothing.
    case limitClosed = "limitClosed"
    /// An amount was counted in another currency.
    case costConverted = "costConverted"
    /// There is no rate by which to count an amount.
    case rateMissing = "rateMissing"
    /// The rate by which to count an amount is too old.
    case rateStale = "rateStale"
    /// Amounts are too large to be counted.
    case amountTooLarge = "amountTooLarge"
    /// An approval may lift the limit.
    case approvalLifts = "approvalLifts"
    /// No approval lifts the limit.
    case approvalCannotLift = "approvalCannotLift"
}

extension LimitReason {
    public var phrase: LocalizedText {
        switch self {
        case .giftWithinLimit:
            LocalizedText(
                english: "{cost} for one gift, {left} below the limit of {limit} ({guard})",
                chinese: "单份{cost}，低于上限{limit}，尚余{left}（{guard}）"
            )
        case .giftAboveLimit:
            LocalizedText(
                english: "{cost} for one gift, {excess} above the limit of {limit} ({guard})",
                chinese: "单份{cost}，超出上限{limit}达{excess}（{guard}）"
            )
        case .countWithinLimit:
            LocalizedText(
                english: "{used} of {limit} gifts {window} ({guard})",
                chinese: "{window}已送{used}份，上限{limit}份（{guard}）"
            )
        case .countUsedUp:
            LocalizedText(
                english: "{used} of {limit} gifts {window} ({guard}), used up",
                chinese: "{window}已送{used}份，上限{limit}份（{guard}），已用完"
            )
        case .totalOpen:
            LocalizedText(
                english: "{used} of {limit} {window} ({guard})",
                chinese: "{window}已用{used}，上限{limit}（{guard}）"
            )
        case .totalUsedUp:
            LocalizedText(
                english: "{used} of {limit} {window} ({guard}), used up",
                chinese: "{window}已用{used}，上限{limit}（{guard}），已用完"
            )
        case .totalWithinLimit:
            LocalizedText(
                english: "{used} so far, {total} with this gift, {left} below the limit of {limit} {window} ({guard})",
                chinese: "{window}已用{used}，含本份{total}，低于上限{limit}，尚余{left}（{guard}）"
            )
        case .totalAboveLimit:
            LocalizedText(
                english:
                    "{used} so far, {total} with this gift, {excess} above the limit of {limit} {window} ({guard})",
                chinese: "{window}已用{used}，含本份{total}，超出上限{limit}达{excess}（{guard}）"
            )
        case .limitAwaitsGift:
            LocalizedText(english: "each gift is looked at by itself ({guard})", chinese: "逐份核对礼品（{guard}）")
        case .limitFree: LocalizedText(english: "what costs nothing may go ({guard})", chinese: "零成本礼品可送（{guard}）")
        case .limitClosed:
            LocalizedText(
                english: "nothing may be given, not even what costs nothing ({guard})",
                chinese: "任何礼品均不可送，零成本礼品亦然（{guard}）"
            )
        case .costConverted:
            LocalizedText(
                english: "{price} counts as {minorUnits} minor units of {currency}, at a rate of {rate}",
                chinese: "{price}按汇率{rate}折合{currency}最小单位{minorUnits}"
            )
        case .rateMissing:
            LocalizedText(english: "no rate for {currency} ({guard})", chinese: "缺少{currency}汇率（{guard}）")
        case .rateStale:
            LocalizedText(
                english: "the rate for {currency} is of {date}, {age} old, at most {limit} ({guard})",
                chinese: "{currency}汇率设于{date}，已过{age}，上限{limit}（{guard}）"
            )
        case .amountTooLarge:
            LocalizedText(english: "amounts too large to be counted ({guard})", chinese: "金额过大，无法计算（{guard}）")
        case .approvalLifts:
            LocalizedText(english: "the approval {approval} lifts it", chinese: "经审批{approval}可豁免")
        case .approvalCannotLift: LocalizedText(english: "no approval lifts it", chinese: "审批亦不可豁免")
        }
    }
}

extension LimitReason {
    public var disclosure: Disclosure {
        switch self {
        case .giftAboveLimit, .countUsedUp, .totalUsedUp, .totalAboveLimit, .limitClosed:
            .shared("the rules that bind us do not allow it", "依我们须遵守的规定不可赠送")
        default: .staffOnly
        }
    }
}
