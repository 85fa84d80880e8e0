import GiftModel

/// An attribute that conditions ask about, with the words that they compare it with.
///
/// It is a class so that it is not copied for each customer.
final class SegmentSlot: Sendable {
    let attribute: SegmentAttribute
    let source: SegmentSource
    let kind: SegmentValue.Kind
    /// The words that conditions name, or all where they are known.
    let words: [String]
    /// Whether a word that is not among ``words`` is not known rather than another.
    private let isListComplete: Bool
    /// The numbers that a label can be, where they are declared; any other is not known.
    private let numbers: ClosedRange<Int64>?
    /// Whether all names are of ASCII.
    private let isPlain: Bool
    private let isTier: Bool

    init(
        _ attribute: SegmentAttribute,
        _ kind: SegmentValue.Kind,
        words: [String],
        isListComplete: Bool,
        numbers: ClosedRange<Int64>?
    ) {
        self.attribute = attribute
        self.source = SegmentSource(of: attribute)
        self.kind = kind
        self.words = words
        self.numbers = numbers
        self.isListComplete = isListComplete
        self.isTier = attribute == .tier
        self.isPlain = (words + attribute.names).allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
    }

    /// Returns what the attribute comes to on `day`, on or after that of the facts, without any activity between them.
    func reading(in facts: SegmentFacts, on day: CalendarDate, currency: Currency) -> SegmentReading {
        source.reading(in: facts, on: day, currency: currency) ?? attributeReading(in: facts, on: day, currency)
    }

    /// Returns the same where the attribute has no other source.
    func attributeReading(in facts: SegmentFacts, on day: CalendarDate, _ currency: Currency) -> SegmentReading {
        guard kind == .word else {
            let reading = attribute.reading(in: facts, on: day, kind: kind, currency: currency, isPlain: isPlain)
            return canBe(reading.low) ? reading : .unknown
        }
        guard let word = attribute.word(in: facts, on: day, isPlain: isPlain) else { return .unknown }
        guard let place = place(of: word) else { return isListComplete ? .unknown : SegmentReading(-1) }
        guard isTier, let highest = facts.possibleTier else { return SegmentReading(Int64(place)) }
        // Tiers have an order where the document lists them all.
        guard isListComplete, let last = self.place(of: highest.text), place <= last else { return .unknown }
        return SegmentReading(in: Int64(place)...Int64(last))
    }

    /// Returns what a value of the attribute comes to; a range through `highest` only where it can be known as one.
    func reading(of value: SegmentValue, through highest: SegmentValue?, currency: Currency) -> SegmentReading {
        guard let highest else { return reading(of: value, currency: currency) }
        let (low, high) = (reading(of: value, currency: currency), reading(of: highest, currency: currency))
        guard canBeRange, low.isKnown, high.isKnown, low.low <= high.low else { return .unknown }
        return SegmentReading(in: low.low...high.low)
    }

    private func reading(of value: SegmentValue, currency: Currency) -> SegmentReading {
        guard case .word(let word) = value, kind == .word else {
            let reading = SegmentReading(value, as: kind, in: currency)
            return canBe(reading.low) ? reading : .unknown
        }
        guard let place = place(of: word.text) else { return isListComplete ? .unknown : SegmentReading(-1) }
        return SegmentReading(Int64(place))
    }

    /// Whether it may come to a whole number.
    func canBe(_ number: Int64) -> Bool { numbers.map { $0.contains(number) } ?? true }

    /// Whether it may be known as a range only.
    var canBeRange: Bool { attribute == .trait(.employees) || attribute == .tier && isListComplete }

    private func place(of word: String) -> Int? {
        words.firstIndex { $0.isSame(word, isPlain: isPlain) }
    }
}

extension SegmentSlot: Hashable {
    static func == (left: SegmentSlot, right: SegmentSlot) -> Bool {
        left.attribute == right.attribute && left.kind == right.kind && left.words == right.words
            && left.numbers == right.numbers
    }

    func hash(into hasher: inout Hasher) { hasher.combine(attribute) }
}
