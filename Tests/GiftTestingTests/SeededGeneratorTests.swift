import GiftTesting
import Testing

@Suite struct `A seeded generator` {
    @Test func `Gives the published sequence of SplitMix64`() {
        var random = SeededGenerator(seed: 0)
        #expect(random.next() == 0xE220_A839_7B1D_CDAF)
        #expect(random.next() == 0x6E78_9E6A_A1B9_65F4)
        #expect(random.next() == 0x06C4_5D18_8009_454F)
    }

    @Test func `Gives the same sequence again for the same seed, and another for another`() {
        var (first, again, other) = (SeededGenerator(seed: 7), SeededGenerator(seed: 7), SeededGenerator(seed: 8))
        let sequence = (0..<10).map { _ in first.next() }
        #expect(sequence == (0..<10).map { _ in again.next() })
        #expect(sequence != (0..<10).map { _ in other.next() })
    }
}
