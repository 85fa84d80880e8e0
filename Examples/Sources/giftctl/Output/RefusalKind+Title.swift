import GiftModel
import GiftPolicy

extension Refusal.Kind {
    /// The kind in words.
    var title: LocalizedText {
        switch self {
        case .notDue: LocalizedText(english: "Not due", chinese: "未到期")
        case .blocked: LocalizedText(english: "Blocked", chinese: "已拦截")
        case .suppressed: LocalizedText(english: "Held back by the cap", chinese: "受频次上限抑制")
        case .withheld: LocalizedText(english: "Withheld for comparison", chinese: "对照组不发放")
        case .unfunded: LocalizedText(english: "Out of budget or stock", chinese: "预算或库存不足")
        }
    }

    /// The kind in a word or two.
    var shortTitle: LocalizedText {
        switch self {
        case .notDue: LocalizedText(english: "not due", chinese: "未触发")
        case .blocked: LocalizedText(english: "blocked", chinese: "拦截")
        case .suppressed: LocalizedText(english: "suppressed", chinese: "抑制")
        case .withheld: LocalizedText(english: "withheld", chinese: "留作对照")
        case .unfunded: LocalizedText(english: "unfunded", chinese: "未入选")
        }
    }
}
