import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import LoyaltyPoints
import Segmentation
import Testing

/// Story S18: Ning's gift, what she takes back, what she asks, and that she is forgotten.
private enum Story {
    static let shanghai = FixedZone(offsetSeconds: 8 * 3600)!
    /// The name that the host drew for her; nobody outside its table knows whose it is.
    static let ning: Customer.ID = "p-7f3a"
    static let cost = money("199.00 CNY")

    static func clock(_ date: String, _ time: String) -> Timestamp {
        Timestamp(day(date), at: TimeOfDay(time + ":00")!, in: shanghai)
    }

    enum Cause: String, ReasonCode {
        case birthdayComing = "birthdayComing"

        var phrase: LocalizedText {
            LocalizedText(english: "birthday in {birthday}, within {limit}", chinese: "{birthday}后生日，{limit}以内")
        }
    }

    static func terms(for customer: Customer.ID = ning) -> GrantTerms {
        GrantTerms(
            of: "tea-set",
            on: Occurrence(of: "birthday", for: customer, term: "2026"),
            cost: LandedCost(goods: 199_00, in: .cny)!,
            plannedFor: day("2026-02-01"),
            by: RuleReference(policy: Shop.policy().reference, rule: "birthday"),
            because: [
                Reason(Cause.birthdayComing, Fact("birthday", .days(2)), Fact("limit", .days(3))),
                Reason(
                    PolicyReason.tierReachedLately,
                    Fact("tier", .name(LocalizedText(english: "Gold", chinese: "金卡"))),
                    Fact("since", .date(day("2026-01-20"))),
                    Fact("days", .days(12)),
                    Fact("limit", .days(30))
                ),
            ]
        )
    }

    /// Her grant, planned and reserved on 2026-02-01, and what happened then.
    static func grant(for customer: Customer.ID = ning, then states: [GrantState] = []) -> GiftGrant {
        var grant = GiftGrant(id: terms(for: customer).id)
        let now = clock("2026-02-01", "09:00")
        let later = ([.approved, .reserved] + states).map { GrantCommand.Action.report($0, at: now) }
        for (key, action) in ([.plan(terms(for: customer))] + later).enumerated() {
            Shop.trapping { try grant.perform(GrantCommand(action, key: RequestKey(UInt128(key))), at: now) }
        }
        return grant
    }

    /// Consent to marketing and gift delivery, as every story has it, and to surveys.
    static func consents(withdrawnAt time: String? = nil) -> Consents {
        let given = [Purpose.marketing, .giftDelivery, .surveys]
            .map { ConsentChange(to: $0, givenAt: clock("2026-01-05", "10:00"), notice: "2026-01", proof: "form-7")! }
        let withdrawn = time.map { ConsentChange(to: .giftDelivery, withdrawnAt: clock("2026-02-02", $0)) }
        return Consents(given + (withdrawn.map { [$0] } ?? []))
    }

    /// What the host does when the gift is due to leave.
    static func dispatch(_ grant: GiftGrant, for identity: CustomerIdentity, under consents: Consents) -> GiftGrant {
        let now = clock("2026-02-02", "17:00")
        let action = grant.cancellation(for: identity, under: consents, at: now)
        var grant = grant
        Shop.trapping { try grant.perform(GrantCommand(action ?? .report(.dispatched, at: now), key: 99), at: now) }
        return grant
    }

    /// What a policy with a cap of one gift in 30 days says to her two days later, when another gift would be due.
    static func decision(after grant: GiftGrant) -> Decision {
        let facts = Shop.facts([("2025-08-01", 300_00)], of: ning, grants: [grant], asOf: day("2026-02-03"))
        return Shop.policy().decision(for: facts, choosingFrom: Shop.gifts)
    }
}

@Suite struct `Consent that is taken back` {
    private func stock(after grant: GiftGrant) -> Int64 { 10 - grant.stockTaken }

    @Test func `R-DATA-06 S18 Is looked for where nothing was taken back, and lets the gift leave`() {
        let reserved = Story.grant()
        #expect((stock(after: reserved), reserved.held) == (9, Story.cost))
        let grant = Story.dispatch(reserved, for: .known(Story.ning), under: Story.consents())
        #expect((grant.state, grant.stands, grant.settled) == (.dispatched, true, Story.cost))
    }

