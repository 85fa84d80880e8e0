/// The part of the beta function's integral that lies below a border.
///
/// - Source: A. R. DiDonato and A. H. Morris, "Algorithm 708" (1992), equation 9 for the continued fraction,
///   <https://doi.org/10.1145/131766.131776>.
package enum IncompleteBeta {
    /// Returns I(`border`; `first`, `second`), the share of the integral below `border`.
    ///
    /// The error is below 10⁻¹² of the result down to 10⁻³⁰⁰, for shapes of ½ through 10⁶ and for smaller ones where
    /// the result is not near zero.
    ///
    /// - Parameters:
    ///   - border: Zero through one.
    ///   - rest: One less `border`, which the caller may know better than can be told from `border`.
    ///   - first: The shape at zero; it is above zero.
    ///   - second: The shape at one; it is above zero.
    /// - Complexity: O(√*n*) in the shapes.
    package static func lower(_ first: Double, _ second: Double, below border: Double, rest: Double) -> Double {
        precondition(first > 0 && second > 0, "the shapes are above zero")
        precondition(border >= 0 && rest >= 0, "a border lies within 0 and 1")
        guard border > 0 else { return 0 }
        guard rest > 0 else { return 1 }
        let sum = first + second
        // border^first · rest^second / B(first, second)
        let exponent =
            GammaFunction.excess(of: sum) - GammaFunction.excess(of: first) - GammaFunction.excess(of: second)
            - Deviance.of(first, from: sum * border) - Deviance.of(second, from: sum * rest)
        let height = Elementary.exponential(exponent) * (first * second / (2 * Double.pi * sum)).squareRoot()
        let isBelow = border <= (first + 1) / (sum + 2)
        guard height > 0 else { return isBelow ? 0 : 1 }
        return isBelow
            ? height * fraction(first, second, border, rest) : 1 - height * fraction(second, first, rest, border)
    }

    private static func fraction(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
        // Of the two equal forms the one that loses less.
        let c = 1 + (a > b ? (a + b) * y - b : a - (a + b) * x)
        let (c0, c1) = (b / a, 1 + 1 / a)
        var (n, p, s) = (0.0, 1.0, a + 1)
        var (over, under) = (0.0, 1.0)
        var (nextOver, nextUnder) = (1.0, c / c1)
        var (ratio, change) = (c1 / c, 0.0)
        repeat {
            n += 1
            let t = n / a
            let w = n * (b - n) * x
            let e = a / s
            let alpha = p * (p + c0) * e * e * (w * x)
            let beta = n + w / s + (t + 1) / (c1 + t + t) * (c + n * (y + 1))
            p = t + 1
            s += 2
            (over, nextOver) = (nextOver, alpha * over + beta * nextOver)
            (under, nextUnder) = (nextUnder, alpha * under + beta * nextUnder)
            let next = nextOver / nextUnder
            change = (next - ratio).magnitude
            ratio = next
            // Scaled, so that nothing overflows.
            over /= nextUnder
            under /= nextUnder
            nextOver = ratio
            nextUnder = 1
        } while change > 0x1p-51 * ratio && n < 1e6
        return ratio
    }
}
