public import GiftModel

extension Segment {
    /// The segment in one sentence that calls tiers and segments by their names, or else by their identifiers.
    ///
    /// - Complexity: that of the condition's phrase.
    public func sentence(calling tiers: [Tier] = [], _ segments: [Segment] = []) -> LocalizedText {
        let (name, id) = (LocalizedText(quoting: name), LocalizedText(naming: id.text))
        let phrase = condition.phrase(calling: tiers, segments)
        return LocalizedText(
            english: "\(name.english) (\(id.english)): \(phrase.english).",
            chinese: "\(name.chinese)（\(id.chinese)）：\(phrase.chinese)。"
        )
    }
}

extension SegmentLabel {
    /// The label with the values that it can have, in one sentence; two different labels never read alike.
    ///
    /// - Complexity: O(*n*) in the words.
    public var sentence: LocalizedText {
        let (name, kind) = (LocalizedText(naming: id.text), kind.title)
        var (english, chinese) = ("Label \(name.english): \(kind.english)", "字段\(name.chinese)：\(kind.chinese)")
        if let numbers {
            if numbers.lowerBound > .min {
                english += " from \(numbers.lowerBound)"
                chinese += "，自\(numbers.lowerBound)起"
            }
            if numbers.upperBound < .max {
                english += " through \(numbers.upperBound)"
                chinese += "，至\(numbers.upperBound)止"
            }
        }
        if !words.isEmpty {
            let list = LocalizedText(listing: words.map { LocalizedText(naming: $0.text) })
            english += ", one of \(list.english)"
            chinese += "，为\(list.chinese)之一"
        }
        return LocalizedText(english: english + ".", chinese: chinese + "。")
    }
}

extension SegmentValue.Kind {
    fileprivate var title: LocalizedText {
        switch self {
        case .number: LocalizedText(english: "a whole number", chinese: "整数")
        case .ratio: LocalizedText(english: "a fraction", chinese: "分数")
        case .date: LocalizedText(english: "a day", chinese: "日期")
        case .money: LocalizedText(english: "an amount of money", chinese: "金额")
        case .word: LocalizedText(english: "a word", chinese: "词")
        case .truth: LocalizedText(english: "yes or no", chinese: "是或否")
        }
    }
}
