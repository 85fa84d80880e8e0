/// Pseudo-random numbers whose whole sequence follows from a seed, the same on every platform.
///
/// - Source: G. L. Steele, D. Lea and C. H. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014,
///   <https://doi.org/10.1145/2714064.2660195>; the constants are those of <https://prng.di.unimi.it/splitmix64.c>.
package struct SplitMix64: Sendable {
    private var state: UInt64

    /// A sequence that follows from `seed`.
    package init(seed: UInt64) { state = seed }

    /// Returns the next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Returns the next number of zero or more and below one, one of 2⁵³ that are equally far apart.
    package mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
