/// What a gift is worth to the host, as a sum whose parts say why.
///
/// - Unit: points of worth, without a currency; only their order and their differences mean anything.
public struct Worth: Hashable, Sendable {
    /// What the rule adds: its priority, 0 through 100.
    public let rule: Int64
    /// What the customer's frequency adds: ten for each point of the score.
    public let frequency: Int64
    /// What the customer's monetary value adds: ten for each point of the score.
    public let monetary: Int64
    /// What the price adds: 100 at the price that is meant for the customer, less the further away, at least 0.
    public let price: Int64
}

extension Worth {
    /// The sum of the parts.
    public var total: Int64 { rule + frequency + monetary + price }
}
