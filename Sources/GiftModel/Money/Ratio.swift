/// An exact fraction, such as a rate of tax, a discount or an exchange rate.
///
/// Equal fractions are equal ratios: they are kept in lowest terms.
///
/// ```swift
/// let discount = Ratio.percent(15)          // 3/20
/// let rate = Ratio("6.9912")                // 8739/1250
/// ```
///
/// - Range: a numerator of any `Int64`, and a denominator above zero.
/// - Wire format: `"8739/1250"`.
public struct Ratio: Hashable, Sendable {
    /// The numerator, in lowest terms.
    public let numerator: Int64
    /// The denominator, in lowest terms and above zero.
    public let denominator: Int64

    /// The fraction `numerator / denominator`, or `nil` unless the denominator is above zero.
    public init?(_ numerator: Int64, over denominator: Int64) {
        guard denominator > 0 else { return nil }
        // By magnitude, because the lowest `Int64` has no positive counterpart; what divides both is a denominator.
        var (larger, smaller) = (denominator.magnitude, numerator.magnitude)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        self.numerator = numerator / Int64(larger)
        self.denominator = denominator / Int64(larger)
    }

    /// Reads a fraction such as `8739/1250`, or a decimal number such as `-6.9912`, without floating point.
    ///
    /// Returns `nil` for any other text, and for a number that does not fit in 64 bits.
    public init?(_ text: some StringProtocol) {
        let sides = text.split(separator: "/", omittingEmptySubsequences: false)
        if sides.count == 2 {
            guard let numerator = Int64(plain: sides[0]), let denominator = Int64(plain: sides[1]) else { return nil }
            self.init(numerator, over: denominator)
            return
        }
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        guard parts.count == 1 || (1...18).contains(decimals.utf8.count), !parts[0].isEmpty else { return nil }
        guard decimals.first != "-", let number = Int64(plain: String(parts[0]) + String(decimals)), parts[0] != "-"
        else { return nil }
        self.init(number, over: (0..<decimals.utf8.count).reduce(1) { power, _ in power * 10 })
    }

    /// The given number of hundredths.
    public static func percent(_ count: Int32) -> Ratio { Ratio(known: Int64(count), over: 100) }

    /// The given number of thousandths.
    public static func perMille(_ count: Int32) -> Ratio { Ratio(known: Int64(count), over: 1000) }

    private init(known numerator: Int64, over denominator: Int64) {
        guard let ratio = Self(numerator, over: denominator) else { preconditionFailure("a small ratio exists") }
        self = ratio
    }
}

extension Int64 {
    /// Reads digits behind an optional minus sign; `Int64.init` would also take a plus sign.
    fileprivate init?(plain text: some StringProtocol) {
        guard text.first != "+" else { return nil }
        self.init(text)
    }
}

extension Ratio: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        Int128(left.numerator) * Int128(right.denominator) < Int128(right.numerator) * Int128(left.denominator)
    }
}

extension Ratio: CustomStringConvertible {
    public var description: String { "\(numerator)/\(denominator)" }
}

extension Ratio: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.text(Self.init(_:), isNot: "a ratio such as 8739/1250 or 6.9912")
    }

    public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}
