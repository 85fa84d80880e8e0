import GiftNumerics
import Testing

@Suite struct `An interval of a share` {
    @Test func `Is that of Wilson`() {
        let quarter = WilsonInterval(of: 3, among: 12)
        #expect(abs(quarter.lower - 0.088941668394054) < 1e-14 && abs(quarter.upper - 0.532305334933565) < 1e-14)
        let rare = WilsonInterval(of: 1, among: 12)
        #expect(abs(rare.lower - 0.014865094404917) < 1e-14 && abs(rare.upper - 0.353879911141116) < 1e-14)
    }

    @Test func `Ends where a share does, and holds what was counted`() {
        #expect(WilsonInterval(of: 0, among: 7).lower == 0)
        #expect(WilsonInterval(of: 7, among: 7).upper == 1)
        for total in 1...60 as ClosedRange<Int64> {
            for count in 0...total {
                let interval = WilsonInterval(of: count, among: total)
                let share = Double(count) / Double(total)
                #expect(
                    0 <= interval.lower && interval.lower <= share && share <= interval.upper && interval.upper <= 1
                )
                // The other side of the same coin.
                let rest = WilsonInterval(of: total - count, among: total)
                #expect(abs(rest.lower - (1 - interval.upper)) < 1e-15)
            }
        }
    }
}
