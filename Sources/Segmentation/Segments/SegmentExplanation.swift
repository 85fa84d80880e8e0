import GiftModel

/// Why the answers for one customer are as they are.
struct SegmentExplanation {
    private let segments: SegmentSet
    private let facts: SegmentFacts
    private var evaluation: SegmentEvaluation
    /// The segments that were told with their own comparisons.
    private var told: Set<Int> = []
    private var program: SegmentProgram { segments.program }

    init(_ segments: SegmentSet, _ facts: SegmentFacts) {
        self.segments = segments
        self.facts = facts
        self.evaluation = SegmentEvaluation(segments.program)
    }

    mutating func reasons(for node: Int) -> [Reason] {
        let truth = evaluation.truth(of: node, in: program, facts)
        switch program.nodes[node] {
        case .all(let range), .any(let range):
            var reasons: [Reason] = []
            for part in range.map({ program.operands[$0] })
            where evaluation.truth(of: part, in: program, facts) == truth {
                reasons += self.reasons(for: part)
            }
            return reasons
        case .segment(let root, let index, let isNegated):
            let name = Fact("segment", .name(segments.document.segments[index].name))
            let reason =
                switch isNegated ? !truth : truth {
                case .holds: Reason(SegmentReason.inSegment, name)
                case .fails: Reason(SegmentReason.outsideSegment, name)
                case .unknown: Reason(SegmentReason.segmentUndetermined, name)
                }
            return told.insert(root).inserted ? [reason] + reasons(for: root) : [reason]
        case .number(let slot, _, _), .ratio(let slot, _, _, _), .words(let slot, _, _), .known(let slot, _):
            return [reason(for: node, slot, truth)]
        }
    }

    private mutating func reason(for node: Int, _ slot: Int, _ truth: Truth) -> Reason {
        let attribute = program.slots[slot].attribute
        let title = Fact("attribute", .name(attribute.title))
        guard let actual = actual(of: slot) else { return Reason(SegmentReason.attributeUnknown, title) }
        guard let (comparison, expected) = question(of: node) else {
            return Reason(SegmentReason.attributeKnown, title, Fact("actual", actual))
        }
        let code: SegmentReason =
            switch truth {
            case .holds: .attributeMatches
            case .fails: .attributeDiffers
            case .unknown: .attributeUndetermined
            }
        return Reason(
            code,
            title,
            Fact("actual", actual),
            Fact("comparison", .name(comparison)),
            Fact("expected", expected)
        )
    }

    /// The comparison and its value, or `nil` when a question is only whether anything is known.
    private func question(of node: Int) -> (LocalizedText, FactValue)? {
        func list(_ words: Set<SegmentValue.Word>, _ attribute: SegmentAttribute) -> FactValue {
            .name(LocalizedText(listing: words.sorted().map { title(of: $0.text, as: attribute) }))
        }
        switch program.conditions[node] {
        case .compared(let attribute, let comparison, let value):
            if case .word(let word) = value { return (comparison.title, .name(title(of: word.text, as: attribute))) }
            return (comparison.title, attribute.fact(of: value))
        case .oneOf(let attribute, let words):
            let isOne = words.count == 1
            let title = LocalizedText(english: "one of", chinese: "属于")
            return (isOne ? Comparison.equal.title : title, list(words, attribute))
        case .noneOf(let attribute, let words):
            let isOne = words.count == 1
            let title = LocalizedText(english: "none of", chinese: "不属于")
            return (isOne ? Comparison.notEqual.title : title, list(words, attribute))
        default: return nil
        }
    }

    private mutating func actual(of slot: Int) -> FactValue? {
        let reading = evaluation.reading(of: slot, in: program, facts)
        let (attribute, kind) = (program.slots[slot].attribute, program.slots[slot].kind)
        guard reading.isKnown else { return nil }
        if kind == .word {
            return attribute.word(in: facts, on: facts.asOf, isPlain: false).map { .name(title(of: $0, as: attribute)) }
        }
        guard reading.low == reading.high else {
            let range = reading.high == .max ? "\(reading.low)–" : "\(reading.low)–\(reading.high)"
            return .name(LocalizedText(english: range, chinese: range))
        }
        if kind == .money, reading.denominator > 1, reading.low % reading.denominator != 0 {
            return Self.fraction(of: reading, in: program.currency)
        }
        let whole = reading.low / reading.denominator
        let value: SegmentValue? =
            switch kind {
            case .number: .number(whole)
            case .money: .money(Money(minorUnits: whole, in: program.currency))
            case .ratio: Ratio(reading.low, over: reading.denominator).map(SegmentValue.ratio)
            case .date: CalendarDate(daysAfterEpoch: Int(whole)).map(SegmentValue.date)
            case .truth: .truth(whole == 1)
            case .word: nil
            }
        return value.map { attribute.fact(of: $0) }
    }

    /// A word of `attribute` as people call it.
    private func title(of word: String, as attribute: SegmentAttribute) -> LocalizedText {
        let tier = attribute == .tier ? segments.tiers.first { $0.id.text == word } : nil
        return tier?.name ?? attribute.title(of: word)
    }

    /// An average that is no whole number of minor units, rounded down to a ten-thousandth of the major unit.
    private static func fraction(of reading: SegmentReading, in currency: Currency) -> FactValue? {
        let unit = (0..<currency.minorUnitDigits).reduce(Int128(1)) { power, _ in power * 10 }
        let scaled = Int128(reading.low) * 10_000 / (Int128(reading.denominator) * unit)
        guard let number = Int64(exactly: scaled), let ratio = Ratio(number, over: 10_000) else { return nil }
        return .code("\(FactValue.ratio(ratio).text(in: .english)) \(currency)")
    }
}

extension SegmentAttribute {
    /// A word of this attribute as people call it.
    fileprivate func title(of word: String) -> LocalizedText {
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
