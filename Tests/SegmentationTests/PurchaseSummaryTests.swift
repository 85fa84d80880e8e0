import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `A purchase summary` {
    @Test func `R-DATA-03 Counts the orders of one day as one purchase day`() throws {
        let summary = Shop.summary([("2011-03-01", 10_00), ("2011-03-01", 5_00), ("2011-03-04", 1_00)])
        let figures = try #require(summary.figures(asOf: day("2011-03-10")))
        #expect((figures.orders, figures.purchaseDays) == (3, 2))
        #expect((figures.firstPurchase, figures.lastPurchase) == (day("2011-03-01"), day("2011-03-04")))
        #expect((figures.daysSinceFirstPurchase, figures.daysSinceLastPurchase) == (9, 6))
        #expect(figures.sales == Money("16.00 EUR"))
    }

    @Test func `R-DATA-03 Nets returns out of the spend, but does not count their day as a purchase`() throws {
        let summary = Shop.summary([("2011-03-01", 10_00), ("2011-03-05", -4_00)])
        let figures = try #require(summary.figures(asOf: day("2011-03-10")))
        #expect(figures.spend(.sales) == Money("10.00 EUR"))
        #expect(figures.spend(.net) == Money("6.00 EUR"))
        #expect((figures.purchaseDays, figures.lastPurchase) == (1, day("2011-03-01")))
    }

    @Test func `Does not see what happens after the day it is asked about`() throws {
        let summary = Shop.summary([("2011-03-01", 10_00), ("2011-03-05", 4_00)])
        #expect(summary.figures(asOf: day("2011-03-04"))?.sales == Money("10.00 EUR"))
        #expect(summary.figures(asOf: day("2011-02-28")) == nil)
    }

    @Test func `Knows no figures where no order is known`() {
        #expect(Shop.summary([("2011-03-05", -4_00)]).figures(asOf: day("2011-03-10")) == nil)
    }

    @Test func `Counts purchase days in a window that ends on a day and includes it`() {
        let summary = Shop.summary([("2011-03-01", 1), ("2011-03-02", -1), ("2011-03-05", 1), ("2011-03-10", 1)])
        let purchases = summary.days(asOf: day("2011-03-10"))
        #expect(purchases.purchaseDays(inDays: 6, through: day("2011-03-10")) == 2)
        #expect(purchases.purchaseDays(inDays: 10, through: day("2011-03-10")) == 3)
        #expect(purchases.purchaseDays(inDays: 0, through: day("2011-03-10")) == 0)
        #expect(purchases.purchaseDays(inDays: .max, through: day("2011-03-10")) == 3)
        #expect(purchases.purchaseDays(inDays: 3_000_000, through: day("9999-12-31")) == 3)
        let early = Shop.summary([("0001-01-02", 1)]).days(asOf: day("0001-01-05"))
        #expect(early.purchaseDays(inDays: 90, through: day("0001-01-05")) == 1)
        #expect(
            purchases.days(inDays: 8, through: day("2011-03-09")).map(\.date) == [day("2011-03-02"), day("2011-03-05")]
        )
        #expect(purchases.days(onOrAfter: day("2011-03-05")).map(\.date) == [day("2011-03-05"), day("2011-03-10")])
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-SEG-13 Comes out the same in any order and from any parts`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let events = (0..<Int.random(in: 0...30, using: &random))
            .map { _ -> Shop.Event in
                let date = day("2011-03-01").adding(days: .random(in: 0...20, using: &random))!
                return (date.description, .random(in: -500...2_000, using: &random))
            }
        let whole = Shop.summary(events)
        #expect(Shop.summary(events.shuffled(using: &random)) == whole)

        let part = Int.random(in: 0...events.count, using: &random)
        var merged = Shop.summary(Array(events[part...]))
        try merged.merge(Shop.summary(Array(events[..<part])))
        #expect(merged == whole)

        let asOf = day("2011-03-01").adding(days: .random(in: 0...20, using: &random))!
        let visible = events.filter { day($0.day) <= asOf }
        let orders = visible.filter { $0.minorUnits >= 0 }
        let figures = whole.figures(asOf: asOf)
        #expect(figures?.purchaseDays == (orders.isEmpty ? nil : Int64(Set(orders.map(\.day)).count)))
        #expect(figures?.spend(.net).minorUnits == (orders.isEmpty ? nil : visible.map(\.minorUnits).reduce(0, +)))
    }

    @Test func `Refuses what is not its customer's, not in its currency or too much, and is left as it was`() throws {
        var summary = Shop.summary([("2011-03-01", .max)])
        let before = summary
        #expect(throws: PurchaseSummaryError.customerMismatch("c-2", expected: "c-1")) {
            try summary.add(Shop.activity(("2011-03-01", 1), of: "c-2"), in: FixedZone.utc)
        }
        let dollars = Order(id: "o", customer: "c-1", placedAt: Timestamp(milliseconds: 0), total: Money("1.00 USD")!)!
        #expect(throws: PurchaseSummaryError.currencyMismatch(.usd, expected: .eur)) {
            try summary.add(.order(dollars), in: FixedZone.utc)
        }
        #expect(throws: PurchaseSummaryError.overflow) {
            try summary.add(Shop.activity(("2011-03-01", 1)), in: FixedZone.utc)
        }
        var ruined = Shop.summary([("2011-03-01", -.max)])
        #expect(throws: PurchaseSummaryError.overflow) {
            try ruined.add(Shop.activity(("2011-03-01", -1)), in: FixedZone.utc)
        }
        #expect(throws: PurchaseSummaryError.overflow) { try summary.merge(Shop.summary([("2011-03-02", 1)])) }
        #expect(throws: PurchaseSummaryError.customerMismatch("c-2", expected: "c-1")) {
            try summary.merge(PurchaseSummary(of: "c-2", in: .eur))
        }
        #expect(throws: PurchaseSummaryError.currencyMismatch(.usd, expected: .eur)) {
            try summary.merge(PurchaseSummary(of: "c-1", in: .usd))
        }
        let never = Timestamp(milliseconds: .max)
        let late = Order(id: "o", customer: "c-1", placedAt: never, total: Money("1.00 EUR")!)!
        #expect(throws: PurchaseSummaryError.outsideCalendar(never)) {
            try summary.add(.order(late), in: FixedZone.utc)
        }
        #expect(summary == before)
    }

    @Test func `Says what was wrong in one line`() {
        let errors: [PurchaseSummaryError] = [
            .customerMismatch("c-2", expected: "c-1"), .cancelledOrder("o"),
            .outsideCalendar(Timestamp(milliseconds: 1)),
            .currencyMismatch(.usd, expected: .eur), .overflow,
        ]
        #expect(
            errors.map(\.description) == [
                "an activity of `c-2` in the summary of `c-1`",
                "the cancelled order `o` is to be left out before it is summed up",
                "the instant `1` ms falls on no day of the calendar",
                "an amount in `USD` where `EUR` is counted", "the sum does not fit in 64 bits of minor units",
            ]
        )
    }
}

