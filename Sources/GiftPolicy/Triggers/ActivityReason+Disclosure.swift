public import GiftModel

extension ActivityReason {
    public var disclosure: Disclosure {
        switch self {
        case .registeredLately: .shared("you registered at {registered}", "您于{registered}注册")
        case .welcomeTooLate:
            .shared("the welcome was for the time after registering, until {deadline}", "欢迎礼仅限注册后至{deadline}")
        case .registeredLongAgo:
            .shared(
                "you registered on {date}, and it is for those who did so lately",
                "您于{date}注册，而此礼仅限近期注册者"
            )
        case .neverBoughtInactive:
            .shared("you registered on {date} and have not bought anything yet", "您于{date}注册，尚未购买")
        case .rhythmDue: .shared("your last order was on {lastPurchase}", "您上次下单于{lastPurchase}")
        case .noOrderLately: .shared("no order of yours of the last {window} stands", "您最近{window}内没有有效订单")
        case .orderSpendReached: .shared("your order {order} of {date} came to {spend}", "您{date}的订单{order}为{spend}")
        case .orderSpendNotReached:
            .shared(
                "your largest order of the last {window} came to {spend}: {missing} missing to {limit}",
                "您最近{window}内最大订单为{spend}，距{limit}还差{missing}"
            )
        case .spendReached: .shared("you spent {spend} by {date}", "您截至{date}消费{spend}")
        case .spendNotReached:
            .shared("you spent {spend}: {missing} missing to {limit}", "您消费{spend}，距{limit}还差{missing}")
        case .cartLeft: .shared("there has been something in your cart since {touched}", "您的购物车自{touched}起有未付款的商品")
        case .signalSeen: .shared("you did this of late: {acts}", "您近期有以下行为：{acts}")
        case .neverDone: .shared("you have not done this yet: {act}", "您尚未有此行为：{act}")
        case .doneLately: .shared("you did this on {date}: {act}", "您于{date}有此行为：{act}")
        case .doneLongAgo:
            .shared(
                "you did this on {date}, and it is for those who did so lately: {act}",
                "您于{date}有此行为，而此礼仅限近期者：{act}"
            )
        case .orderLately: .shared("you placed the order {order} on {date}", "您于{date}下了订单{order}")
        case .backLately: .shared("you are back: you bought something on {lastPurchase}", "您于{lastPurchase}再次购买，欢迎回来")
        case .complaintStillOpen: .shared("your complaint of {opened} is not settled yet", "您{opened}的投诉尚未解决")
        case .recoveryPlanned:
            .shared(
                "for your complaints you have had a gift already, or it is on its way",
                "针对您的投诉，补救礼已送出或正在途中"
            )
        case .recoveryDue: .shared("your complaint was settled at {resolved}", "您的投诉已于{resolved}解决")
        default: .staffOnly
        }
    }
}
