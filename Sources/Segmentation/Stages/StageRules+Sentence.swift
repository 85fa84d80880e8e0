public import GiftModel

extension StageRules {
    /// The stages and what makes them, in one sentence; rules that differ read differently.
    ///
    /// - Complexity: O(*n*) in the number of conditions.
    public var sentence: LocalizedText {
        let last = LocalizedText(
            english: "otherwise \(otherwise.title.english)",
            chinese: "其余为\(otherwise.title.chinese)"
        )
        let parts = rules.map(\.phrase) + [last] + usage
        return LocalizedText(
            english: "Stages, the first that holds: \(parts.map(\.english).joined(separator: "; ")).",
            chinese: "阶段，取首个成立者：\(parts.map(\.chinese).joined(separator: "；"))。"
        )
    }

    /// How the rules are used.
    private var usage: [LocalizedText] {
        var phrases: [LocalizedText] = []
        if let comparedDays {
            let days = FactValue.days(Int64(comparedDays))
            phrases.append(
                LocalizedText(
                    english: "windows of \(days.text(in: .english)) are compared",
                    chinese: "比较窗口\(days.text(in: .chinese))"
                )
            )
        }
        if minimumGaps != 2 {
            phrases.append(
                LocalizedText(
                    english: "an own rhythm takes \(minimumGaps) or more gaps",
                    chinese: "自身节奏至少需\(minimumGaps)个间隔"
                )
            )
        }
        if minimumStayDays != 0 {
            let days = FactValue.days(Int64(minimumStayDays))
            phrases.append(
                LocalizedText(
                    english: "a stage stands for at least \(days.text(in: .english))",
                    chinese: "每阶段至少保持\(days.text(in: .chinese))"
                )
            )
        }
        if !enteredAtOnce.isEmpty {
            let list = LocalizedText(listing: Stage.allCases.filter(enteredAtOnce.contains).map(\.title))
            phrases.append(
                LocalizedText(english: "entered at once: \(list.english)", chinese: "立即进入：\(list.chinese)")
            )
        }
        if changesOnPurchase {
            phrases.append(LocalizedText(english: "a purchase may change it at once", chinese: "购买当日即可变更"))
        }
        return phrases
    }
}

extension StageRule {
    fileprivate var phrase: LocalizedText {
        let (entered, stays) = (Self.phrase(ofAll: when), stays.isEmpty ? nil : Self.phrase(ofAll: stays))
        return LocalizedText(
            english: "\(stage.title.english) with \(entered.english)"
                + (stays.map { ", kept with \($0.english)" } ?? ""),
            chinese: "\(stage.title.chinese)（\(entered.chinese)）" + (stays.map { "，保持（\($0.chinese)）" } ?? "")
        )
    }

    private static func phrase(ofAll conditions: [StageCondition]) -> LocalizedText {
        LocalizedText(
            english: conditions.map(\.phrase.english).joined(separator: " and "),
            chinese: conditions.map(\.phrase.chinese).joined(separator: "且")
        )
    }
}

extension StageCondition {
    fileprivate var phrase: LocalizedText {
        let (field, comparison, value) = parts
        let (title, how) = (field.title, comparison.title)
        let number: FactValue =
            switch field {
            case .daysSinceFirstPurchase, .daysSinceLastPurchase: .days(value.numerator)
            default: .ratio(value)
            }
        return LocalizedText(
            english: "\(title.english) \(how.english) \(number.text(in: .english))",
            chinese: "\(title.chinese)\(how.chinese)\(number.text(in: .chinese))"
        )
    }
}

extension StageCondition.Field {
    fileprivate var title: LocalizedText {
        switch self {
        case .daysSinceFirstPurchase: LocalizedText(english: "time since the first purchase", chinese: "首次购买至今")
        case .purchaseDays: LocalizedText(english: "purchase days", chinese: "购买天数")
        case .daysSinceLastPurchase: LocalizedText(english: "time since the last purchase", chinese: "上次购买至今")
        case .ownRhythm:
            LocalizedText(english: "time since the last purchase by the own rhythm", chinese: "上次购买至今与自身间隔之比")
        case .purchaseDaysInWindow:
            LocalizedText(english: "purchase days of the last window", chinese: "最近窗口购买天数")
        case .purchaseDaysInWindowBefore:
            LocalizedText(english: "purchase days of the window before", chinese: "前一窗口购买天数")
        case .windowRatio:
            LocalizedText(english: "purchase days of the last window against the one before", chinese: "两窗口购买天数之比")
        case .activityProbability: LocalizedText(english: "probability of activity", chinese: "活跃概率")
        }
    }
}
