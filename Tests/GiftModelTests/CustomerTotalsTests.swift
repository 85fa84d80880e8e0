import GiftModel
import GiftTesting
import Testing

private func day(_ text: String) -> CalendarDate { CalendarDate(text)! }
private func yuan(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, in: .cny) }

private func affiliation(
    _ contact: Customer.ID,
    _ organization: Customer.ID,
    from: String,
    until: String? = nil
) -> Affiliation {
    Affiliation(of: contact, with: organization, from: day(from), until: until.map(day))!
}

@Suite struct `The totals of customers` {
    private let affiliations = Affiliations([
        affiliation("li", "o-1", from: "2025-01-01", until: "2026-03-01"),
        affiliation("li", "o-2", from: "2026-03-01"), affiliation("wu", "o-1", from: "2025-01-01"),
        affiliation("o-1", "holding", from: "2025-01-01"),
    ])

    private func totals(
        _ amounts: [DatedAmount],
        from: String = "2026-01-01",
        until: String = "2027-01-01"
    ) throws(MoneyError) -> CustomerTotals {
        try CustomerTotals(of: amounts, from: day(from), until: day(until), in: .cny, by: affiliations)
    }

    @Test func `R-DATA-08 Sum per person and per organization`() throws {
        let totals = try totals([
            DatedAmount(yuan(100), for: "li", on: day("2026-01-05")),
            DatedAmount(yuan(200), for: "wu", on: day("2026-01-05")),
            DatedAmount(yuan(40), for: "o-1", on: day("2026-01-05")),
            DatedAmount(yuan(7), for: "guest", on: day("2026-01-05")),
        ])
        #expect((totals.total(of: "li").count, totals.total(of: "li").amount) == (1, yuan(100)))
        #expect((totals.total(of: "o-1").count, totals.total(of: "o-1").amount) == (1, yuan(40)))
        #expect((totals.total(over: "o-1").count, totals.total(over: "o-1").amount) == (3, yuan(340)))
        #expect((totals.total(over: "guest").count, totals.total(over: "guest").amount) == (1, yuan(7)))
        #expect((totals.total(over: "o-9").count, totals.total(over: "o-9").amount) == (0, yuan(0)))
    }

    @Test func `R-DATA-08 Leave an amount with the organization for which the contact stood on its day`() throws {
        let totals = try totals([
            DatedAmount(yuan(100), for: "li", on: day("2026-02-28")),
            DatedAmount(yuan(30), for: "li", on: day("2026-03-01")),
        ])
        #expect(totals.total(of: "li").amount == yuan(130))
        #expect((totals.total(over: "o-1").count, totals.total(over: "o-1").amount) == (1, yuan(100)))
        #expect((totals.total(over: "o-2").count, totals.total(over: "o-2").amount) == (1, yuan(30)))
    }

    @Test func `R-DATA-08 Reach from an organization to its contacts and no further`() throws {
        let totals = try totals([
            DatedAmount(yuan(100), for: "wu", on: day("2026-02-28")),
            DatedAmount(yuan(40), for: "o-1", on: day("2026-01-05")),
        ])
        #expect(totals.total(over: "holding").amount == yuan(40))
    }

    @Test func `R-DATA-08 Count the first day of the period and not the one after it`() throws {
        let amounts = ["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"]
            .map { DatedAmount(yuan(1), for: "wu", on: day($0)) }
        #expect(try totals(amounts).total(of: "wu").count == 2)
        #expect(try totals(amounts, until: "2026-01-01").total(of: "wu").count == 0)
    }

    @Test func `R-DATA-08 Refuse another currency in the period, and pass it over outside`() throws {
        let euros = DatedAmount(Money("1.00 EUR")!, for: "wu", on: day("2026-01-05"))
        #expect(throws: MoneyError.currencyMismatch(.eur, .cny)) { try totals([euros]) }
        #expect(try totals([euros], from: "2026-01-06").total(of: "wu").count == 0)
    }

