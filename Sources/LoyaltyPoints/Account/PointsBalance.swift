public import GiftModel

/// What stands in an account, by what can be done with it.
///
/// A structure and not a number, because points that can be spent are one part only of what an account holds.
public struct PointsBalance: Hashable, Sendable {
    /// Points that can be spent now.
    public internal(set) var available: Points

    /// Nothing at all.
    public static let zero = PointsBalance(available: 0)
}
