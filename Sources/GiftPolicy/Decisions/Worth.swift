public import GiftModel

/// What a gift is worth to the host, as a sum whose parts say why.
///
/// - Unit: points of worth, without a currency; only their order and their differences mean anything.
public struct Worth: Hashable, Sendable {
    /// The parts, each a reason with a fact called `worth`.
    public let parts: [Reason]
    /// The sum of the parts.
    public let total: Int64

    init(_ parts: [(worth: Int64, reason: Reason)]) {
        self.parts = parts.map(\.reason)
        self.total = parts.reduce(0) { $0 + $1.worth }
    }
}
