public import GiftModel

/// When what a customer does is a sign of leaving.
///
/// Two windows of the same length are compared: the last, which ends with the day asked about and includes it, and
/// the one before.
///
/// - Wire format: `{"complaintRateFactor":"2/1","interactions":{…},"purchaseDays":{…},"windowDays":90}`; the factor
///   may be left out.
public struct ChurnSignalRules: Hashable, Sendable {
    /// How many days make up each window.
    public let windowDays: Int
    /// When fewer purchase days are a sign, against those before and against those that a model expected.
    public let purchaseDays: DropRule
    /// When fewer interactions are a sign.
    public let interactions: DropRule
    /// How many times the rate of complaints before is a sign; `nil`, and chance must be ruled out instead.
    public let complaintRateFactor: Ratio?

    /// Rules with these bounds.
    ///
    /// - Throws: ``ChurnSignalRulesError``, in the order of its cases.
    public init(
        windowDays: Int,
        purchaseDays: DropRule,
        interactions: DropRule,
        complaintRateFactor: Ratio? = nil
    ) throws(ChurnSignalRulesError) {
        guard (1...3650).contains(windowDays) else { throw .window(days: windowDays) }
        if let factor = complaintRateFactor {
            let isAboveOne = factor.numerator > factor.denominator
            guard isAboveOne, factor.numerator <= 1_000_000 else { throw .complaintRateFactor(factor) }
        }
        self.windowDays = windowDays
        self.purchaseDays = purchaseDays
        self.interactions = interactions
        self.complaintRateFactor = complaintRateFactor
    }

    private init() {
        self.windowDays = 90
        self.purchaseDays = DropRule(known: 2, percent: 50)
        self.interactions = DropRule(known: 10, percent: 20)
        self.complaintRateFactor = nil
    }

    /// Windows of 90 days; half of at least 2 purchase days; a fifth of at least 10 interactions; a rate of complaints
    /// that chance alone does not explain.
    public static let usual = ChurnSignalRules()
}

/// A reason why bounds do not make rules, in the order in which the reasons are checked.
@nonexhaustive
public enum ChurnSignalRulesError: Error, Hashable, Sendable {
    /// The window is not 1 through 3,650 days.
    case window(days: Int)
    /// The factor is not above 1, or its numerator is above 1,000,000.
    case complaintRateFactor(Ratio)
}

extension ChurnSignalRulesError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .window(let days): "the window, `\(days)` days, is not 1 through 3650 days"
        case .complaintRateFactor(let factor): "`\(factor)` times is not above 1, or is too long a fraction"
        }
    }
}

extension ChurnSignalRules: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case windowDays = "windowDays"
        case purchaseDays = "purchaseDays"
        case interactions = "interactions"
        case complaintRateFactor = "complaintRateFactor"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let window = object.read(Int.self, .windowDays)
        let purchaseDays = object.read(DropRule.self, .purchaseDays)
        let interactions = object.read(DropRule.self, .interactions)
        let factor = object.readIfPresent(Ratio.self, .complaintRateFactor)
        guard let window, let purchaseDays, let interactions, let factor else { throw object.failure }
        self = try decoder.whole {
            try Self(
                windowDays: window,
                purchaseDays: purchaseDays,
                interactions: interactions,
                complaintRateFactor: factor
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(windowDays, forKey: .windowDays)
        try container.encode(purchaseDays, forKey: .purchaseDays)
        try container.encode(interactions, forKey: .interactions)
        try container.encodeIfPresent(complaintRateFactor, forKey: .complaintRateFactor)
    }
}
