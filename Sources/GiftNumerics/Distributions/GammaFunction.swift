/// The logarithm of the gamma function, and what Stirling's formula leaves out of it.
///
/// - Source: the series of NIST's Digital Library of Mathematical Functions, <https://dlmf.nist.gov/5.11.E1>.
package enum GammaFunction {
    /// Half the logarithm of 2π.
    private static let halfLogarithmOfTau = 0.9189385332046728
    /// From here on the series is exact to the last place.
    private static let border = 10.0

    /// Returns the natural logarithm of Γ(`value`).
    ///
    /// The error is below 10⁻¹⁴, or below 10⁻¹⁴ of the result where that is above 1.
    ///
    /// - Parameter value: Above zero.
    package static func logarithm(of value: Double) -> Double {
        precondition(value > 0, "the gamma function is asked for above zero")
        let (shifted, product) = shifted(value)
        return stirling(shifted) + series(shifted) - (product == 1 ? 0 : Elementary.logarithm(product))
    }

    /// Returns what the logarithm of Γ(`value`) is above Stirling's formula (z − ½) ln z − z + ½ ln 2π.
    ///
    /// - Parameter value: Above zero.
    package static func excess(of value: Double) -> Double {
        value >= border ? series(value) : logarithm(of: value) - stirling(value)
    }

    /// Returns a value at the border or beyond, and what Γ there is to be divided by.
    private static func shifted(_ value: Double) -> (Double, Double) {
        var (shifted, product) = (value, 1.0)
        while shifted < border {
            product *= shifted
            shifted += 1
        }
        return (shifted, product)
    }

    private static func stirling(_ value: Double) -> Double {
        (value - 0.5) * Elementary.logarithm(value) - value + halfLogarithmOfTau
    }

    private static func series(_ value: Double) -> Double {
        let w = 1 / (value * value)
        let tail = 1.0 / 1188 - w * (691.0 / 360_360 - w / 156)
        return (1.0 / 12 - w * (1.0 / 360 - w * (1.0 / 1260 - w * (1.0 / 1680 - w * tail)))) / value
    }
}
