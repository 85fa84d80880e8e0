import GiftModel
import GiftTesting
import Segmentation
import Testing

/// A day as one text, so that a test reads as a table: what stands, sales, refunds, what came back, what was called off.
private func rows(_ days: some Sequence<PurchaseDay>) -> [String] {
    days.map { day in
        "\(day.date) \(day.orders) \(day.salesMinorUnits) \(day.refundsMinorUnits)"
            + " \(day.returns) \(day.returnedOrders) \(day.cancelledOrders)"
    }
}

@Suite struct `What came back` {
    @Test func `R-DATA-03 S03 Of ten orders leaves nine and the net spend`() throws {
        let orders = (1...9).map { Shop.order(Order.ID("o-\($0)")!, "2026-0\($0)-15", $0 == 1 ? 1_500_00 : 800_00) }
        let summary = Shop.summary(
            of: orders + [
                Shop.order("o-10", "2026-05-20", 4_600_00), Shop.goods("r", of: "o-10", "2026-06-01", 4_600_00),
            ]
        )
        let before = try #require(summary.figures(asOf: day("2026-05-31")))
        #expect((before.orders, before.returnedOrders) == (6, 0))
        let figures = try #require(summary.figures(asOf: day("2026-12-31")))
        #expect(figures.spend(.sales) == Money("12500.00 EUR"))
        #expect(figures.spend(.net) == Money("7900.00 EUR"))
        #expect((figures.orders, figures.returnedOrders, figures.purchaseDays) == (9, 1, 9))
        let standing = try Shop.ladder().standing(of: summary.days(asOf: day("2026-12-31")))
        #expect(standing.tier.id == "silver")
    }

    @Test func `R-DATA-03 Is taken out of the day of its order, from its own day on`() {
        let summary = Shop.summary(of: [
            Shop.order("o-1", "2026-03-01", 30_00), Shop.order("o-2", "2026-03-01", 5_00),
            Shop.goods("r-1", of: "o-1", "2026-03-09", 10_00),
        ])
        #expect(rows(summary.days(asOf: day("2026-03-08")).days) == ["2026-03-01 2 3500 0 0 0 0"])
        #expect(rows(summary.days(asOf: day("2026-03-09")).days) == ["2026-03-01 2 3500 1000 1 0 0"])
        #expect(rows(summary.days) == ["2026-03-01 2 3500 1000 1 0 0"])
    }

    @Test func `R-DATA-03 Ends an order once its refunds have come to its total, or more`() throws {
        let summary = Shop.summary(of: [
            Shop.order("o", "2026-03-01", 30_00), Shop.goods("r-1", of: "o", "2026-03-09", 10_00),
            Shop.goods("r-2", of: "o", "2026-03-11", 20_00), Shop.goods("r-3", of: "o", "2026-03-12", 5_00),
        ])
        #expect(summary.days(asOf: day("2026-03-10")).days.map(\.orders) == [1])
        #expect(rows(summary.days(asOf: day("2026-03-11")).days) == ["2026-03-01 0 3000 3000 2 1 0"])
        #expect(rows(summary.days) == ["2026-03-01 0 3000 3500 3 1 0"], "the day stays, and the order ends but once")
        #expect(summary.figures(asOf: day("2026-03-11")) == nil)
    }

    @Test func `R-DATA-03 Ends an order of nothing only when it came back`() {
        let gift = Shop.order("o", "2026-03-01", 0)
        #expect(rows(Shop.summary(of: [gift]).days) == ["2026-03-01 1 0 0 0 0 0"])
        let returned = [gift, Shop.goods("r-1", of: "o", "2026-03-02", 0), Shop.goods("r-2", of: "o", "2026-03-02", 0)]
        #expect(rows(Shop.summary(of: returned).days) == ["2026-03-01 0 0 0 2 1 0"])
    }

