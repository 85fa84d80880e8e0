public import GiftModel

extension HolidayTrigger {
    /// The trigger in words: triggers that mean different days or customers read differently.
    ///
    /// - Complexity: O(*n* log *n*) in the days that are listed.
    public var sentence: LocalizedText {
        let lead = FactValue.days(leadDays)
        let (rule, observance) = (holiday.rule.phrase, holiday.observance.phrase)
        let audience =
            culture.map { culture in
                let name = LocalizedText(quoting: culture.title, culture.name.text)
                return LocalizedText(
                    english: ", for those who keep it: \(name.english)",
                    chinese: "，仅限过此节者：\(name.chinese)"
                )
            } ?? LocalizedText(english: "", chinese: "")
        let (title, id) = (LocalizedText(quoting: holiday.title), LocalizedText(naming: id.text))
        let english = "\(title.english) (\(id.english)): \(rule.english)\(observance.english)"
        let chinese = "\(title.chinese)（\(id.chinese)）：\(rule.chinese)\(observance.chinese)"
        return LocalizedText(
            english: "\(english), from \(lead.text(in: .english)) ahead\(audience.english)",
            chinese: "\(chinese)，提前\(lead.text(in: .chinese))起\(audience.chinese)"
        )
    }
}

extension HolidayRule {
    /// The rule in words.
    fileprivate var phrase: LocalizedText {
        switch self {
        case .annual(let date, let leapDay):
            let rule = leapDay.phrase(on: date)
            return LocalizedText(
                english: "every year on \(date.month)-\(date.day)\(rule.english)",
                chinese: "每年\(date.month)月\(date.day)日\(rule.chinese)"
            )
        case .weekdayOfMonth(let day):
            return LocalizedText(
                english: "the \(day.position.rawValue) \(day.weekday.title.english) of month \(day.month)",
                chinese: "\(day.month)月\(day.position.chinese)\(day.weekday.title.chinese)"
            )
        case .easter(let days):
            let count = FactValue.days(Int64(clamping: days.magnitude))
            let (english, chinese) = (count.text(in: .english), count.text(in: .chinese))
            return switch days {
            case 0: LocalizedText(english: "Easter Sunday", chinese: "复活节")
            case ..<0: LocalizedText(english: "\(english) before Easter Sunday", chinese: "复活节前\(chinese)")
            default: LocalizedText(english: "\(english) after Easter Sunday", chinese: "复活节后\(chinese)")
            }
        case .lunarFestival(let festival):
            let title = festival.title
            return LocalizedText(english: "\(title.english) of the lunar calendar", chinese: "农历\(title.chinese)")
        case .solarTerm(let term):
            let title = term.title
            return LocalizedText(english: "the solar term \(title.english)", chinese: "节气\(title.chinese)")
        case .lunarDate(let date, let leapMonth, let shortMonth):
            return Self.phrase(of: date, leapMonth, shortMonth)
        case .listed(let days):
            let list = LocalizedText(listingDays: days)
            return LocalizedText(english: "the days \(list.english)", chinese: "指定日期\(list.chinese)")
        }
    }

    private static func phrase(
        of date: AnnualLunarDate,
        _ leapMonth: LeapMonthRule,
        _ shortMonth: ShortMonthRule
    ) -> LocalizedText {
        let (leap, short) = (leapMonth.phrase(on: date), shortMonth.phrase(on: date))
        return LocalizedText(
            english: "lunar \(date.isLeapMonth ? "leap " : "")\(date.month)-\(date.day)\(leap.english)\(short.english)",
            chinese: "农历\(date.isLeapMonth ? "闰" : "")\(date.month)月\(date.day)日\(leap.chinese)\(short.chinese)"
        )
    }
}

extension Observance {
    /// The observance in words, after the rule; nothing where the day is not moved.
    fileprivate var phrase: LocalizedText {
        switch self {
        case .actualDay: LocalizedText(english: "", chinese: "")
        case .nearestWorkday(let work): Self.phrase(LocalizedText(english: "nearest", chinese: "最近"), work)
        case .nextWorkday(let work): Self.phrase(LocalizedText(english: "next", chinese: "下一"), work)
        case .previousWorkday(let work): Self.phrase(LocalizedText(english: "previous", chinese: "上一"), work)
        }
    }

