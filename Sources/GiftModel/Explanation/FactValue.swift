/// A value in an explanation, with its unit.
///
/// Texts in it are the same when their UTF-8 bytes are, so that what is equal is also stored and hashed alike.
///
/// - Wire format: an object with one member, such as `{"days":91}`, `{"date":"2026-02-28"}` or `{"ratio":"516/5"}`.
@nonexhaustive
public enum FactValue: Hashable, Sendable {
    /// A plain number, such as a count of orders or a score.
    case number(Int64)
    /// An exact fraction, such as an index of 103.2 or a rate of 0.0345.
    case ratio(Ratio)
    /// A length of time in whole days.
    case days(Int64)
    /// A day.
    case date(CalendarDate)
    /// An amount of money.
    case money(Money)
    /// A name that the host or the library gave, such as that of a tier or a gift.
    case name(LocalizedText)
    /// A code of the host's, shown as it is.
    case code(String)
}

extension FactValue {
    /// Returns the value as `language` writes it, unit included: `1 day`, `91天`, `12.50 GBP`.
    ///
    /// A ratio is written out in decimals where they come to an end within 18 places: `103.2`, but `1/3`.
    public func text(in language: Language) -> String {
        switch self {
        case .number(let number): String(number)
        case .ratio(let ratio): ratio.decimals ?? ratio.description
        case .days(let days):
            switch language {
            case .english: days == 1 ? "1 day" : "\(days) days"
            case .chinese: "\(days)天"
            }
        case .date(let date): date.description
        case .money(let money): money.description
        case .name(let name): name[language]
        case .code(let code): code
        }
    }
}

extension FactValue {
    public static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)), (.days(let left), .days(let right)): left == right
        case (.ratio(let left), .ratio(let right)): left == right
        case (.date(let left), .date(let right)): left == right
        case (.money(let left), .money(let right)): left == right
        case (.name(let left), .name(let right)): left == right
        case (.code(let left), .code(let right)): left.utf8.elementsEqual(right.utf8)
        default: false
        }
    }
}

extension FactValue: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case number = "number"
        case ratio = "ratio"
        case days = "days"
        case date = "date"
        case money = "money"
        case name = "name"
        case code = "code"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        guard let key = container.allKeys.first, container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a fact has exactly one value")
            )
        }
        self =
            switch key {
            case .number: .number(try container.decode(Int64.self, forKey: key))
            case .ratio: .ratio(try container.decode(Ratio.self, forKey: key))
            case .days: .days(try container.decode(Int64.self, forKey: key))
            case .date: .date(try container.decode(CalendarDate.self, forKey: key))
            case .money: .money(try container.decode(Money.self, forKey: key))
            case .name: .name(try container.decode(LocalizedText.self, forKey: key))
            case .code: .code(try container.decode(String.self, forKey: key))
            }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .number(let number): try container.encode(number, forKey: .number)
        case .ratio(let ratio): try container.encode(ratio, forKey: .ratio)
        case .days(let days): try container.encode(days, forKey: .days)
        case .date(let date): try container.encode(date, forKey: .date)
        case .money(let money): try container.encode(money, forKey: .money)
        case .name(let name): try container.encode(name, forKey: .name)
        case .code(let code): try container.encode(code, forKey: .code)
        }
    }
}
