/// Student's t distribution, for any number of degrees of freedom, whole or not.
package struct StudentDistribution {
    private let degrees: Double

    /// The distribution with so many `degrees` of freedom, above zero.
    package init(degrees: Double) {
        precondition(degrees > 0, "degrees of freedom are above zero")
        self.degrees = degrees
    }

    /// Returns the probability of a value as far from zero as `t`, on either side.
    ///
    /// The error is below 10⁻¹² of the result down to 10⁻³⁰⁰, for degrees of freedom through 10⁹; beyond 10¹⁵⁰ the
    /// result is zero.
    package func bothTails(beyond t: Double) -> Double {
        let square = t * t
        let sum = degrees + square
        guard t.magnitude <= 1e150 else { return t.isNaN ? t : 0 }
        return IncompleteBeta.lower(degrees / 2, 0.5, below: degrees / sum, rest: square / sum)
    }

    /// Returns the value above which a value lies with the probability `tail`.
    ///
    /// The error is below 10⁻¹² of the result for tails of up to a quarter.
    ///
    /// - Parameter tail: Above zero and below one half.
    /// - Complexity: some four tails of this distribution.
    package func quantile(above tail: Double) -> Double {
        precondition(tail > 0 && tail < 0.5, "the upper half is asked for")
        // On logarithmic scales the tail is concave, so that Newton's steps come down on the quantile from above.
        let lift = GammaFunction.excess(of: (degrees + 1) / 2) - GammaFunction.excess(of: degrees / 2)
        let scale = Elementary.exponential(lift) * peak
        // The first terms of the expansion by Cornish and Fisher bring a start near it.
        let z = -NormalDistribution.quantile(tail)
        let square = z * z
        let second = z * (3 + square * (16 + square * 5)) / (96 * degrees * degrees)
        var value = z + z * (square + 1) / (4 * degrees) + second
        for _ in 0..<100 {
            let upper = bothTails(beyond: value) / 2
            let power = -(degrees + 1) / 2 * Elementary.logarithm(onePlus: value * value / degrees)
            let slope = value * scale * Elementary.exponential(power) / upper
            let step = Elementary.logarithm(upper / tail) / slope
            value *= Elementary.exponential(step)
            // The next one would be the square of this.
            if step.magnitude < 1e-8 { break }
        }
        return value
    }

    /// Γ((ν + 1) / 2) / (Γ(ν / 2) √(νπ)) by Stirling's formula.
    private var peak: Double {
        let power = degrees / 2 * Elementary.logarithm(onePlus: 1 / degrees) - 0.5
        return Elementary.exponential(power) / (2 * Double.pi).squareRoot()
    }
}
