/// A part of a whole, from nothing through all of it, such as a quality of 17/20 or a discount of 1/10.
///
/// - Range: zero through one.
/// - Wire format: `"17/20"`; `"0.85"` is read too.
public struct Share: Hashable, Sendable {
    /// The part as an exact fraction.
    public let ratio: Ratio

    /// The part that `ratio` says, or `nil` when it is below zero or above one.
    public init?(_ ratio: Ratio) {
        guard (0...ratio.denominator).contains(ratio.numerator) else { return nil }
        self.ratio = ratio
    }

    /// Reads a part such as `17/20` or `0.85`, or returns `nil` for any other text.
    public init?(_ text: some StringProtocol) {
        guard let ratio = Ratio(text) else { return nil }
        self.init(ratio)
    }
}

extension Share: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.ratio < right.ratio }
}

extension Share: CustomStringConvertible {
    public var description: String { ratio.description }
}

extension Share: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.text(Self.init(_:), isNot: "a share of 0 through 1 such as 17/20 or 0.85")
    }

    public func encode(to encoder: any Encoder) throws { try ratio.encode(to: encoder) }
}
