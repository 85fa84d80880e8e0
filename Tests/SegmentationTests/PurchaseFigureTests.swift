import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `What purchases come to` {
    @Test func `R-SEG-10 Is told in the words of models and in those of scores, which differ`() throws {
        let summary = Shop.summary([("2026-03-01", 1), ("2026-03-11", 1), ("2026-03-11", 1), ("2026-03-13", 1)])
        let figures = try #require(summary.figures(asOf: day("2026-03-20")))
        #expect((figures.repeatPurchases, figures.ageAtLastPurchase, figures.age) == (2, 12, 19))
        #expect(figures.daysSinceLastPurchase == 7)
    }

    @Test func `R-SEG-04 Has an average order, by sales of all orders or by what is left to those that stand`() throws {
        let summary = Shop.summary(of: [
            Shop.order("o-1", "2026-03-01", 1_00), Shop.order("o-2", "2026-03-01", 1_01),
            Shop.order("o-3", "2026-03-02", 6_00), Shop.goods("r", of: "o-3", "2026-03-03", 6_00),
            Shop.order("o-4", "2026-03-02", 9_00), Shop.cancellation(of: "o-4", "2026-03-02"),
        ])
        let figures = try #require(summary.figures(asOf: day("2026-03-03")))
        #expect(figures.averageOrderValue(.sales, rounding: .down) == Money("2.67 EUR"))
        #expect(figures.averageOrderValue(.net, rounding: .down) == Money("1.00 EUR"))
        #expect(figures.averageOrderValue(.net, rounding: .halfAwayFromZero) == Money("1.01 EUR"))
        let indebted = Shop.summary([("2026-03-01", .max), ("2026-03-02", 0), ("2026-03-03", -.max)])
        let wholly = try #require(indebted.figures(asOf: day("2026-03-02")))
        #expect(wholly.averageOrderValue(.sales, rounding: .up) == Money(minorUnits: .max / 2 + 1, in: .eur))
        #expect(indebted.figures(asOf: day("2026-03-03"))?.averageOrderValue(.net, rounding: .up) == Money("0.00 EUR"))
    }

    @Test func `R-SEG-10 Has a repeat spend, of later purchase days with anything left of them`() {
        let summary = Shop.summary(of: [
            Shop.order("o-1", "2026-03-01", 90_00), Shop.order("o-2", "2026-03-02", 6_00),
            Shop.order("o-3", "2026-03-03", 0), Shop.order("o-4", "2026-03-04", 5_00),
            Shop.order("o-5", "2026-03-05", 4_00), Shop.goods("r-4", of: "o-4", "2026-03-06", 2_00),
            Shop.goods("r-5", of: "o-5", "2026-03-07", 4_00), Shop.goods("r-0", of: nil, "2026-03-08", 80_00),
        ])
        let spend = summary.days(asOf: day("2026-03-10")).repeatSpend
        #expect((spend.sum, spend.days) == (Money("9.00 EUR")!, 2))
        #expect(spend.meanMinorUnits == Ratio("450"))
        let early = summary.days(asOf: day("2026-03-01")).repeatSpend
        #expect((early.sum, early.days, early.meanMinorUnits) == (Money("0.00 EUR")!, 0, nil))
    }
}

@Suite struct `A rhythm of purchases` {
    private func purchases(_ dates: [String]) -> PurchaseDays {
        Shop.summary(dates.map { ($0, 1) }).days(asOf: day("2026-12-31"))
    }

    @Test func `R-SEG-03 Is the median of the gaps between purchase days`() throws {
        let odd = try #require(
            purchases(["2026-03-01", "2026-03-04", "2026-03-04", "2026-03-05", "2026-05-05"]).rhythm()
        )
        #expect((odd.gaps, odd.medianGap) == (3, Ratio("3")!))
        let even = try #require(purchases(["2026-03-01", "2026-03-04", "2026-03-08"]).rhythm())
        #expect((even.gaps, even.medianGap) == (2, Ratio("7/2")!))
    }

    @Test func `R-SEG-03 Is unknown below two purchase days, or below the gaps asked for`() {
        #expect(purchases([]).rhythm(fromAtLeast: 0) == nil)
        #expect(purchases(["2026-03-01", "2026-03-01"]).rhythm(fromAtLeast: 0) == nil)
        let two = purchases(["2026-03-01", "2026-03-04", "2026-03-08"])
        #expect(two.rhythm(fromAtLeast: 2) != nil)
        #expect(two.rhythm(fromAtLeast: 3) == nil)
    }

    @Test func `R-SEG-03 Does not hear an order that came back whole`() {
        let orders = [("o-1", "2026-03-01"), ("o-2", "2026-03-05"), ("o-3", "2026-03-11")]
            .map { Shop.order(Order.ID(String($0.0))!, $0.1, 1) }
        let summary = Shop.summary(of: orders + [Shop.goods("r", of: "o-2", "2026-03-12", 1)])
        #expect(summary.days(asOf: day("2026-03-11")).rhythm()?.medianGap == Ratio("5"))
        #expect(summary.days(asOf: day("2026-03-12")).rhythm()?.medianGap == Ratio("10"))
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `R-SEG-03 Has as many gaps above it as below`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let gaps = (0...Int.random(in: 0...9, using: &random)).map { _ in Int64.random(in: 1...9, using: &random) }
        var last = day("2026-01-01")
        var dates = [last.description]
        for gap in gaps {
            last = last.adding(days: Int(gap))!
            dates.append(last.description)
        }
        let median = try #require(purchases(dates).rhythm()).medianGap
        let (below, above) = (gaps.count { Ratio($0, over: 1)! < median }, gaps.count { Ratio($0, over: 1)! > median })
        #expect(below <= gaps.count / 2 && above <= gaps.count / 2)
        #expect(gaps.count.isMultiple(of: 2) ? median.denominator <= 2 : gaps.contains(median.numerator))
    }
}
