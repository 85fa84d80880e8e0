/// What is left of 1 after whole days, when half of it is gone after each half-life.
///
/// One number for each day of a half-life, made once; every later day is an exact power of two away from one of them.
/// So what is left after whole half-lives is exact, and it never rises from one day to the next.
package struct HalfLifeDecay: Sendable {
    /// How many days it takes to lose half.
    package let halfLifeInDays: Int
    /// What is left after each day of the first half-life, and of the first years: most of what is weighed is younger.
    private let factors: [Double]

    /// A decay by half in each `days`, at least one.
    ///
    /// - Complexity: O(*n*) in `days`.
    package init(halfLifeInDays days: Int) {
        precondition(days > 0, "a half-life is one day or more")
        let firstHalfLife = (0..<days).map { Exponential.powerOfTwo(-Double($0) / Double(days)) }
        self.halfLifeInDays = days
        self.factors = (0..<max(days, 1024))
            .map { Exponential.scaled(firstHalfLife[$0 % days], byPowerOfTwo: -($0 / days)) }
    }

    /// Returns 2^(−`days` ÷ half-life), for zero days or more.
    package func factor(afterDays days: Int) -> Double {
        precondition(days >= 0, "decay runs forward only")
        guard days >= factors.count else { return factors[days] }
        let (halfLives, rest) = days.quotientAndRemainder(dividingBy: halfLifeInDays)
        return Exponential.scaled(factors[rest], byPowerOfTwo: -halfLives)
    }

    /// Returns after how many days `ratio` times what is left falls below 1, as far as one product can tell.
    ///
    /// - Parameter ratio: How many times 1 there is now, finite and at least 1.
    /// - Complexity: O(log *n*) in the days of a half-life.
    package func days(untilBelowOneFrom ratio: Double) -> Int {
        precondition(ratio >= 1 && ratio.isFinite, "what is below one already needs no days")
        let halfLives = Int(ratio.exponent)
        let rest = ratio.significand
        // What is left of the rest after a half-life is below 1, and before it is sorted, descending.
        let days = (1..<halfLifeInDays).firstPosition { factors[$0] * rest < 1 }
        return halfLives * halfLifeInDays + days
    }
}

/// Decays are the same when their half-lives are.
extension HalfLifeDecay: Hashable {
    package static func == (left: Self, right: Self) -> Bool { left.halfLifeInDays == right.halfLifeInDays }

    package func hash(into hasher: inout Hasher) { hasher.combine(halfLifeInDays) }
}
