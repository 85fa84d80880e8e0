public import GiftModel

/// One thing that a rule of stages asks of a customer's purchases as of a day.
///
/// - Wire format: `{"field":"daysSinceLastPurchase","op":">","value":365}`, or
///   `{"field":"ownRhythm","op":">","value":"5/2"}` for what is a ratio.
///
/// These are all there are, so this enum is closed.
public enum StageCondition: Hashable, Sendable {
    /// How many days have passed since the first purchase.
    case daysSinceFirstPurchase(Comparison, Int)
    /// On how many days anything was bought, ever.
    case purchaseDays(Comparison, Int)
    /// How many days have passed since the last purchase.
    case daysSinceLastPurchase(Comparison, Int)
    /// The days since the last purchase over the customer's own median gap between two purchase days.
    ///
    /// With fewer gaps than the rules demand it is not known.
    case ownRhythm(Comparison, Ratio)
    /// On how many days of the last window anything was bought.
    case purchaseDaysInWindow(Comparison, Int)
    /// On how many days of the window before the last one anything was bought.
    case purchaseDaysInWindowBefore(Comparison, Int)
    /// The purchase days of the last window against those of the window before, multiplied out: nothing is above
    /// nothing, and one day is above any multiple of none.
    case windowRatio(Comparison, Ratio)
    /// The probability that the customer has not left for good is below this; without a model it is not known.
    case activityBelow(Ratio)
    /// The probability that the customer has not left for good is at least this; without a model it is not known.
    case activityAtLeast(Ratio)
}

extension StageCondition {
    /// What is compared, under the name that documents give it.
    enum Field: String, CaseIterable {
        case daysSinceFirstPurchase, purchaseDays, daysSinceLastPurchase, ownRhythm
        case purchaseDaysInWindow, purchaseDaysInWindowBefore, windowRatio, activityProbability
    }

    /// What is compared, how, and with what.
    var parts: (field: Field, comparison: Comparison, value: Ratio) {
        switch self {
        case .daysSinceFirstPurchase(let comparison, let days): (.daysSinceFirstPurchase, comparison, .whole(days))
        case .purchaseDays(let comparison, let count): (.purchaseDays, comparison, .whole(count))
        case .daysSinceLastPurchase(let comparison, let days): (.daysSinceLastPurchase, comparison, .whole(days))
        case .ownRhythm(let comparison, let ratio): (.ownRhythm, comparison, ratio)
        case .purchaseDaysInWindow(let comparison, let count): (.purchaseDaysInWindow, comparison, .whole(count))
        case .purchaseDaysInWindowBefore(let comparison, let count):
            (.purchaseDaysInWindowBefore, comparison, .whole(count))
        case .windowRatio(let comparison, let ratio): (.windowRatio, comparison, ratio)
        case .activityBelow(let ratio): (.activityProbability, .below, ratio)
        case .activityAtLeast(let ratio): (.activityProbability, .atLeast, ratio)
        }
    }

    /// Whether the value is one that the field can be compared with.
    var isInRange: Bool {
        let (field, _, value) = parts
        return switch field {
        case .ownRhythm, .windowRatio: Self.ratios(value)
        case .activityProbability: Self.ratios(value) && value.numerator < value.denominator
        default: Self.counts.contains(value.numerator)
        }
    }

    private static let counts: ClosedRange<Int64> = 0...36_500

    private static func ratios(_ ratio: Ratio) -> Bool {
        (1...1_000_000).contains(ratio.numerator) && ratio.denominator <= 1_000_000
    }
}

extension Ratio {
    /// The whole number `count`.
    fileprivate static func whole(_ count: Int) -> Ratio {
        guard let ratio = Ratio(Int64(count), over: 1) else { preconditionFailure("1 is above zero") }
        return ratio
    }
}

