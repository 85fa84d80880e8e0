/// Numbers that look random and are the same for the same seed, by whole numbers alone.
///
/// - Source: SplitMix64, <https://prng.di.unimi.it/splitmix64.c>.
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The numbers of one customer, which do not depend on how many customers there are.
    init(seed: UInt64, customer number: Int) {
        var mixed = SplitMix(seed: seed ^ (UInt64(number) &* 0xD134_2543_DE82_EF95))
        state = mixed.next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Returns a number from zero below `bound`.
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func number(in range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// Returns whether something happened that does so many times in a thousand.
    mutating func happens(inThousand count: Int) -> Bool { below(1_000) < count }

    /// Returns one of the choices, each as often as its weight.
    mutating func choice<Value>(_ choices: [(weight: Int, value: Value)]) -> Value {
        var left = below(choices.reduce(0) { $0 + $1.weight })
        for choice in choices {
            if left < choice.weight { return choice.value }
            left -= choice.weight
        }
        return choices[choices.count - 1].value
    }
}
