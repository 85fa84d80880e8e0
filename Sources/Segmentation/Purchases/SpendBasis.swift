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
    /// Returns what an order comes to on average where this spend is `minorUnits`, zero when there is none to count.
    ///
    /// An order that came back whole counts where its sales do.
    func averageOrder(of minorUnits: Int64, standing: Int64, returned: Int64, rounding: Rounding) -> Int64 {
        let count = self == .sales ? standing + returned : standing
        // No average is further from zero than the sum.
        return count > 0 ? Int64(rounding.quotient(of: Int128(minorUnits), by: Int128(count))) : 0
    }
}

extension SpendBasis: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
