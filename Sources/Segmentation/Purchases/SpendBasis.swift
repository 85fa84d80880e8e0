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

extension SpendBasis: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
