import GiftModel

extension SegmentAttribute {
    /// The words under which attributes that need no other word stand in a document, beside amounts and traits.
    private enum Field: String, CaseIterable {
        case orders = "orders"
        case purchaseDays = "purchaseDays"
        case returns = "returns"
        case complaints = "complaints"
        case interactions = "interactions"
        case daysSinceFirstPurchase = "daysSinceFirstPurchase"
        case daysSinceLastPurchase = "daysSinceLastPurchase"
        case score = "score"
        case stage = "stage"
        case tier = "tier"
        case valueBand = "valueBand"
        case quadrant = "quadrant"
        case tag = "tag"
        case label = "label"
    }

    private static let fields =
        Field.allCases.map(\.rawValue) + Amount.allCases.map(\.rawValue) + Trait.allCases.map(\.rawValue)

    /// The longest window, of about a hundred years.
    static let dayRange: ClosedRange<Int64> = 1...36_500

    /// Reads the attribute that `object` compares, or returns `nil` after telling it what is wrong.
    init?(in object: inout StrictObject<SegmentCondition.CodingKeys>) {
        guard let word = object.peek(String.self, .field), Self.fields.contains(word) else {
            object.readWord(of: Self.fields, "field", .field)
            return nil
        }
        var allowed: [SegmentCondition.CodingKeys] = []
        var attribute: SegmentAttribute?
        if let amount = Amount(rawValue: word) {
            allowed = [.days]
            attribute = object.readIfPresent(in: Self.dayRange, .days).map { .amount(amount, inDays: $0) }
        } else if let trait = Trait(rawValue: word) {
            attribute = .trait(trait)
        } else {
            switch Field(rawValue: word) {
            case .orders?: attribute = Self.count(.orders, in: &object)
            case .purchaseDays?: attribute = Self.count(.purchaseDays, in: &object)
            case .returns?: attribute = Self.count(.returns, in: &object)
            case .complaints?: attribute = Self.count(.complaints, in: &object)
            case .interactions?:
                let kind = object.readIfPresent(InteractionKind.self, .kind)
                let channel = object.readIfPresent(ActivityChannel.self, .channel)
                allowed = [.kind, .channel]
                if let kind, let channel { attribute = Self.count(.interactions(kind, in: channel), in: &object) }
            case .daysSinceFirstPurchase?: attribute = .daysSinceFirstPurchase
            case .daysSinceLastPurchase?: attribute = .daysSinceLastPurchase
            case .score?: attribute = object.read(ScoreDimension.self, .name).map(Self.score)
            case .stage?: attribute = .stage
            case .tier?: attribute = .tier
            case .valueBand?: attribute = .valueBand
            case .quadrant?: attribute = .quadrant
            case .tag?: attribute = object.read(CustomerTag.ID.self, .name).map(Self.tag)
            case .label?: attribute = object.read(Identifier<Label>.self, .name).map(Self.label)
            case nil: break
            }
            switch Field(rawValue: word) {
            case .orders?, .purchaseDays?, .returns?, .complaints?, .interactions?: allowed += [.days, .against]
            case .score?, .tag?, .label?: allowed = [.name]
            default: break
            }
        }
        let strange = object.keys.filter { ![.field, .comparison, .value].contains($0) && !allowed.contains($0) }
        for key in strange.map(\.rawValue).sorted() {
            object.refuse("/\(key)", .impossible("`\(word)` has no `\(key)`"))
        }
        guard strange.isEmpty, let attribute else { return nil }
        self = attribute
    }

    private static let before = "before"

    private static func count(
        _ counted: Counted,
        in object: inout StrictObject<SegmentCondition.CodingKeys>
    ) -> SegmentAttribute? {
        guard object.keys.contains(.against) else {
            return object.readIfPresent(in: dayRange, .days).map { .count(counted, inDays: $0) }
        }
        let against = object.readWord(of: [before], "window", .against)
        let days = object.read(in: dayRange, .days)
        return against.flatMap { _ in days.map { .change(counted, inDays: $0) } }
    }

    func encode(to container: inout KeyedEncodingContainer<SegmentCondition.CodingKeys>) throws {
        switch self {
        case .count(let counted, let days):
            try encode(counted, to: &container)
            try container.encodeIfPresent(days, forKey: .days)
        case .change(let counted, let days):
            try encode(counted, to: &container)
            try container.encode(days, forKey: .days)
            try container.encode(Self.before, forKey: .against)
        case .amount(let amount, let days):
            try container.encode(amount.rawValue, forKey: .field)
            try container.encodeIfPresent(days, forKey: .days)
        case .daysSinceFirstPurchase: try container.encode(Field.daysSinceFirstPurchase.rawValue, forKey: .field)
        case .daysSinceLastPurchase: try container.encode(Field.daysSinceLastPurchase.rawValue, forKey: .field)
        case .score(let dimension):
            try container.encode(Field.score.rawValue, forKey: .field)
            try container.encode(dimension, forKey: .name)
        case .stage: try container.encode(Field.stage.rawValue, forKey: .field)
        case .tier: try container.encode(Field.tier.rawValue, forKey: .field)
        case .valueBand: try container.encode(Field.valueBand.rawValue, forKey: .field)
        case .quadrant: try container.encode(Field.quadrant.rawValue, forKey: .field)
        case .tag(let name):
            try container.encode(Field.tag.rawValue, forKey: .field)
            try container.encode(name, forKey: .name)
        case .label(let name):
            try container.encode(Field.label.rawValue, forKey: .field)
            try container.encode(name, forKey: .name)
        case .trait(let trait): try container.encode(trait.rawValue, forKey: .field)
        }
    }

    private func encode(
        _ counted: Counted,
        to container: inout KeyedEncodingContainer<SegmentCondition.CodingKeys>
    ) throws {
        switch counted {
        case .orders: try container.encode(Field.orders.rawValue, forKey: .field)
        case .purchaseDays: try container.encode(Field.purchaseDays.rawValue, forKey: .field)
        case .returns: try container.encode(Field.returns.rawValue, forKey: .field)
        case .complaints: try container.encode(Field.complaints.rawValue, forKey: .field)
        case .interactions(let kind, let channel):
            try container.encode(Field.interactions.rawValue, forKey: .field)
            try container.encodeIfPresent(kind, forKey: .kind)
            try container.encodeIfPresent(channel, forKey: .channel)
        }
    }
}
