/// An event, the character of gift that answers it, and the feeling that it is meant to leave.
///
/// - Wire format: `{"character":"keepsake","emotion":"belonging","kind":"business","occasion":"anniversary"}`.
public struct GiftScenario: Hashable, Sendable {
    /// Where the event comes from.
    @nonexhaustive
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// How long and how well customer and host know each other.
        case lifeCycle = "lifeCycle"
        /// What the two did together.
        case business = "business"
        /// What moves the customer, whoever caused it.
        case emotional = "emotional"

        /// In words.
        public var title: LocalizedText {
            switch self {
            case .lifeCycle: LocalizedText(english: "life cycle", chinese: "客户生命周期场景")
            case .business: LocalizedText(english: "business", chinese: "业务场景")
            case .emotional: LocalizedText(english: "emotional", chinese: "情感场景")
            }
        }
    }

    /// Where the event comes from.
    public let kind: Kind
    /// The event.
    public let occasion: Occasion
    /// What the gift is to be.
    public let character: GiftCharacter
    /// What it is to make its receiver feel.
    public let emotion: Emotion

    /// On `occasion`, a gift of `character` that leaves `emotion`.
    public init(_ kind: Kind, on occasion: Occasion, giving character: GiftCharacter, for emotion: Emotion) {
        self.kind = kind
        self.occasion = occasion
        self.character = character
        self.emotion = emotion
    }
}

extension GiftScenario {
    /// Returns whether `gift` is of this character and leaves this feeling.
    ///
    /// - Returns: `nil` when nobody said of which characters it is, or which feelings it leaves, and nothing that was
    ///   said rules it out.
    public func suits(_ gift: Gift) -> Bool? {
        let (characters, emotions) = (gift.appeal.characters, gift.appeal.emotions)
        if !characters.isEmpty && !characters.contains(character) { return false }
        if !emotions.isEmpty && !emotions.contains(emotion) { return false }
        return characters.isEmpty || emotions.isEmpty ? nil : true
    }

    /// The six scenarios that a host can begin with.
    ///
    /// - Source: the scenario framework of the founding documents: tools at registration, honor in maturity, thanks
    ///   after a deal, a keepsake for an anniversary, a symbol at a festival, comfort when something happened.
    public static let usual: [GiftScenario] = [
        GiftScenario(.lifeCycle, on: .welcome, giving: .practicalTool, for: .appreciation),
        GiftScenario(.lifeCycle, on: .maturity, giving: .socialHonor, for: .pride),
        GiftScenario(.business, on: .purchase, giving: .instantThanks, for: .appreciation),
        GiftScenario(.business, on: .anniversary, giving: .keepsake, for: .belonging),
        GiftScenario(.emotional, on: .festival, giving: .culturalSymbol, for: .belonging),
        GiftScenario(.emotional, on: .specialEvent, giving: .comfort, for: .comfort),
    ]
}

extension GiftScenario: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case kind = "kind"
        case occasion = "occasion"
        case character = "character"
        case emotion = "emotion"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let kind = object.read(Kind.self, .kind)
        let occasion = object.read(Occasion.self, .occasion)
        let character = object.read(GiftCharacter.self, .character)
        let emotion = object.read(Emotion.self, .emotion)
        guard let kind, let occasion, let character, let emotion else { throw object.failure }
        self.init(kind, on: occasion, giving: character, for: emotion)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(occasion, forKey: .occasion)
        try container.encode(character, forKey: .character)
        try container.encode(emotion, forKey: .emotion)
    }
}

extension GiftScenario.Kind: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