    @Test func `R-DATA-06 S18 Before the dispatch calls the gift off, and the cap does not count it`() throws {
        let consents = Story.consents(withdrawnAt: "16:00")
        let grant = Story.dispatch(Story.grant(), for: .known(Story.ning), under: consents)
        #expect((grant.state, grant.stands) == (.cancelled, false))
        #expect((stock(after: grant), grant.held, grant.settled) == (10, money("0.00 CNY"), money("0.00 CNY")))
        let reason = try #require(grant.step(to: .cancelled)?.reason)
        #expect(
            reason.text(in: .english, from: .consent)
                == "consent to gift delivery withdrawn at 2026-02-02 08:00:00 UTC"
        )
        #expect(reason.text(in: .chinese, from: .consent) == "已于2026-02-02 08:00:00 UTC撤回对礼品寄送的同意")

        #expect(Story.decision(after: grant).giftsLeft == 1)
        #expect(Story.decision(after: grant).candidates.map(\.rule) == ["wake-up"])
        #expect(Story.decision(after: Story.grant()).refusal(of: "wake-up")?.kind == .suppressed)
    }

    @Test func `R-DATA-06 S18 After the dispatch lets the gift travel on, and nothing follows it`() throws {
        let consents = Story.consents(withdrawnAt: "17:30")
        var grant = Story.dispatch(Story.grant(), for: .known(Story.ning), under: consents)
        #expect(grant.state == .dispatched)
        let later = Story.clock("2026-02-05", "10:00")
        #expect(grant.cancellation(for: .known(Story.ning), under: consents, at: later) == nil)
        try grant.perform(GrantCommand(.report(.delivered, at: later), key: 100), at: later)
        #expect((grant.state, grant.settled, stock(after: grant)) == (.delivered, Story.cost, 9))
        #expect(Story.decision(after: grant).giftsLeft == 0)

        // A reminder serves the delivery; a survey about the gift serves the delivery and surveys, and needs both.
        #expect(consents.permits(.surveys, at: later))
        for purposes: [Purpose] in [[.giftDelivery], [.giftDelivery, .surveys]] {
            #expect(consents.obstacle(to: purposes, at: Story.clock("2026-02-02", "17:29")) == nil)
            let obstacle = try #require(consents.obstacle(to: purposes, at: Story.clock("2026-02-02", "17:30")))
            #expect(
                obstacle.reason.text(in: .english, from: .consent)
                    == "consent to gift delivery withdrawn at 2026-02-02 09:30:00 UTC"
            )
        }
    }

    @Test func `R-DATA-06 Calls off whatever still waits, and touches nothing else`() throws {
        let withdrawn = Story.consents(withdrawnAt: "16:00")
        let now = Story.clock("2026-02-02", "17:00")
        func action(_ grant: GiftGrant, _ consents: Consents) -> GrantCommand.Action? {
            grant.cancellation(for: .known(Story.ning), under: consents, at: now)
        }
        let reason = withdrawn.finding(on: .giftDelivery, at: now).reason
        let called = GrantCommand.Action.report(.cancelled, at: now, because: reason)
        var waiting = GiftGrant(id: Story.terms().id)
        #expect(action(waiting, withdrawn) == nil)
        try waiting.perform(GrantCommand(.plan(Story.terms()), key: 1), at: now)
        #expect(action(waiting, withdrawn) == called)
        #expect(action(Story.grant(), withdrawn) == called)
        for states: [GrantState] in [[.cancelled], [.expired], [.dispatched], [.dispatched, .lost]] {
            #expect(action(Story.grant(then: states), withdrawn) == nil)
        }
        // Nothing known is no consent.
        #expect(
            action(Story.grant(), Consents())
                == .report(.cancelled, at: now, because: Consents().finding(on: .giftDelivery, at: now).reason)
        )
    }
}

@Suite struct `Whoever asks why they were chosen` {
    /// Everything that the host knows of her.
    private let known = [
        UsedFact("birthday", from: "registration", on: day("2024-05-01")),
        UsedFact("tier", from: "tier-ladder", on: day("2026-01-31")),
        UsedFact("industry", from: "registration", on: day("2024-05-01")),
        UsedFact("complaints", from: "service-desk", on: day("2025-11-11")),
        UsedFact("lastPurchase", from: "shop", on: day("2026-01-20")),
    ]

