import GiftModel

extension TagRule: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case tag = "tag"
        case sources = "sources"
        case halfLifeDays = "halfLifeDays"
        case holdsFrom = "holdsFrom"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let tag = object.read(CustomerTag.self, .tag)
        let sources = object.read([Source].self, .sources)
        let halfLife = object.read(Int.self, .halfLifeDays)
        let holdsFrom = object.read(Ratio.self, .holdsFrom)
        guard let tag, let sources, let halfLife, let holdsFrom else { throw object.failure }
        self = try decoder.whole { try Self(tag, sources: sources, halfLifeDays: halfLife, holdsFrom: holdsFrom) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(tag, forKey: .tag)
        try container.encode(sources, forKey: .sources)
        try container.encode(halfLifeDays, forKey: .halfLifeDays)
        try container.encode(holdsFrom, forKey: .holdsFrom)
    }
}

/// On the wire, an interaction is `{"about":["ski-gear"],"channel":"app","interaction":"search","points":2}` and an
/// order `{"points":5,"products":["skis"]}`; `about` and `channel` may be left out.
extension TagRule.Source: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case interaction = "interaction"
        case about = "about"
        case products = "products"
        case channel = "channel"
        case points = "points"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let kind = object.readIfPresent(InteractionKind.self, .interaction)
        let subjects = object.readSet(of: Identifier<Interaction.Subject>.self, .about)
        let products = object.readSet(of: Product.ID.self, .products)
        let channel = object.readIfPresent(ActivityChannel.self, .channel)
        let points = object.read(Int64.self, .points)
        guard let kind, let subjects, let products, let channel, let points else { throw object.failure }
        let origin: Origin? =
            switch (kind, products.isEmpty) {
            case (let kind?, true): .interaction(kind, about: subjects)
            case (nil, false) where subjects.isEmpty: .order(of: products)
            default: nil
            }
        self.init(
            points,
            for: try decoder.whole(origin, isNot: "an interaction, about something or not, or an order of products"),
            in: channel
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch origin {
        case .interaction(let kind, let subjects):
            try container.encode(kind, forKey: .interaction)
            if !subjects.isEmpty { try container.encode(subjects.sorted(), forKey: .about) }
        case .order(let products): try container.encode(products.sorted(), forKey: .products)
        }
        try container.encodeIfPresent(channel, forKey: .channel)
        try container.encode(points, forKey: .points)
    }
}
