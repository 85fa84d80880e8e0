public import GiftModel

/// What a customer must be worth to stand in a band: all of some thresholds, or any of them.
///
/// - Wire format: `{"all":{"orders":6,"spend":"2000.00 EUR"}}` or `{"any":{…}}`, one or more measures, none twice.
public struct ValueRequirement: Hashable, Sendable {
    /// How many of the thresholds are to be reached.
    ///
    /// The two are all there are, so this enum is closed.
    public enum Match: String, Hashable, Sendable, CaseIterable {
        /// Every one.
        case all = "all"
        /// One or more.
        case any = "any"
    }

    /// How many of the thresholds are to be reached.
    public let match: Match
    /// The least amounts, in the order of ``ValueMeasure``.
    public let thresholds: [ValueAmount]

    /// A requirement of these thresholds.
    ///
    /// - Throws: ``ValueBandError/noThreshold``, then for the first threshold concerned
    ///   ``ValueBandError/notPositive(_:)``, ``ValueBandError/repeatedMeasure(_:)``.
    public init(_ match: Match, of thresholds: [ValueAmount]) throws(ValueBandError) {
        guard !thresholds.isEmpty else { throw .noThreshold }
        var seen: Set<ValueMeasure> = []
        for threshold in thresholds {
            guard threshold.quantity > 0 else { throw .notPositive(threshold.measure) }
            guard seen.insert(threshold.measure).inserted else { throw .repeatedMeasure(threshold.measure) }
        }
        self.match = match
        self.thresholds = ValueMeasure.allCases.compactMap { measure in
            thresholds.first { $0.measure == measure }
        }
    }

    /// Returns whether the customer of these `figures` meets the requirement.
    ///
    /// - Complexity: O(*n*) in the thresholds.
    public func isMet(by figures: ValueFigures) -> Truth {
        let thresholds = thresholds.span
        var truth = Truth(match == .all)
        for position in thresholds.indices {
            let reached = figures.reaches(thresholds[position])
            truth = match == .all ? truth.and(reached) : truth.or(reached)
        }
        return truth
    }
}

/// A reason why thresholds, or rules, do not make value bands, in the order in which the reasons are checked.
@nonexhaustive
public enum ValueBandError: Error, Hashable, Sendable {
    /// Nothing is required where something must be.
    case noThreshold
    /// So little of this measure everybody has.
    case notPositive(ValueMeasure)
    /// This measure stands in one requirement twice.
    case repeatedMeasure(ValueMeasure)
    /// There is no rule.
    case noRule
    /// This band has two rules.
    case repeatedBand(ValueBand)
    /// This band's rule comes after one that takes everybody.
    case unreachable(ValueBand)
    /// An amount of this band is in another currency than the first.
    case currencyMismatch(ValueBand, Currency, expected: Currency)
}

extension ValueBandError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noThreshold: "a requirement has a threshold"
        case .notPositive(let measure): "the threshold of `\(measure.rawValue)` is not above zero"
        case .repeatedMeasure(let measure): "`\(measure.rawValue)` stands in one requirement twice"
        case .noRule: "value bands need a rule"
        case .repeatedBand(let band): "the band `\(band.rawValue)` has two rules"
        case .unreachable(let band): "the rule of band `\(band.rawValue)` comes after one that takes everybody"
        case .currencyMismatch(let band, let found, let expected):
            "band `\(band.rawValue)` has an amount in `\(found)`, the first is in `\(expected)`"
        }
    }
}

extension ValueRequirement: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case all = "all"
        case any = "any"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let all = object.readIfPresent(WrittenThresholds.self, .all)
        let any = object.readIfPresent(WrittenThresholds.self, .any)
        guard let all, let any else { throw object.failure }
        self =
            switch (all, any) {
            case (let all?, nil): try decoder.whole { try Self(.all, of: all.amounts) }
            case (nil, let any?): try decoder.whole { try Self(.any, of: any.amounts) }
            default:
                throw DocumentProblem.impossible("a requirement is one of `all` and `any`")
                    .error(at: decoder.codingPath)
            }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(WrittenThresholds(amounts: thresholds), forKey: match == .all ? .all : .any)
    }
}

/// Thresholds as people write them: an object of measures, money as text and counts as numbers.
private struct WrittenThresholds: Codable {
    let amounts: [ValueAmount]

    init(amounts: [ValueAmount]) { self.amounts = amounts }

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case spend = "spend"
        case purchaseDays = "purchaseDays"
        case orders = "orders"
        case averageOrderValue = "averageOrderValue"
        case lifetimeValue = "lifetimeValue"

        init(_ measure: ValueMeasure) {
            self =
                switch measure {
                case .spend: .spend
                case .purchaseDays: .purchaseDays
                case .orders: .orders
                case .averageOrderValue: .averageOrderValue
                case .lifetimeValue: .lifetimeValue
                }
        }
    }

    init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        var amounts: [ValueAmount] = []
        var isWhole = true
        for measure in ValueMeasure.allCases {
            let key = CodingKeys(measure)
            let amount: ValueAmount??
            if measure.isMoney {
                amount = object.readMoneyIfPresent(key)
                    .map { $0.map { ValueAmount(measure, $0.minorUnits, in: $0.currency) } }
            } else {
                amount = object.readIfPresent(Int64.self, key).map { $0.map { ValueAmount(measure, $0, in: nil) } }
            }
            if let amount { amounts += [amount].compactMap(\.self) } else { isWhole = false }
        }
        guard isWhole else { throw object.failure }
        self.amounts = amounts
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        for amount in amounts {
            let key = CodingKeys(amount.measure)
            if let currency = amount.currency {
                try container.encode(Money(minorUnits: amount.quantity, in: currency).description, forKey: key)
            } else {
                try container.encode(amount.quantity, forKey: key)
            }
        }
    }
}
