import GiftModel

extension SegmentCondition: Codable {
    fileprivate enum CodingKeys: String, CodingKey, CaseIterable {
        case all = "all"
        case any = "any"
        case not = "not"
        case segment = "segment"
        case field = "field"
        case name = "name"
        case kind = "kind"
        case channel = "channel"
        case days = "inDays"
        case against = "against"
        case comparison = "op"
        case value = "value"
    }

    private static let membership = "in"
    private static let exclusion = "notIn"
    private static let presence = "known"
    private static let absence = "unknown"

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let nodes = object.keys.filter { [.all, .any, .not, .segment].contains($0) }
        guard object.keys.contains(.field) ? nodes.isEmpty : object.keys.count == 1 && nodes.count == 1 else {
            let problem = "a condition is one of `all`, `any`, `not`, `segment`, or a `field` with `op` and `value`"
            object.refuse("", .impossible(problem))
            throw object.failure
        }
        let condition: SegmentCondition? =
            switch nodes.first {
            case .all?: object.read([SegmentCondition].self, .all).map(Self.all)
            case .any?: object.read([SegmentCondition].self, .any).map(Self.any)
            case .not?: object.read(SegmentCondition.self, .not).map(Self.not)
            case .segment?: object.read(Segment.ID.self, .segment).map(Self.segment)
            default: Self.comparison(in: &object)
            }
        guard let condition else { throw object.failure }
        self = condition
    }

    private static func comparison(in object: inout StrictObject<CodingKeys>) -> SegmentCondition? {
        guard let attribute = SegmentAttribute(in: &object) else { return nil }
        let kind = attribute.kind
        var words: [String] = []
        if kind != .word && kind != .truth || attribute == .tier {
            words = Comparison.allCases.map(\.rawValue)
        } else {
            words = [Comparison.equal.rawValue, Comparison.notEqual.rawValue]
        }
        if kind == .word || kind == nil { words += [membership, exclusion] }
        words += [presence, absence]
        guard let word = object.peek(String.self, .comparison), words.contains(word) else {
            object.readWord(of: words, "comparison", .comparison)
            return nil
        }
        if word == presence || word == absence {
            if object.keys.contains(.value) {
                object.refuse("/value", .impossible("`\(word)` is compared with no value"))
                return nil
            }
            return word == presence ? .known(attribute) : .unknown(attribute)
        }
        if word == membership || word == exclusion {
            guard let words = object.readSet(of: SegmentValue.Word.self, .value) else { return nil }
            guard !words.isEmpty else {
                object.refuse("", .missingKey("value"))
                return nil
            }
            let problems = words.sorted().compactMap { attribute.problem(of: $0.text) }
            for problem in problems { object.refuse("/value", problem) }
            guard problems.isEmpty else { return nil }
            return word == membership ? .oneOf(attribute, words) : .noneOf(attribute, words)
        }
        guard let comparison = Comparison(rawValue: word) else { return nil }
        let value: SegmentValue? =
            switch kind {
            case .number: object.read(Int64.self, .value).map(SegmentValue.number)
            case .ratio: object.read(Ratio.self, .value).map(SegmentValue.ratio)
            case .date: object.read(CalendarDate.self, .value).map(SegmentValue.date)
            case .money: object.readMoney(.value).map(SegmentValue.money)
            case .word: object.read(SegmentValue.Word.self, .value).map(SegmentValue.word)
            case .truth: object.read(Bool.self, .value).map(SegmentValue.truth)
            case nil: object.read(SegmentValue.self, .value)
            }
        if case .word(let word) = value, let problem = attribute.problem(of: word.text) {
            object.refuse("/value", problem)
            return nil
        }
        return value.map { .compared(attribute, comparison, $0) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .all(let parts): try container.encode(parts, forKey: .all)
        case .any(let parts): try container.encode(parts, forKey: .any)
        case .not(let part): try container.encode(part, forKey: .not)
        case .segment(let id): try container.encode(id, forKey: .segment)
        case .known(let attribute):
            try attribute.encode(to: &container)
            try container.encode(Self.presence, forKey: .comparison)
        case .unknown(let attribute):
            try attribute.encode(to: &container)
            try container.encode(Self.absence, forKey: .comparison)
        case .oneOf(let attribute, let words):
            try attribute.encode(to: &container)
            try container.encode(Self.membership, forKey: .comparison)
            try container.encode(words.sorted(), forKey: .value)
        case .noneOf(let attribute, let words):
            try attribute.encode(to: &container)
            try container.encode(Self.exclusion, forKey: .comparison)
            try container.encode(words.sorted(), forKey: .value)
        case .compared(let attribute, let comparison, let value):
            try attribute.encode(to: &container)
            try container.encode(comparison, forKey: .comparison)
            guard attribute.kind == value.kind else {
                // Of a label the value says its kind; so does a value of another kind than the attribute's.
                try container.encode(value, forKey: .value)
                return
            }
            switch value {
            case .ratio(let ratio): try container.encode(ratio, forKey: .value)
            case .date(let date): try container.encode(date, forKey: .value)
            case .money(let money): try container.encode(money.description, forKey: .value)
            case .number, .word, .truth: try container.encode(value, forKey: .value)
            }
        }
    }
}

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
    fileprivate init?(in object: inout StrictObject<SegmentCondition.CodingKeys>) {
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

    fileprivate func encode(to container: inout KeyedEncodingContainer<SegmentCondition.CodingKeys>) throws {
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
