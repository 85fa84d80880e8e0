import GiftModel

extension Cap: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id = "id"
        case atMost = "atMost"
        case subject = "of"
        case channels = "channels"
        case rules = "rules"
        case occasions = "occasions"
        case giftKinds = "giftKinds"
        case gifts = "gifts"
        case window = "window"
        case states = "states"
        case exempt = "exempt"
        case afterDispleasure = "afterDispleasure"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let id = object.read(ID.self, .id)
        let atMost = object.read(Int64.self, .atMost)
        let subject = object.read(CapScope.Subject.self, .subject)
        let channels = object.readSet(of: ContactChannel.self, .channels)
        let rules = object.readSet(of: RuleReference.ID.self, .rules)
        let occasions = object.readSet(of: Occasion.self, .occasions)
        let giftKinds = object.readSet(of: GiftKind.self, .giftKinds)
        let gifts = object.readSet(of: Gift.ID.self, .gifts)
        let window = object.read(CapWindow.self, .window)
        let states = object.readSet(of: GrantState.self, .states)
        let exempt = object.readSet(of: RuleReference.ID.self, .exempt)
        let afterDispleasure = object.readIfPresent(FeedbackRule.self, .afterDispleasure)
        guard let id, let atMost, let subject, let channels, let rules, let occasions, let giftKinds, let gifts,
            let window, let states, let exempt, let afterDispleasure
        else { throw object.failure }
        var scope = CapScope(subject)
        scope.channels = channels
        scope.rules = rules
        scope.occasions = occasions
        scope.giftKinds = giftKinds
        scope.gifts = gifts
        self.init(id: id, atMost: atMost, of: scope, in: window)
        if !states.isEmpty { self.states = states }
        self.exempt = exempt
        self.afterDispleasure = afterDispleasure
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(atMost, forKey: .atMost)
        try container.encode(scope.subject, forKey: .subject)
        if !scope.channels.isEmpty { try container.encode(scope.channels.sorted(), forKey: .channels) }
        if !scope.rules.isEmpty { try container.encode(scope.rules.sorted(), forKey: .rules) }
        if !scope.occasions.isEmpty { try container.encode(scope.occasions.sorted(), forKey: .occasions) }
        if !scope.giftKinds.isEmpty { try container.encode(scope.giftKinds.sorted(), forKey: .giftKinds) }
        if !scope.gifts.isEmpty { try container.encode(scope.gifts.sorted(), forKey: .gifts) }
        try container.encode(window, forKey: .window)
        if states != Self.usualStates {
            try container.encode(GrantState.allCases.filter(states.contains), forKey: .states)
        }
        if !exempt.isEmpty { try container.encode(exempt.sorted(), forKey: .exempt) }
        try container.encodeIfPresent(afterDispleasure, forKey: .afterDispleasure)
    }
}