@Suite struct `The purchase summaries of many customers` {
    private func summaries(_ activities: some Sequence<Activity>) throws -> PurchaseSummaries {
        var summaries = PurchaseSummaries(in: .eur)
        for activity in activities { try summaries.add(activity, in: FixedZone.utc) }
        return summaries
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `R-SEG-13 Come out the same in any order and from any parts`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let activities = (0..<40)
            .map { _ in
                let date = day("2011-03-01").adding(days: .random(in: 0...20, using: &random))!
                let customer = Customer.ID(String("c-\(Int.random(in: 0...5, using: &random))"))!
                return Shop.activity((date.description, .random(in: -500...2_000, using: &random)), of: customer)
            }
        let whole = try summaries(activities)
        #expect(try summaries(activities.shuffled(using: &random)) == whole)

        let part = Int.random(in: 0...activities.count, using: &random)
        var merged = try summaries(activities[part...])
        try merged.merge(try summaries(activities[..<part]))
        #expect(merged == whole)
        #expect(merged.ordered.map(\.customer) == Set(activities.map(\.customer)).sorted())
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

@Suite struct `A summary of purchases alone` {
    @Test func `R-DATA-03 Is not changed by what is neither an order nor a return, whenever that was`() throws {
        var summary = Shop.summary([("2011-03-01", 10_00)])
        let before = summary
        for instant in [Timestamp(milliseconds: 0), Timestamp(milliseconds: .max)] {
            let call = Interaction(.call, id: "i", customer: "c-1", occurredAt: instant)!
            try summary.add(.interaction(call), in: FixedZone.utc)
            let cancellation = Cancellation(id: "x", customer: "c-1", of: "o", cancelledAt: instant)
            #expect(throws: PurchaseSummaryError.cancelledOrder("o")) {
                try summary.add(.cancellation(cancellation), in: FixedZone.utc)
            }
        }
        #expect(summary == before)
        let stranger = Interaction(.call, id: "i", customer: "c-2", occurredAt: Timestamp(milliseconds: 0))!
        #expect(throws: PurchaseSummaryError.customerMismatch("c-2", expected: "c-1")) {
            try summary.add(.interaction(stranger), in: FixedZone.utc)
        }
    }
}