    @Test func `R-DATA-03 Counts on its own day when it names no order, or none that is known by then`() {
        let activities = [
            Shop.order("o-1", "2026-03-01", 30_00), Shop.goods("r-1", of: nil, "2026-03-04", 1_00),
            Shop.goods("r-2", of: "o-2", "2026-03-04", 2_00), Shop.order("o-2", "2026-03-05", 7_00),
        ]
        let unknown = ["2026-03-01 1 3000 0 0 0 0", "2026-03-04 0 0 300 2 0 0"]
        #expect(rows(Shop.summary(of: activities.dropLast()).days) == unknown)
        let summary = Shop.summary(of: activities)
        #expect(rows(summary.days(asOf: day("2026-03-04")).days) == unknown, "the order is not placed yet")
        #expect(
            rows(summary.days) == [
                "2026-03-01 1 3000 0 0 0 0", "2026-03-04 0 0 100 1 0 0", "2026-03-05 1 700 200 1 0 0",
            ]
        )
    }

    @Test func `R-DATA-03 Is no purchase, so that first and last look at orders that stand`() throws {
        let summary = Shop.summary(of: [
            Shop.order("o-1", "2026-03-01", 1_00), Shop.order("o-2", "2026-03-05", 1_00),
            Shop.order("o-3", "2026-03-09", 1_00), Shop.goods("r-1", of: "o-1", "2026-03-10", 1_00),
            Shop.goods("r-3", of: "o-3", "2026-03-10", 1_00),
        ])
        let figures = try #require(summary.figures(asOf: day("2026-03-10")))
        #expect((figures.firstPurchase, figures.lastPurchase) == (day("2026-03-05"), day("2026-03-05")))
        #expect((figures.purchaseDays, figures.orders, figures.returnedOrders) == (1, 1, 2))
        #expect(summary.days(asOf: day("2026-03-10")).purchaseDays(inDays: 10, through: day("2026-03-10")) == 1)
    }

    @Test func `R-DATA-03 Leaves the days as they stand without a copy until it comes`() {
        let summary = Shop.summary(of: [
            Shop.order("o-1", "2026-03-01", 1_00), Shop.order("o-2", "2026-03-05", 1_00),
            Shop.goods("r", of: "o-2", "2026-03-06", 1_00),
        ])
        let address = { (days: ArraySlice<PurchaseDay>) in days.withUnsafeBufferPointer { $0.baseAddress } }
        let (first, second) = (summary.days(asOf: day("2026-03-04")).days, summary.days(asOf: day("2026-03-05")).days)
        #expect(address(first) == address(second))
        #expect(address(summary.days(asOf: day("2026-03-06")).days) != address(first))
    }
}

@Suite struct `An order that was called off` {
    @Test func `R-DATA-03 Counts until the day on which it was, and then no longer`() throws {
        let summary = Shop.summary(of: [
            Shop.cancellation(of: "o-2", "2026-03-03"), Shop.order("o-1", "2026-03-01", 30_00),
            Shop.order("o-2", "2026-03-01", 5_00),
        ])
        #expect(rows(summary.days(asOf: day("2026-03-02")).days) == ["2026-03-01 2 3500 0 0 0 0"])
        #expect(rows(summary.days(asOf: day("2026-03-03")).days) == ["2026-03-01 1 3000 0 0 0 1"])
        let figures = try #require(summary.figures(asOf: day("2026-03-03")))
        #expect((figures.orders, figures.cancelledOrders, figures.returnedOrders) == (1, 1, 0))
        #expect(figures.spend(.sales) == Money("30.00 EUR"))
    }

    @Test func `R-DATA-03 Takes its refunds with it, which would else be taken off twice`() {
        let summary = Shop.summary(of: [
            Shop.order("o", "2026-03-01", 5_00), Shop.goods("r", of: "o", "2026-03-02", 5_00),
            Shop.cancellation(of: "o", "2026-03-03"),
        ])
        #expect(rows(summary.days(asOf: day("2026-03-02")).days) == ["2026-03-01 0 500 500 1 1 0"])
        #expect(rows(summary.days) == ["2026-03-01 0 0 0 0 0 1"])
    }

    @Test func `R-DATA-03 Changes nothing while it is not known`() {
        let summary = Shop.summary(of: [
            Shop.order("o-1", "2026-03-01", 5_00), Shop.cancellation(of: "o-2", "2026-03-02"),
        ])
        #expect(rows(summary.days) == ["2026-03-01 1 500 0 0 0 0"])
    }
}

