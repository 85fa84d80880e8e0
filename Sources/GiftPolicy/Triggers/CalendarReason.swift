public import GiftModel

/// The reasons that triggers by the calendar give.
@nonexhaustive
public enum CalendarReason: String, ReasonCode {
    /// The days of the Chinese calendar are not known so far ahead.
    case calendarEnds = "calendarEnds"
    /// A birthday is near.
    case birthdayNear = "birthdayNear"
    /// A birthday is near, and the lunar calendar may still move it.
    case provisionalBirthdayNear = "provisionalBirthdayNear"
    /// The next birthday lies ahead.
    case birthdayAhead = "birthdayAhead"
    /// The next birthday lies ahead, and the lunar calendar may still move it.
    case provisionalBirthdayAhead = "provisionalBirthdayAhead"
    /// No birthday is left that is known.
    case noFurtherBirthday = "noFurtherBirthday"
    /// An anniversary is near.
    case anniversaryNear = "anniversaryNear"
    /// The next anniversary lies ahead.
    case anniversaryAhead = "anniversaryAhead"
    /// No anniversary is left of those that are remembered.
    case noFurtherAnniversary = "noFurtherAnniversary"
    /// A holiday is near.
    case holidayNear = "holidayNear"
    /// A holiday is near, and the lunar calendar may still move it.
    case provisionalHolidayNear = "provisionalHolidayNear"
    /// A holiday lies ahead.
    case holidayAhead = "holidayAhead"
    /// A holiday lies ahead, and the lunar calendar may still move it.
    case provisionalHolidayAhead = "provisionalHolidayAhead"
    /// No holiday is left that is known.
    case noFurtherHoliday = "noFurtherHoliday"
    /// The customer told of no culture that keeps the holiday.
    case holidayNotKept = "holidayNotKept"
    /// A period has begun.
    case periodOpen = "periodOpen"
    /// The next period lies ahead.
    case periodAhead = "periodAhead"
    /// No period is left.
    case noFurtherPeriod = "noFurtherPeriod"
    /// A campaign runs.
    case campaignOpen = "campaignOpen"
    /// A campaign lies ahead.
    case campaignAhead = "campaignAhead"
    /// A campaign is over.
    case campaignOver = "campaignOver"
    /// A campaign is for others.
    case campaignForOthers = "campaignForOthers"
    /// A schedule is closed now.
    case scheduleClosed = "scheduleClosed"
    /// A schedule is closed now and in the year to come.
    case scheduleNeverOpens = "scheduleNeverOpens"
}

extension CalendarReason {
    public var phrase: LocalizedText {
        switch self {
        case .calendarEnds:
            LocalizedText(
                english: "the days of the Chinese calendar are not known from {today} on",
                chinese: "{today}之后的农历日期未知"
            )
        case .birthdayNear:
            LocalizedText(
                english: "birthday on {day}, celebrated from {from} through {through}",
                chinese: "生日为{day}，赠礼期为{from}至{through}"
            )
        case .provisionalBirthdayNear:
            LocalizedText(
                english: "birthday on {day}, which the lunar calendar may still move by a day, celebrated from {from} "
                    + "through {through}",
                chinese: "生日为{day}（农历推算，可能相差一天），赠礼期为{from}至{through}"
            )
        case .birthdayAhead:
            LocalizedText(
                english: "birthday on {day}, celebrated from {from} on: {wait} to go",
                chinese: "生日为{day}，自{from}起赠礼，还差{wait}"
            )
        case .provisionalBirthdayAhead:
            LocalizedText(
                english: "birthday on {day}, which the lunar calendar may still move by a day, celebrated from {from} "
                    + "on: {wait} to go",
                chinese: "生日为{day}（农历推算，可能相差一天），自{from}起赠礼，还差{wait}"
            )
        case .noFurtherBirthday:
            LocalizedText(english: "no birthday from {today} on is known", chinese: "{today}之后没有已知的生日")
        case .anniversaryNear:
            LocalizedText(
                english: "{event} {number} years ago on {day}, remembered from {from} through {through}",
                chinese: "{day}为{event}满{number}年，赠礼期为{from}至{through}"
            )
        case .anniversaryAhead:
            LocalizedText(
                english: "{event} {number} years ago on {day}, remembered from {from} on: {wait} to go",
                chinese: "{day}为{event}满{number}年，自{from}起赠礼，还差{wait}"
            )
        case .noFurtherAnniversary:
            LocalizedText(english: "no anniversary is remembered from {today} on", chinese: "{today}之后没有纪念日")
        case .holidayNear:
            LocalizedText(
                english: "{holiday} on {day}, gifts leave from {from} on",
                chinese: "{holiday}为{day}，自{from}起发出"
            )
        case .provisionalHolidayNear:
            LocalizedText(
                english: "{holiday} on {day}, which the lunar calendar may still move by a day, gifts leave from "
                    + "{from} on",
                chinese: "{holiday}为{day}（农历推算，可能相差一天），自{from}起发出"
            )
        case .holidayAhead:
            LocalizedText(
                english: "{holiday} on {day}, gifts leave from {from} on: {wait} to go",
                chinese: "{holiday}为{day}，自{from}起发出，还差{wait}"
            )
        case .provisionalHolidayAhead:
            LocalizedText(
                english: "{holiday} on {day}, which the lunar calendar may still move by a day, gifts leave from "
                    + "{from} on: {wait} to go",
                chinese: "{holiday}为{day}（农历推算，可能相差一天），自{from}起发出，还差{wait}"
            )
        case .noFurtherHoliday:
            LocalizedText(english: "no such holiday from {today} on is known", chinese: "{today}之后没有已知的该节日")
        case .holidayNotKept:
            LocalizedText(
                english: "{holiday} is for those who keep it ({culture}), and the customer told of others",
                chinese: "{holiday}仅限过此节者（{culture}），客户告知的不含此项"
            )
        case .periodOpen:
            LocalizedText(
                english: "period {period} began on {from}, open through {through}",
                chinese: "周期{period}始于{from}，有效至{through}"
            )
        case .periodAhead:
            LocalizedText(
                english: "period {period} begins on {from}: {wait} to go",
                chinese: "周期{period}始于{from}，还差{wait}"
            )
        case .noFurtherPeriod: LocalizedText(english: "no period is left on {today}", chinese: "{today}之后没有周期")
        case .campaignOpen:
            LocalizedText(
                english: "{campaign} runs from {from} through {through}",
                chinese: "{campaign}：{from}至{through}"
            )
        case .campaignAhead:
            LocalizedText(
                english: "{campaign} begins on {from}: {wait} to go",
                chinese: "{campaign}始于{from}，还差{wait}"
            )
        case .campaignOver: LocalizedText(english: "{campaign} ended on {through}", chinese: "{campaign}已于{through}结束")
        case .campaignForOthers:
            LocalizedText(english: "{campaign} is for {audience}", chinese: "{campaign}仅面向{audience}")
        case .scheduleClosed:
            LocalizedText(english: "only {schedule}, next on {day}", chinese: "仅限{schedule}，下次为{day}")
        case .scheduleNeverOpens:
            LocalizedText(
                english: "only {schedule}, which no day of the year from {today} on is",
                chinese: "仅限{schedule}，自{today}起一年内没有"
            )
        }
    }
}
