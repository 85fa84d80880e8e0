extension Ratio {
    /// The ten-thousandth that is nearest to `value`, a half going away from zero; for facts in explanations.
    ///
    /// It is the double itself that is rounded, bit by bit, and not the decimals that it prints.
    ///
    /// - Returns: `nil` when `value` is not a finite number or lies beyond ±9·10¹⁴.
    package init?(rounding value: Double) {
        guard value.magnitude <= 9e14 else { return nil }
        // Below 2⁵⁰ a double is its 53 bits over a power of two that is at least 8.
        let isNormal = value.exponentBitPattern > 0
        let bits = value.significandBitPattern + (isNormal ? 1 << 52 : 0)
        let places = 1075 - max(1, Int(value.exponentBitPattern))
        let scaled = UInt128(bits) * 10_000
        let magnitude = places > 100 ? 0 : Int64((scaled + (UInt128(1) << (places - 1))) >> places)
        self.init(value.sign == .minus ? -magnitude : magnitude, over: 10_000)
    }

    /// The ten-thousandth that is nearest, a half going away from zero; the ratio itself where that is too large.
    package var rounded: Ratio {
        let parts = Rounding.halfAwayFromZero.quotient(of: Int128(numerator) * 10_000, by: Int128(denominator))
        return Int64(exactly: parts).flatMap { Ratio($0, over: 10_000) } ?? self
    }
}
