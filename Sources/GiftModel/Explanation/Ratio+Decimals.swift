extension Ratio {
    /// The fraction in decimals, such as `-0.0345`, or `nil` when they do not come to an end within 18 places.
    var decimals: String? {
        var (power, places) = (Int64(1), 0)
        while power % denominator != 0 {
            guard places < 18 else { return nil }
            power *= 10
            places += 1
        }
        let scaled = Int128(numerator) * Int128(power / denominator)
        let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt128(power))
        let sign = scaled < 0 ? "-" : ""
        guard places > 0 else { return "\(sign)\(whole)" }
        let digits = String(rest)
        return "\(sign)\(whole)." + String(repeating: "0", count: places - digits.utf8.count) + digits
    }
}
