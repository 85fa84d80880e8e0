/// How far a count lies from what was expected, on the scale of the logarithm of its probability.
///
/// Written so, densities of counts lose nothing where large logarithms would cancel out.
///
/// - Source: C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000),
///   <https://www.r-project.org/doc/reports/CLoader-dbinom-2002.pdf>.
package enum Deviance {
    /// Returns `value` ln (`value` / `mean`) + `mean` − `value`, which is zero where both are the same.
    ///
    /// - Parameters:
    ///   - value: Above zero.
    ///   - mean: Above zero.
    package static func of(_ value: Double, from mean: Double) -> Double {
        let distance = (mean - value) / value
        guard distance > -0.5, distance < 1 else {
            return value * Elementary.logarithm(value / mean) + (mean - value)
        }
        return value * (distance - Elementary.logarithm(onePlus: distance))
    }
}
