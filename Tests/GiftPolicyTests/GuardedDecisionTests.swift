import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

/// A shop in euros whose customer has not bought for long, so that a wake-up gift is due.
@Suite struct `A decision under guards` {
    private static let orders: [(String, Int64)] = [("2011-01-01", 200_00)]

    private static func facts(_ change: (inout CustomerRecord) -> Void = { _ in }, consents: Consents? = nil)
        -> CustomerFacts
    {
        let base = Shop.facts(orders)
        var record = CustomerRecord(of: "c-1")
        change(&record)
        var attributes = base.attributes
        attributes.record = record
        var facts = CustomerFacts(profile: base.profile, attributes: attributes, record: record)
        facts.consents = consents
        return facts
    }

    private static let consent = Guard(id: "consent", .consent(to: [.marketing]))
    private static let known = Consents([
        ConsentChange(to: .marketing, givenAt: Timestamp(milliseconds: 0), notice: "n", proof: "p")!
    ])

    @Test func `R-POL-05 Refuses as blocked what a guard forbids, also where nobody knows`() throws {
        let policy = Shop.policy { $0.guards = [Self.consent] }
        let refusal = try #require(
            policy.decision(for: Self.facts(), choosingFrom: Shop.gifts).refusal(of: "wake-up")
        )
        #expect((refusal.kind, refusal.earliest) == (.blocked, nil))
        #expect(refusal.reasons.first?.text(in: .english, from: .policy).contains("marketing") == true)
        let decision = policy.decision(for: Self.facts(consents: Self.known), choosingFrom: Shop.gifts)
        #expect(decision.candidates.map(\.rule) == ["wake-up"])
    }

    @Test func `R-POL-05 Asks the condition of an exclusion, and names its place when it has a fault`() throws {
        let big = Guard(id: "big", .exclusion(.amount(.sales, .atLeast, money("200.00 EUR"))))
        let policy = Shop.policy { $0.guards = [Self.consent, big] }
        let facts = Self.facts(consents: Self.known)
        #expect(policy.decision(for: facts, choosingFrom: Shop.gifts).refusal(of: "wake-up")?.kind == .blocked)
        let small = Guard(id: "big", .exclusion(.amount(.sales, .atLeast, money("200.01 EUR"))))
        let free = Shop.policy { $0.guards = [Self.consent, small] }.decision(for: facts, choosingFrom: Shop.gifts)
        #expect(free.candidates.map(\.rule) == ["wake-up"])

        var document = Shop.document
        document.guards = [Self.consent, Guard(id: "odd", .exclusion(.amount(.sales, .atLeast, money("1.00 GBP"))))]
        #expect(document.faults.map(\.path) == ["/guards/1/exclusion/when/value"])
    }

    @Test func `R-POL-05 Offers only gifts below a limit, and those above it where somebody may approve`() {
        func options(_ override: GiftLimit.Override) -> [GiftOption] {
            var (limit, other) = (
                GiftLimit(perGift: money("5.00 EUR"), allowsZeroCost: false),
                GiftLimit(perGift: money("500.00 EUR"), allowsZeroCost: false)
            )
            limit.override = override
            other.override = .approval("boss")
            return
                Shop.policy {
                    $0.approvals = [ApprovalRule(id: "boss", atLeast: nil, by: [.manager], validDays: 30)]
                    $0.guards = [
                        Guard(id: "limit", .limit(limit)), Guard(id: "other", .limit(other)),
                    ]
                }
                .decision(for: Self.facts(), choosingFrom: Shop.gifts).candidates[0].options
        }
        #expect(options(.never).map(\.gift).sorted() == ["cup"])
        let approved = options(.approval("boss"))
        #expect(approved.map(\.gift).sorted() == ["cup", "tea"])
        #expect(approved.first { $0.gift == "tea" }?.approvals == ["boss"])
        #expect(approved.first { $0.gift == "cup" }?.approvals == [])
    }

    @Test func `R-POL-05 Names the approval that a gift needs, and the grant says so`() throws {
        let policy = Shop.policy {
            $0.approvals = [
                ApprovalRule(id: "boss", atLeast: money("9.00 EUR"), by: [.manager], validDays: 30),
                ApprovalRule(id: "board", atLeast: money("9.01 EUR"), by: [.manager], validDays: 30),
            ]
        }
        let gifts = Shop.catalog([Shop.gift("tea", "9.00 EUR")])
        let decision = policy.decision(for: Self.facts(), choosingFrom: gifts)
        #expect(decision.candidates[0].options.map(\.approvals) == [["boss"]])
        let plan = try Allocator(policy: policy, catalog: gifts).plan([decision], within: money("100.00 EUR"))
        let reasons = plan.grants[0].reasons.map(\.code)
        #expect(reasons.filter { $0 == ApprovalReason.approvalNeeded.rawValue }.count == 1)
    }

    @Test func `R-POL-05 Counts under a limit what the same plan gives already`() throws {
        var limit = GiftLimit(allowsZeroCost: false)
        limit.total = GiftLimit.Total(within: .rolling("P12M"), amount: money("12.00 EUR"))
        func grants(_ limits: [Guard]) throws -> [GrantTerms] {
            let policy = Shop.policy {
                $0.caps = []
                $0.guards = limits
                $0.rules = ["a", "b"]
                    .map { name in
                        Rule(
                            id: Rule.ID(name)!,
                            name: Shop.name(name),
                            occasion: Occasion(Identifier(stringLiteral: name)),
                            goal: .repurchase,
                            priority: 40,
                            on: .inactive(moreThanDays: 90),
                            when: .all([]),
                            giving: GiftSelection(from: money("9.00 EUR"), through: money("9.00 EUR"))
                        )
                    }
            }
            let decision = policy.decision(for: Self.facts(), choosingFrom: Shop.gifts)
            #expect(decision.candidates.count == 2)
            let plan = try Allocator(policy: policy, catalog: Shop.gifts).plan([decision], within: money("100.00 EUR"))
            if limits.count == 1 {
                #expect(plan.refusals.map(\.kind) == [.blocked])
                #expect(plan.refusals[0].earliest != nil)
            }
            return plan.grants
        }
        #expect(try grants([]).count == 2)
        #expect(try grants([Guard(id: "limit", .limit(limit))]).count == 1)
    }

    @Test func `R-POL-11 Names the limit that keeps a gift from the customer, unless somebody may lift it`() throws {
        func codes(_ override: GiftLimit.Override) throws -> [String] {
            var limit = GiftLimit(perGift: money("5.00 EUR"), allowsZeroCost: false)
            limit.override = override
            let policy = Shop.policy {
                $0.approvals = [ApprovalRule(id: "boss", atLeast: money("90.00 EUR"), by: [.manager], validDays: 30)]
                $0.guards = [Guard(id: "limit", .limit(limit))]
            }
            let facts = Self.facts()
            let refusals = policy.giftRefusals(
                by: "wake-up",
                for: facts,
                under: Shop.circumstances(of: facts, Shop.gifts)
            )
            return try #require(refusals).first { $0.gift == "tea" }?.reasons.map(\.code) ?? []
        }
        #expect(try codes(.never).contains(LimitReason.approvalCannotLift.rawValue))
        #expect(try codes(.approval("boss")) == [])
    }

    @Test func `R-POL-03 Is short of what the limits leave, not of what they forbid`() throws {
        var limit = GiftLimit(allowsZeroCost: false)
        limit.total = GiftLimit.Total(within: .rolling("P12M"), amount: money("12.00 EUR"))
        func rule(_ name: String, priority: Int64, from lowest: String, through highest: String) -> Rule {
            Rule(
                id: Rule.ID(name)!,
                name: Shop.name(name),
                occasion: Occasion(Identifier(stringLiteral: name)),
                goal: .repurchase,
                priority: priority,
                on: .inactive(moreThanDays: 90),
                when: .all([]),
                giving: GiftSelection(from: money(lowest), through: money(highest))
            )
        }
        let policy = Shop.policy {
            $0.caps = []
            $0.guards = [Guard(id: "limit", .limit(limit))]
            $0.rules = [
                rule("first", priority: 90, from: "9.00 EUR", through: "9.00 EUR"),
                rule("second", priority: 10, from: "1.00 EUR", through: "4.00 EUR"),
            ]
        }
        // After tea for 9.00 a card for 1.00 is lawful and a cup for 4.00 is not; there is one card for two.
        let gifts = Shop.catalog([
            Shop.gift("card", "1.00 EUR", stock: 1), Shop.gift("cup", "4.00 EUR"), Shop.gift("tea", "9.00 EUR"),
        ])
        let customers = ["c-1", "c-2"]
            .map { name -> CustomerFacts in
                Shop.facts(Self.orders, of: Customer.ID(name)!)
            }
        let decisions = customers.map { policy.decision(for: $0, choosingFrom: gifts) }
        let plan = try Allocator(policy: policy, catalog: gifts).plan(decisions, within: money("100.00 EUR"))
        #expect(plan.grants.map(\.gift.text).sorted() == ["card", "tea", "tea"])
        #expect(plan.refusals.map(\.kind) == [.unfunded])
        #expect(plan.refusals[0].reasons.map(\.code) == [PolicyReason.outOfStock.rawValue])
    }

    @Test func `R-POL-17 Is silent about a rule that was paused or stopped, and says since when`() throws {
        let facts = Self.facts()
        func decision(_ switches: [RuleSwitch]) -> Decision {
            var circumstances = Shop.circumstances(of: facts, Shop.gifts)
            circumstances.switches = RuleSwitches(switches)
            return Shop.policy().decision(for: facts, under: circumstances)
        }
        let before = Timestamp(day("2011-12-01"), at: .midnight, in: .utc)
        let after = Timestamp(day("2011-12-20"), at: .midnight, in: .utc)
        #expect(decision([RuleSwitch("wake-up", to: .paused, at: after)]).candidates.map(\.rule) == ["wake-up"])
        let paused = try #require(decision([RuleSwitch("wake-up", to: .paused, at: before)]).refusal(of: "wake-up"))
        #expect((paused.kind, paused.reasons.map(\.code)) == (.blocked, [DispatchReason.rulePaused.rawValue]))
        let stopped = decision([RuleSwitch(nil, to: .stopped, at: before)])
        #expect(stopped.refusals.allSatisfy { $0.reasons.map(\.code) == [DispatchReason.ruleStopped.rawValue] })
        #expect(stopped.refusals.count == 3)
    }

    @Test func `R-POL-09 Withholds what would have been given, records it, and takes no cap`() throws {
        var all = HoldOut(id: "global", seed: "global/1", buckets: 9_999)
        let customer = Self.facts().profile.customer
        #expect(all.bucket(of: customer) < 9_999)
        func decision() -> Decision {
            Shop.policy { $0.holdOuts = [all] }.decision(for: Self.facts(), choosingFrom: Shop.gifts)
        }
        let withheld = decision()
        let refusal = try #require(withheld.refusal(of: "wake-up"))
        #expect((refusal.kind, refusal.reasons.map(\.code)) == (.withheld, [ExperimentReason.heldOut.rawValue]))
        #expect(withheld.giftsLeft == 1)
        // Nothing was due by the other rules, so that nobody was exposed to them.
        #expect(
            withheld.exposures == [
                Exposure(
                    of: customer,
                    to: .withheld("global"),
                    by: "wake-up",
                    on: Shop.wakeUp.occasion,
                    exposedAt: withheld.now.instant
                )
            ]
        )
        all.exemptRules = ["wake-up"]
        let exempt = decision()
        #expect(exempt.candidates.map(\.rule) == ["wake-up"])
        #expect(exempt.candidates[0].reasons.map(\.code).last == ExperimentReason.holdOutExempt.rawValue)
        #expect(exempt.exposures == [])
        all = HoldOut(id: "global", seed: "global/1", buckets: all.bucket(of: customer))
        #expect(decision().candidates.map(\.rule) == ["wake-up"])
    }

    @Test func `R-POL-08 Tells how the duties towards open complaints stand`() {
        let opened = Timestamp(day("2011-12-10"), at: TimeOfDay(hour: 9, minute: 0)!, in: .utc)
        let base = Shop.facts(Self.orders)
        let step = ComplaintStep(id: "k-1/1", customer: "c-1", of: "k-1", occurredAt: opened, to: .opened)
        let facts = CustomerFacts(
            profile: base.profile,
            attributes: base.attributes,
            activities: [.complaintStep(step)]
        )
        #expect(Shop.policy().decision(for: facts, choosingFrom: Shop.gifts).duties == [])
        let decision = Shop.policy { $0.complaints = ComplaintDeadlines() }
            .decision(for: facts, choosingFrom: Shop.gifts)
        #expect(decision.duties.map(\.duty) == [.answer, .solution, .followUp])
        // Three hours after the complaint an answer is an hour late, and the rest is not due yet.
        #expect(decision.duties.map(\.isOverdue) == [true, false, false])
    }

    @Test func `R-POL-10 Stands in the document`() throws {
        var document = Shop.document
        document.guards = [Self.consent, Guard(id: "big", .exclusion(.amount(.sales, .atLeast, money("200.00 EUR"))))]
        document.approvals = [ApprovalRule(id: "boss", atLeast: money("9.00 EUR"), by: [.manager], validDays: 30)]
        document.holdOuts = [HoldOut(id: "global", seed: "global/1", buckets: 500)]
        document.complaints = ComplaintDeadlines()
        #expect(document.faults == [])
        let text = Wire.text(of: document)
        #expect(try PolicyDocument(json: text) == document)
        for key in ["guards", "approvals", "holdOuts", "complaints"] { #expect(text.contains("\"\(key)\"")) }
        #expect(Wire.text(of: Shop.document).contains("guards") == false)

        document.guards = [Self.consent, Self.consent]
        document.approvals = [ApprovalRule(id: "boss", atLeast: money("9.00 GBP"), by: [], validDays: 30)]
        document.holdOuts = [HoldOut(id: "global", seed: "global/1", buckets: 10_000)]
        document.complaints = ComplaintDeadlines(answerMinutes: 0)
        #expect(
            document.faults.map(\.description) == [
                "/guards/1/id: another one is called `consent`",
                "/approvals/0/atLeast: the amount is in `GBP`, the policy is in `EUR`",
                "/approvals/0/by: the list is empty",
                "/complaints/answerMinutes: `0` is not 1 through 525600",
                "/holdOuts/0/buckets: `10000` is not 1 through 9999",
            ]
        )
    }

    @Test func `R-POL-15 Of a round says of each customer what it says alone, in any order`() {
        let policy = Shop.policy { $0.guards = [Guard(id: "age", .minimumAge(AgeLimit(years: 18)))] }
        var random = SeededGenerator(seed: 7)
        let customers = (0..<60)
            .map { number in
                let orders = (0..<Int.random(in: 0...4, using: &random))
                    .map { _ in
                        (
                            day("2011-01-01").adding(days: Int.random(in: 0..<340, using: &random))!.description,
                            Int64.random(in: 1...1_000_00, using: &random)
                        )
                    }
                    .sorted { $0.0 < $1.0 }
                return Shop.facts(orders, of: Customer.ID("c-\(number)")!)
            }
        var round = policy.round(under: Shop.circumstances(of: customers[0], Shop.gifts))
        for facts in customers.shuffled(using: &random) {
            #expect(round.decision(for: facts) == policy.decision(for: facts, choosingFrom: Shop.gifts))
        }
    }
}
