public import GiftModel

/// Whether a customer complains more often for each order than before.
public struct ComplaintSignal: Hashable, Sendable {
    /// How many times the rate before counts as a rise, or `nil` when chance must be ruled out instead.
    public let factor: Ratio?
    /// The rate in the window before, or `nil` when nobody knows of complaints.
    public let before: ComplaintRate?
    /// The rate in the last window, or `nil` when nobody knows of complaints.
    public let now: ComplaintRate?
}

extension ComplaintSignal {
    /// Whether the rate has risen; unknown where either window has no orders.
    ///
    /// Without a factor it has when the least rate that the counts of now allow, with a confidence of 95 %, lies above
    /// the rate before. With one it has when it is above zero and at least so many times the rate before.
    public var truth: Truth {
        guard let before, let now, let lower = now.interval?.lower, before.orders > 0 else { return .unknown }
        guard let factor else { return Truth(lower > Double(before.complaints) / Double(before.orders)) }
        let grown = Self.product(now.complaints, before.orders) * Int128(factor.denominator)
        return Truth(
            now.complaints > 0 && grown >= Self.product(before.complaints, now.orders) * Int128(factor.numerator)
        )
    }

    /// How much of the rate now is new, 0 through 1000 thousandths, rounded down; `nil` where the truth is unknown.
    ///
    /// Without a factor it is the least rate that the counts of now allow which is compared with the rate before.
    public var strengthPerMille: Int64? {
        guard truth != .unknown, let before, let now, let lower = now.interval?.lower else { return nil }
        guard factor != nil else {
            let rate = Double(before.complaints) / Double(before.orders)
            return lower > rate ? Int64(1000 * (1 - rate / lower)) : 0
        }
        let (new, old) = (Self.product(now.complaints, before.orders), Self.product(before.complaints, now.orders))
        return new > old ? Int64((new - old) * 1000 / new) : 0
    }

    /// Nobody has 2⁵⁰ of anything; with a factor of at most 2²⁰, products stay within 128 bits.
    private static func product(_ left: Int64, _ right: Int64) -> Int128 {
        Int128(min(left, 1 << 50)) * Int128(min(right, 1 << 50))
    }
}
