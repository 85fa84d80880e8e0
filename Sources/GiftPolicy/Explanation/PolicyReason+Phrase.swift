public import GiftModel

extension PolicyReason {
    public var phrase: LocalizedText {
        switch self {
        case .unknown: LocalizedText(english: "{field}: not known", chinese: "{field}：未知")
        case .factsOfAnotherDay:
            LocalizedText(
                english: "what is known stands as of {day}, the customer's day is {today}",
                chinese: "资料截至{day}，而客户当地日期为{today}"
            )
        case .firstOrderRecent:
            LocalizedText(english: "first order {days} ago, within {limit}", chinese: "首单距今{days}，未超过{limit}")
        case .firstOrderLongAgo:
            LocalizedText(english: "first order {days} ago, longer than {limit}", chinese: "首单距今{days}，已超过{limit}")
        case .inactive:
            LocalizedText(
                english: "no order for {days}, since {lastPurchase}, more than {limit}",
                chinese: "自{lastPurchase}起已{days}未购买，超过{limit}"
            )
        case .activeLately:
            LocalizedText(
                english: "last order {days} ago, on {lastPurchase}, not yet more than {limit}: {wait} to go",
                chinese: "上次下单于{lastPurchase}，距今{days}，未超过{limit}，还差{wait}"
            )
        case .tierReachedLately:
            LocalizedText(
                english: "{tier} reached on {since}, {days} ago, within {limit}",
                chinese: "于{since}达到{tier}，距今{days}，未超过{limit}"
            )
        case .tierReachedLongAgo:
            LocalizedText(
                english: "{tier} reached on {since}, {days} ago, longer than {limit}",
                chinese: "于{since}达到{tier}，距今{days}，已超过{limit}"
            )
        case .alreadyGiven: LocalizedText(english: "given before, on {date}", chinese: "已于{date}送过")
        case .resting:
            LocalizedText(english: "last given on {date}, less than {limit} ago", chinese: "上次送于{date}，距今不足{limit}")
        case .catalogCurrency:
            LocalizedText(
                english: "the gifts cost {catalog}, the policy is in {policy}",
                chinese: "礼品以{catalog}计价，策略以{policy}计价"
            )
        case .noGiftFits:
            LocalizedText(
                english: "no gift in stock fits from {lowest} to {highest}",
                chinese: "{lowest}至{highest}之间没有合适且有货的礼品"
            )
        case .partRunOut:
            LocalizedText(english: "{gift}: {part} has run out", chinese: "{gift}：{part}已发完")
        case .outOfStock:
            LocalizedText(english: "all {options} gifts that fit have run out", chinese: "{options}种合适的礼品均已发完")
        case .budgetUsedUp:
            LocalizedText(
                english: "budget used up ({budget}): {left} left, the cheapest gift costs {cheapest}",
                chinese: "预算已用完（{budget}）：剩余{left}，最便宜的礼品为{cheapest}"
            )
        case .giftChosen:
            LocalizedText(
                english: "{gift} chosen, worth {worth}, best available of {options} that fit",
                chinese: "选定{gift}，估值{worth}，为{options}种合适礼品中可得的最佳"
            )
        case .worthOfRule: LocalizedText(english: "+{worth} for {rule}", chinese: "+{worth}：{rule}")
        case .worthOfFrequency:
            LocalizedText(english: "+{worth} for a frequency score of {score}", chinese: "+{worth}：频度{score}分")
        case .worthOfMonetary:
            LocalizedText(english: "+{worth} for a monetary score of {score}", chinese: "+{worth}：额度{score}分")
        case .worthOfGift: LocalizedText(english: "+{worth} for the gift itself", chinese: "+{worth}：礼品本身")
        case .worthOfKind: LocalizedText(english: "+{worth} for the preferred kind", chinese: "+{worth}：偏好的类别")
        case .worthOfPrice:
            LocalizedText(
                english: "+{worth} for a cost of {cost}, where {target} is meant",
                chinese: "+{worth}：成本{cost}，目标{target}"
            )
        }
    }
}
