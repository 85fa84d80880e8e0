import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Testing

@Suite struct `What has to be reported` {
    private let rule = ReportingThresholds(perGift: money("13.82 USD"), perYear: money("138.13 USD"))!

    private func gifts(_ amounts: [String], to customer: Customer.ID = "c-1", from date: String = "2026-01-05")
        -> [DatedAmount]
    {
        amounts.enumerated().map { DatedAmount(money("\($1) USD"), for: customer, on: day(date).adding(days: $0)!) }
    }

    @Test func `R-POL-05 E81 Is nothing while small gifts stay within the year's amount`() throws {
        let ten = gifts(Array(repeating: "13.81", count: 10))
        #expect(try rule.reportable(ten).isEmpty)
        let eleven = gifts(Array(repeating: "13.81", count: 11))
        let reportable = try rule.reportable(eleven)
        #expect(reportable.map(\.gift) == eleven)
        #expect(reportable.allSatisfy { $0.isOfLargeYear && !$0.isLarge && $0.yearTotal == money("151.91 USD") })
        #expect(try rule.reportable(gifts(["13.82"])).map(\.isLarge) == [true])
        #expect(try rule.reportable(gifts(["13.81", "13.82"])).map(\.gift.amount) == [money("13.82 USD")])
    }

    @Test(arguments: [("138.12", 1), ("138.13", 1), ("138.14", 2)])
    func `R-POL-05 Is all of a year whose gifts come to more than its amount`(total: String, count: Int) throws {
        let rest = Money(minorUnits: money("\(total) USD").minorUnits - 1, in: .usd)
        let gifts = [
            DatedAmount(rest, for: "c-1", on: day("2026-12-31")),
            DatedAmount(money("0.01 USD"), for: "c-1", on: day("2026-01-01")),
        ]
        let reportable = try rule.reportable(gifts)
        #expect(reportable.count == count)
        #expect(reportable.last?.gift == gifts[0])
    }

    @Test func `R-POL-05 Is asked of each recipient and each calendar year by itself`() throws {
        let amounts = Array(repeating: "13.81", count: 6)
        let several =
            gifts(amounts, to: "b") + gifts(amounts, to: "a")
            + gifts(amounts, to: "a", from: "2025-12-26") + gifts(amounts, to: "b", from: "2027-03-01")
        #expect(try rule.reportable(several).isEmpty)
        let more = try rule.reportable(several.reversed() + gifts(amounts, to: "b", from: "2026-05-01"))
        #expect(more.count == 12)
        #expect(Set(more.map(\.gift.customer)) == ["b"])
        #expect(Set(more.map(\.gift.day.year)) == [2026])
    }

    @Test func `R-POL-05 Is told from thresholds and gifts of one currency only`() {
        #expect(ReportingThresholds(perGift: money("1.00 USD"), perYear: money("1.00 EUR")) == nil)
        #expect(ReportingThresholds(perGift: money("-0.01 USD"), perYear: money("1.00 USD")) == nil)
        #expect(ReportingThresholds(perGift: money("1.00 USD"), perYear: money("-0.01 USD")) == nil)
        #expect(throws: MoneyError.currencyMismatch(.usd, .eur)) {
            try rule.reportable([DatedAmount(money("1.00 EUR"), for: "c-1", on: day("2026-01-01"))])
        }
        let most = Money(minorUnits: .max, in: .usd)
        #expect(throws: MoneyError.overflow) {
            try rule.reportable([DatedAmount(most, for: "c-1", on: day("2026-01-01")), gifts(["1.00"])[0]])
        }
    }
}

@Suite struct `The register of a limit` {
    @Test func `R-POL-05 E80 Holds the grants under it, with their sum`() throws {
        let total = GiftLimit.Total(within: .rolling("P12M"), amount: money("200.00 USD"), count: 4)
        let dates = ["2026-05-05", "2025-08-01", "2025-06-30", "2026-01-10"]
        let terms = dates.map { Guarded.terms(costing: "50.00 USD", on: $0) }
        let grants =
            terms.map { Guarded.grant($0) }
            + [Guarded.grant(Guarded.terms(costing: "70.00 USD", on: "2026-06-01"), then: [.rejected])]
        let customer = Guarded.customer(
            Guarded.facts(grants: grants),
            before: [.limit(total: total), .limit("one", perGift: "1.00 CNY")]
        )
        let register = try #require(customer.registers(of: "limit").first)
        #expect(customer.registers(of: "limit").count == 1)
        #expect((register.source, register.from, register.through) == ("limit", day("2025-07-02"), day("2026-07-01")))
        #expect(register.entries.map(\.grant) == [terms[1].id, terms[3].id, terms[0].id])
        #expect((register.count, register.amount) == (3, money("150.00 USD")))
        #expect(customer.registers(of: "one").isEmpty)
        #expect(customer.registers(of: "none").isEmpty)
    }

    @Test func `R-POL-05 Is in the same order whatever the order of what it holds`() {
        let total = GiftLimit.Total(within: .calendarYear, count: 4)
        let entries =
            ["2026-03-01", "2026-01-01", "2026-03-01"]
            .map { date in
                LimitEntry(Guarded.grant(Guarded.terms(Gift.ID("g-\(date)")!, costing: "1.00 CNY", on: date)))!
            } + [LimitEntry(DatedAmount(money("2.00 CNY"), for: "c-1", on: day("2026-03-01")))]
        var (one, other) = (
            Guarded.customer(Guarded.facts(), before: [.limit(total: total)]),
            Guarded.customer(Guarded.facts(), before: [.limit(total: total)])
        )
        for entry in entries { one.add(entry) }
        for entry in entries.reversed() { other.add(entry) }
        #expect(one.registers(of: "limit") == other.registers(of: "limit"))
        #expect(one.registers(of: "limit").first?.entries.map(\.grant).prefix(2) == [entries[1].grant, nil])
        #expect(one.registers(of: "limit").map(\.amount) == [nil])
    }
}
