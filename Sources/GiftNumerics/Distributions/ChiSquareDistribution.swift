/// The distribution of the sum of squares of independent normal values.
package struct ChiSquareDistribution {
    private let degrees: Int

    /// The distribution with so many `degrees` of freedom, one or more.
    package init(degrees: Int) {
        precondition(degrees > 0, "degrees of freedom are one or more")
        self.degrees = degrees
    }

    /// Returns the probability of a value above `value`, which is zero or more.
    ///
    /// The error is below 10⁻¹² of the result down to 10⁻³⁰⁰.
    package func above(_ value: Double) -> Double { IncompleteGamma.upper(Double(degrees) / 2, above: value / 2) }
}
