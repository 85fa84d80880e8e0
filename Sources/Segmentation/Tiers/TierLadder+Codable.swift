import GiftModel

extension TierLadder: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case base = "base"
        case rungs = "rungs"
        case spend = "spend"
        case window = "window"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let base = object.read(Tier.self, .base)
        let rungs = object.read([TierRung].self, .rungs)
        let spend = object.read(SpendBasis.self, .spend)
        let window = object.read(SpendWindow.self, .window)
        guard let base, let rungs, let spend, let window else { throw object.failure }
        self = try decoder.whole { try Self(base: base, rungs: rungs, spend: spend, window: window) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(base, forKey: .base)
        try container.encode(rungs, forKey: .rungs)
        try container.encode(spend, forKey: .spend)
        try container.encode(window, forKey: .window)
    }
}