    @Test func `R-DATA-06 S18 Sees the facts that were used, each with source and date, and no other`() throws {
        let (terms, planned) = (Story.terms(), Story.clock("2026-02-01", "09:00"))
        let use = try #require(
            DataUse(
                of: Story.ning,
                for: .giftDelivery,
                in: .grant(terms.id),
                facts: known.used(by: terms.reasons),
                under: Story.consents(),
                at: planned
            )
        )
        let uses = [use].uses(of: Story.ning, by: IdentityMap())
        #expect(uses.map(\.act) == [.grant(terms.id)])
        #expect(
            uses.flatMap { $0.account(by: terms.reasons) }.map { $0.text(in: .english, from: .dataUse) } == [
                "birthday (2 days) was used, from registration, as of 2024-05-01",
                "tier (Gold) was used, from tier-ladder, as of 2026-01-31",
                "consent to gift delivery given at 2026-01-05 02:00:00 UTC (notice 2026-01, proof form-7)",
            ]
        )
        #expect(
            uses.flatMap { $0.account(by: terms.reasons) }.map { $0.text(in: .chinese, from: .dataUse) } == [
                "使用了birthday（2天），来源：registration，日期：2024-05-01",
                "使用了tier（金卡），来源：tier-ladder，日期：2026-01-31",
                "已于2026-01-05 02:00:00 UTC同意礼品寄送（告知书2026-01，凭证form-7）",
            ]
        )
    }
}

/// A host with what it keeps: the table of names, the CRM, the journals.
private struct Host {
    /// Whose the drawn names are: the only place that knows.
    var table: [String: Customer.ID] = [
        "ning@example.com": Story.ning, "+86 139 0000 1234": Story.ning, "宁静": Story.ning, "card 8801": "p-91c2",
        "lin@example.com": "p-2",
    ]
    var identities = IdentityMap()
    let records = InMemoryCustomers()
    var consents: [Customer.ID: Consents] = [Story.ning: Story.consents(), "p-2": Story.consents()]
    var uses: [DataUse] = []
    let grants = InMemoryJournal<GrantEntry>()
    let points = InMemoryJournal<PointsEntry>()

    static let names = ["ning@example.com", "+86 139 0000 1234", "宁静", "card 8801"]

    init(herGift states: [GrantState]) async throws {
        // A card that she used before she registered turned out to be hers.
        identities.add(
            IdentityMerge(of: Story.ning, and: "p-91c2", by: "clerk-7", at: Story.clock("2026-01-01", "09:00"))!
        )
        for customer: Customer.ID in [Story.ning, "p-91c2", "p-2"] {
            await records.store(CustomerRecord(of: customer))
            var account = PointsAccount(of: customer)
            try account.perform(PointsCommand(.earn(120), key: 1), at: Story.clock("2026-01-20", "09:00"))
            #expect(await points.append([Append(account.entries, to: customer, at: 0)]) == .appended)
        }
        for grant in [Story.grant(then: states), Story.grant(for: "p-2", then: [.dispatched, .delivered])] {
            #expect(await grants.append([Append(grant.entries, to: grant.id, at: 0)]) == .appended)
        }
        uses = [Story.ning, "p-91c2", "p-2"]
            .map { customer in
                DataUse(
                    of: customer,
                    for: .giftDelivery,
                    in: .grant(Story.terms(for: customer).id),
                    facts: [UsedFact("tier", from: "tier-ladder", on: day("2026-01-31"))],
                    under: consents[customer] ?? Consents(),
                    at: Story.clock("2026-02-01", "09:00")
                )!
            }
    }

    /// What the book says a host must do.
    mutating func erase(_ customer: Customer.ID) async {
        let own = identities.identities(of: customer)
        identities.erase(customer)
        for identity in own {
            await records.delete(identity)
            consents[identity] = nil
        }
        uses.removeAll { own.contains($0.customer) }
        table = table.filter { !own.contains($0.value) }
    }

    struct Sums: Equatable {
        var held = Money.zero(in: .cny)
        var settled = Money.zero(in: .cny)
        var stockTaken: Int64 = 0
        var points: Points = 0
    }

