/// A value in an explanation, with its unit.
@nonexhaustive
public enum FactValue: Hashable, Sendable {
    /// A plain number, such as a count of orders or a score.
    case number(Int64)
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
    /// Returns the value as `language` writes it, unit included: `1 day`, `91 天`, `12.50 GBP`.
    public func text(in language: Language) -> String {
        switch self {
        case .number(let number): String(number)
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

extension FactValue: Codable {
    private enum CodingKeys: String, CodingKey {
        case number = "number"
        case days = "days"
        case date = "date"
        case money = "money"
        case name = "name"
        case code = "code"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard let key = container.allKeys.first, container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a fact has exactly one value")
            )
        }
        self =
            switch key {
            case .number: .number(try container.decode(Int64.self, forKey: key))
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
        case .days(let days): try container.encode(days, forKey: .days)
        case .date(let date): try container.encode(date, forKey: .date)
        case .money(let money): try container.encode(money, forKey: .money)
        case .name(let name): try container.encode(name, forKey: .name)
        case .code(let code): try container.encode(code, forKey: .code)
        }
    }
}