extension StageCondition: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case field = "field"
        case comparison = "op"
        case value = "value"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let word = object.readWord(of: Field.allCases.map(\.rawValue), "field", .field)
        guard let field = object.peek(String.self, .field).flatMap(Field.init(rawValue:)) else { throw object.failure }
        let condition: StageCondition? =
            switch field {
            case .ownRhythm, .windowRatio: Self.ratio(field, in: &object)
            case .activityProbability: Self.activity(in: &object)
            default: Self.count(field, in: &object)
            }
        guard word != nil, let condition else { throw object.failure }
        self = condition
    }

    private static func count(_ field: Field, in object: inout StrictObject<CodingKeys>) -> StageCondition? {
        let comparison = object.read(Comparison.self, .comparison)
        let value = object.read(in: counts, .value)
        guard let comparison, let value else { return nil }
        return switch field {
        case .daysSinceFirstPurchase: .daysSinceFirstPurchase(comparison, Int(value))
        case .purchaseDays: .purchaseDays(comparison, Int(value))
        case .daysSinceLastPurchase: .daysSinceLastPurchase(comparison, Int(value))
        case .purchaseDaysInWindow: .purchaseDaysInWindow(comparison, Int(value))
        default: .purchaseDaysInWindowBefore(comparison, Int(value))
        }
    }

    private static func ratio(_ field: Field, in object: inout StrictObject<CodingKeys>) -> StageCondition? {
        let comparison = object.read(Comparison.self, .comparison)
        let value = object.read(Ratio.self, .value)
        guard let comparison, let value else { return nil }
        let condition = field == .ownRhythm ? Self.ownRhythm(comparison, value) : .windowRatio(comparison, value)
        return condition.checked(in: &object, "a ratio above 0, of two numbers up to 1000000")
    }

    private static func activity(in object: inout StrictObject<CodingKeys>) -> StageCondition? {
        let words = [Comparison.below, .atLeast].map(\.rawValue)
        let word = object.readWord(of: words, "comparison of probabilities", .comparison)
        let value = object.read(Ratio.self, .value)
        guard let word, let value else { return nil }
        let condition = word == words[0] ? Self.activityBelow(value) : .activityAtLeast(value)
        return condition.checked(in: &object, "a probability above 0 and below 1")
    }

    private func checked(in object: inout StrictObject<CodingKeys>, _ expected: String) -> StageCondition? {
        if isInRange { return self }
        object.refuse("/value", .unreadable(text: parts.value.description, expected: expected))
        return nil
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let (field, comparison, value) = parts
        try container.encode(field.rawValue, forKey: .field)
        try container.encode(comparison, forKey: .comparison)
        switch field {
        case .ownRhythm, .windowRatio, .activityProbability: try container.encode(value, forKey: .value)
        default: try container.encode(value.numerator, forKey: .value)
        }
    }
}

extension StageCondition {
    /// Whether `other` holds wherever this holds, as far as the two alone can tell.
    func implies(_ other: StageCondition) -> Bool {
        cases(with: other)?.allSatisfy { !$0.holds || $0.otherHolds } ?? false
    }

    /// Whether no customer can satisfy both.
    func excludes(_ other: StageCondition) -> Bool {
        cases(with: other)?.allSatisfy { !$0.holds || !$0.otherHolds } ?? false
    }

    /// Whether this and `other` hold, in every case that can be; `nil` when they do not compare the same.
    private func cases(with other: StageCondition) -> [(holds: Bool, otherHolds: Bool)]? {
        let (own, theirs) = (parts, other.parts)
        guard own.field == theirs.field else { return nil }
        // Only the order of the two values matters, so each stands for a rank, with ranks around and between them.
        let (rank, otherRank) = own.value < theirs.value ? (2, 4) : own.value == theirs.value ? (2, 2) : (4, 2)
        let (low, high) = (min(own.value, theirs.value), max(own.value, theirs.value))
        var ranks = Array(1...5)
        if own.field.isCount {
            if high.numerator - low.numerator == 1 { ranks.removeAll { $0 == 3 } }
            if low.numerator == 0 { ranks.removeAll { $0 == 1 } }
        }
        var cases: [(holds: Bool, otherHolds: Bool)] = ranks.map { value in
            (own.comparison.holds(value, rank), theirs.comparison.holds(value, otherRank))
        }
        // Where nothing was bought in either window, no ratio is above or below the other: all are as if equal.
        if own.field == .windowRatio { cases.append((own.comparison.holds(0, 0), theirs.comparison.holds(0, 0))) }
        return cases
    }
}

extension StageCondition.Field {
    fileprivate var isCount: Bool {
        switch self {
        case .ownRhythm, .windowRatio, .activityProbability: false
        default: true
        }
    }
}
