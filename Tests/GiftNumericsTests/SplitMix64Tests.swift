import GiftNumerics
import GiftTesting
import Testing

@Suite struct `A sequence that follows from a seed` {
    @Test func `Is that of the reference implementation`() {
        var numbers = SplitMix64(seed: 1_234_567)
        // Published for this seed at https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64.
        let published: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ]
        #expect((0..<5).map { _ in numbers.next() } == published)
    }

    @Test func `Lies in zero until one, and is spread evenly`() {
        var numbers = SplitMix64(seed: 7)
        var counts = [Int](repeating: 0, count: 10)
        for _ in 0..<10_000 { counts[Int(numbers.nextUnit() * 10)] += 1 }
        #expect(counts.allSatisfy { (850...1150).contains($0) })
    }
}