    @Test func `R-DATA-08 Refuse a total that does not fit, in whatever order it comes about`() throws {
        let most = DatedAmount(yuan(.max), for: "li", on: day("2026-01-05"))
        let one = DatedAmount(yuan(1), for: "li", on: day("2026-01-05"))
        let back = DatedAmount(yuan(-1), for: "li", on: day("2026-01-05"))
        for amounts in [[most, one, back], [most, back, one], [one, back, most]] {
            #expect(try totals(amounts).total(over: "o-1").amount == yuan(.max))
        }
        #expect(throws: MoneyError.overflow) { try totals([most, one]) }
        // Each person's total fits; that of their organization does not.
        let other = DatedAmount(yuan(1), for: "wu", on: day("2026-01-05"))
        #expect(throws: MoneyError.overflow) { try totals([most, other]) }
    }

    @Test func `R-DATA-08 Count the gifts that stand, on the days for which they were planned`() throws {
        func grant(_ customer: Customer.ID, then states: [GrantState]) throws -> GiftGrant {
            let terms = GrantTerms(
                of: "cup",
                on: Occurrence(of: .upgrade, for: customer, term: "gold-2026"),
                cost: LandedCost(goods: 1_90_00, shipping: 9_00, returnHandling: 5_00, in: .cny)!,
                plannedFor: day("2026-02-28"),
                by: RuleReference(
                    policy: PolicyReference(id: "shop", version: 1, hash: ContentHash(of: "shop")),
                    rule: "gold"
                ),
                because: []
            )
            var grant = GiftGrant(id: terms.id)
            let now = Timestamp(milliseconds: 0)
            let actions = [GrantCommand.Action.plan(terms)] + states.map { .report($0, at: now) }
            for (key, action) in actions.enumerated() {
                try grant.perform(GrantCommand(action, key: RequestKey(UInt128(key))), at: now)
            }
            return grant
        }
        let grants = [
            try grant("li", then: [.approved, .reserved]), try grant("wu", then: [.approved, .reserved, .cancelled]),
            GiftGrant(id: "unplanned"),
        ]
        let totals = try totals(grants.compactMap { DatedAmount($0) })
        #expect((totals.total(of: "li").count, totals.total(of: "li").amount) == (1, yuan(199_00)))
        #expect(totals.total(of: "wu").count == 0)
        #expect((totals.total(over: "o-1").count, totals.total(over: "o-2").count) == (1, 0))
    }

    @Test(arguments: 0..<200)
    func `R-DATA-08 Say what a naive sum says, whatever the order`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let start = day("2026-01-01")
        let people: [Customer.ID] = ["c-1", "c-2", "c-3", "o-1", "o-2"]
        let known = (0..<8)
            .compactMap { _ -> Affiliation? in
                let from = start.adding(days: .random(in: 0...9, using: &generator))!
                let length = Int.random(in: 0...6, using: &generator)
                return Affiliation(
                    of: people.randomElement(using: &generator)!,
                    with: Bool.random(using: &generator) ? "o-1" : "o-2",
                    from: from,
                    until: length == 0 ? nil : from.adding(days: length)
                )
            }
        let affiliations = Affiliations(known)
        let amounts = (0..<40)
            .map { _ in
                DatedAmount(
                    yuan(.random(in: -99...99, using: &generator)),
                    for: people.randomElement(using: &generator)!,
                    on: start.adding(days: .random(in: 0...14, using: &generator))!
                )
            }
        let (from, until) = (start.adding(days: 3)!, start.adding(days: 12)!)
        let totals = try CustomerTotals(of: amounts, from: from, until: until, in: .cny, by: affiliations)
        let again = amounts.shuffled(using: &generator)
        #expect(try CustomerTotals(of: again, from: from, until: until, in: .cny, by: affiliations) == totals)

        for person in people {
            var (own, all) = ((count: Int64(0), sum: Int64(0)), (count: Int64(0), sum: Int64(0)))
            // Day by day, from the list of contacts and not from the contact's organization.
            for offset in 3..<12 {
                let today = start.adding(days: offset)!
                let contacts = affiliations.contacts(of: person, on: today)
                for entry in amounts where entry.day == today {
                    if entry.customer == person { own = (own.count + 1, own.sum + entry.amount.minorUnits) }
                    if entry.customer == person || contacts.contains(entry.customer) {
                        all = (all.count + 1, all.sum + entry.amount.minorUnits)
                    }
                }
            }
            #expect((totals.total(of: person).count, totals.total(of: person).amount) == (own.count, yuan(own.sum)))
            #expect((totals.total(over: person).count, totals.total(over: person).amount) == (all.count, yuan(all.sum)))
        }
    }
}
