import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `A cohort table` {
    private func table(_ customers: [[Shop.Event]], asOf day: CalendarDate) throws -> CohortTable {
        var table = CohortTable(asOf: day, in: .eur, spend: .net)
        for events in customers { try table.add(Shop.summary(events).days(asOf: day)) }
        return table
    }

    @Test func `R-SEG-12 Shows how many of those who began in a month bought in each month after it`() throws {
        let table = try table(
            [
                [("2011-01-05", 10_00), ("2011-01-20", 5_00), ("2011-03-01", 1_00)], [("2011-01-31", 20_00)],
                [("2011-03-02", 7_00), ("2011-03-05", -2_00)], [("2011-04-01", 1_00)], [],
            ],
            asOf: day("2011-03-31")
        )
        #expect(table.cohorts.map(\.month) == [day("2011-01-01"), day("2011-03-01")])
        #expect(table.cohorts.map(\.customers) == [2, 1])
        #expect(table.cohorts[0].months.map(\.buyers) == [2, 0, 1])
        #expect(table.cohorts[0].months.map(\.spendMinorUnits) == [35_00, 0, 1_00])
        #expect(table.cohorts[0].retention(afterMonths: 2) == Ratio(1, over: 2))
        #expect(table.cohorts[0].retention(afterMonths: 0) == Ratio(1, over: 1))
        #expect(table.cohorts[0].retention(afterMonths: 3) == nil)
        #expect(table.cohorts[0].retention(afterMonths: -1) == nil)
        #expect(table.cohorts[1].months.map(\.spendMinorUnits) == [5_00])
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `R-SEG-13 Comes out the same from any parts, and as counted one by one`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let customers = (0..<Int.random(in: 0...12, using: &random))
            .map { _ in
                (0..<Int.random(in: 0...8, using: &random))
                    .map { _ -> Shop.Event in
                        let date = day("2010-11-15").adding(days: .random(in: 0...200, using: &random))!
                        return (date.description, .random(in: -300...900, using: &random))
                    }
            }
        let asOf = day("2011-04-15")
        let whole = try table(customers, asOf: asOf)
        var merged = CohortTable(asOf: asOf, in: .eur, spend: .net)
        for part in customers.shuffled(using: &random) { try merged.merge(try table([part], asOf: asOf)) }
        #expect(merged == whole)

        let summaries = customers.map { Shop.summary($0).days(asOf: asOf) }
        for cohort in whole.cohorts {
            let members = summaries.filter { purchases in
                guard let first = purchases.figures?.firstPurchase else { return false }
                return (first.year, first.month) == (cohort.month.year, cohort.month.month)
            }
            #expect(cohort.customers == Int64(members.count))
            for (index, month) in cohort.months.enumerated() {
                let start = cohort.month.adding(months: index, shortMonth: .lastDay)!
                let buyers = members.count { purchases in
                    purchases.days.contains {
                        $0.orders > 0 && ($0.date.year, $0.date.month) == (start.year, start.month)
                    }
                }
                #expect(month.buyers == Int64(buyers))
                let spend = members.flatMap { purchases in
                    purchases.days.filter {
                        $0.date >= purchases.figures!.firstPurchase
                            && ($0.date.year, $0.date.month) == (start.year, start.month)
                    }
                }
                #expect(month.spendMinorUnits == spend.reduce(0) { $0 + $1.salesMinorUnits - $1.refundsMinorUnits })
            }
        }
        #expect(whole.cohorts.reduce(0) { $0 + $1.customers } == Int64(summaries.count { $0.figures != nil }))
    }

    @Test func `R-SEG-12 Stays at the greatest number of customers`() throws {
        var many = try table([[("2011-03-01", 0)]], asOf: day("2011-03-31"))
        for _ in 0..<64 { try many.merge(many) }
        #expect(many.cohorts.map(\.customers) == [.max])
        #expect(many.cohorts[0].months.map(\.buyers) == [.max])
    }

    @Test func `Refuses what is in another currency or too much, and is left as it was`() throws {
        let asOf = day("2011-03-31")
        var some = try table([[("2011-03-01", .max)]], asOf: asOf)
        let before = some
        #expect(throws: PurchaseSummaryError.currencyMismatch(.usd, expected: .eur)) {
            try some.add(PurchaseSummary(of: "c", in: .usd).days(asOf: asOf))
        }
        #expect(throws: PurchaseSummaryError.overflow) {
            try some.add(Shop.summary([("2011-03-01", 1)]).days(asOf: asOf))
        }
        #expect(throws: PurchaseSummaryError.overflow) { try some.merge(try table([[("2011-03-01", 1)]], asOf: asOf)) }
        #expect(throws: PurchaseSummaryError.currencyMismatch(.usd, expected: .eur)) {
            try some.merge(CohortTable(asOf: asOf, in: .usd, spend: .net))
        }
        #expect(some == before)
    }
}
