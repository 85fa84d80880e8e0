import GiftModel
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

    @Test func `R-SEG-13 Counts what it knows already once, whoever tells it again`() throws {
        let activities = [
            Shop.order("o-1", "2011-03-01", 10_00), Shop.order("o-2", "2011-03-01", 5_00),
            Shop.goods("r-1", of: "o-1", "2011-03-05", 4_00), Shop.cancellation(of: "o-2", "2011-03-02"),
        ]
        let summary = Shop.summary(of: activities)
        #expect(Shop.summary(of: activities + activities.reversed()) == summary)
        var merged = summary
        try merged.merge(summary)
        try merged.merge(Shop.summary(of: activities.dropFirst(2)))
        #expect(merged == summary)
    }

    @Test func `R-SEG-13 Tells orders of the same day and amount apart by their identity`() {
        let summary = Shop.summary(of: [Shop.order("o-2", "2011-03-01", 5_00), Shop.order("o-1", "2011-03-01", 5_00)])
        #expect(summary.days.map(\.orders) == [2])
        #expect(summary.days.map(\.salesMinorUnits) == [10_00])
    }

    @Test(arguments: [
        (Shop.order("o-1", "2011-03-01", 9_99), "the order `o-1` of 9.99 EUR on 2011-03-01"),
        (Shop.order("o-1", "2011-03-02", 10_00), "the order `o-1` of 10.00 EUR on 2011-03-02"),
        (
            Shop.goods("r-1", of: "o-1", "2011-03-05", 3_00),
            "the return `r-1` of 3.00 EUR from the order `o-1` on 2011-03-05"
        ),
        (
            Shop.goods("r-1", of: "o-1", "2011-03-04", 4_00),
            "the return `r-1` of 4.00 EUR from the order `o-1` on 2011-03-04"
        ), (Shop.goods("r-1", of: nil, "2011-03-05", 4_00), "the return `r-1` of 4.00 EUR on 2011-03-05"),
        (Shop.cancellation(of: "o-2", "2011-03-03"), "the cancellation of the order `o-2` on 2011-03-03"),
    ])
    func `R-SEG-13 Refuses the same identity with other content, and is left as it was`(
        contradiction: (activity: Activity, words: String)
    ) throws {
        var summary = Shop.summary(of: [
            Shop.order("o-1", "2011-03-01", 10_00), Shop.order("o-2", "2011-03-01", 5_00),
            Shop.goods("r-1", of: "o-1", "2011-03-05", 4_00), Shop.cancellation(of: "o-2", "2011-03-02"),
        ])
        let before = summary
        let known =
            switch contradiction.activity {
            case .order: "the order `o-1` of 10.00 EUR on 2011-03-01"
            case .return: "the return `r-1` of 4.00 EUR from the order `o-1` on 2011-03-05"
            default: "the cancellation of the order `o-2` on 2011-03-02"
            }
        let words = "\(contradiction.words) contradicts what is known: \(known)"
        let added = #expect(throws: PurchaseSummaryError.self) {
            try summary.add(contradiction.activity, in: FixedZone.utc)
        }
        #expect(added?.description == words)
        let new = [Shop.order("n", "2011-03-01", 1), Shop.goods("n", of: nil, "2011-03-01", 1)]
        let merged = #expect(throws: PurchaseSummaryError.self) {
            try summary.merge(Shop.summary(of: new + [contradiction.activity]))
        }
        #expect(merged == added)
        #expect(summary == before)
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
        let late: [Activity] = [
            .order(Order(id: "o", customer: "c-1", placedAt: never, total: Money("1.00 USD")!)!),
            .return(Return(id: "r", customer: "c-1", receivedAt: never, refund: Money("1.00 EUR")!)!),
            .cancellation(Cancellation(id: "x", customer: "c-1", of: "o", cancelledAt: never)),
        ]
        for activity in late {
            #expect(throws: PurchaseSummaryError.outsideCalendar(never)) {
                try summary.add(activity, in: FixedZone.utc)
            }
        }
        #expect(summary == before)
    }

    @Test func `Counts to the limit, also what was called off, but nothing twice`() throws {
        var summary = Shop.summary(of: [
            Shop.order("o", "2011-03-01", .max), Shop.cancellation(of: "o", "2011-03-01"),
            Shop.goods("r", of: "o", "2011-03-01", .max),
        ])
        let before = summary
        for more in [Shop.order("p", "2011-03-02", 1), Shop.goods("s", of: nil, "2011-03-02", 1)] {
            #expect(throws: PurchaseSummaryError.overflow) { try summary.add(more, in: FixedZone.utc) }
            #expect(throws: PurchaseSummaryError.overflow) { try summary.merge(Shop.summary(of: [more])) }
        }
        for known in [Shop.order("o", "2011-03-01", .max), Shop.goods("r", of: "o", "2011-03-01", .max)] {
            try summary.add(known, in: FixedZone.utc)
            try summary.merge(Shop.summary(of: [known]))
        }
        #expect(summary == before)
        #expect(summary.days.map(\.cancelledOrders) == [1])
    }

    @Test func `Says what was wrong in one line`() {
        let errors: [PurchaseSummaryError] = [
            .customerMismatch("c-2", expected: "c-1"), .outsideCalendar(Timestamp(milliseconds: 1)),
            .currencyMismatch(.usd, expected: .eur), .overflow,
        ]
        #expect(
            errors.map(\.description) == [
                "an activity of `c-2` in the summary of `c-1`",
                "the instant `1` ms falls on no day of the calendar",
                "an amount in `USD` where `EUR` is counted", "the sum does not fit in 64 bits of minor units",
            ]
        )
    }
}

@Suite struct `A summary of purchases alone` {
    @Test func `R-DATA-03 Is not changed by what is no order, return or cancellation, whenever that was`() throws {
        var summary = Shop.summary([("2011-03-01", 10_00)])
        let before = summary
        for instant in [Timestamp(milliseconds: 0), Timestamp(milliseconds: .max)] {
            let call = Interaction(.call, id: "i", customer: "c-1", occurredAt: instant)!
            try summary.add(.interaction(call), in: FixedZone.utc)
        }
        #expect(summary == before)
        let stranger = Interaction(.call, id: "i", customer: "c-2", occurredAt: Timestamp(milliseconds: 0))!
        #expect(throws: PurchaseSummaryError.customerMismatch("c-2", expected: "c-1")) {
            try summary.add(.interaction(stranger), in: FixedZone.utc)
        }
    }
}
