public import GiftModel

extension GiftSelection {
    /// The gifts in words; two different selections never read alike.
    ///
    /// - Complexity: O(*n* log *n*) in the length of its lists, those of its substitutes included.
    public var sentence: LocalizedText { sentence(calling: []) }

    /// The gifts in words that call tiers by their names, or else by their identifiers.
    ///
    /// - Complexity: O(*n* log *n*) in the length of its lists, times the tiers.
    public func sentence(calling tiers: [Tier]) -> LocalizedText {
        var (english, chinese) =
            choices == 1 ? ("a gift", "礼品一份") : ("one of \(choices) gifts to choose from", "\(choices)种礼品任选其一")
        func add(_ preposition: String, _ label: String, _ list: [LocalizedText]) {
            guard !list.isEmpty else { return }
            let list = LocalizedText(listing: list)
            english += " \(preposition) \(list.english)"
            chinese += "，\(label)：\(list.chinese)"
        }
        add("of the kinds", "类别", kinds.sorted().map(\.title))
        add("of the characters", "性质", GiftCharacter.allCases.filter(characters.contains).map(\.title))
        add("meant as", "定位", horizon.map { [$0.title] } ?? [])
        add("named", "名称", gifts.sorted().map { LocalizedText(quoting: $0.text) })
        let bands = prices.map { $0.phrase(calling: tiers) }
        english += bands.isEmpty ? " at no price" : " \(bands.map(\.english).joined(separator: ", or "))"
        chinese += bands.isEmpty ? "，无价格" : "，\(bands.map(\.chinese).joined(separator: "，或"))"
        if let repeatDays {
            let days = FactValue.days(repeatDays)
            english += ", the same one not again within \(days.text(in: .english))"
            chinese += "，\(days.text(in: .chinese))内不重复同款"
        }
        for other in substitutes.map({ $0.sentence(calling: tiers) }) {
            english += " (or else \(other.english))"
            chinese += "（否则\(other.chinese)）"
        }
        return LocalizedText(english: english, chinese: chinese)
    }
}

extension GiftPrice {
    /// The price in words, with the tiers that it is for.
    fileprivate func phrase(calling tiers: [Tier]) -> LocalizedText {
        let names = self.tiers.sorted().map { $0.name(among: tiers) }
        let list = LocalizedText(listing: names)
        return LocalizedText(
            english: "from \(lowest) through \(highest)" + (names.isEmpty ? "" : " for the tiers \(list.english)"),
            chinese: "\(lowest)至\(highest)" + (names.isEmpty ? "" : "（限等级\(list.chinese)）")
        )
    }
}
