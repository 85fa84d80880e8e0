import GiftModel

/// Exact arithmetic, whose results are `nil` where they do not fit in 64 bits.
extension Ratio {
    /// The fraction in lowest terms, or `nil` unless the denominator is above zero and both then fit in 64 bits.
    init?(_ numerator: Int128, _ denominator: Int128) {
        guard denominator > 0 else { return nil }
        var (larger, smaller) = (denominator.magnitude, numerator.magnitude)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        let divisor = Int128(larger)
        guard let over = Int64(exactly: numerator / divisor), let under = Int64(exactly: denominator / divisor) else {
            return nil
        }
        self.init(over, over: under)
    }

    func adding(_ other: Ratio) -> Ratio? {
        let left = Int128(numerator) * Int128(other.denominator)
        let right = Int128(other.numerator) * Int128(denominator)
        return Ratio(left + right, Int128(denominator) * Int128(other.denominator))
    }

    func subtracting(_ other: Ratio) -> Ratio? {
        let left = Int128(numerator) * Int128(other.denominator)
        let right = Int128(other.numerator) * Int128(denominator)
        return Ratio(left - right, Int128(denominator) * Int128(other.denominator))
    }

    func multiplied(by factor: Int64) -> Ratio? { Ratio(Int128(numerator) * Int128(factor), Int128(denominator)) }

    /// The quotient by a whole number above zero, or `nil` by any other.
    func divided(by divisor: Int64) -> Ratio? { Ratio(Int128(numerator), Int128(denominator) * Int128(divisor)) }

    /// The quotient by a ratio above zero, or `nil` by any other.
    func divided(by divisor: Ratio) -> Ratio? {
        Ratio(
            Int128(numerator) * Int128(divisor.denominator),
            Int128(denominator) * Int128(divisor.numerator)
        )
    }
}
