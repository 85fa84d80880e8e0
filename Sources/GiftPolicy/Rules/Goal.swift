import GiftModel

/// What a rule is hoped to achieve, so that a review can ask whether it did.
@nonexhaustive
public enum Goal: String, Hashable, Sendable, CaseIterable {
    /// The customer stays.
    case loyalty = "loyalty"
    /// The customer buys again.
    case repurchase = "repurchase"
    /// The customer brings others, or becomes one.
    case acquisition = "acquisition"
    /// The customer forgives.
    case recovery = "recovery"
}

extension Goal: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
