import GiftModel

extension Reason {
    /// What triggers, schedules and decisions may miss.
    enum MissingField {
        case birthday
        case registration
        case purchases
        case contract
        case cultures
        case workCalendar
        case registrationTime
        case orders
        case orderSpend
        case stage
        case stageSince
        case churnSignals
        case tier
        case zone

        fileprivate var title: LocalizedText {
            switch self {
            case .birthday: LocalizedText(english: "Birthday", chinese: "生日")
            case .registration: LocalizedText(english: "Day of registration", chinese: "注册日期")
            case .purchases: LocalizedText(english: "Purchases", chinese: "购买记录")
            case .contract: LocalizedText(english: "Contract", chinese: "签约记录")
            case .cultures: LocalizedText(english: "Cultures", chinese: "文化习俗")
            case .workCalendar: LocalizedText(english: "Work calendar", chinese: "工作日历")
            case .registrationTime: LocalizedText(english: "Time of registration", chinese: "注册时间")
            case .orders: LocalizedText(english: "Orders", chinese: "订单记录")
            case .orderSpend: LocalizedText(english: "What is left of an order", chinese: "订单净额")
            case .stage: LocalizedText(english: "Stage", chinese: "生命周期阶段")
            case .stageSince: LocalizedText(english: "Day on which the stage began", chinese: "进入阶段的日期")
            case .churnSignals: LocalizedText(english: "Signs of leaving", chinese: "流失信号")
            case .tier: LocalizedText(english: "Tier", chinese: "会员等级")
            case .zone: LocalizedText(english: "Time zone", chinese: "时区")
            }
        }
    }

    /// Says that `field` is not known.
    static func missing(_ field: MissingField) -> Reason {
        Reason(PolicyReason.unknown, Fact("field", .name(field.title)))
    }
}
