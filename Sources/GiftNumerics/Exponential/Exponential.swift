/// Powers of 2 and of e that come out alike on every machine.
///
/// They are made of nothing but sums, products and exact scaling, each rounded as IEEE 754 says; C libraries differ in
/// the last bit.
///
/// - Range: within 2 units in the last place of the true power, wherever that is a normal number.
/// - Source: reduction of the argument after W. J. Cody and W. Waite, *Software Manual for the Elementary Functions*
///   (1980), and the series of the exponential, <https://en.wikipedia.org/wiki/Exponential_function>.
package enum Exponential {
    /// Returns 2 to the power of `exponent`, exactly where that is a whole number.
    package static func powerOfTwo(_ exponent: Double) -> Double {
        guard exponent < 1024 else { return exponent.isNaN ? exponent : .infinity }
        guard exponent >= -1080 else { return exponent.isNaN ? exponent : 0 }
        let whole = nearest(exponent)
        return scaled(series((exponent - whole) * 0x1.62E42FEFA39EFp-1), byPowerOfTwo: Int(whole))
    }

    /// Returns e to the power of `exponent`.
    package static func powerOfE(_ exponent: Double) -> Double {
        guard exponent < 710 else { return exponent.isNaN ? exponent : .infinity }
        guard exponent >= -750 else { return exponent.isNaN ? exponent : 0 }
        let whole = nearest(exponent * 0x1.71547652B82FEp+0)
        // The logarithm of 2 in two parts: the first has so few bits that its product is exact.
        let rest = (exponent - whole * 0x1.62E42FEEp-1) - whole * 0x1.A39EF35793C76p-33
        return scaled(series(rest), byPowerOfTwo: Int(whole))
    }

    /// Returns `value` times 2 to the power of `count`; a number too small to be normal is rounded, once.
    package static func scaled(_ value: Double, byPowerOfTwo count: Int) -> Double {
        if count > 1023 {
            return count > 3200 ? value * .infinity : scaled(value * 0x1p1023, byPowerOfTwo: count - 1023)
        }
        if count < -1022 {
            // So far down that no double is left; half of the way is exact, the rest rounds.
            guard count > -3200 else { return 0 }
            return scaled(value, byPowerOfTwo: count + 1022) * 0x1p-1022
        }
        return value * Double(bitPattern: UInt64(count + 1023) << 52)
    }

    /// The whole number nearest to `value`, whose magnitude is small: beyond 2⁵² a double has no fraction left.
    private static func nearest(_ value: Double) -> Double { (value + 0x1.8p52) - 0x1.8p52 }

    /// e to the power of `x`, which is at most half the logarithm of 2 away from 0.
    private static func series(_ x: Double) -> Double {
        let square = x * x
        let odd =
            (((1.0 / 6_227_020_800 * square + 1.0 / 39_916_800) * square + 1.0 / 362_880) * square + 1.0 / 5_040)
            * square + 1.0 / 120
        let even =
            (((1.0 / 479_001_600 * square + 1.0 / 3_628_800) * square + 1.0 / 40_320) * square + 1.0 / 720) * square
            + 1.0 / 24
        let tail = (x / 6 + 0.5) + square * (even + x * odd)
        return 1 + (x + square * tail)
    }
}
