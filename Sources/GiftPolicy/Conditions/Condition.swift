public import GiftModel
public import Segmentation

/// Which customers a rule is for.
///
/// A condition is data and not a closure, so that it can be stored, compared and explained. Each field is
/// compared with a value of its own kind only; an order between kinds cannot be written down.
///
/// ```swift
/// let worthWaking: Condition = .all([.stage(isOneOf: [.dormant]), .money(.sales, .atLeast, Money("1000.00 GBP")!)])
/// ```
@nonexhaustive
public indirect enum Condition: Hashable, Sendable {
    /// Holds when every part holds; holds when there are no parts.
    case all([Condition])
    /// Holds when some part holds; never holds when there are no parts.
    case any([Condition])
    /// Holds when the part does not.
    case not(Condition)
    /// Holds when the customer is in one of these stages.
    case stage(isOneOf: Set<Stage>)
    /// Holds when the customer's tier, by its place on the ladder, compares like this.
    case tier(Comparison, Tier.ID)
    /// Holds when the number compares like this.
    case count(CountField, Comparison, Int64)
    /// Holds when the amount compares like this.
    case money(MoneyField, Comparison, Money)
}
