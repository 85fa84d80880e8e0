import GiftModel

/// Which money counts as a customer's spend.
///
/// The two answers are all there are, so this enum is closed.
public enum SpendBasis: String, Hashable, Sendable, CaseIterable {
    /// What was sold, whatever came back later.
    case sales = "sales"
    /// What was sold less what was paid back; it may be below zero.
    case net = "net"
}

extension SpendBasis {
    /// Returns how many orders this spend is divided by on average.
    ///
    /// An order that came back whole counts where its sales do.
    func averagedOrders(standing: Int64, returned: Int64) -> Int64 { self == .sales ? standing + returned : standing }

    /// Returns what one of so many orders comes to on average where their spend is `minorUnits`, zero of none.
    static func averageOrder(of minorUnits: Int64, among orders: Int64, rounding: Rounding) -> Int64 {
        // No average is further from zero than the sum.
        orders > 0 ? Int64(rounding.quotient(of: Int128(minorUnits), by: Int128(orders))) : 0
    }
}

extension SpendBasis: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
