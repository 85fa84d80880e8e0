public import GiftModel

extension PolicyDefaults {
    /// What is assumed, in one sentence; two different defaults never read alike.
    public var sentence: LocalizedText {
        let zone = zone.map { LocalizedText(quoting: $0.text) }
        let parts = [
            LocalizedText(
                english: zone.map { "clocks of \($0.english)" } ?? "no clocks",
                chinese: zone.map { "时区\($0.chinese)" } ?? "不假定时区"
            ), leapDay.words, leapMonth.words, shortMonth.words,
        ]
        return LocalizedText(
            english: "Where nothing else is said: \(parts.map(\.english).joined(separator: "; ")).",
            chinese: "未另行说明时：\(parts.map(\.chinese).joined(separator: "；"))。"
        )
    }
}

extension LeapDayRule {
    fileprivate var words: LocalizedText {
        switch self {
        case .dayBefore:
            LocalizedText(english: "29 February is kept on 28 February in other years", chinese: "2月29日在平年按2月28日")
        case .dayAfter:
            LocalizedText(english: "29 February is kept on 1 March in other years", chinese: "2月29日在平年按3月1日")
        case .skip: LocalizedText(english: "29 February is kept in leap years only", chinese: "2月29日仅在闰年")
        }
    }
}

extension LeapMonthRule {
    fileprivate var words: LocalizedText {
        switch self {
        case .regular: LocalizedText(english: "a leap month is kept as the regular one", chinese: "闰月生日按平月")
        case .leapElseRegular:
            LocalizedText(
                english: "a leap month is kept as such, or else as the regular one",
                chinese: "闰月生日有闰月按闰月，否则按平月"
            )
        case .leapOnly: LocalizedText(english: "a leap month is kept as such only", chinese: "闰月生日仅按闰月")
        case .both:
            LocalizedText(
                english: "a leap month is kept as such and as the regular one",
                chinese: "闰月生日平月、闰月各一次"
            )
        }
    }
}

extension ShortMonthRule {
    fileprivate var words: LocalizedText {
        switch self {
        case .lastDay:
            LocalizedText(english: "a day that a month lacks is kept on its last", chinese: "当月无此日时按月末")
        case .firstOfNext:
            LocalizedText(english: "a day that a month lacks is kept on the first of the next", chinese: "当月无此日时按下月首日")
        case .skip: LocalizedText(english: "a day that a month lacks is not kept", chinese: "当月无此日时不过")
        }
    }
}
