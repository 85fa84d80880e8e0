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
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let nodes = object.keys.filter { [.all, .any, .not].contains($0) }
        guard object.keys.contains(.field) ? nodes.isEmpty : object.keys.count == 1 else {
            let problem = "a condition is one of `all`, `any`, `not`, or a `field` with `op` and `value`"
            throw DocumentProblem.impossible(problem).error(at: decoder.codingPath)
        }
        let condition: Condition? =
            switch nodes.first {
            case .all?: object.read([Condition].self, .all).map(Self.all)
            case .any?: object.read([Condition].self, .any).map(Self.any)
            case .not?: object.read(Condition.self, .not).map(Self.not)
            default: Self.comparison(in: &object)
            }
        guard let condition else { throw object.failure }
        self = condition
    }

    private static func comparison(in object: inout StrictObject<CodingKeys>) -> Condition? {
        let known =
            [stageField, tierField] + CountField.allCases.map(\.rawValue) + MoneyField.allCases.map(\.rawValue)
        guard let field = object.peek(String.self, .field), known.contains(field) else {
            object.readWord(of: known, "field", .field)
            return nil
        }
        if field == stageField {
            object.readWord(of: [membership], "comparison of stages", .comparison)
            return object.read([Stage].self, .value).map { .stage(isOneOf: Set($0)) }
        }
        let comparison = object.read(Comparison.self, .comparison)
        if field == tierField {
            let tier = object.read(Tier.ID.self, .value)
            return comparison.flatMap { comparison in tier.map { .tier(comparison, $0) } }
        }
        if let field = CountField(rawValue: field) {
            let number = object.read(Int64.self, .value)
            return comparison.flatMap { comparison in number.map { .count(field, comparison, $0) } }
        }
        let amount = object.readMoney(.value)
        return MoneyField(rawValue: field)
            .flatMap { field in comparison.flatMap { comparison in amount.map { .money(field, comparison, $0) } } }
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
