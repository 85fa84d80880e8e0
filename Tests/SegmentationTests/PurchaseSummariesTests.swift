import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `The purchase summaries of many customers` {
    private func summaries(_ activities: some Sequence<Activity>) throws -> PurchaseSummaries {
        var summaries = PurchaseSummaries(in: .eur)
        for activity in activities { try summaries.add(activity, in: FixedZone.utc) }
        return summaries
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `R-SEG-13 Come out the same in any order and from parts that overlap`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let activities = (0..<40)
            .map { number in
                let date = day("2011-03-01").adding(days: .random(in: 0...20, using: &random))!
                let customer = Customer.ID(String("c-\(Int.random(in: 0...5, using: &random))"))!
                let event = (date.description, Int64.random(in: -500...2_000, using: &random))
                return Shop.activity(event, of: customer, copy: number)
            }
        let whole = try summaries(activities)
        #expect(try summaries(activities.shuffled(using: &random)) == whole)

        let (end, start) = (Int.random(in: 0...40, using: &random), Int.random(in: 0...40, using: &random))
        var merged = try summaries(activities[min(end, start)...])
        try merged.merge(try summaries(activities[..<max(end, start)]))
        #expect(merged == whole)
        #expect(merged.ordered.map(\.customer) == Set(activities.map(\.customer)).sorted())
    }

    @Test func `R-DATA-01 Count an order once that two names of one customer know`() throws {
        let order = { (customer: Customer.ID, minorUnits: Int64) in
            let total = Money(minorUnits: minorUnits, in: .eur)
            return Activity.order(
                Order(id: "o", customer: customer, placedAt: Timestamp(milliseconds: 0), total: total)!
            )
        }
        var map = IdentityMap()
        map.add(IdentityMerge(of: "a", and: "b", by: "clerk", at: Timestamp(milliseconds: 0))!)
        let joined = try summaries([order("a", 5_00), order("b", 5_00)]).joined(by: map)
        #expect(joined["a"]?.days.map(\.salesMinorUnits) == [5_00])
        let known = PurchaseRecord.order("o", on: day("1970-01-01"), total: Money("5.00 EUR")!)
        let found = PurchaseRecord.order("o", on: day("1970-01-01"), total: Money("4.00 EUR")!)
        #expect(throws: PurchaseSummaryError.contradiction(found, known: known)) {
            try summaries([order("a", 5_00), order("b", 4_00)]).joined(by: map)
        }
    }

    @Test func `Refuse a part that does not fit, and are left as they were`() throws {
        var some = try summaries([Shop.activity(("2011-03-01", .max))])
        let before = some
        let more = try summaries([
            Shop.activity(("2011-03-01", 1), of: "a-new-one"), Shop.activity(("2011-03-01", 1)),
        ])
        #expect(throws: PurchaseSummaryError.overflow) { try some.merge(more) }
        #expect(throws: PurchaseSummaryError.currencyMismatch(.usd, expected: .eur)) {
            try some.merge(PurchaseSummaries(in: .usd))
        }
        let dollars = Order(id: "o", customer: "b", placedAt: Timestamp(milliseconds: 0), total: Money("1.00 USD")!)!
        #expect(throws: PurchaseSummaryError.currencyMismatch(.usd, expected: .eur)) {
            try some.add(.order(dollars), in: FixedZone.utc)
        }
        #expect(some == before)
        #expect((some.count, some["b"]) == (1, nil))
    }
}
