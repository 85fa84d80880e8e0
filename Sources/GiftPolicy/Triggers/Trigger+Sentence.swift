public import GiftModel

extension Trigger {
    /// The trigger in words; two different triggers never read alike, but for words in the other language.
    ///
    /// - Complexity: O(*n* log *n*) in the length of its lists.
    public var sentence: LocalizedText { sentence(calling: []) }

    /// The trigger in words that calls tiers by their names, or else by their identifiers.
    ///
    /// - Complexity: O(*n* log *n*) in the length of its lists, and linear in the tiers.
    public func sentence(calling tiers: [Tier]) -> LocalizedText {
        switch self {
        case .anniversary(let trigger): return trigger.sentence
        case .birthday(let trigger): return trigger.sentence
        case .campaign(let trigger): return trigger.sentence
        case .cart(let trigger): return trigger.sentence
        case .event(let trigger): return trigger.sentence
        case .firstOrder(let limit):
            let days = FactValue.days(limit)
            return LocalizedText(
                english: "first order: within \(days.text(in: .english))",
                chinese: "首单后\(days.text(in: .chinese))内"
            )
        case .holiday(let trigger): return trigger.sentence
        case .inactive(let limit, let counting):
            let days = FactValue.days(limit)
            return LocalizedText(
                english: "more than \(days.text(in: .english)) without a purchase"
                    + (counting ? ", or since the registration where nothing was bought" : ""),
                chinese: "超过\(days.text(in: .chinese))未购买" + (counting ? "（从未购买者自注册起算）" : "")
            )
        case .moment(let trigger): return trigger.sentence
        case .periodic(let trigger): return trigger.sentence
        case .recovery(let trigger): return trigger.sentence
        case .rhythm(let trigger): return trigger.sentence
        case .signal(let trigger): return trigger.sentence
        case .spend(let trigger): return trigger.sentence
        case .tierReached(let tier, let limit):
            let (name, days) = (tier.name(among: tiers), FactValue.days(limit))
            return LocalizedText(
                english: "tier \(name.english) reached: within \(days.text(in: .english))",
                chinese: "达到等级\(name.chinese)后\(days.text(in: .chinese))内"
            )
        case .welcome(let trigger): return trigger.sentence
        }
    }
}

extension Tier.ID {
    /// What the tier is called among `tiers`, or else its identifier.
    func name(among tiers: [Tier]) -> LocalizedText {
        tiers.first { $0.id == self }?.name ?? LocalizedText(naming: text)
    }
}