    private static func phrase(_ which: LocalizedText, _ work: WorkCalendar) -> LocalizedText {
        let weekend = LocalizedText(listing: Weekday.allCases.filter(work.weekend.days.contains).map(\.title))
        var english = "off on \(weekend.english)"
        var chinese = "\(weekend.chinese)休息"
        if !work.daysOff.isEmpty {
            let days = LocalizedText(listingDays: work.daysOff)
            english += " and on \(days.english)"
            chinese += "，\(days.chinese)放假"
        }
        if !work.madeUpWorkdays.isEmpty {
            let days = LocalizedText(listingDays: work.madeUpWorkdays)
            english += ", made up on \(days.english)"
            chinese += "，\(days.chinese)调休上班"
        }
        return LocalizedText(
            english: ", observed on the \(which.english) workday (\(english))",
            chinese: "，移至\(which.chinese)工作日（\(chinese)）"
        )
    }
}

extension WeekdayOfMonth.Position {
    fileprivate var chinese: String {
        switch self {
        case .first: "第一个"
        case .second: "第二个"
        case .third: "第三个"
        case .fourth: "第四个"
        case .last: "最后一个"
        }
    }
}

// A rule that never matters for the day is told only where it is not the usual one: what is written is told.

extension LocalizedText {
    fileprivate static let nothing = LocalizedText(english: "", chinese: "")

    /// The choice of a rule that never matters for the day.
    fileprivate var idle: LocalizedText {
        LocalizedText(english: " (no matter here\(english))", chinese: "（与此日无关\(chinese)）")
    }
}

extension LeapDayRule {
    fileprivate func phrase(on date: AnnualDate) -> LocalizedText {
        if date == AnnualDate(month: 2, day: 29) { return phrase }
        return self == .skip ? .nothing : phrase.idle
    }

    private var phrase: LocalizedText {
        switch self {
        case .dayBefore: LocalizedText(english: ", else on 2-28", chinese: "（平年为2月28日）")
        case .dayAfter: LocalizedText(english: ", else on 3-1", chinese: "（平年为3月1日）")
        case .skip: LocalizedText(english: ", in leap years only", chinese: "（仅闰年）")
        }
    }
}

extension LeapMonthRule {
    fileprivate func phrase(on date: AnnualLunarDate) -> LocalizedText {
        if date.isLeapMonth { return phrase }
        return self == .regular ? .nothing : phrase.idle
    }

    private var phrase: LocalizedText {
        switch self {
        case .regular: LocalizedText(english: ", in the regular month", chinese: "（按平月）")
        case .leapElseRegular:
            LocalizedText(english: ", in the leap month or else the regular one", chinese: "（有闰月按闰月，否则按平月）")
        case .leapOnly: LocalizedText(english: ", in the leap month only", chinese: "（仅闰月）")
        case .both: LocalizedText(english: ", in both months", chinese: "（平月与闰月各一次）")
        }
    }
}

extension ShortMonthRule {
    fileprivate func phrase(on date: AnnualLunarDate) -> LocalizedText {
        if date.day == 30 { return phrase }
        return self == .lastDay ? .nothing : phrase.idle
    }

    private var phrase: LocalizedText {
        switch self {
        case .lastDay: LocalizedText(english: ", else on the last day of the month", chinese: "（小月为月末）")
        case .firstOfNext: LocalizedText(english: ", else on the first of the next month", chinese: "（小月为下月初一）")
        case .skip: LocalizedText(english: ", in long months only", chinese: "（仅大月）")
        }
    }
}

extension LocalizedText {
    fileprivate init(listingDays days: Set<CalendarDate>) {
        self.init(listing: days.sorted().map { LocalizedText(english: "\($0)", chinese: "\($0)") })
    }
}
