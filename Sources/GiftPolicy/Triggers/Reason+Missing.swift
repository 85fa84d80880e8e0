import GiftModel

extension Reason {
    /// What triggers and schedules by the calendar may miss.
    enum MissingField {
        case birthday
        case registration
        case purchases
        case contract
        case cultures
        case workCalendar

        fileprivate var title: LocalizedText {
            switch self {
            case .birthday: LocalizedText(english: "Birthday", chinese: "生日")
            case .registration: LocalizedText(english: "Day of registration", chinese: "注册日期")
            case .purchases: LocalizedText(english: "Purchases", chinese: "购买记录")
            case .contract: LocalizedText(english: "Contract", chinese: "签约记录")
            case .cultures: LocalizedText(english: "Cultures", chinese: "文化习俗")
            case .workCalendar: LocalizedText(english: "Work calendar", chinese: "工作日历")
            }
        }
    }

    /// Says that `field` is not known.
    static func missing(_ field: MissingField) -> Reason {
        Reason(PolicyReason.unknown, Fact("field", .name(field.title)))
    }
}
