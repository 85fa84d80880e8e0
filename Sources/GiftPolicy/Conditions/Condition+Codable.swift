import GiftModel
import Segmentation

/// - Wire format: `{"all":[…]}`, `{"any":[…]}`, `{"not":…}`, or a comparison such as
///   `{"field":"sales","op":">=","value":"1000.00 GBP"}` or `{"field":"stage","op":"in","value":["dormant"]}`.
extension Condition: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case all = "all"
        case any = "any"
        case not = "not"
        case field = "field"
        case comparison = "op"
        case value = "value"
    }

    private static let stageField = "stage"
    private static let tierField = "tier"
    private static let membership = "in"

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let nodes = container.allKeys.filter { [.all, .any, .not].contains($0) }
        guard container.contains(.field) ? nodes.isEmpty : container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "a condition is one of `all`, `any`, `not`, or a `field` with `op` and `value`"
                )
            )
        }
        switch nodes.first {
        case .all?: self = .all(try container.decode([Condition].self, forKey: .all))
        case .any?: self = .any(try container.decode([Condition].self, forKey: .any))
        case .not?: self = .not(try container.decode(Condition.self, forKey: .not))
        default: self = try Self.comparison(in: container)
        }
    }

    private static func comparison(in container: KeyedDecodingContainer<CodingKeys>) throws -> Condition {
        let field = try container.decode(String.self, forKey: .field)
        if field == stageField {
            let word = try container.decode(String.self, forKey: .comparison)
            guard word == membership else {
                throw DecodingError.dataCorruptedError(
                    forKey: .comparison,
                    in: container,
                    debugDescription: "`\(word)` does not compare stages; known is `\(membership)`"
                )
            }
            return .stage(isOneOf: Set(try container.decode([Stage].self, forKey: .value)))
        }
        if field == tierField {
            return .tier(
                try container.decode(Comparison.self, forKey: .comparison),
                try container.decode(Tier.ID.self, forKey: .value)
            )
        }
        if let field = CountField(rawValue: field) {
            return .count(
                field,
                try container.decode(Comparison.self, forKey: .comparison),
                try container.decode(Int64.self, forKey: .value)
            )
        }
        if let field = MoneyField(rawValue: field) {
            return .money(
                field,
                try container.decode(Comparison.self, forKey: .comparison),
                try container.decodeMoney(forKey: .value)
            )
        }
        let known =
            [stageField, tierField] + CountField.allCases.map(\.rawValue) + MoneyField.allCases.map(\.rawValue)
        throw DecodingError.dataCorruptedError(
            forKey: .field,
            in: container,
            debugDescription: KnownWords(known).unknown("field", field)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .all(let parts): try container.encode(parts, forKey: .all)
        case .any(let parts): try container.encode(parts, forKey: .any)
        case .not(let part): try container.encode(part, forKey: .not)
        case .stage(let stages):
            try container.encode(Self.stageField, forKey: .field)
            try container.encode(Self.membership, forKey: .comparison)
            try container.encode(Stage.allCases.filter(stages.contains), forKey: .value)
        case .tier(let comparison, let tier):
            try container.encode(Self.tierField, forKey: .field)
            try container.encode(comparison, forKey: .comparison)
            try container.encode(tier, forKey: .value)
        case .count(let field, let comparison, let number):
            try container.encode(field, forKey: .field)
            try container.encode(comparison, forKey: .comparison)
            try container.encode(number, forKey: .value)
        case .money(let field, let comparison, let amount):
            try container.encode(field, forKey: .field)
            try container.encode(comparison, forKey: .comparison)
            try container.encode(amount.description, forKey: .value)
        }
    }
}
