public import GiftModel

extension SegmentCondition {
    /// The condition as a phrase that people read, such as `sales at least 1000.00 GBP and stage exactly Dormant`.
    ///
    /// Conditions with different canonical forms read differently, as long as different tiers and segments are called
    /// differently.
    ///
    /// - Parameters:
    ///   - tiers: The tiers by whose names it calls them; it calls others by their identifiers.
    ///   - segments: The segments by whose names it calls them.
    /// - Complexity: O(*n*) in the size of the condition, times the tiers and segments.
    public func phrase(calling tiers: [Tier] = [], _ segments: [Segment] = []) -> LocalizedText {
        SegmentWriter(tiers: tiers, segments: segments).phrase(of: self)
    }
}

/// Writes conditions as people read them.
private struct SegmentWriter {
    let tiers: [Tier]
    let segments: [Segment]

    func phrase(of condition: SegmentCondition) -> LocalizedText {
        switch condition {
        case .all(let parts):
            parts.isEmpty
                ? LocalizedText(english: "everybody", chinese: "所有客户") : joined(parts, english: " and ", chinese: "且")
        case .any(let parts):
            parts.isEmpty
                ? LocalizedText(english: "nobody", chinese: "无客户") : joined(parts, english: " or ", chinese: "或")
        case .not(let part):
            LocalizedText(english: "not (\(phrase(of: part).english))", chinese: "非（\(phrase(of: part).chinese)）")
        case .compared(let attribute, let comparison, .truth(let truth)):
            isHeld(attribute, (comparison == .equal) == truth)
        case .compared(let attribute, let comparison, let value):
            comparisonPhrase(attribute, comparison.title, title(of: value, as: attribute))
        case .oneOf(let attribute, let words):
            comparisonPhrase(
                attribute,
                words.count == 1 ? Comparison.equal.title : LocalizedText(english: "one of", chinese: "属于"),
                list(of: words, as: attribute)
            )
        case .noneOf(let attribute, let words):
            comparisonPhrase(
                attribute,
                words.count == 1 ? Comparison.notEqual.title : LocalizedText(english: "none of", chinese: "不属于"),
                list(of: words, as: attribute)
            )
        case .known(let attribute):
            LocalizedText(english: "\(attribute.title.english) known", chinese: "\(attribute.title.chinese)已知")
        case .unknown(let attribute):
            LocalizedText(english: "\(attribute.title.english) not known", chinese: "\(attribute.title.chinese)未知")
        case .segment(let id):
            name(of: id)
        }
    }

    private func joined(_ parts: [SegmentCondition], english: String, chinese: String) -> LocalizedText {
        let phrases = parts.map { part -> LocalizedText in
            let phrase = phrase(of: part)
            guard part.isList else { return phrase }
            return LocalizedText(english: "(\(phrase.english))", chinese: "（\(phrase.chinese)）")
        }
        return LocalizedText(
            english: phrases.map(\.english).joined(separator: english),
            chinese: phrases.map(\.chinese).joined(separator: chinese)
        )
    }

    private func isHeld(_ attribute: SegmentAttribute, _ isHeld: Bool) -> LocalizedText {
        LocalizedText(
            english: "\(attribute.title.english) \(isHeld ? "held" : "not held")",
            chinese: "\(isHeld ? "具有" : "不具有")\(attribute.title.chinese)"
        )
    }

    private func comparisonPhrase(
        _ attribute: SegmentAttribute,
        _ comparison: LocalizedText,
        _ value: LocalizedText
    ) -> LocalizedText {
        LocalizedText(
            english: "\(attribute.title.english) \(comparison.english) \(value.english)",
            chinese: "\(attribute.title.chinese)\(comparison.chinese)\(value.chinese)"
        )
    }

    private func list(of words: Set<SegmentValue.Word>, as attribute: SegmentAttribute) -> LocalizedText {
        LocalizedText(listing: words.sorted().map { title(of: .word($0), as: attribute) })
    }

    private func title(of value: SegmentValue, as attribute: SegmentAttribute) -> LocalizedText {
        if case .word(let word) = value, attribute == .tier, let tier = tiers.first(where: { $0.id.text == word.text })
        {
            return tier.name
        }
        if case .word(let word) = value { return attribute.name(of: word) }
        let fact = attribute.fact(of: value)
        return LocalizedText(english: fact.text(in: .english), chinese: fact.text(in: .chinese))
    }

    private func name(of id: Segment.ID) -> LocalizedText {
        let name = segments.first { $0.id == id }?.name ?? LocalizedText(naming: id.text)
        return LocalizedText(english: "in the segment \(name.english)", chinese: "属于客群\(name.chinese)")
    }
}

extension SegmentAttribute {
    /// A word of this attribute as people call it; one of the host's own stands apart from the words around it.
    fileprivate func name(of word: SegmentValue.Word) -> LocalizedText {
        let title = title(of: word.text)
        let isOwn = title == LocalizedText(english: word.text, chinese: word.text)
        switch self {
        case .trait(.jobRole), .trait(.recipientKind):
            // A bare word could pass for one of the library's.
            return isOwn ? LocalizedText(quoting: word.text) : title
        default: return isOwn ? LocalizedText(naming: word.text) : title
        }
    }
}

extension SegmentCondition {
    /// Whether it has parts of its own beside others, and so needs parentheses among them.
    fileprivate var isList: Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.count > 1
        default: false
        }
    }
}
