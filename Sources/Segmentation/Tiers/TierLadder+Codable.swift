import GiftModel

extension TierLadder: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case base = "base"
        case rungs = "rungs"
        case spend = "spend"
        case window = "window"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        self = try decoder.whole {
            try Self(
                base: container.decode(Tier.self, forKey: .base),
                rungs: container.decode([TierRung].self, forKey: .rungs),
                spend: container.decode(SpendBasis.self, forKey: .spend),
                window: container.decode(SpendWindow.self, forKey: .window)
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(base, forKey: .base)
        try container.encode(rungs, forKey: .rungs)
        try container.encode(spend, forKey: .spend)
        try container.encode(window, forKey: .window)
    }
}
