public import GiftModel

extension CalendarReason {
    public var disclosure: Disclosure {
        switch self {
        case .birthdayNear, .birthdayAhead, .provisionalBirthdayNear, .provisionalBirthdayAhead:
            .shared("your birthday is on {day}", "您的生日为{day}")
        case .anniversaryNear, .anniversaryAhead:
            .shared("on {day} it is {number} years since this: {event}", "{day}为{event}满{number}年")
        case .holidayNear, .holidayAhead, .provisionalHolidayNear, .provisionalHolidayAhead:
            .shared("{holiday} is on {day}", "{holiday}为{day}")
        case .holidayNotKept:
            .shared("{holiday} is for those who keep it, as far as they told us", "{holiday}仅限告知过此节者")
        case .periodOpen: .shared("it comes round at set times, now since {from}", "定期赠送，本期始于{from}")
        case .periodAhead: .shared("it comes round at set times, next on {from}", "定期赠送，下期始于{from}")
        case .campaignOpen: .shared("{campaign} runs from {from} through {through}", "{campaign}：{from}至{through}")
        case .campaignOver: .shared("{campaign} ended on {through}", "{campaign}已于{through}结束")
        default: .staffOnly
        }
    }
}
