/// How much a coupon takes off an order.
///
/// The two ways are all there are, so this enum is closed.
///
/// - Wire format: `{"amount":{…}}` or `{"share":"1/20"}`.
public enum Discount: Hashable, Sendable {
    /// A fixed amount, and no more than the order comes to.
    case amount(Money)
    /// A share of the order, from above zero through one, rounded down.
    case share(Ratio)
}

extension Discount: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case amount = "amount"
        case share = "share"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        switch (container.allKeys.count, container.allKeys.first) {
        case (1, .amount?): self = .amount(try container.decode(Money.self, forKey: .amount))
        case (1, .share?): self = .share(try container.decode(Ratio.self, forKey: .share))
        default:
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a discount is either an `amount` or a `share`")
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .amount(let amount): try container.encode(amount, forKey: .amount)
        case .share(let share): try container.encode(share, forKey: .share)
        }
    }
}
