public import GiftModel

/// A way in which customers are scored against each other, such as how recently they bought.
///
/// A struct and not an enum, because hosts have dimensions of their own:
///
/// ```swift
/// extension ScoreDimension { static let storeVisits: ScoreDimension = "storeVisits" }
/// ```
///
/// Whatever is scored is a whole number of which more is better.
///
/// - Wire format: a bare string, such as `"recency"`.
public struct ScoreDimension: OpenWord {
    public let name: Identifier<ScoreDimension>

    public init(_ name: Identifier<ScoreDimension>) { self.name = name }

    /// How recently a customer bought: the days since then, below zero, so that more is more recent.
    public static let recency: ScoreDimension = "recency"
    /// On how many days a customer bought.
    public static let frequency: ScoreDimension = "frequency"
    /// For how much, in minor units.
    public static let monetary: ScoreDimension = "monetary"
    /// For how much at a time, in minor units: ``PurchaseFigures/averageOrderValue(_:rounding:)``, rounded down.
    public static let averageOrderValue: ScoreDimension = "averageOrderValue"
    /// How much a customer does beside buying, in the host's measure.
    public static let engagement: ScoreDimension = "engagement"
    /// How many points a customer has or earned.
    public static let points: ScoreDimension = "points"

    /// The dimension in words; one of the host's own is shown by its name.
    public var title: LocalizedText {
        switch self {
        case .recency: LocalizedText(english: "Recency", chinese: "近度")
        case .frequency: LocalizedText(english: "Frequency", chinese: "频度")
        case .monetary: LocalizedText(english: "Monetary value", chinese: "额度")
        case .averageOrderValue: LocalizedText(english: "Average order value", chinese: "客单价")
        case .engagement: LocalizedText(english: "Engagement", chinese: "互动度")
        case .points: LocalizedText(english: "Points", chinese: "积分")
        default: LocalizedText(english: name.text, chinese: name.text)
        }
    }
}

extension ScoreDimension {
    /// The three that every customer who bought has, in the order in which they are told.
    static let leading: [ScoreDimension] = [.recency, .frequency, .monetary]

    /// Whether this dimension is told before `other`: the three that lead, then the others by name.
    func isTold(before other: ScoreDimension) -> Bool {
        switch (Self.leading.firstIndex(of: self), Self.leading.firstIndex(of: other)) {
        case (let place?, let otherPlace?): place < otherPlace
        case (let place, let otherPlace) where place != nil || otherPlace != nil: place != nil
        default: self < other
        }
    }

    /// How the purchases of a customer tell the value, or `nil` when they do not.
    func measure(_ spend: SpendBasis) -> ((PurchaseFigures) -> Int64)? {
        switch self {
        case .recency: { -Int64($0.daysSinceLastPurchase) }
        case .frequency: \.purchaseDays
        case .monetary: { $0.spend(spend).minorUnits }
        case .averageOrderValue: { $0.averageOrderValue(spend, rounding: .down).minorUnits }
        default: nil
        }
    }

    /// A value of this dimension as explanations show it.
    func fact(_ value: Int64, in currency: Currency) -> FactValue {
        switch self {
        case .recency: .days(value == .min ? .max : -value)
        case .frequency: .days(value)
        case .monetary, .averageOrderValue: .money(Money(minorUnits: value, in: currency))
        default: .number(value)
        }
    }
}

extension PurchaseFigures {
    /// Returns the value that is scored on `dimension`, or `nil` when purchases do not tell it.
    ///
    /// - Parameter spend: Which money counts.
    public func value(on dimension: ScoreDimension, spend: SpendBasis) -> Int64? { dimension.measure(spend)?(self) }
}
