/// A tier, the factor by which it multiplies points, and what is left to it.
///
/// The tier ladder knows what is left, and the points account how many points an order earns. Told the customer's own
/// tier and those above, an account can let one order earn on both sides of an upgrade: the points below the remainder
/// by the factor before it, those above by the factor of the tier.
public struct PointsFactor: Hashable, Sendable {
    /// The tier.
    public let tier: Tier.ID
    /// The factor by which points are multiplied on it, above zero.
    public let factor: Ratio
    /// How much more money reaches it; zero for the customer's own tier, and where it asks for none.
    public let spend: Money
    /// How many more orders reach it; an order that counts is one.
    public let orders: Int64
    /// How many more points reach it, as the ladder is told of them.
    public let points: Points

    /// The factor of `tier`, to which so much is left.
    public init(of tier: Tier.ID, factor: Ratio, spend: Money, orders: Int64, points: Points) {
        self.tier = tier
        self.factor = factor
        self.spend = spend
        self.orders = orders
        self.points = points
    }
}
