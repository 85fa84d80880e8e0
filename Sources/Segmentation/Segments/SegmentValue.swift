public import GiftModel

/// What an attribute of a customer is compared with in a segment.
///
/// The six kinds are all there are, so this enum is closed. How long a time is, is a number of days.
///
/// - Wire format: where the attribute says the kind, a bare value, such as `3`, `"100.00 EUR"` or `"dormant"`; of a
///   label of the host's, `3`, `true`, `"word"`, `{"date":"2026-01-31"}`, `{"money":"100.00 EUR"}` or
///   `{"ratio":"1/2"}`.
public enum SegmentValue: Hashable, Sendable {
    /// A word of the library's or of the host's.
    public typealias Word = Identifier<SegmentValue>

    /// A whole number.
    case number(Int64)
    /// An exact fraction.
    case ratio(Ratio)
    /// A day.
    case date(CalendarDate)
    /// An amount of money.
    case money(Money)
    /// A word.
    case word(Word)
    /// Yes or no.
    case truth(Bool)

    /// What sort of value it is.
    ///
    /// The six are all there are, so this enum is closed.
    ///
    /// - Wire format: a bare word, such as `"number"`.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A whole number.
        case number = "number"
        /// An exact fraction.
        case ratio = "ratio"
        /// A day.
        case date = "date"
        /// An amount of money.
        case money = "money"
        /// A word.
        case word = "word"
        /// Yes or no.
        case truth = "truth"
    }
}

extension SegmentValue {
    /// What sort of value it is.
    public var kind: Kind {
        switch self {
        case .number: .number
        case .ratio: .ratio
        case .date: .date
        case .money: .money
        case .word: .word
        case .truth: .truth
        }
    }
}

extension SegmentValue.Kind: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}

extension SegmentValue: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case date = "date"
        case money = "money"
        case ratio = "ratio"
    }

    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.singleValueContainer() {
            if let truth = try? container.decode(Bool.self) {
                self = .truth(truth)
                return
            }
            if let number = try? container.decode(Int64.self) {
                self = .number(number)
                return
            }
            if let word = try? container.decode(Word.self) {
                self = .word(word)
                return
            }
        }
        guard var object = try? StrictObject(decoder, keyedBy: CodingKeys.self) else {
            throw decoder.mismatch(expecting: "a whole number, a word, `true`, `false` or an object")
        }
        guard object.keys.count == 1, let key = object.keys.first else {
            object.refuse("", .impossible("a value of a label has one of `date`, `money` and `ratio`"))
            throw object.failure
        }
        let value: SegmentValue? =
            switch key {
            case .date: object.read(CalendarDate.self, key).map(Self.date)
            case .money: object.readMoney(key).map(Self.money)
            case .ratio: object.read(Ratio.self, key).map(Self.ratio)
            }
        guard let value else { throw object.failure }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .number(let number): try number.encode(to: encoder)
        case .truth(let truth): try truth.encode(to: encoder)
        case .word(let word): try word.encode(to: encoder)
        case .date(let date):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(date, forKey: .date)
        case .money(let money):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(money.description, forKey: .money)
        case .ratio(let ratio):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(ratio, forKey: .ratio)
        }
    }
}
