/// What is left of 1 after whole days, when half of it is gone after each half-life.
///
/// One number for each day of a half-life, made once; every later day is an exact power of two away from one of them.
/// So what is left after whole half-lives is exact, and it never rises from one day to the next.
package struct HalfLifeDecay: Hashable, Sendable {
    private let firstHalfLife: [Double]

    /// A decay by half in each `days`, at least one.
    ///
    /// - Complexity: O(*n*) in `days`.
    package init(halfLifeInDays days: Int) {
        precondition(days > 0, "a half-life is one day or more")
        self.firstHalfLife = (0..<days).map { Exponential.powerOfTwo(-Double($0) / Double(days)) }
    }

    /// How many days it takes to lose half.
    package var halfLifeInDays: Int { firstHalfLife.count }

    /// Returns 2^(−`days` ÷ half-life), for zero days or more.
    package func factor(afterDays days: Int) -> Double {
        precondition(days >= 0, "decay runs forward only")
        let halfLives = days / firstHalfLife.count
        let factor = firstHalfLife[days - halfLives * firstHalfLife.count]
        return halfLives == 0 ? factor : Exponential.scaled(factor, byPowerOfTwo: -halfLives)
    }
}
