import GiftModel

/// - Wire format: `{"from":"4.00 GBP","kinds":["physical"],"through":"15.00 GBP"}`, or `"prices":[…]` in place of
///   `from` and `through` where tiers differ, with `gifts`, `characters`, `horizon`, `repeatDays`, `choices` and
///   `otherwise`; what restricts nothing is left out.
extension GiftSelection: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case lowest = "from"
        case highest = "through"
        case prices = "prices"
        case kinds = "kinds"
        case gifts = "gifts"
        case characters = "characters"
        case horizon = "horizon"
        case repeatDays = "repeatDays"
        case choices = "choices"
        case substitutes = "otherwise"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        var prices: [GiftPrice]?
        if object.keys.contains(.prices) {
            if object.keys.contains(.lowest) || object.keys.contains(.highest) {
                object.refuse("/prices", .impossible("`prices` stand in place of `from` and `through`"))
            }
            prices = object.read([GiftPrice].self, .prices)
        } else {
            let lowest = object.readMoney(.lowest)
            let highest = object.readMoney(.highest)
            if let lowest, let highest { prices = [GiftPrice(from: lowest, through: highest)] }
        }
        let kinds = object.readSet(of: GiftKind.self, .kinds)
        let gifts = object.readSet(of: Gift.ID.self, .gifts)
        let characters = object.readSet(of: GiftCharacter.self, .characters)
        let horizon = object.readIfPresent(GiftHorizon.self, .horizon)
        let repeatDays = object.readIfPresent(Int64.self, .repeatDays)
        let choices = object.readIfPresent(Int64.self, .choices)
        let substitutes = object.readIfPresent([GiftSelection].self, .substitutes)
        guard let prices, let kinds, let gifts, let characters, let horizon, let repeatDays, let choices,
            let substitutes
        else { throw object.failure }
        self.init(at: prices)
        self.kinds = kinds
        self.gifts = gifts
        self.characters = characters
        self.horizon = horizon
        self.repeatDays = repeatDays
        self.choices = choices ?? 1
        self.substitutes = substitutes ?? []
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if prices.count == 1, prices[0].tiers.isEmpty {
            try container.encode(prices[0].lowest.description, forKey: .lowest)
            try container.encode(prices[0].highest.description, forKey: .highest)
        } else {
            try container.encode(prices, forKey: .prices)
        }
        if !kinds.isEmpty { try container.encode(GiftKind.allCases.filter(kinds.contains), forKey: .kinds) }
        if !gifts.isEmpty { try container.encode(gifts.sorted(), forKey: .gifts) }
        let characters = GiftCharacter.allCases.filter(characters.contains)
        if !characters.isEmpty { try container.encode(characters, forKey: .characters) }
        try container.encodeIfPresent(horizon, forKey: .horizon)
        try container.encodeIfPresent(repeatDays, forKey: .repeatDays)
        if choices != 1 { try container.encode(choices, forKey: .choices) }
        if !substitutes.isEmpty { try container.encode(substitutes, forKey: .substitutes) }
    }
}

extension GiftPrice: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case tiers = "tiers"
        case lowest = "from"
        case highest = "through"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let tiers = object.readSet(of: Tier.ID.self, .tiers)
        let lowest = object.readMoney(.lowest)
        let highest = object.readMoney(.highest)
        guard let tiers, let lowest, let highest else { throw object.failure }
        self.init(from: lowest, through: highest, for: tiers)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if !tiers.isEmpty { try container.encode(tiers.sorted(), forKey: .tiers) }
        try container.encode(lowest.description, forKey: .lowest)
        try container.encode(highest.description, forKey: .highest)
    }
}
