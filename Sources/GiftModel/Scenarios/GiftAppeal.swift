/// What a gift means to whoever receives it and to the host, as far as somebody judged it.
///
/// - Wire format: `{"brandFit":"9/10","characters":["keepsake"],"quality":"17/20"}`; what nobody judged is left out.
public struct GiftAppeal: Hashable, Sendable {
    /// What a gift is made of.
    ///
    /// It exists only in identifiers, and is closed.
    public enum Material {}

    /// What receivers take it to be worth, zero or more.
    public var perceivedValue: Money?
    /// How well it is made.
    public var quality: Share?
    /// How well it goes with the host's brand.
    public var brandFit: Share?
    /// How plainly it shows the host's brand.
    public var brandExposure: Share?
    /// What it is made of.
    public var material: Identifier<Material>?
    /// What it is to whoever receives it; empty when nobody said.
    public var characters: Set<GiftCharacter> = []
    /// What it makes its receiver feel; empty when nobody said.
    public var emotions: Set<Emotion> = []
    /// How far ahead it looks.
    public var horizon: GiftHorizon?

    /// An appeal that nobody has judged.
    public init() {}
}

extension GiftAppeal: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case perceivedValue = "perceivedValue"
        case quality = "quality"
        case brandFit = "brandFit"
        case brandExposure = "brandExposure"
        case material = "material"
        case characters = "characters"
        case emotions = "emotions"
        case horizon = "horizon"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let perceivedValue = object.readMoneyIfPresent(.perceivedValue)
        let quality = object.readIfPresent(Share.self, .quality)
        let brandFit = object.readIfPresent(Share.self, .brandFit)
        let brandExposure = object.readIfPresent(Share.self, .brandExposure)
        let material = object.readIfPresent(Identifier<Material>.self, .material)
        let characters = object.readSet(of: GiftCharacter.self, .characters)
        let emotions = object.readSet(of: Emotion.self, .emotions)
        let horizon = object.readIfPresent(GiftHorizon.self, .horizon)
        guard let perceivedValue, let quality, let brandFit, let brandExposure, let material, let characters,
            let emotions, let horizon
        else { throw object.failure }
        self.perceivedValue = perceivedValue
        self.quality = quality
        self.brandFit = brandFit
        self.brandExposure = brandExposure
        self.material = material
        self.characters = characters
        self.emotions = emotions
        self.horizon = horizon
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(perceivedValue?.description, forKey: .perceivedValue)
        try container.encodeIfPresent(quality, forKey: .quality)
        try container.encodeIfPresent(brandFit, forKey: .brandFit)
        try container.encodeIfPresent(brandExposure, forKey: .brandExposure)
        try container.encodeIfPresent(material, forKey: .material)
        let characters = GiftCharacter.allCases.filter(characters.contains)
        if !characters.isEmpty { try container.encode(characters, forKey: .characters) }
        if !emotions.isEmpty { try container.encode(emotions.sorted(), forKey: .emotions) }
        try container.encodeIfPresent(horizon, forKey: .horizon)
    }
}