    /// The sums over all journals, by applying every entry again.
    func sums() async throws -> Sums {
        var sums = Sums()
        for id in await grants.streams(after: nil, atMost: .max) {
            let grant = try await GiftLedger(in: grants).grant(id)
            sums.held = try sums.held.adding(#require(grant.held))
            sums.settled = try sums.settled.adding(#require(grant.settled))
            sums.stockTaken += grant.stockTaken
        }
        for customer in await points.streams(after: nil, atMost: .max) {
            var account = PointsAccount(of: customer)
            for entry in await points.entries(of: customer, from: 0, atMost: .max) { try account.apply(entry) }
            sums.points = try #require(sums.points.adding(account.balance.available))
        }
        return sums
    }

    /// The customers for whom anything may be triggered, among those that a CRM hands over.
    func triggered(among records: [CustomerRecord]) -> [Customer.ID] {
        records.map(\.id).filter { identities.identity(of: $0) == .known($0) }
    }
}

@Suite struct `A customer who is erased` {
    private let later = Story.clock("2026-03-01", "09:00")

    @Test func `R-DATA-06 S18 Is found by none of her names, and the sums are what they were`() async throws {
        var host = try await Host(herGift: [.dispatched, .delivered])
        let before = try await host.sums()
        #expect(before == Host.Sums(held: money("0.00 CNY"), settled: money("398.00 CNY"), stockTaken: 2, points: 360))
        #expect(host.uses.uses(of: "p-91c2", by: host.identities).count == 2)

        await host.erase("p-91c2")
        // No journal was touched, and nothing by which the world knows her ever stood in one.
        #expect(try await host.sums() == before)
        #expect(try await host.grants.streams(mentioning: Host.names).isEmpty)
        #expect(try await host.points.streams(mentioning: Host.names).isEmpty)
        for name in Host.names { #expect(host.table[name] == nil) }
        // The drawn names still stand there, and lead to nobody: not even from one of them to the other.
        for name: Customer.ID in [Story.ning, "p-91c2"] {
            #expect(!host.table.values.contains(name))
            #expect(host.identities.identity(of: name) == .erased)
            #expect(host.identities.identities(of: name).isEmpty)
            #expect(host.identities.trail(of: name).isEmpty)
            #expect(host.uses.uses(of: name, by: host.identities).isEmpty)
            #expect(host.consents[name] == nil)
        }
        #expect(host.identities.trail.isEmpty)
        #expect(await host.records.records(after: nil, atMost: 9).map(\.id) == ["p-2"])
        #expect(host.uses.uses(of: "p-2", by: host.identities).count == 1)
    }

    @Test func `R-DATA-06 S18 Is triggered for by nothing, even when the CRM hands her over again`() async throws {
        var host = try await Host(herGift: [.dispatched, .delivered])
        #expect(host.triggered(among: await host.records.records(after: nil, atMost: 9)) == ["p-2", Story.ning])
        await host.erase(Story.ning)
        await host.records.store(CustomerRecord(of: "p-91c2"))
        #expect(host.triggered(among: await host.records.records(after: nil, atMost: 9)) == ["p-2"])
    }

    @Test func `R-DATA-06 S18 Gets no gift that still waits, and its hold and stock are released once`() async throws {
        var host = try await Host(herGift: [])
        var sums = try await host.sums()
        #expect((sums.held, sums.stockTaken) == (Story.cost, 2))
        await host.erase(Story.ning)
        #expect(try await host.sums() == sums)

        // The check at dispatch finds her erased, although what she had agreed to may still be at hand.
        let (ledger, id) = (GiftLedger(in: host.grants), Story.terms().id)
        let identity = host.identities.identity(of: Story.ning)
        for _ in 1...2 {
            let action = try await ledger.grant(id).cancellation(for: identity, under: Story.consents(), at: later)
            if let action { try await ledger.perform(GrantCommand(action, key: 99), on: id, at: later) }
        }
        let grant = try await ledger.grant(id)
        #expect(grant.entries.count == 4)
        #expect(grant.step(to: .cancelled)?.reason == Reason(ConsentReason.customerErased))
        sums.held = money("0.00 CNY")
        sums.stockTaken = 1
        #expect(try await host.sums() == sums)
        #expect(try await host.grants.streams(mentioning: Host.names).isEmpty)
    }
}
