public import GiftModel
public import Segmentation

extension Rule {
    /// The rule in one sentence; two different rules never read alike, but for words in the other language.
    ///
    /// Conditions that are the same by the laws of their canonical form may read alike. Tiers and segments are called
    /// by their identifiers.
    ///
    /// - Complexity: O(*n* log *n*) in the size of the rule.
    public var sentence: LocalizedText { sentence(calling: [], []) }

    /// The rule in one sentence that calls tiers and segments by their names.
    ///
    /// - Parameters:
    ///   - tiers: The tiers by whose names it calls them; it calls others by their identifiers.
    ///   - segments: The segments by whose names it calls them.
    /// - Complexity: O(*n* log *n*) in the size of the rule, times the tiers and segments.
    public func sentence(calling tiers: [Tier], _ segments: [Segment]) -> LocalizedText {
        let (name, id) = (LocalizedText(quoting: name), LocalizedText(naming: id.text))
        let given = [occasionPhrase(calling: tiers), giftPhrase(calling: tiers, segments)]
        let parts = given + [offer?.phrase, arm?.phrase].compactMap(\.self) + callPhrases + limits + [purpose]
        return LocalizedText(
            english: "\(name.english) (\(id.english)): \(parts.map(\.english).joined(separator: "; ")).",
            chinese: "\(name.chinese)（\(id.chinese)）：\(parts.map(\.chinese).joined(separator: "；"))。"
        )
    }

    /// What makes the gift due, and when the rule may speak.
    private func occasionPhrase(calling tiers: [Tier]) -> LocalizedText {
        let due = trigger.sentence(calling: tiers)
        guard let open = schedule?.sentence else { return due }
        return LocalizedText(
            english: "\(due.english), only \(open.english)",
            chinese: "\(due.chinese)，仅限\(open.chinese)"
        )
    }

    /// What is given, and to whom.
    private func giftPhrase(calling tiers: [Tier], _ segments: [Segment]) -> LocalizedText {
        let phrase = condition.phrase(calling: tiers, segments)
        guard let gift = selection?.sentence(calling: tiers) else {
            return condition == .all([])
                ? LocalizedText(english: "for everybody", chinese: "面向所有客户")
                : LocalizedText(
                    english: "for whom this holds: \(phrase.english)",
                    chinese: "面向符合以下条件者：\(phrase.chinese)"
                )
        }
        return condition == .all([])
            ? LocalizedText(english: "\(gift.english) to everybody", chinese: "向所有客户送\(gift.chinese)")
            : LocalizedText(
                english: "\(gift.english) to whom this holds for: \(phrase.english)",
                chinese: "向符合以下条件者送\(gift.chinese)：\(phrase.chinese)"
            )
    }

    /// How often, and for how much.
    private var limits: [LocalizedText] {
        let rest = restDays.map { limit in
            let days = FactValue.days(limit)
            return LocalizedText(
                english: "at most once in \(days.text(in: .english))",
                chinese: "\(days.text(in: .chinese))内至多一次"
            )
        }
        let spend = budget.map {
            LocalizedText(english: "at most \($0) for all its gifts", chinese: "全部礼品合计至多\($0)")
        }
        return [rest, spend].compactMap(\.self)
    }

    /// Why, and how it stands among others.
    private var purpose: LocalizedText {
        let occasion = LocalizedText(quoting: occasion.title, occasion.name.text)
        let measure = target.map { LocalizedText(quoting: $0.title, $0.name.text) }
        let (goalEnglish, goalChinese) = (goal.title.english, goal.title.chinese)
        return LocalizedText(
            english: "occasion \(occasion.english), for \(goalEnglish)"
                + "\(measure.map { " as told by the \($0.english)" } ?? ""), priority \(priority)",
            chinese: "场合\(occasion.chinese)，目标\(goalChinese)"
                + "\(measure.map { "（以\($0.chinese)衡量）" } ?? "")，优先级\(priority)"
        )
    }
}
