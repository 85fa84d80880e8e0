public import GiftModel

/// What the host says about a customer in its own words, such as a class of credit or a score of its model.
///
/// A struct and not an enum, because every host has labels of its own:
///
/// ```swift
/// extension Label { static let creditClass: Label = "credit-class" }
/// ```
///
/// - Wire format: a bare string, such as `"credit-class"`.
public struct Label: OpenWord {
    public let name: Identifier<Label>

    public init(_ name: Identifier<Label>) { self.name = name }

    /// The name under which its values are kept.
    var series: HostFactSeries.ID { HostFactSeries.ID(stringLiteral: name.text) }
}

/// What sort of value a label has.
///
/// The seven sorts are all there are, so this enum is closed.
public enum LabelType: String, Hashable, Sendable, CaseIterable {
    /// A whole number.
    case number = "number"
    /// An exact fraction.
    case ratio = "ratio"
    /// A length of time in whole days.
    case days = "days"
    /// A day.
    case date = "date"
    /// An amount of money.
    case money = "money"
    /// A name in both languages.
    case name = "name"
    /// A code of the host's.
    case code = "code"

    /// The sort of `value`.
    public init(of value: FactValue) {
        self =
            switch value {
            case .number: .number
            case .ratio: .ratio
            case .days: .days
            case .date: .date
            case .money: .money
            case .name: .name
            case .code: .code
            }
    }
}

extension LabelType: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
