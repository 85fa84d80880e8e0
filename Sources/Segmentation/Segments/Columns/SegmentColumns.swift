public import GiftModel

/// What many customers are as of a day, as far as the segments of a set ask about it, in columns of numbers.
///
/// Customers are appended with what is known of them, or the host fills columns with what it knows of all. A customer
/// of whom nothing was said is unknown in every respect. An attribute takes 8 bytes for each customer; one that may be
/// a fraction or a range 16.
///
/// ```swift
/// var columns = SegmentColumns(of: questions, asOf: today, count: 1_000_000)
/// columns.fill(.daysSinceLastPurchase, with: days)
/// let answers = set.answers(for: columns)
/// answers[0, 17]                                      // whether the customer at 17 is in the first segment
/// ```
public struct SegmentColumns: Sendable {
    /// What is asked.
    public let questions: SegmentQuestions
    /// The day as of which they stand.
    public let asOf: CalendarDate
    /// How many customers there are.
    public private(set) var count = 0
    /// Block after block of customers, and in it the numbers of each field.
    private(set) var values: [Int64] = []
    /// Block after block, and in it for each attribute of whom it is known, one bit each.
    private(set) var known: [UInt64] = []
    /// The same for those of whom it is known as a range only.
    private(set) var ranges: [UInt64] = []
    /// For each attribute the words that no comparison names, which have the places behind those that are named.
    private var others: [[SegmentValue.Word]]

    /// How many customers are looked at together.
    static let blockSize = 1024
    /// How far the numbers of two fields lie apart: at a power of two those of a customer would drive each other out of
    /// the fastest memory.
    static let fieldStride = blockSize + 8
    /// How many words of bits a block has for each attribute.
    static let blockWords = 16

    /// Columns for what `questions` ask as of `day`, with that many customers of whom nothing is known.
    ///
    /// - Complexity: O(*n*) in the customers.
    public init(of questions: SegmentQuestions, asOf day: CalendarDate, count: Int = 0) {
        self.questions = questions
        self.asOf = day
        self.others = questions.fields.map { _ in [] }
        grow(to: count)
    }

    var blockCount: Int { (count + Self.blockSize - 1) / Self.blockSize }

    private mutating func grow(to count: Int) {
        self.count = count
        let words = blockCount * questions.fields.count * Self.blockWords
        values.append(
            contentsOf: repeatElement(0, count: blockCount * questions.fieldCount * Self.fieldStride - values.count)
        )
        known.append(contentsOf: repeatElement(0, count: words - known.count))
        ranges.append(contentsOf: repeatElement(0, count: words - ranges.count))
    }
}

extension SegmentColumns {
    /// Appends the customer of these `facts`.
    ///
    /// Everything is read as for one customer.
    ///
    /// - Precondition: The facts are as of the day of the columns.
    /// - Complexity: O(*n*) in the attributes, each O(*m*) in the days of its window.
    public mutating func append(_ facts: SegmentFacts) {
        precondition(facts.asOf == asOf, "facts as of the day of the columns")
        grow(to: count + 1)
        for (slot, attribute) in questions.program.slots.enumerated() {
            var reading = attribute.reading(in: facts, on: asOf, currency: questions.program.currency)
            if attribute.kind == .word, reading.low < 0 {
                let word = attribute.attribute.word(in: facts, on: asOf, isPlain: false)
                reading = word.flatMap(SegmentValue.Word.init).map { place(ofOther: $0, at: slot) } ?? .unknown
            }
            put(reading, at: slot, of: count - 1)
        }
    }

    /// Says what an attribute of one customer is, or that it is not known.
    ///
    /// A value of another kind or currency, or one that the document does not let the attribute have, is not known
    /// either. An attribute about which nothing asks is left out.
    ///
    /// - Parameter highest: The end of a range from `value` on, within which it is known to be: of the tier, where the
    ///   document lists them all, and of the number of employees. Nothing else can be known as a range.
    /// - Precondition: There is such a customer.
    /// - Complexity: O(*n*) in the attributes and the words of this one.
    public mutating func set(
        _ attribute: SegmentAttribute,
        of customer: Int,
        to value: SegmentValue?,
        through highest: SegmentValue? = nil
    ) {
        precondition((0..<count).contains(customer), "a customer of the columns")
        guard let slot = questions.position(of: attribute) else { return }
        put(reading(of: value, through: highest, at: slot), at: slot, of: customer)
    }

