/// The part of the gamma function's integral that lies above a border.
///
/// - Source: the series and the continued fraction of NIST's Digital Library of Mathematical Functions,
///   <https://dlmf.nist.gov/8.11.E4> and <https://dlmf.nist.gov/8.9.E2>.
package enum IncompleteGamma {
    /// Returns Q(`shape`, `border`), the share of the integral above `border`.
    ///
    /// The error is below 10⁻¹² of the result down to 10⁻³⁰⁰, for shapes through 10⁵.
    ///
    /// - Parameters:
    ///   - shape: Above zero.
    ///   - border: Zero or more.
    /// - Complexity: O(√*n*) in the shape.
    package static func upper(_ shape: Double, above border: Double) -> Double {
        precondition(shape > 0 && border >= 0, "a shape is above zero, and a border not below it")
        guard border > 0 else { return 1 }
        guard border < .infinity else { return 0 }
        // border^shape · e^(−border) / Γ(shape)
        let exponent = -GammaFunction.excess(of: shape) - Deviance.of(shape, from: border)
        let height = Elementary.exponential(exponent) * (shape / (2 * Double.pi)).squareRoot()
        guard height > 0 else { return border < shape ? 1 : 0 }
        return border < shape + 1
            ? 1 - height * series(shape, border) : height * fraction(shape, border)
    }

    private static func series(_ shape: Double, _ border: Double) -> Double {
        var (term, sum, divisor) = (1 / shape, 1 / shape, shape)
        while term > sum * 0x1p-56 {
            divisor += 1
            term *= border / divisor
            sum += term
        }
        return sum
    }

    /// The continued fraction by the method of Lentz; above `shape` + 1 no denominator comes near zero.
    private static func fraction(_ shape: Double, _ border: Double) -> Double {
        var denominator = border + 1 - shape
        var (inverse, ratio) = (1 / denominator, Double.infinity)
        var (product, step, change) = (inverse, 0.0, 0.0)
        repeat {
            step += 1
            let numerator = step * (shape - step)
            denominator += 2
            inverse = 1 / (numerator * inverse + denominator)
            ratio = denominator + numerator / ratio
            change = inverse * ratio
            product *= change
        } while (change - 1).magnitude > 0x1p-50 && step < 1e6
        return product
    }
}
