import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `A gift that a person proposes` {
    private static let proposal = GiftProposal(
        id: "p-7",
        of: "cup",
        to: "c-1",
        on: .purchase,
        by: "m-1",
        because: "good-advice"
    )

    private static func facts(
        _ change: (inout CustomerRecord) -> Void = { _ in },
        consents: [Purpose] = [.marketing, .giftDelivery],
        grants: [GiftGrant] = []
    ) -> CustomerFacts {
        let base = Shop.facts([("2011-12-01", 100_00)])
        var record = CustomerRecord(of: "c-1")
        change(&record)
        var facts = CustomerFacts(
            profile: base.profile,
            attributes: base.attributes,
            grants: grants,
            record: record
        )
        facts.consents = Guarded.consents(consents, from: "2011-01-01")
        return facts
    }

    private func answer(
        to proposal: GiftProposal = proposal,
        for facts: CustomerFacts = facts(),
        giving catalog: Catalog = Shop.gifts,
        given approvals: [Approval] = [],
        within left: Money? = nil,
        _ change: (inout PolicyDocument) -> Void = { _ in }
    ) -> ProposalAnswer {
        Shop.policy(change)
            .answer(
                to: proposal,
                for: facts,
                under: Shop.circumstances(of: facts, catalog),
                given: approvals,
                within: left
            )
    }

    private func why(_ answer: ProposalAnswer) -> [String] { answer.obstacles.flatMap(\.reasons).text() }

    @Test func `R-TRIG-12 Is planned like any other, by hand and with who proposed it`() throws {
        let answer = answer()
        let terms = try #require(answer.terms)
        #expect((terms.gift, terms.customer, terms.plannedFor) == ("cup", "c-1", Shop.today))
        #expect((terms.rule.rule, terms.rule.policy) == (Rule.byHand, Shop.policy().reference))
        #expect(terms.occurrence == Occurrence(of: .purchase, for: "c-1", term: "proposal/p-7"))
        #expect(terms.reasons.text() == ["proposed by m-1 because of good-advice (p-7)"])
        #expect(answer.approval?.answer == .notNeeded)
        #expect(terms.id == self.answer().terms?.id)
        var grant = GiftGrant(id: terms.id)
        try grant.perform(GrantCommand(.plan(terms), key: 1), at: Guarded.noon(Shop.today))
        #expect(grant.held == money("4.00 EUR"))
    }

    @Test func `R-TRIG-12 Is not planned twice, and stands for an occasion of a rule where that is said`() {
        let grant = Shop.grant(.purchase, term: "proposal/p-7", on: "2011-10-01", then: [.approved])
        let twice = answer(for: Self.facts(grants: [grant])) { $0.caps = [] }
        #expect((twice.obstacles.map(\.kind), why(twice)) == ([.notDue], ["given before, on 2011-10-01"]))
        var proposal = Self.proposal
        proposal.term = "2011"
        #expect(answer(to: proposal).terms?.occurrence.term == "2011")
        let called = Shop.grant(.purchase, term: "2011", on: "2011-10-01", then: [.approved])
        #expect(answer(to: proposal, for: Self.facts(grants: [called])).obstacles.map(\.kind) == [.notDue])
        let off = Shop.grant(.purchase, term: "proposal/p-7", on: "2011-10-01", then: [.cancelled])
        #expect(answer(for: Self.facts(grants: [off])).terms?.attempt == 2)
    }

    @Test func `R-TRIG-12 R-POL-04 Takes from the same caps`() {
        let grant = Shop.grant(.reactivation, on: "2011-12-05", then: [.approved])
        let capped = answer(for: Self.facts(grants: [grant]))
        #expect(capped.obstacles.map(\.kind) == [.suppressed])
        #expect(capped.earliest?.day == day("2012-01-04"))
        #expect(answer(for: Self.facts(grants: [grant])) { $0.caps[0].exempt = ["thanks"] }.terms == nil)
    }

    @Test func `R-TRIG-12 R-POL-05 Meets the same guards`() {
        let refused = answer(for: Self.facts(consents: [.marketing])) {
            $0.guards = [Guard(id: "consent", .consent(to: Guard.usualPurposes))]
        }
        #expect(refused.obstacles.map(\.kind) == [.blocked])
        #expect(why(refused).first == "consent to gift delivery never given")
        let official = answer(for: Self.facts { $0.recipientKind = .publicOfficial }) {
            $0.guards = [
                Guard.limit("officials", for: GuardAudience(recipients: [.publicOfficial]), perGift: "0.00 EUR")
            ]
        }
        #expect(official.obstacles.map(\.kind) == [.blocked])
        #expect(official.earliest == nil)
    }

    @Test func `R-TRIG-12 R-DATA-02 Suits whom the catalog says, and is there`() {
        var proposal = GiftProposal(id: "p", of: "lamp", to: "c-1", on: .purchase, by: "m-1", because: "a")
        #expect(why(answer(to: proposal)) == ["not for the tier Standard"])
        proposal = GiftProposal(id: "p", of: "none", to: "c-1", on: .purchase, by: "m-1", because: "a")
        #expect(why(answer(to: proposal)) == ["none is not in the catalog"])
        let sold = Shop.catalog([Shop.gift("cup", "4.00 EUR", stock: 0, occasions: [.birthday])])
        #expect(why(answer(giving: sold)) == ["not for the occasion Purchase", "none left"])
        #expect(answer(giving: sold).obstacles.map(\.kind) == [.blocked, .unfunded])
    }

    @Test func `R-TRIG-12 R-POL-09 Is withheld from whom gifts are withheld, and waits for the end of quiet times`() {
        let held = answer { $0.holdOuts = [HoldOut(id: "all", seed: "s", buckets: 9_999)] }
        #expect(held.obstacles.map(\.kind) == [.withheld])
        let quiet = QuietTimes(QuietHours(from: TimeOfDay("12:00:00")!, until: TimeOfDay("08:00:00")!)!)
        #expect(answer { $0.quietTimes = quiet }.terms?.plannedFor == day("2011-12-11"))
    }

    @Test func `R-TRIG-12 R-POL-03 Costs no more than is left`() {
        #expect(answer(within: money("4.00 EUR")).terms != nil)
        let short = answer(within: money("3.99 EUR"))
        #expect(short.obstacles.map(\.kind) == [.unfunded])
        #expect(why(short) == ["budget used up (policy): 3.99 EUR left, the cheapest gift costs 4.00 EUR"])
    }

    @Test func `R-TRIG-12 E83 Needs an approval from the amount on, and not by who proposed it`() throws {
        let rule = ApprovalRule(id: "manager", atLeast: money("4.00 EUR"), by: [.manager], validDays: 30)
        func answer(_ approvals: [Approval]) -> ProposalAnswer {
            self.answer(given: approvals) { $0.approvals = [rule] }
        }
        let terms = try #require(answer([]).terms)
        func approved(by person: Identifier<Approval.Person>) -> Approval {
            Approval(
                of: terms.id,
                costing: money("4.00 EUR"),
                askedBy: nil,
                by: person,
                as: .manager,
                at: Guarded.noon(day("2011-12-09"))
            )
        }
        #expect(answer([]).approval?.answer == .needed)
        #expect(answer([approved(by: "m-2")]).approval?.answer == .satisfied)
        #expect(answer([approved(by: "m-1")]).approval?.answer == .refused)
        #expect(answer([approved(by: "m-1"), approved(by: "m-2")]).approval?.answer == .satisfied)
        #expect(Self.proposal.requested([approved(by: "m-1")]).map(\.isOwn) == [true])
    }

    @Test func `R-TRIG-12 Asks for the approval that lifts a limit`() {
        let answer = answer { document in
            document.approvals = [ApprovalRule(id: "board", atLeast: nil, by: [.compliance], validDays: 9)]
            document.guards = [Guard.limit("limit", perGift: "3.00 EUR", override: .approval("board"))]
        }
        #expect(answer.approval?.answer == .needed)
        #expect(answer.approval?.open.map(\.id) == ["board"])
    }

    @Test func `R-TRIG-12 Tells everything that stands in the way`() {
        let grant = Shop.grant(.reactivation, on: "2011-12-05", then: [.approved])
        let refused = answer(
            for: Self.facts(consents: [], grants: [grant]),
            giving: Shop.catalog([Shop.gift("cup", "4.00 EUR", stock: 0)]),
            within: money("0.00 EUR")
        ) {
            $0.guards = [Guard(id: "consent", .consent(to: Guard.usualPurposes))]
            $0.holdOuts = [HoldOut(id: "all", seed: "s", buckets: 9_999)]
        }
        #expect(refused.obstacles.map(\.kind) == [.unfunded, .blocked, .suppressed, .withheld, .unfunded])
        #expect(refused.earliest == nil)
    }

    @Test func `R-TRIG-12 Is refused where the customer's day cannot be told`() {
        #expect(answer { $0.defaults = Self.homeless }.obstacles.map(\.kind) == [.notDue])
        var document = Shop.document
        document.rules = [document.rules[0].called(Rule.byHand)]
        #expect(document.faults.contains { $0.problem == .duplicateRule(Rule.byHand) })
    }

    private static let homeless = PolicyDefaults(
        zone: nil,
        leapDay: .dayBefore,
        leapMonth: .regular,
        shortMonth: .lastDay
    )

    @Test func `R-TRIG-12 Has a wire format that never changes`() throws {
        let stored =
            #"{"customer":"c-1","gift":"cup","id":"p-7","motive":"good-advice","occasion":"purchase","#
            + #""requester":"m-1","v":1}"#
        #expect(Wire.text(of: Self.proposal) == stored)
        #expect(try Wire.read(GiftProposal.self, from: stored) == Self.proposal)
        var proposal = Self.proposal
        proposal.term = "2011"
        #expect(try Wire.read(GiftProposal.self, from: Wire.text(of: proposal)) == proposal)
        #expect(throws: DecodingError.self) {
            try Wire.read(GiftProposal.self, from: stored.replacing(#""v":1"#, with: #""v":2"#))
        }
    }
}

extension Rule {
    /// The same rule under another name.
    fileprivate func called(_ id: ID) -> Rule {
        Rule(
            id: id,
            name: name,
            occasion: occasion,
            goal: goal,
            priority: priority,
            on: trigger,
            when: condition,
            giving: selection
        )
    }
}