    /// Says what an attribute of the customers from `start` on is, or of whom it is not known.
    ///
    /// - Precondition: There are as many customers.
    /// - Complexity: O(*n*) in the customers, times the words of the attribute.
    public mutating func fill(_ attribute: SegmentAttribute, from start: Int = 0, with values: [SegmentValue?]) {
        precondition(start >= 0 && values.count <= count - start, "customers of the columns")
        guard let slot = questions.position(of: attribute) else { return }
        for (position, value) in values.enumerated() {
            put(reading(of: value, through: nil, at: slot), at: slot, of: start + position)
        }
    }

    /// Says by whole numbers what an attribute of the customers from `start` on is, or of whom it is not known.
    ///
    /// Amounts are in minor units of the document's currency, days are counted from 1970-01-01, and a truth is 1 or 0.
    /// A number that the document does not let a label have is not known. Words cannot be told by numbers.
    ///
    /// - Precondition: There are as many customers, and the attribute is no word.
    /// - Complexity: O(*n*) in the customers.
    public mutating func fill(_ attribute: SegmentAttribute, from start: Int = 0, withNumbers numbers: [Int64?]) {
        precondition(start >= 0 && numbers.count <= count - start, "customers of the columns")
        guard let slot = questions.position(of: attribute) else { return }
        let source = questions.program.slots[slot]
        precondition(source.kind != .word, "an attribute that is no word")
        for (position, number) in numbers.enumerated() {
            let isPossible = number.map(source.canBe) ?? false
            put(isPossible ? SegmentReading(number) : .unknown, at: slot, of: start + position)
        }
    }

    /// Returns what the attribute at a position of ``SegmentQuestions/attributes`` is of a customer.
    ///
    /// - Precondition: There are such an attribute and such a customer.
    public func reading(ofAttributeAt slot: Int, of customer: Int) -> SegmentReading {
        precondition((0..<count).contains(customer), "a customer of the columns")
        let (block, place) = (customer / Self.blockSize, customer % Self.blockSize)
        return reading(at: slot, block, place)
    }

    /// Returns the word at a place that is the reading of the attribute at a position of
    /// ``SegmentQuestions/attributes``, or `nil` when it has none there.
    public func word(at place: Int64, ofAttributeAt slot: Int) -> String? {
        let words = questions.program.slots[slot].words
        guard let place = Int(exactly: place), place >= 0 else { return nil }
        if place < words.count { return words[place] }
        return place - words.count < others[slot].count ? others[slot][place - words.count].text : nil
    }
}

extension SegmentColumns {
    func reading(at slot: Int, _ block: Int, _ place: Int) -> SegmentReading {
        let field = questions.fields[slot]
        let word = (block &* questions.fields.count &+ slot) &* Self.blockWords &+ place / 64
        guard known[word] &>> UInt64(truncatingIfNeeded: place) & 1 != 0 else { return .unknown }
        let cell = (block &* questions.fieldCount &+ field.position) &* Self.fieldStride &+ place
        switch field.shape {
        case .whole: return SegmentReading(values[cell])
        case .range: return SegmentReading(in: values[cell]...values[cell + Self.fieldStride])
        case .fraction: return SegmentReading(values[cell], over: values[cell + Self.fieldStride])
        }
    }

    private mutating func reading(
        of value: SegmentValue?,
        through highest: SegmentValue?,
        at slot: Int
    ) -> SegmentReading {
        guard let value else { return .unknown }
        let source = questions.program.slots[slot]
        let reading = source.reading(of: value, through: highest, currency: questions.program.currency)
        guard case .word(let word) = value, reading.low < 0, source.kind == .word else { return reading }
        return place(ofOther: word, at: slot)
    }

    /// The place of a word that no comparison names, which is remembered.
    private mutating func place(ofOther word: SegmentValue.Word, at slot: Int) -> SegmentReading {
        let place = others[slot].firstIndex(of: word) ?? others[slot].count
        if place == others[slot].count { others[slot].append(word) }
        return SegmentReading(Int64(questions.program.slots[slot].words.count + place))
    }

    private mutating func put(_ reading: SegmentReading, at slot: Int, of customer: Int) {
        let field = questions.fields[slot]
        let (block, place) = (customer / Self.blockSize, customer % Self.blockSize)
        let word = (block * questions.fields.count + slot) * Self.blockWords + place / 64
        let bit: UInt64 = 1 << UInt64(place % 64)
        known[word] = reading.isKnown ? known[word] | bit : known[word] & ~bit
        ranges[word] = reading.low < reading.high ? ranges[word] | bit : ranges[word] & ~bit
        let cell = (block * questions.fieldCount + field.position) * Self.fieldStride + place
        values[cell] = reading.low
        switch field.shape {
        case .whole: precondition(reading.low == reading.high && reading.denominator <= 1, "a whole number")
        case .range: values[cell + Self.fieldStride] = reading.high
        case .fraction: values[cell + Self.fieldStride] = reading.denominator
        }
    }
}
