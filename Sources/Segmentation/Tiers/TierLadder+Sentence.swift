public import GiftModel

extension TierLadder {
    /// What counts towards the tiers, and how they are kept and lost, in one sentence.
    ///
    /// Ladders that differ in anything but their rungs read differently; each rung has a sentence of its own.
    public var sentence: LocalizedText {
        let (what, window) = (spend.title, window.phrase)
        let (name, id) = (LocalizedText(quoting: base.name), LocalizedText(naming: base.id.text))
        let start = LocalizedText(
            english:
                "Tiers go by \(what.english) \(window.english) in \(currency); everybody starts as \(name.english) "
                + "(\(id.english))",
            chinese: "等级按\(window.chinese)\(what.chinese)计（\(currency)）；起始等级为\(name.chinese)（\(id.chinese)）"
        )
        let parts = [start] + rules.phrases
        return LocalizedText(
            english: parts.map(\.english).joined(separator: "; ") + ".",
            chinese: parts.map(\.chinese).joined(separator: "；") + "。"
        )
    }
}

extension TierRung {
    /// The tier with what reaches it, what keeps it and what it gives, in one sentence; two different ones never read
    /// alike, but for words in the other language.
    ///
    /// - Complexity: O(*n*) in the goals and benefits.
    public var sentence: LocalizedText {
        let (name, id) = (LocalizedText(quoting: tier.name), LocalizedText(naming: tier.id.text))
        let reached = Self.phrase(ofAny: goals)
        var (english, chinese) = (
            "\(name.english) (\(id.english)): at least \(reached.english)",
            "\(name.chinese)（\(id.chinese)）：至少\(reached.chinese)"
        )
        if keeping != goals {
            let kept = Self.phrase(ofAny: keeping)
            english += "; kept with at least \(kept.english)"
            chinese += "；保级至少\(kept.chinese)"
        }
        if !benefits.isEmpty {
            let list = benefits.map { (LocalizedText(quoting: $0.name), LocalizedText(naming: $0.id.text)) }
            english += "; gives \(list.map { "\($0.english) (\($1.english))" }.joined(separator: ", "))"
            chinese += "；权益\(list.map { "\($0.chinese)（\($1.chinese)）" }.joined(separator: "、"))"
        }
        if let pointsFactor {
            let factor = FactValue.ratio(pointsFactor)
            english += "; points times \(factor.text(in: .english))"
            chinese += "；积分\(factor.text(in: .chinese))倍"
        }
        return LocalizedText(english: english + ".", chinese: chinese + "。")
    }

    private static func phrase(ofAny goals: [TierGoal]) -> LocalizedText {
        LocalizedText(
            english: goals.map(\.phrase.english).joined(separator: ", or "),
            chinese: goals.map(\.phrase.chinese).joined(separator: "，或")
        )
    }
}

extension TierGoal {
    fileprivate var phrase: LocalizedText {
        let counts = [(orders, "order", "单"), (points, "point", "积分"), (interactions, "interaction", "次互动")]
        let counted = counts.compactMap { count, english, chinese in
            count.map {
                LocalizedText(english: "\($0) \(english)\($0 == 1 ? "" : "s")", chinese: "\($0)\(chinese)")
            }
        }
        let parts = (spend.map { [LocalizedText(english: "\($0)", chinese: "\($0)")] } ?? []) + counted
        return LocalizedText(
            english: parts.map(\.english).joined(separator: " and "),
            chinese: parts.map(\.chinese).joined(separator: "且")
        )
    }
}

extension TierRules {
    /// What is not as it comes.
    fileprivate var phrases: [LocalizedText] {
        var phrases = [reviews.phrase].compactMap(\.self)
        if upgrades == .atReview {
            phrases.append(LocalizedText(english: "a tier is reached at a review only", chinese: "仅在审核时升级"))
        }
        if refunds == .atReview {
            phrases.append(LocalizedText(english: "returns take no tier before a review", chinese: "退货不影响等级，直至审核"))
        }
        switch landing {
        case .recompute: break
        case .oneStep:
            phrases.append(LocalizedText(english: "who loses a tier falls by one", chinese: "降级只降一级"))
        case .floor(let tier):
            let id = LocalizedText(naming: tier.text)
            phrases.append(
                LocalizedText(english: "nobody falls below \(id.english)", chinese: "降级不低于\(id.chinese)")
            )
        }
        if let grace {
            phrases.append(
                LocalizedText(
                    english: "a tier that is missed is kept for \(grace.words.english)",
                    chinese: "未达标时保留\(grace.words.chinese)"
                )
            )
        }
        if consumesShortfall {
            phrases.append(
                LocalizedText(
                    english: "what makes a shortfall good is taken from its own period",
                    chinese: "补足差额的部分从所在周期扣除"
                )
            )
        }
        if rollsOver {
            phrases.append(LocalizedText(english: "what is over counts in the next period", chinese: "超出部分计入下一周期"))
        }
        return phrases
    }
}

extension TierRules.Reviews {
    /// When tiers are judged; nothing where every day is.
    fileprivate var phrase: LocalizedText? {
        switch self {
        case .daily: nil
        case .periodEnd: LocalizedText(english: "reviewed at the end of each period", chinese: "每周期末审核")
        case .month: LocalizedText(english: "reviewed at the end of each month", chinese: "每月末审核")
        case .quarter: LocalizedText(english: "reviewed at the end of each quarter", chinese: "每季度末审核")
        case .halfYear: LocalizedText(english: "reviewed at the end of each half-year", chinese: "每半年末审核")
        case .year: LocalizedText(english: "reviewed at the end of each year", chinese: "每年末审核")
        }
    }
}
