package import GiftModel

extension TierWindow {
    /// The time in words, after what is counted in it; windows that differ read differently.
    package var phrase: LocalizedText {
        switch self {
        case .lifetime: LocalizedText(english: "of all time", chinese: "累计")
        case .calendar(.month): LocalizedText(english: "of the calendar month", chinese: "自然月内")
        case .calendar(.quarter): LocalizedText(english: "of the calendar quarter", chinese: "自然季度内")
        case .calendar(.halfYear): LocalizedText(english: "of the calendar half-year", chinese: "自然半年内")
        case .calendar(.year): LocalizedText(english: "of the calendar year", chinese: "自然年内")
        case .rolling(let period):
            LocalizedText(english: "of the last \(period.words.english)", chinese: "最近\(period.words.chinese)内")
        case .anniversary(let period):
            LocalizedText(
                english: "of each \(period.words.english) since the first purchase",
                chinese: "自首购起每\(period.words.chinese)内"
            )
        }
    }
}

extension SpendBasis {
    /// The money in words.
    package var title: LocalizedText {
        switch self {
        case .sales: LocalizedText(english: "sales", chinese: "销售额")
        case .net: LocalizedText(english: "net spend", chinese: "净消费额")
        }
    }
}
