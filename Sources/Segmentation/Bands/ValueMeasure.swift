public import GiftModel

/// What the value of a customer is measured by.
///
/// The five measures are all there are, so this enum is closed.
public enum ValueMeasure: String, Hashable, Sendable, CaseIterable {
    /// What the customer spent.
    case spend = "spend"
    /// On how many days it bought.
    case purchaseDays = "purchaseDays"
    /// How many orders of it stand.
    case orders = "orders"
    /// What one order came to on average, as ``PurchaseFigures/averageOrderValue(_:rounding:)`` has it.
    case averageOrderValue = "averageOrderValue"
    /// What it is expected to bring in the time to come, as the host or a model says.
    case lifetimeValue = "lifetimeValue"

    /// The measure in words.
    public var title: LocalizedText {
        switch self {
        case .spend: LocalizedText(english: "spend", chinese: "消费额")
        case .purchaseDays: LocalizedText(english: "purchase days", chinese: "购买天数")
        case .orders: LocalizedText(english: "orders", chinese: "订单数")
        case .averageOrderValue: LocalizedText(english: "average order value", chinese: "客单价")
        case .lifetimeValue: LocalizedText(english: "lifetime value", chinese: "生命周期价值")
        }
    }

    /// Whether the measure is money, and not a count.
    var isMoney: Bool {
        switch self {
        case .spend, .averageOrderValue, .lifetimeValue: true
        case .purchaseDays, .orders: false
        }
    }
}

/// So much of one measure: what a band requires, or what is missing to it.
public struct ValueAmount: Hashable, Sendable {
    /// What is measured.
    public let measure: ValueMeasure
    /// How much, in minor units where the measure is money and as a count otherwise.
    public let quantity: Int64
    /// The currency, or `nil` where the measure is a count.
    public let currency: Currency?

    /// Returns so much spend.
    public static func spend(_ money: Money) -> Self { Self(.spend, money) }
    /// Returns so many purchase days.
    public static func purchaseDays(_ count: Int64) -> Self { Self(.purchaseDays, count, in: nil) }
    /// Returns so many orders.
    public static func orders(_ count: Int64) -> Self { Self(.orders, count, in: nil) }
    /// Returns so much for one order.
    public static func averageOrderValue(_ money: Money) -> Self { Self(.averageOrderValue, money) }
    /// Returns so much lifetime value.
    public static func lifetimeValue(_ money: Money) -> Self { Self(.lifetimeValue, money) }

    init(_ measure: ValueMeasure, _ quantity: Int64, in currency: Currency?) {
        self.measure = measure
        self.quantity = quantity
        self.currency = measure.isMoney ? currency : nil
    }

    private init(_ measure: ValueMeasure, _ money: Money) {
        self.init(measure, money.minorUnits, in: money.currency)
    }

    /// The amount as it stands in an explanation.
    public var fact: FactValue {
        currency.map { .money(Money(minorUnits: quantity, in: $0)) } ?? .number(quantity)
    }
}
