/// How a fact is compared with the value in a rule.
///
/// - Wire format: a bare string, such as `">="`.
///
/// The six comparisons are all there are, so this enum is closed.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
    /// Equal.
    case equal = "=="
    /// Not equal.
    case notEqual = "!="
    /// Strictly less.
    case below = "<"
    /// Less or equal.
    case atMost = "<="
    /// Strictly greater.
    case above = ">"
    /// Greater or equal.
    case atLeast = ">="
}

extension Comparison {
    /// Returns whether `actual` stands in this relation to `expected`.
    public func holds<Value: Comparable>(_ actual: Value, _ expected: Value) -> Bool {
        switch self {
        case .equal: actual == expected
        case .notEqual: actual != expected
        case .below: actual < expected
        case .atMost: actual <= expected
        case .above: actual > expected
        case .atLeast: actual >= expected
        }
    }

    /// The comparison that holds exactly where this one fails.
    public var opposite: Comparison {
        switch self {
        case .equal: .notEqual
        case .notEqual: .equal
        case .below: .atLeast
        case .atMost: .above
        case .above: .atMost
        case .atLeast: .below
        }
    }

    /// The comparison in words, as they stand before a value.
    public var title: LocalizedText {
        switch self {
        case .equal: LocalizedText(english: "exactly", chinese: "等于")
        case .notEqual: LocalizedText(english: "other than", chinese: "不等于")
        case .below: LocalizedText(english: "below", chinese: "低于")
        case .atMost: LocalizedText(english: "at most", chinese: "不高于")
        case .above: LocalizedText(english: "above", chinese: "高于")
        case .atLeast: LocalizedText(english: "at least", chinese: "不低于")
        }
    }
}

extension Comparison: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}