@Suite struct `Purchases of any history` {
    /// Up to 12 orders, returns of known, unknown and no orders, and cancellations, in an order of no meaning.
    private static func history(_ random: inout SeededGenerator) -> [Activity] {
        func date() -> String { day("2026-03-01").adding(days: .random(in: 0...20, using: &random))!.description }
        let totals = (0..<Int.random(in: 0...12, using: &random)).map { _ in Int64.random(in: 0...4, using: &random) }
        let orders = totals.enumerated().map { Shop.order(Order.ID("o-\($0.offset)")!, date(), $0.element) }
        let returns = (0..<Int.random(in: 0...8, using: &random))
            .map { number in
                let order = [nil, Order.ID("o-\(Int.random(in: 0...14, using: &random))")!]
                    .randomElement(using: &random)!
                return Shop.goods(Return.ID("r-\(number)")!, of: order, date(), .random(in: 0...4, using: &random))
            }
        let cancellations = (0..<15).filter { _ in Int.random(in: 0...9, using: &random) == 0 }
            .map { Shop.cancellation(of: Order.ID("o-\($0)")!, date()) }
        return (orders + returns + cancellations).shuffled(using: &random)
    }

    /// Works the days out from the list of activities, order by order.
    private static func naiveRows(_ history: [Activity], asOf last: CalendarDate) -> [String] {
        let visible = history.filter { FixedZone.utc.date(of: $0.occurredAt)! <= last }
        var days: [CalendarDate: [Int64]] = [:]
        func count(_ numbers: [Int64], on instant: Timestamp) {
            let date = FixedZone.utc.date(of: instant)!
            days[date] = zip(days[date] ?? Array(repeating: 0, count: 6), numbers).map { $0 + $1 }
        }
        var known: Set<Order.ID> = []
        for case .order(let order) in visible {
            known.insert(order.id)
            let isCancelled = visible.contains {
                if case .cancellation(let it) = $0 { it.order == order.id } else { false }
            }
            let refunds = visible.compactMap { activity -> Int64? in
                guard case .return(let goods) = activity, goods.order == order.id else { return nil }
                return goods.refund.minorUnits
            }
            let (total, refund) = (order.total.minorUnits, refunds.reduce(0, +))
            let isReturned = !refunds.isEmpty && refund >= total
            count(
                isCancelled
                    ? [0, 0, 0, 0, 0, 1]
                    : [isReturned ? 0 : 1, total, refund, Int64(refunds.count), isReturned ? 1 : 0, 0],
                on: order.placedAt
            )
        }
        for case .return(let goods) in visible where goods.order.map({ !known.contains($0) }) ?? true {
            count([0, 0, goods.refund.minorUnits, 1, 0, 0], on: goods.receivedAt)
        }
        return days.sorted { $0.key < $1.key }
            .map { "\($0.key) " + $0.value.map(\.description).joined(separator: " ") }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-DATA-03 Are as the list of what happened says, as of any day`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let history = Self.history(&random)
        let summary = Shop.summary(of: history)
        for offset in -1...21 {
            let date = day("2026-03-01").adding(days: offset)!
            let expected = Self.naiveRows(history, asOf: date)
            #expect(rows(summary.days(asOf: date).days) == expected, "as of \(date)")
            let visible = history.filter { FixedZone.utc.date(of: $0.occurredAt)! <= date }
            #expect(rows(Shop.summary(of: visible).days) == expected, "knowing no more, as of \(date)")
        }
        #expect(summary.days == Array(summary.days(asOf: day("9999-12-31")).days))
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-SEG-13 Are the same value and bytes in any order, one by one or from parts that overlap`(
        seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        let history = Self.history(&random)
        let whole = Shop.summary(of: history)
        #expect(Shop.summary(of: history.shuffled(using: &random)) == whole)

        var parts = [[Activity]](repeating: [], count: .random(in: 1...64, using: &random))
        for activity in history {
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                parts[.random(in: parts.indices, using: &random)].append(activity)
            }
        }
        var summaries = parts.map { Shop.summary(of: $0) }
        while summaries.count > 1 {
            let other = summaries.remove(at: .random(in: summaries.indices, using: &random))
            try summaries[.random(in: summaries.indices, using: &random)].merge(other)
        }
        #expect(summaries == [whole])
        #expect(try json(summaries[0]) == json(whole))
    }
}
