public import GiftModel

extension PolicyReason {
    public var disclosure: Disclosure {
        switch self {
        // Told apart, they would tell how much is left, and of whom it was thought worth giving.
        case .noGiftFits, .partRunOut, .outOfStock, .budgetUsedUp: .neutral
        case .firstOrderRecent: .shared("you placed your first order {days} ago", "您的首单距今{days}")
        case .firstOrderLongAgo:
            .shared("it is for first orders of late, and yours was {days} ago", "仅限近期首单，而您的首单距今{days}")
        case .inactive: .shared("your last order was on {lastPurchase}", "您上次下单于{lastPurchase}")
        case .tierReachedLately: .shared("you reached {tier} on {since}", "您于{since}达到{tier}")
        case .tierReachedLongAgo:
            .shared(
                "you reached {tier} on {since}, and it is for those who did so lately",
                "您于{since}达到{tier}，而此礼仅限近期达到者"
            )
        case .alreadyGiven: .shared("you have had it already, or it is on its way", "您已收到，或正在途中")
        case .resting: .shared("you have had one on this occasion lately, or it is on its way", "您近期已因此收到礼品，或正在途中")
        case .giftChosen: .shared("{gift} was chosen for you", "为您选定{gift}")
        default: .staffOnly
        }
    }
}
