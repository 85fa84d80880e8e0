import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Testing

@Suite struct `A limit on gifts` {
    private func customer(
        _ source: Guard,
        after gifts: [(String, String)] = [],
        at rates: [Circumstances.DatedRate] = [],
        asOf date: String = "2026-07-01"
    ) -> GuardCase {
        let grants = gifts.map { Guarded.grant(Guarded.terms(costing: $1, on: $0)) }
        return Guarded.customer(Guarded.facts(grants: grants, asOf: day(date)), before: [source], at: rates)
    }

    private func isAllowed(_ cost: String, by source: Guard, at rates: [Circumstances.DatedRate] = []) -> Bool {
        customer(source, at: rates).verdict(on: "mug", costing: money(cost)).isAllowed
    }

    // MARK: One gift

    @Test(arguments: [("199.99", true), ("200.00", true), ("200.01", false), ("0.00", true), ("9999.99", false)])
    func `R-POL-05 Holds to the cent`(cost: String, isAllowed: Bool) {
        #expect(self.isAllowed("\(cost) CNY", by: .limit(perGift: "200.00 CNY")) == isAllowed)
    }

    @Test func `R-POL-05 E77 E78 Compares amounts in two currencies without rounding them first`() throws {
        let limit = Guard.limit(perGift: "50.00 USD")
        func verdict(_ rate: String) -> GuardVerdict {
            customer(limit, at: [Guarded.rate(.usd, .cny, rate, on: "2026-07-01")])
                .verdict(on: "mug", costing: money("350.00 CNY"))
        }
        let within = verdict("7.00")
        #expect(within.isAllowed)
        #expect(within.reasons.compactMap { $0["minorUnits"] } == [.ratio(Ratio(5000, over: 1)!)])
        let above = verdict("6.99")
        #expect(!above.isAllowed)
        #expect(above.reasons.compactMap { $0["minorUnits"] } == [.ratio(Ratio(3_500_000, over: 699)!)])
        #expect(
            above.why == [
                "50.08 USD for one gift, 0.08 USD above the limit of 50.00 USD (limit)",
                "350.00 CNY counts as 3500000/699 minor units of USD, at a rate of 100/699", "no approval lifts it",
            ]
        )
    }

    @Test(arguments: [
        // 50.00 USD are 350.00 CNY; 350.004 CNY would be less than half a cent more, and is too much.
        ("1/7", "350.00", true), ("1/7", "350.01", false), ("100000/699999", "350.00", false),
        ("100000/700001", "350.00", true), ("1/7", "0.01", true),
    ])
    func `R-POL-05 Goes by a rate in either direction, and by every fraction of a cent`(
        rate: String,
        cost: String,
        isAllowed: Bool
    ) {
        let limit = Guard.limit(perGift: "50.00 USD")
        let there = Guarded.rate(.cny, .usd, rate, on: "2026-07-01")
        #expect(self.isAllowed("\(cost) CNY", by: limit, at: [there]) == isAllowed)
        let ratio = Ratio(rate)!
        let back = Guarded.rate(.usd, .cny, "\(ratio.denominator)/\(ratio.numerator)", on: "2026-07-01")
        #expect(self.isAllowed("\(cost) CNY", by: limit, at: [back]) == isAllowed)
    }

    @Test(arguments: [
        ("500 JPY", "1.234 KWD", "5.00 CNY"), ("501 JPY", "1.235 KWD", "5.01 CNY"),
    ])
    func `R-POL-05 D71 Minds how many decimals a currency has`(yen: String, dinars: String, yuan: String) {
        let rates = [
            Guarded.rate(.cny, .jpy, "100", on: "2026-07-01"),
            Guarded.rate(.cny, Currency(code: "KWD")!, "0.2468", on: "2026-07-01"),
        ]
        let isWithin = yen == "500 JPY"
        #expect(isAllowed(yen, by: .limit(perGift: "5.00 CNY"), at: rates) == isWithin)
        #expect(isAllowed(dinars, by: .limit(perGift: "5.00 CNY"), at: rates) == isWithin)
        #expect(isAllowed(yuan, by: .limit(perGift: "500 JPY"), at: rates) == isWithin)
        #expect(isAllowed(yuan, by: .limit(perGift: "1.234 KWD"), at: rates) == isWithin)
    }

    // MARK: Rates

    @Test(arguments: [
        ("2026-07-01", true), ("2026-06-24", true), ("2026-06-23", false), ("2026-07-02", false),
    ])
    func `R-POL-05 Denies without a rate and with one that is too old`(setOn: String, isAllowed: Bool) {
        let limit = Guard.limit(perGift: "50.00 USD")
        let rates = [Guarded.rate(.usd, .cny, "7.00", on: setOn)]
        #expect(self.isAllowed("7.00 CNY", by: limit, at: rates) == isAllowed)
        #expect(!self.isAllowed("7.00 CNY", by: limit))
    }

    @Test func `R-POL-05 Says which rate is missing or how old it is, and lets nobody approve that`() {
        let limit = Guard.limit(perGift: "50.00 USD", override: .approval("top"))
        func verdict(_ rates: [Circumstances.DatedRate]) -> GuardVerdict {
            customer(limit, at: rates).verdict(on: "mug", costing: money("7.00 CNY"))
        }
        #expect(verdict([]).findings.map(\.answer) == [.unknown])
        #expect(verdict([]).why == ["no rate for CNY (limit)"])
        #expect(verdict([]).approvalsThatLift == nil)
        let stale = verdict([Guarded.rate(.usd, .cny, "7.00", on: "2026-06-01")])
        #expect(stale.why == ["the rate for CNY is of 2026-06-01, 30 days old, at most 7 days (limit)"])
        #expect(stale.findings.map(\.answer) == [.unknown])
    }

    @Test func `R-POL-05 Goes by the newest rate, and of several of one day by the strictest`() {
        let limit = Guard.limit(perGift: "50.00 USD", rateDays: 30)
        let old = Guarded.rate(.usd, .cny, "8.00", on: "2026-06-10")
        let mild = Guarded.rate(.usd, .cny, "7.10", on: "2026-06-20")
        let strict = Guarded.rate(.cny, .usd, "1/7", on: "2026-06-20")
        #expect(isAllowed("355.00 CNY", by: limit, at: [old, mild]))
        #expect(!isAllowed("355.01 CNY", by: limit, at: [mild, old]))
        for rates in [[old, mild, strict], [strict, mild, old], [mild, strict, old]] {
            #expect(isAllowed("350.00 CNY", by: limit, at: rates))
            #expect(!isAllowed("350.01 CNY", by: limit, at: rates))
        }
    }

    @Test func `R-POL-05 Needs no rate for what costs nothing, and denies what cannot be counted`() {
        #expect(isAllowed("0.00 CNY", by: .limit(perGift: "0.00 USD")))
        let rates = [Guarded.rate(.cny, .usd, "9223372036854775807", on: "2026-07-01")]
        let verdict = customer(.limit(perGift: "50.00 USD"), at: rates)
            .verdict(on: "mug", costing: Money(minorUnits: .max, in: .cny))
        #expect(verdict.findings.map(\.answer) == [.unknown])
        #expect(verdict.why == ["amounts too large to be counted (limit)"])
    }

    // MARK: All gifts of some time

    private static let fourGifts = GiftLimit.Total(within: .rolling("P12M"), amount: money("200.00 USD"), count: 4)

    @Test func `R-POL-05 E80 Denies a fifth gift in twelve months for its number and for its amount`() throws {
        let limit = Guard.limit(total: Self.fourGifts)
        let gifts = ["2025-08-01", "2025-10-01", "2026-01-10", "2026-05-05"].map { ($0, "50.00 USD") }
        let verdict = customer(limit, after: gifts).verdict(on: "mug", costing: money("1.00 USD"))
        #expect(
            verdict.why == [
                "4 of 4 gifts in any 12 months (limit), used up",
                "200.00 USD so far, 201.00 USD with this gift, 1.00 USD above the limit of 200.00 USD in any 12 months "
                    + "(limit)",
                "no approval lifts it", "free on 2026-08-01, 31 days to go",
            ]
        )
        #expect(verdict.failed.first?.reasons.text(.chinese).first == "任意12个月内已送4份，上限4份（limit），已用完")
        #expect(customer(limit, after: gifts.dropLast(1)).verdict(on: "mug", costing: money("50.00 USD")).isAllowed)
        #expect(!customer(limit, after: gifts.dropLast(1)).verdict(on: "mug", costing: money("50.01 USD")).isAllowed)
    }

    @Test(arguments: [
        ("P12M", "2025-07-01", true), ("P12M", "2025-07-02", false), ("P1Y", "2025-07-01", true),
        ("P30D", "2026-06-01", true), ("P30D", "2026-06-02", false), ("P1D", "2026-06-30", true),
        ("P1D", "2026-07-01", false), ("P1M", "2026-06-01", true), ("P1M", "2026-06-02", false),
    ])
    func `R-POL-05 Lets a gift drop out of a rolling stretch to the day`(period: String, given: String, isFree: Bool) {
        let total = GiftLimit.Total(within: .rolling(Period(period)!), count: 1)
        let customer = customer(.limit(total: total), after: [(given, "1.00 CNY")])
        #expect(customer.verdict(on: "mug", costing: money("1.00 CNY")).isAllowed == isFree)
    }

    @Test(
        arguments: [
            ("2025-12-31", "2026-01-01", true, nil), ("2026-01-01", "2026-12-31", false, "2027-01-01"),
            ("2026-01-01", "2027-01-01", true, nil),
        ] as [(String, String, Bool, String?)]
    )
    func `R-POL-05 Begins a calendar year on 1 January`(given: String, now: String, isFree: Bool, opens: String?) {
        let total = GiftLimit.Total(within: .calendarYear, amount: money("10.00 CNY"))
        let verdict = customer(.limit(total: total), after: [(given, "10.00 CNY")], asOf: now)
            .verdict(on: "mug", costing: money("0.01 CNY"))
        #expect(verdict.isAllowed == isFree)
        #expect(verdict.earliest?.day.description == opens)
    }

    @Test func `R-POL-05 Counts what is planned for later, and nothing that was called off`() {
        let total = GiftLimit.Total(within: .rolling("P30D"), count: 1)
        func isFree(_ date: String, _ states: [GrantState]) -> Bool {
            let grant = Guarded.grant(Guarded.terms(costing: "1.00 CNY", on: date), then: states)
            return Guarded.customer(Guarded.facts(grants: [grant]), before: [.limit(total: total)])
                .verdict(on: "mug", costing: money("1.00 CNY")).isAllowed
        }
        for states: [GrantState] in [[], [.approved], [.approved, .reserved, .dispatched, .lost]] {
            #expect(!isFree("2026-07-10", states))
            #expect(!isFree("2026-07-30", states))
            #expect(isFree("2026-07-31", states))
        }
        for states: [GrantState] in [[.rejected], [.cancelled], [.approved, .expired]] {
            #expect(isFree("2026-07-01", states))
        }
    }

    @Test func `R-POL-05 Finds the fullest stretch, the past and what is planned apart`() {
        let total = GiftLimit.Total(within: .rolling("P30D"), amount: money("10.00 CNY"), count: 3)
        // Two lie behind and two before today, and no stretch of 30 days holds all four.
        let gifts = [
            ("2026-06-05", "4.00 CNY"), ("2026-06-30", "3.00 CNY"), ("2026-07-10", "2.00 CNY"),
            ("2026-07-20", "1.00 CNY"),
        ]
        let customer = customer(.limit(total: total), after: gifts)
        let registers = customer.registers(of: "limit")
        #expect(registers.map(\.through) == ["2026-07-01", "2026-07-10", "2026-07-20"].map(day))
        #expect(registers.map(\.count) == [2, 2, 3])
        #expect(registers.map(\.amount) == ["7.00 CNY", "5.00 CNY", "6.00 CNY"].map(money))
        let verdict = customer.verdict(on: "mug", costing: money("1.00 CNY"))
        #expect(verdict.why.first == "3 of 3 gifts in any 30 days (limit), used up")
        #expect(verdict.reasons.compactMap { $0["used"] }.last == .money(money("7.00 CNY")))
    }

    @Test func `R-POL-05 Holds what the fullest stretch holds, also where a later one holds less`() {
        let total = GiftLimit.Total(within: .rolling("P30D"), count: 2)
        let gifts = ["2026-06-10", "2026-06-20", "2026-07-24"].map { ($0, "1.00 CNY") }
        let customer = customer(.limit(total: total), after: gifts)
        #expect(customer.registers(of: "limit").map(\.count) == [2, 1])
        #expect(!customer.verdict(on: "mug", costing: money("1.00 CNY")).isAllowed)
    }

    @Test func `R-POL-05 Needs no rate for what cost nothing`() {
        let total = GiftLimit.Total(within: .rolling("P12M"), amount: money("10.00 CNY"))
        let customer = customer(.limit(total: total, allowsZeroCost: false), after: [("2026-06-01", "0.00 USD")])
        #expect(customer.verdict(on: "mug", costing: money("10.00 CNY")).isAllowed)
    }

    @Test func `R-POL-05 Neither holds back nor counts what costs nothing, where that may go`() {
        let total = GiftLimit.Total(within: .rolling("P12M"), count: 1)
        let cards = [("2026-06-01", "0.00 CNY"), ("2026-06-02", "0.00 CNY")]
        let free = customer(.limit(total: total), after: cards)
        #expect(free.verdict(on: "mug", costing: money("1.00 CNY")).isAllowed)
        #expect(
            free.verdict(on: "card", costing: money("0.00 CNY")).reasons.text() == ["what costs nothing may go (limit)"]
        )
        let full = customer(.limit(total: total), after: [("2026-06-01", "1.00 CNY")])
        #expect(full.verdict(on: "card", costing: money("0.00 CNY")).isAllowed)
        #expect(full.verdict(on: .birthday, by: nil).isAllowed)
        let strict = Guard.limit(total: total, allowsZeroCost: false)
        #expect(!customer(strict, after: [("2026-06-01", "0.00 CNY")]).verdict(on: .birthday, by: nil).isAllowed)
    }

    @Test(arguments: [
        ("9.99 CNY", true), ("10.00 CNY", false), ("10.01 CNY", false),
    ])
    func `R-POL-05 Says before a gift is chosen when nothing is left`(given: String, isFree: Bool) {
        let total = GiftLimit.Total(within: .rolling("P12M"), amount: money("10.00 CNY"))
        let verdict = customer(.limit(total: total, allowsZeroCost: false), after: [("2026-01-01", given)])
            .verdict(on: .birthday, by: nil)
        #expect(verdict.isAllowed == isFree)
        #expect(verdict.earliest?.day == (isFree ? nil : day("2027-01-01")))
        #expect(verdict.reasons.text().first?.contains("used up") == !isFree)
    }

    @Test(arguments: [
        (["69.99 CNY"], true), (["70.00 CNY"], false), (["70.01 CNY"], false), (["69.99 CNY", "0.01 CNY"], false),
    ])
    func `R-POL-05 Has something left as long as a fraction of a cent is, in another currency`(
        given: [String],
        isFree: Bool
    ) {
        let total = GiftLimit.Total(within: .rolling("P12M"), amount: money("10.00 USD"))
        let limit = Guard.limit(total: total, allowsZeroCost: false)
        let rates = [Guarded.rate(.usd, .cny, "7", on: "2026-07-01")]
        let customer = customer(limit, after: given.map { ("2026-06-01", $0) }, at: rates)
        #expect(customer.verdict(on: .birthday, by: nil).isAllowed == isFree)
        // The stretch that ends with a later gift may be the one that is full, although both begin the same cent.
        let later = self.customer(limit, after: [("2025-07-10", "69.99 CNY"), ("2026-07-20", "70.00 CNY")], at: rates)
        #expect(!later.verdict(on: .birthday, by: nil).isAllowed)
        let earlier = self.customer(
            limit,
            after: [("2025-07-10", "70.00 CNY"), ("2026-07-20", "69.99 CNY")],
            at: rates
        )
        #expect(!earlier.verdict(on: .birthday, by: nil).isAllowed)
    }

    @Test func `R-POL-05 Is not lifted while another part of it cannot be counted`() {
        let total = GiftLimit.Total(within: .rolling("P12M"), amount: money("10.00 USD"))
        let limit = Guard.limit(perGift: "1.00 CNY", total: total, override: .approval("top"))
        let verdict = customer(limit).verdict(on: "mug", costing: money("2.00 CNY"))
        #expect(verdict.findings.map(\.answer) == [.forbids])
        #expect(verdict.approvalsThatLift == nil)
        #expect(
            verdict.why == [
                "2.00 CNY for one gift, 1.00 CNY above the limit of 1.00 CNY (limit)", "no rate for CNY (limit)",
                "no approval lifts it",
            ]
        )
        let rates = [Guarded.rate(.usd, .cny, "7", on: "2026-07-01")]
        #expect(customer(limit, at: rates).verdict(on: "mug", costing: money("2.00 CNY")).approvalsThatLift == ["top"])
    }

    @Test func `R-POL-05 Names no day where waiting does not help`() {
        let total = GiftLimit.Total(within: .rolling("P12M"), amount: money("10.00 CNY"), count: 1)
        let both = customer(.limit(perGift: "5.00 CNY", total: total), after: [("2026-06-01", "1.00 CNY")])
        #expect(both.verdict(on: "mug", costing: money("5.00 CNY")).earliest?.day == day("2027-06-01"))
        #expect(both.verdict(on: "mug", costing: money("5.01 CNY")).earliest == nil)
        // Nobody set a rate, and no day brings one.
        #expect(both.verdict(on: "mug", costing: money("1.00 USD")).earliest == nil)
        let alone = customer(.limit(total: total), after: [("2026-06-01", "1.00 CNY")])
        #expect(alone.verdict(on: "mug", costing: money("10.01 CNY")).earliest == nil)
    }

    @Test(arguments: [("2026-01-31", "2026-03-01"), ("2026-01-28", "2026-02-28"), ("2026-01-29", "2026-03-01")])
    func `R-POL-05 Lets a gift of the end of a month drop out when its month is over`(given: String, opens: String) {
        let total = GiftLimit.Total(within: .rolling("P1M"), count: 1)
        let verdict = customer(.limit(total: total), after: [(given, "1.00 CNY")], asOf: "2026-02-15")
            .verdict(on: "mug", costing: money("1.00 CNY"))
        #expect(verdict.earliest?.day == day(opens))
    }

    @Test func `R-POL-05 Finds what the same run gives, and not the grant that is asked about twice`() {
        let total = GiftLimit.Total(within: .rolling("P12M"), amount: money("500.00 CNY"))
        var customer = customer(.limit(total: total))
        #expect(customer.verdict(on: "mug", costing: money("300.00 CNY")).isAllowed)
        customer.add(LimitEntry(DatedAmount(money("300.00 CNY"), for: "c-1", on: Guarded.today)))
        #expect(!customer.verdict(on: "mug", costing: money("300.00 CNY")).isAllowed)
        #expect(customer.verdict(on: "mug", costing: money("200.00 CNY")).isAllowed)
    }

    @Test func `R-POL-11 Frees with the last of several that hold back, and not with the first`() {
        let month = Guard.limit("month", total: GiftLimit.Total(within: .rolling("P30D"), count: 1))
        let year = Guard.limit("year", total: GiftLimit.Total(within: .calendarYear, count: 1))
        let given = Guarded.grant(Guarded.terms(costing: "10.00 CNY", on: "2026-06-20"))
        let customer = Guarded.customer(Guarded.facts(grants: [given]), before: [year, month])
        let verdict = customer.verdict(on: "mug", costing: money("45.00 CNY"))
        #expect(verdict.failed.map(\.earliest?.day) == [day("2026-07-20"), day("2027-01-01")])
        #expect(verdict.earliest?.day == day("2027-01-01"))
    }

    @Test func `R-POL-05 Adds up amounts in several currencies exactly`() {
        let total = GiftLimit.Total(within: .rolling("P12M"), amount: money("100.00 USD"))
        let rates = [
            Guarded.rate(.usd, .cny, "7", on: "2026-07-01"), Guarded.rate(.usd, .eur, "0.9", on: "2026-07-01"),
        ]
        let gifts = [("2026-01-01", "100.00 CNY"), ("2026-02-01", "50.00 EUR"), ("2026-03-01", "10.00 USD")]
        // 100/7 + 50/0.9 + 10 = 79.8412…, so 20.1587… are left.
        let customer = customer(.limit(total: total), after: gifts, at: rates)
        #expect(customer.verdict(on: "mug", costing: money("20.15 USD")).isAllowed)
        #expect(!customer.verdict(on: "mug", costing: money("20.16 USD")).isAllowed)
        #expect(customer.registers(of: "limit").first?.exactMinorUnits == Ratio(503_000, over: 63))
        let missing = self.customer(.limit(total: total), after: gifts, at: [rates[0]])
        #expect(missing.verdict(on: "mug", costing: money("0.01 USD")).why == ["no rate for EUR (limit)"])
        #expect(missing.registers(of: "limit").first?.amount == nil)
    }

    // MARK: Against a naive count

    /// Whether a gift of one currency is within the total when given on `date`, told by walking through every day.
    private func naively(
        _ total: GiftLimit.Total,
        _ given: [(CalendarDate, Int64)],
        _ cost: Int64,
        on date: CalendarDate
    ) -> Bool {
        let all = given + [(date, cost)]
        func holds(_ stretch: ClosedRange<CalendarDate>) -> Bool {
            let inside = all.filter { stretch.contains($0.0) }
            return inside.reduce(0) { $0 + $1.1 } <= total.amount?.minorUnits ?? .max
                && inside.count <= total.count ?? .max
        }
        switch total.window {
        case .calendarYear:
            return holds(day("\(date.year)-01-01")...day("\(date.year)-12-31"))
        case .rolling(let period):
            return (0...1200)
                .allSatisfy { offset in
                    let end = date.adding(days: offset)!
                    let start = end.adding(period, times: -1, shortMonth: .lastDay)!.adding(days: 1)!
                    return start > date || holds(start...end)
                }
        }
    }

    @Test(arguments: 0..<60)
    func `R-POL-05 Agrees with a count of every stretch, and opens on the first day that has room`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let windows: [LimitWindow] = [
            .rolling("P1M"), .rolling("P30D"), .rolling("P12M"), .rolling("P1Y1M2D"), .calendarYear,
        ]
        let window = windows.randomElement(using: &random)!
        let total = GiftLimit.Total(
            within: window,
            amount: Bool.random(using: &random)
                ? Money(minorUnits: .random(in: 5...20, using: &random), in: .cny) : nil,
            count: .random(in: 1...4, using: &random)
        )
        let given = (0..<Int.random(in: 0...6, using: &random))
            .map { _ in
                (
                    Guarded.today.adding(days: .random(in: -420...200, using: &random))!,
                    Int64.random(in: 1...8, using: &random)
                )
            }
        let cost = Int64.random(in: 1...8, using: &random)
        var customer = customer(.limit(total: total))
        for (date, amount) in given {
            customer.add(LimitEntry(DatedAmount(Money(minorUnits: amount, in: .cny), for: "c-1", on: date)))
        }
        let verdict = customer.verdict(on: "mug", costing: Money(minorUnits: cost, in: .cny))
        #expect(verdict.isAllowed == naively(total, given, cost, on: Guarded.today))
        guard !verdict.isAllowed else { return }
        let opening = (1...1500).lazy.map { Guarded.today.adding(days: $0)! }
            .first { naively(total, given, cost, on: $0) }
        #expect(verdict.earliest?.day == opening)
    }
}
