/// The reasons why a gift cannot reach somebody by one of its ways, or why that cannot be said.
@nonexhaustive
public enum DeliveryReason: String, ReasonCode {
    /// Nobody said by which ways the gift can be delivered.
    case noWayStated = "noWayStated"
    /// The receiver accepts none of the gift's ways.
    case choiceNotOffered = "choiceNotOffered"
    /// The host lacks what the way needs.
    case addressMissing = "addressMissing"
    /// It is not known whether the host has what the way needs.
    case addressNotKnown = "addressNotKnown"
    /// The way does not lead to the receiver's country.
    case countryNotServed = "countryNotServed"
    /// It is not known to which country the gift would go.
    case deliveryCountryNotKnown = "deliveryCountryNotKnown"
    /// The gift would come on a day beyond the calendar.
    case arrivesBeyondCalendar = "arrivesBeyondCalendar"
    /// The gift would come too late.
    case arrivesTooLate = "arrivesTooLate"
}

extension DeliveryReason {
    public var phrase: LocalizedText {
        switch self {
        case .noWayStated: LocalizedText(english: "no way of delivery stated", chinese: "未说明配送方式")
        case .choiceNotOffered:
            LocalizedText(english: "chosen: {choice}, not offered", chinese: "客户选择{choice}，该礼品不提供")
        case .addressMissing: LocalizedText(english: "{channel}: no {need}", chinese: "{channel}：没有{need}")
        case .addressNotKnown: LocalizedText(english: "{channel}: {need} not known", chinese: "{channel}：{need}未知")
        case .countryNotServed:
            LocalizedText(english: "{channel}: not to {country}", chinese: "{channel}：不送达{country}")
        case .deliveryCountryNotKnown:
            LocalizedText(english: "{channel}: country not known", chinese: "{channel}：国家或地区未知")
        case .arrivesBeyondCalendar:
            LocalizedText(english: "{channel}: arrives beyond the calendar", chinese: "{channel}：送达日期超出日历范围")
        case .arrivesTooLate:
            LocalizedText(
                english: "{channel}: arrives on {arrival}, {late} after {needed}",
                chinese: "{channel}：{arrival}送达，比{needed}晚{late}"
            )
        }
    }
}

extension DeliveryReason {
    public var disclosure: Disclosure {
        switch self {
        case .choiceNotOffered, .addressMissing, .addressNotKnown, .countryNotServed, .deliveryCountryNotKnown:
            .shared(phrase)
        default: .staffOnly
        }
    }
}

extension Phrasebook {
    /// The sentences for the reasons that delivery gives.
    public static let delivery = Phrasebook(DeliveryReason.self)
}
