import GiftModel

/// What people call the values and words that conditions ask about.
struct SegmentWording {
    private let tiers: [Tier]
    private let currency: Currency

    /// The words of `segments`.
    init(of segments: SegmentSet) {
        self.tiers = segments.tiers
        self.currency = segments.document.currency
    }

    /// What a slot came to, or `nil` when it is not known.
    func fact(of reading: SegmentReading, _ slot: SegmentSlot, in facts: SegmentFacts) -> FactValue? {
        fact(of: reading, slot, calling: slot.attribute.word(in: facts, on: facts.asOf, isPlain: false))
    }

    /// What a slot came to, or `nil` when it is not known.
    ///
    /// - Parameter word: The word that it came to, or the first of several, where it is one of words.
    func fact(of reading: SegmentReading, _ slot: SegmentSlot, calling word: @autoclosure () -> String?) -> FactValue? {
        let (attribute, kind) = (slot.attribute, slot.kind)
        guard reading.isKnown else { return nil }
        if kind == .word {
            guard let word = word() else { return nil }
            let (low, high) = (title(of: word, as: attribute), reading.high)
            guard reading.low < high else { return .name(low) }
            let highest = title(of: slot.words[Int(high)], as: attribute)
            return .name(
                LocalizedText(
                    english: "\(low.english)–\(highest.english)",
                    chinese: "\(low.chinese)–\(highest.chinese)"
                )
            )
        }
        guard reading.low == reading.high else {
            let range = reading.high == .max ? "\(reading.low)–" : "\(reading.low)–\(reading.high)"
            return .name(LocalizedText(english: range, chinese: range))
        }
        if kind == .money, reading.denominator > 1, reading.low % reading.denominator != 0 {
            return fraction(Int128(reading.low), over: Int128(reading.denominator))
        }
        let whole = reading.low / reading.denominator
        let value: SegmentValue? =
            switch kind {
            case .number: .number(whole)
            case .money: .money(Money(minorUnits: whole, in: currency))
            case .ratio: Ratio(reading.low, over: reading.denominator).map(SegmentValue.ratio)
            case .date: CalendarDate(daysAfterEpoch: Int(whole)).map(SegmentValue.date)
            case .truth: .truth(whole == 1)
            case .word: nil
            }
        return value.map { attribute.fact(of: $0) }
    }

    /// How far two values of an attribute of `kind` lie apart, or `nil` where that is not told.
    func fact(of gap: SegmentGap, _ attribute: SegmentAttribute, _ kind: SegmentValue.Kind) -> FactValue? {
        let whole = gap.denominator == 1 ? Int64(exactly: gap.numerator) : nil
        switch kind {
        case .number: return whole.map { attribute.fact(of: .number($0)) }
        case .date: return whole.map(FactValue.days)
        case .money:
            guard let whole else { return fraction(gap.numerator, over: gap.denominator) }
            return .money(Money(minorUnits: whole, in: currency))
        case .ratio:
            guard let numerator = Int64(exactly: gap.numerator), let denominator = Int64(exactly: gap.denominator)
            else { return nil }
            return Ratio(numerator, over: denominator).map(FactValue.ratio)
        case .truth, .word: return nil
        }
    }

    /// A word of `attribute` as people call it.
    func title(of word: String, as attribute: SegmentAttribute) -> LocalizedText {
        let tier = attribute == .tier ? tiers.first { $0.id.text == word } : nil
        return tier?.name ?? attribute.title(of: word)
    }

    /// How an attribute is compared, and with what; `nil` when a question is only whether anything is known.
    func question(of condition: SegmentCondition) -> (LocalizedText, FactValue)? {
        switch condition {
        case .compared(let attribute, let comparison, let value):
            guard case .word(let word) = value else { return (comparison.title, attribute.fact(of: value)) }
            return (comparison.title, .name(title(of: word.text, as: attribute)))
        case .oneOf(let attribute, let words):
            let title = LocalizedText(english: "one of", chinese: "属于")
            return (words.count == 1 ? Comparison.equal.title : title, list(of: words, as: attribute))
        case .noneOf(let attribute, let words):
            let title = LocalizedText(english: "none of", chinese: "不属于")
            return (words.count == 1 ? Comparison.notEqual.title : title, list(of: words, as: attribute))
        default: return nil
        }
    }

    private func list(of words: Set<SegmentValue.Word>, as attribute: SegmentAttribute) -> FactValue {
        .name(LocalizedText(listing: words.sorted().map { title(of: $0.text, as: attribute) }))
    }

    /// An average that is no whole number of minor units, rounded down to a ten-thousandth of the major unit.
    private func fraction(_ numerator: Int128, over denominator: Int128) -> FactValue? {
        let unit = (0..<currency.minorUnitDigits).reduce(Int128(1)) { power, _ in power * 10 }
        let scaled = numerator * 10_000 / (denominator * unit)
        guard let number = Int64(exactly: scaled), let ratio = Ratio(number, over: 10_000) else { return nil }
        return .code("\(FactValue.ratio(ratio).text(in: .english)) \(currency)")
    }
}

extension SegmentAttribute {
    /// A word of this attribute as people call it.
    func title(of word: String) -> LocalizedText {
        let own = LocalizedText(english: word, chinese: word)
        return switch self {
        case .stage: Stage(rawValue: word)?.title ?? own
        case .valueBand: ValueBand(rawValue: word)?.title ?? own
        case .quadrant: ValueQuadrant(rawValue: word)?.title ?? own
        case .trait(.customerKind): CustomerKind(rawValue: word)?.title ?? own
        case .trait(.jobRole): Identifier<JobRole>(word).map { JobRole($0).title } ?? own
        case .trait(.recipientKind): Identifier<RecipientKind>(word).map { RecipientKind($0).title } ?? own
        default: own
        }
    }

    /// A value of this attribute with its unit.
    func fact(of value: SegmentValue) -> FactValue {
        switch (value, self) {
        case (.number(let days), .daysSinceFirstPurchase), (.number(let days), .daysSinceLastPurchase),
            (.number(let days), .trait(.daysSinceRegistration)):
            .days(days)
        case (.number(let number), _): .number(number)
        case (.ratio(let ratio), _): .ratio(ratio)
        case (.date(let date), _): .date(date)
        case (.money(let money), _): .money(money)
        case (.word(let word), _): .name(title(of: word.text))
        case (.truth(true), _): .name(LocalizedText(english: "yes", chinese: "是"))
        case (.truth(false), _): .name(LocalizedText(english: "no", chinese: "否"))
        }
    }
}
