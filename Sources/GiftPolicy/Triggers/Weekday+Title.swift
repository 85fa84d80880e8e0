import GiftModel

extension Weekday {
    /// The weekday in words.
    var title: LocalizedText {
        switch self {
        case .monday: LocalizedText(english: "Monday", chinese: "周一")
        case .tuesday: LocalizedText(english: "Tuesday", chinese: "周二")
        case .wednesday: LocalizedText(english: "Wednesday", chinese: "周三")
        case .thursday: LocalizedText(english: "Thursday", chinese: "周四")
        case .friday: LocalizedText(english: "Friday", chinese: "周五")
        case .saturday: LocalizedText(english: "Saturday", chinese: "周六")
        case .sunday: LocalizedText(english: "Sunday", chinese: "周日")
        }
    }
}
