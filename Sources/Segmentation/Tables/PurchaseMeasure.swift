/// A number of a customer's purchases that can be ranked and scored against everybody's.
///
/// The five are all that a column of figures is asked for, so this enum is closed.
public enum PurchaseMeasure: Hashable, Sendable, CaseIterable {
    /// Days since the last purchase, below zero, so that a recent purchase ranks high.
    case recency
    /// On how many days anything was bought.
    case purchaseDays
    /// How many orders were placed.
    case orders
    /// What was sold, in minor units.
    case sales
    /// What was sold less what was paid back, in minor units.
    case net
}
