public import GiftModel

extension ActivityReason {
    public var phrase: LocalizedText {
        switch self {
        case .registeredLately:
            LocalizedText(
                english: "registered at {registered}, {limit} until {deadline}",
                chinese: "于{registered}注册，{limit}内有效，截至{deadline}"
            )
        case .welcomeTooLate:
            LocalizedText(
                english: "deadline {deadline} passed, {limit} after the registration: {late} too late",
                chinese: "注册后{limit}的截止时间{deadline}已过，迟{late}"
            )
        case .registeredLongAgo:
            LocalizedText(
                english: "registered on {date}, longer than {limit} ago",
                chinese: "于{date}注册，已超过{limit}"
            )
        case .neverBoughtInactive:
            LocalizedText(
                english: "nothing bought for {days} since the registration on {date}, more than {limit}",
                chinese: "自{date}注册起{days}未购买，超过{limit}"
            )
        case .neverBoughtYet:
            LocalizedText(
                english: "nothing bought for {days} since the registration on {date}, not yet more than "
                    + "{limit}: {wait} to go",
                chinese: "自{date}注册起{days}未购买，未超过{limit}，还差{wait}"
            )
        case .rhythmNotKnown:
            LocalizedText(
                english: "{purchaseDays} purchase days tell of no rhythm, {least} gaps are asked for",
                chinese: "仅{purchaseDays}个购买日，无法判断节奏，至少需要{least}个间隔"
            )
        case .rhythmDue:
            LocalizedText(
                english: "no order for {days}, since {lastPurchase}, at least {times} times the usual {gap} days",
                chinese: "自{lastPurchase}起已{days}未购买，不低于通常间隔{gap}天的{times}倍"
            )
        case .rhythmNotDue:
            LocalizedText(
                english: "last order {days} ago, on {lastPurchase}, not yet {times} times the usual {gap} "
                    + "days: {wait} to go",
                chinese: "上次下单于{lastPurchase}，距今{days}，未到通常间隔{gap}天的{times}倍，还差{wait}"
            )
        case .noOrderLately:
            LocalizedText(
                english: "no order of the last {window} stands",
                chinese: "最近{window}内没有有效订单"
            )
        case .orderSpendReached:
            LocalizedText(
                english: "order {order} on {date} came to {spend}, at least {limit}",
                chinese: "{date}的订单{order}为{spend}，不低于{limit}"
            )
        case .orderSpendNotReached:
            LocalizedText(
                english: "the largest order of the last {window} came to {spend}: {missing} missing to {limit}",
                chinese: "最近{window}内最大订单为{spend}，距{limit}还差{missing}"
            )
        case .spendReached:
            LocalizedText(
                english: "{spend} spent, at least {limit}, reached on {date}",
                chinese: "消费{spend}，不低于{limit}，于{date}达到"
            )
        case .spendNotReached:
            LocalizedText(
                english: "{spend} spent: {missing} missing to {limit}",
                chinese: "消费{spend}，距{limit}还差{missing}"
            )
        case .cartNeverFilled: LocalizedText(english: "no cart is known", chinese: "没有购物车记录")
        case .cartPaid:
            LocalizedText(
                english: "cart last changed at {touched}, paid at {paid}",
                chinese: "购物车最后变动于{touched}，已于{paid}付款"
            )
        case .cartEmptied: LocalizedText(english: "cart emptied at {touched}", chinese: "购物车已于{touched}清空")
        case .cartWorthNotKnown:
            LocalizedText(
                english: "the prices of {products} in the cart are not known, at least {limit} is asked for",
                chinese: "购物车中{products}的价格未知，要求不低于{limit}"
            )
        case .cartTooSmall:
            LocalizedText(
                english: "the cart is worth {worth}: {missing} missing to {limit}",
                chinese: "购物车金额{worth}，距{limit}还差{missing}"
            )
        case .cartTouchedLately:
            LocalizedText(
                english: "cart last changed at {touched}, not yet {limit} ago: {wait} to go",
                chinese: "购物车最后变动于{touched}，未满{limit}，还差{wait}"
            )
        case .cartTooOld:
            LocalizedText(
                english: "cart last changed at {touched}, too old from {deadline} on",
                chinese: "购物车最后变动于{touched}，自{deadline}起已过期"
            )
        case .cartLeft:
            LocalizedText(
                english: "cart untouched since {touched}, for {limit} or longer",
                chinese: "购物车自{touched}起未变动，已满{limit}"
            )
        case .signalMissing:
            LocalizedText(
                english: "not done in the last {window}: {missing}",
                chinese: "最近{window}内未出现：{missing}"
            )
        case .signalSeen:
            LocalizedText(
                english: "done in the last {window}: {acts}, the last on {date}",
                chinese: "最近{window}内均已出现：{acts}，最后于{date}"
            )
        case .neverDone: LocalizedText(english: "never done: {act}", chinese: "从未发生：{act}")
        case .doneLately:
            LocalizedText(
                english: "{act} on {date}, {days} ago, within {limit}",
                chinese: "{act}发生于{date}，距今{days}，未超过{limit}"
            )
        case .doneLongAgo:
            LocalizedText(
                english: "{act} on {date}, {days} ago, longer than {limit}",
                chinese: "{act}发生于{date}，距今{days}，已超过{limit}"
            )
        case .orderLately:
            LocalizedText(
                english: "order {order} on {date}, within {window}",
                chinese: "{date}的订单{order}，未超过{window}"
            )
        case .boughtOnce:
            LocalizedText(
                english: "bought on one day only, {lastPurchase}",
                chinese: "仅于{lastPurchase}购买过"
            )
        case .notAbsent:
            LocalizedText(
                english: "bought on {lastPurchase} after {gap}, which is not more than {absence}",
                chinese: "于{lastPurchase}购买，距上次{gap}，未超过{absence}"
            )
        case .backLately:
            LocalizedText(
                english: "back on {lastPurchase} after {gap}, more than {absence}, within {limit}",
                chinese: "时隔{gap}于{lastPurchase}再次购买，超过{absence}，未超过{limit}"
            )
        case .backLongAgo:
            LocalizedText(
                english: "back on {lastPurchase} after {gap}, longer than {limit} ago",
                chinese: "时隔{gap}于{lastPurchase}再次购买，已超过{limit}"
            )
        case .stageIsAnother:
            LocalizedText(
                english: "stage is {stage}, asked for: {expected}",
                chinese: "阶段为{stage}，要求：{expected}"
            )
        case .stageEntered:
            LocalizedText(
                english: "{stage} since {since}, {days} ago, within {limit}",
                chinese: "自{since}起为{stage}，距今{days}，未超过{limit}"
            )
        case .stageLongAgo:
            LocalizedText(
                english: "{stage} since {since}, {days} ago, longer than {limit}",
                chinese: "自{since}起为{stage}，距今{days}，已超过{limit}"
            )
        case .noEvent:
            LocalizedText(
                english: "no such event concerns the customer: {kind}",
                chinese: "没有涉及该客户的此类事件：{kind}"
            )
        case .eventOn:
            LocalizedText(
                english: "{event} from {from} through {through}",
                chinese: "{event}：{from}至{through}"
            )
        case .eventAhead:
            LocalizedText(
                english: "{event} begins on {from}: {wait} to go",
                chinese: "{event}始于{from}，还差{wait}"
            )
        case .eventForOthersPerhaps:
            LocalizedText(
                english: "whether {event} concerns the customer is not known",
                chinese: "无法判断{event}是否涉及该客户"
            )
        case .noComplaint: LocalizedText(english: "no complaint is known", chinese: "没有投诉记录")
        case .complaintStillOpen:
            LocalizedText(
                english: "complaint {complaint} of {opened} is not settled: {state}",
                chinese: "{opened}的投诉{complaint}尚未解决：{state}"
            )
        case .complaintLongAgo:
            LocalizedText(
                english: "every complaint was settled longer than {limit} ago",
                chinese: "所有投诉均已解决超过{limit}"
            )
        case .recoveryPlanned:
            LocalizedText(
                english: "a gift for all complaints was planned at {planned}",
                chinese: "已于{planned}为全部投诉安排补救礼"
            )
        case .recoveryWaiting:
            LocalizedText(
                english: "{complaints} settled at {resolved}, waiting time {limit}, due at {due}: {wait} to go",
                chinese: "{complaints}于{resolved}解决，间隔期{limit}，应于{due}，还差{wait}"
            )
        case .recoveryDue:
            LocalizedText(
                english: "{complaints} settled at {resolved}, waiting time {limit} over",
                chinese: "{complaints}于{resolved}解决，间隔期{limit}已满"
            )
        }
    }
}
