import GiftModel

extension SegmentCondition: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
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
            // Words may be one or a list, which only the comparison tells.
            if let kind, kind != .word { _ = Self.value(of: kind, in: &object) }
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
        let value = Self.value(of: kind, in: &object)
        if case .word(let word) = value, let problem = attribute.problem(of: word.text) {
            object.refuse("/value", problem)
            return nil
        }
        return value.map { .compared(attribute, comparison, $0) }
    }

    /// Reads a value of `kind`, or of whatever kind it says, where the attribute does not.
    private static func value(
        of kind: SegmentValue.Kind?,
        in object: inout StrictObject<CodingKeys>
    ) -> SegmentValue? {
        switch kind {
        case .number: object.read(Int64.self, .value).map(SegmentValue.number)
        case .ratio: object.read(Ratio.self, .value).map(SegmentValue.ratio)
        case .date: object.read(CalendarDate.self, .value).map(SegmentValue.date)
        case .money: object.readMoney(.value).map(SegmentValue.money)
        case .word: object.read(SegmentValue.Word.self, .value).map(SegmentValue.word)
        case .truth: object.read(Bool.self, .value).map(SegmentValue.truth)
        case nil: object.read(SegmentValue.self, .value)
        }
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
