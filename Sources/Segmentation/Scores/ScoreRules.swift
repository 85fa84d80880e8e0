import GiftModel

/// What customers are scored on, and how: a document that people write and review.
///
/// Recency, frequency and monetary value are always scored; where nothing is said of them, by quintiles that are
/// learned under ``CutRule/typeOne``. Learned and fixed cut points may be mixed.
///
/// - Wire format: `{"dimensions":[{"cutPoints":[1,2,4,8],"dimension":"frequency"}],"spend":"net"}`; the three that are
///   always scored may be left out.
public struct ScoreRules: Hashable, Sendable {
    /// Which money counts as a customer's spend.
    public let spend: SpendBasis
    /// Recency, frequency and monetary value, then the others by name.
    public let rules: [ScoreRule]

    /// How many scores there are where the host does not say.
    public static let usualLevels = 5

    /// Rules in any order; of the three that are always scored only those that are to differ need to be there.
    ///
    /// - Throws: ``ScoreRulesError``, for the first rule concerned, in the order of its cases.
    public init(spend: SpendBasis, _ rules: [ScoreRule] = []) throws(ScoreRulesError) {
        for (index, rule) in rules.enumerated() {
            guard !rules[..<index].contains(where: { $0.dimension == rule.dimension }) else {
                throw .duplicateDimension(rule.dimension)
            }
            guard (2...100).contains(rule.cuts.levels) else {
                throw .levelsOutOfRange(rule.dimension, levels: rule.cuts.levels)
            }
        }
        self.init(spend: spend, checked: rules)
    }

    /// Rules that score recency, frequency and monetary value by quintiles.
    static func usual(spend: SpendBasis) -> ScoreRules { ScoreRules(spend: spend, checked: []) }

    private init(spend: SpendBasis, checked rules: [ScoreRule]) {
        let unsaid = ScoreDimension.leading.filter { dimension in !rules.contains { $0.dimension == dimension } }
        let usual = unsaid.map { ScoreRule($0, .learned(.typeOne, levels: Self.usualLevels)) }
        self.spend = spend
        self.rules = (usual + rules).sorted { $0.dimension.isTold(before: $1.dimension) }
    }
}

/// A reason why rules cannot score customers, in the order in which the reasons are checked.
@nonexhaustive
public enum ScoreRulesError: Error, Hashable, Sendable {
    /// Two rules are about this dimension.
    case duplicateDimension(ScoreDimension)
    /// This dimension is to have fewer than 2 scores or more than 100.
    case levelsOutOfRange(ScoreDimension, levels: Int)
}

extension ScoreRulesError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .duplicateDimension(let dimension): "dimension `\(dimension.name)` has two rules"
        case .levelsOutOfRange(let dimension, let levels):
            "dimension `\(dimension.name)` has `\(levels)` levels, which is not 2 through 100"
        }
    }
}

extension ScoreRules: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case spend = "spend"
        case dimensions = "dimensions"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let spend = object.read(SpendBasis.self, .spend)
        let rules = object.readIfPresent([ScoreRule].self, .dimensions)
        guard let spend, let rules else { throw object.failure }
        self = try decoder.whole { try Self(spend: spend, rules ?? []) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(spend, forKey: .spend)
        try container.encode(rules, forKey: .dimensions)
    }
}
