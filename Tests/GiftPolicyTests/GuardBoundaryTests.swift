import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `The bounds of every guard` {
    /// A guard, what is known, and whether a mug for so much passes at an instant.
    struct Edge: CustomTestStringConvertible {
        let testDescription: String
        let source: Guard
        let facts: CustomerFacts
        let now: Timestamp
        let cost: Money
        let rates: [Circumstances.DatedRate]
        let passes: Bool

        init(
            _ name: String,
            _ source: Guard,
            _ facts: CustomerFacts = Guarded.facts(),
            at now: Timestamp? = nil,
            costing cost: String = "45.00 CNY",
            _ rates: [Circumstances.DatedRate] = [],
            passes: Bool
        ) {
            self.testDescription = name
            self.source = source
            self.facts = facts
            self.now = now ?? Guarded.noon(facts.profile.asOf)
            self.cost = money(cost)
            self.rates = rates
            self.passes = passes
        }
    }

    private static let noon = Guarded.noon(Guarded.today)

    private static func around(
        _ name: String,
        _ source: Guard,
        _ facts: CustomerFacts,
        passesBefore: Bool,
        passesAt: Bool
    ) -> [Edge] {
        [
            Edge("\(name), before", source, facts, at: noon.later(-1), passes: passesBefore),
            Edge("\(name), at", source, facts, at: noon, passes: passesAt),
            Edge("\(name), after", source, facts, at: noon.later(1), passes: passesAt),
        ]
    }

    // MARK: consent

    private static let consent = Guard(id: "consent", .consent(to: [.giftDelivery]))

    private static func given(from: Timestamp, until: Timestamp? = nil, withdrawn: Timestamp? = nil) -> CustomerFacts {
        let given = ConsentChange(to: .giftDelivery, givenAt: from, until: until, notice: "n", proof: "p")!
        let taken = withdrawn.map { ConsentChange(to: .giftDelivery, withdrawnAt: $0) }
        return Guarded.facts(nil, Consents([given] + [taken].compactMap(\.self)))
    }

    private static let long = noon.later(-900 * Timestamp.day)

    private static let consents =
        around("given", consent, given(from: noon), passesBefore: false, passesAt: true)
        + around("expired", consent, given(from: long, until: noon), passesBefore: true, passesAt: false)
        + around("taken back", consent, given(from: long, withdrawn: noon), passesBefore: true, passesAt: false)

    // MARK: complaints

    private static func complaint(_ states: ComplaintState...) -> CustomerFacts {
        let steps = states.reversed().enumerated()
            .map { Activity.complaintStep(Did.step("t", $1, noon.later(-Int64($0) * Timestamp.day))) }
        return Guarded.facts(activities: steps)
    }

    private static let complaints: [Edge] = {
        let source = Guard(id: "open", .openComplaint())
        return around("opened", source, complaint(.opened), passesBefore: true, passesAt: false)
            + around("resolved", source, complaint(.opened, .resolved), passesBefore: false, passesAt: true)
            + around("reopened", source, complaint(.opened, .resolved, .reopened), passesBefore: true, passesAt: false)
    }()

    // MARK: ages

    private static func born(_ date: String, consents: Consents? = nil) -> CustomerFacts {
        Guarded.facts(Guarded.record { $0.birthday = .solar(date) }, consents)
    }

    private static let ages: [Edge] = {
        let adult = Guard(id: "age", .minimumAge(AgeLimit(years: 18)))
        let child = Guard(id: "child", .guardian(GuardianRule(under: 14)))
        let consent = Guarded.consents([.guardianConsent])
        return [
            Edge("18 tomorrow", adult, born("2008-07-02"), passes: false),
            Edge("18 today", adult, born("2008-07-01"), passes: true),
            Edge("18 yesterday", adult, born("2008-06-30"), passes: true),
            Edge("14 tomorrow", child, born("2012-07-02"), passes: false),
            Edge("14 tomorrow, and a guardian consents", child, born("2012-07-02", consents: consent), passes: true),
            Edge("14 today", child, born("2012-07-01"), passes: true),
            Edge("14 yesterday", child, born("2012-06-30"), passes: true),
        ]
    }()

    // MARK: exclusions

    private static let exclusions: [Edge] = {
        let lately = Guard(id: "lately", .exclusion(.daysSinceLastPurchase(.atMost, 10)))
        let often = Guard(id: "often", .exclusion(.count(.orders, .atLeast, 2)))
        func bought(_ days: Int..., asOf date: CalendarDate = Guarded.today) -> CustomerFacts {
            Shop.facts(days.map { (date.adding(days: -$0)!.description, 10_00) }, asOf: date)
        }
        return [
            Edge("9 days ago", lately, bought(9), passes: false),
            Edge("10 days ago", lately, bought(10), passes: false),
            Edge("11 days ago", lately, bought(11), passes: true), Edge("once", often, bought(9), passes: true),
            Edge("twice", often, bought(9, 8), passes: false), Edge("thrice", often, bought(9, 8, 7), passes: false),
        ]
    }()

    // MARK: limits

    private static func earlier(_ cost: String, on date: String) -> CustomerFacts {
        Guarded.facts(grants: [Guarded.grant(Guarded.terms(costing: cost, on: date))])
    }

    private static let limits: [Edge] = {
        let gift = Guard.limit(perGift: "45.00 CNY")
        let closed = Guard.limit(perGift: "45.00 CNY", allowsZeroCost: false)
        func total(_ window: LimitWindow, _ amount: String? = nil, count: Int64? = nil) -> Guard {
            Guard.limit(total: GiftLimit.Total(within: window, amount: amount.map(money), count: count))
        }
        let sum = total(.calendarYear, "100.00 CNY")
        let one = total(.rolling("P12M"), count: 1)
        let year = total(.calendarYear, count: 1)
        let rate = [Guarded.rate(.usd, .cny, "7", on: "2026-06-24")]
        let dollars = Guard.limit(perGift: "45.50 CNY", rateDays: 7)
        let days6 = Guard.limit(perGift: "45.50 CNY", rateDays: 6)
        return [
            Edge("one cent below", gift, costing: "44.99 CNY", passes: true),
            Edge("exactly", gift, costing: "45.00 CNY", passes: true),
            Edge("one cent above", gift, costing: "45.01 CNY", passes: false),
            Edge("nothing", gift, costing: "0.00 CNY", passes: true),
            Edge("nothing, which is not allowed", closed, costing: "0.00 CNY", passes: false),
            Edge("a cent, where nothing is not allowed", closed, costing: "0.01 CNY", passes: true),
            Edge("sum one cent below", sum, earlier("54.99 CNY", on: "2026-02-01"), passes: true),
            Edge("sum exactly", sum, earlier("55.00 CNY", on: "2026-02-01"), passes: true),
            Edge("sum one cent above", sum, earlier("55.01 CNY", on: "2026-02-01"), passes: false),
            Edge("twelve months and a day ago", one, earlier("1.00 CNY", on: "2025-06-30"), passes: true),
            Edge("twelve months ago", one, earlier("1.00 CNY", on: "2025-07-01"), passes: true),
            Edge("a day less than twelve months ago", one, earlier("1.00 CNY", on: "2025-07-02"), passes: false),
            Edge("today", one, earlier("1.00 CNY", on: "2026-07-01"), passes: false),
            Edge(
                "planned for the last day of twelve months",
                one,
                earlier("1.00 CNY", on: "2027-06-30"),
                passes: false
            ),
            Edge("planned for twelve months ahead", one, earlier("1.00 CNY", on: "2027-07-01"), passes: true),
            Edge("last year", year, earlier("1.00 CNY", on: "2025-12-31"), passes: true),
            Edge("on 1 January", year, earlier("1.00 CNY", on: "2026-01-01"), passes: false),
            Edge("planned for 31 December", year, earlier("1.00 CNY", on: "2026-12-31"), passes: false),
            Edge("planned for next year", year, earlier("1.00 CNY", on: "2027-01-01"), passes: true),
            Edge("converted, exactly", dollars, costing: "6.50 USD", rate, passes: true),
            Edge("converted, above", dollars, costing: "6.51 USD", rate, passes: false),
            Edge("a rate of seven days, the most", dollars, costing: "6.50 USD", rate, passes: true),
            Edge("a rate of seven days, six at most", days6, costing: "6.50 USD", rate, passes: false),
            Edge("no rate", dollars, costing: "0.01 USD", passes: false),
        ]
    }()

    @Test(arguments: consents + complaints + ages + exclusions + limits)
    func `R-POL-05 Are kept to the millisecond, the day and the cent`(edge: Edge) {
        let customer = Guarded.customer(edge.facts, before: [edge.source], at: edge.rates, now: edge.now)
        let verdict = customer.verdict(on: .birthday, by: "birthday", giving: "mug", costing: edge.cost)
        #expect(verdict.isAllowed == edge.passes, "\(verdict.reasons.text())")
    }

    @Test(arguments: [(-1, true), (0, false), (1, false)] as [(Int64, Bool)])
    func `R-DATA-06 Are kept to the millisecond where somebody objects to personalization`(
        milliseconds: Int64,
        isPersonalized: Bool
    ) {
        let facts = Guarded.facts(nil, Consents([ConsentChange(to: .personalization, withdrawnAt: Self.noon)]))
        let source = Guard(id: "choice", .personalization(.unlessObjected))
        let customer = Guarded.customer(facts, before: [source], now: Self.noon.later(milliseconds))
        let verdict = customer.verdict(on: .birthday, by: "birthday")
        #expect(verdict.isAllowed && verdict.isPersonalized == isPersonalized)
    }

    /// Midnight in New York on 1 July 2026 is 4:00 in Greenwich.
    @Test(arguments: [
        ("2026-07-01T03:59:59Z", "2026-06-30", false), ("2026-07-01T04:00:00Z", "2026-07-01", true),
        ("2026-03-08T04:59:59Z", "2026-03-07", false), ("2026-03-08T05:00:00Z", "2026-03-08", true),
    ])
    func `R-POL-05 Are those of the customer's days, and not of Greenwich`(now: String, today: String, passes: Bool) {
        let born = now.hasPrefix("2026-07") ? "2008-07-01" : "2008-03-08"
        var document = Shop.document
        document.guards = [Guard(id: "age", .minimumAge(AgeLimit(years: 18)))]
        document.rules = [PolicySamples.rule("r-0", .periodic(PeriodicTrigger(.calendarYear)), .all([]), 1)]
        var record = CustomerRecord(of: "c-1")
        (record.birthday, record.zone) = (.solar(born), Zones.newYork.id)
        let known = Shop.facts([("2026-01-10", 10_00)], asOf: day(today))
        let facts = CustomerFacts(profile: known.profile, attributes: known.attributes, record: record)
        let circumstances = Circumstances(at: utc(now), giving: Shop.gifts, in: Zones.all)
        let decision = Shop.trapping { try Policy(validating: document) }.decision(for: facts, under: circumstances)
        #expect(decision.candidates.isEmpty != passes)
        if !passes {
            #expect(decision.refusal(of: "r-0")?.kind == .blocked)
            #expect(decision.refusal(of: "r-0")?.earliest?.instant == utc(now).later(1000))
        }
    }
}
