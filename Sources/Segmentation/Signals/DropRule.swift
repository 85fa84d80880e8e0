public import GiftModel

/// When fewer count as a collapse: at most a share of before, or of what was expected, and of enough to tell.
///
/// - Wire format: `{"atLeast":2,"leftAtMost":"1/2"}`.
public struct DropRule: Hashable, Sendable {
    /// How many there must have been; where there were fewer, the answer is unknown.
    public let atLeast: Int64
    /// The share of them that is left at most, zero or more and below 1.
    public let leftAtMost: Ratio

    /// At most `leftAtMost` left of `atLeast` or more.
    ///
    /// - Throws: ``DropRuleError``, in the order of its cases.
    public init(atLeast: Int64, leftAtMost: Ratio) throws(DropRuleError) {
        guard (1...1_000_000).contains(atLeast) else { throw .atLeast(atLeast) }
        guard leftAtMost.numerator >= 0, leftAtMost.numerator < leftAtMost.denominator else {
            throw .leftAtMost(leftAtMost)
        }
        self.atLeast = atLeast
        self.leftAtMost = leftAtMost
    }

    /// A rule of the library's own.
    init(known atLeast: Int64, percent: Int32) {
        self.atLeast = atLeast
        self.leftAtMost = .percent(percent)
    }
}

/// A reason why a drop is none, in the order in which the reasons are checked.
@nonexhaustive
public enum DropRuleError: Error, Hashable, Sendable {
    /// It would take less than 1 or more than 1,000,000 to tell.
    case atLeast(Int64)
    /// The share that is left is below 0, or no drop at all.
    case leftAtMost(Ratio)
}

extension DropRuleError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .atLeast(let count): "at least `\(count)` is not 1 through 1000000"
        case .leftAtMost(let share): "`\(share)` left is no drop: it is not zero or more and below 1"
        }
    }
}

extension DropRule: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case atLeast = "atLeast"
        case leftAtMost = "leftAtMost"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let atLeast = object.read(Int64.self, .atLeast)
        let leftAtMost = object.read(Ratio.self, .leftAtMost)
        guard let atLeast, let leftAtMost else { throw object.failure }
        self = try decoder.whole { try Self(atLeast: atLeast, leftAtMost: leftAtMost) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(atLeast, forKey: .atLeast)
        try container.encode(leftAtMost, forKey: .leftAtMost)
    }
}
