import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Testing

@Suite struct `An approval` {
    private static let grant: GiftGrant.ID = "grant-1"
    private static let manager = ApprovalRule(
        id: "manager",
        atLeast: money("500.00 CNY"),
        by: [.manager],
        validDays: 30,
        tolerance: Share("0.05")!
    )
    private static let start = Guarded.noon(day("2026-02-01"))

    private static func given(
        at cost: String = "500.00 CNY",
        by approver: Identifier<Approval.Person> = "m-2",
        askedBy requester: Identifier<Approval.Person>? = "m-1",
        as role: ApproverRole = .manager,
        of grant: GiftGrant.ID = grant,
        on instant: Timestamp = start
    ) -> Approval {
        Approval(of: grant, costing: money(cost), askedBy: requester, by: approver, as: role, at: instant)
    }

    private func finding(
        _ cost: String = "500.00 CNY",
        _ approvals: [Approval] = [],
        by rules: [ApprovalRule] = [manager],
        under verdict: GuardVerdict? = nil,
        at now: Timestamp = start
    ) -> ApprovalFinding {
        ApprovalFinding(by: rules, for: money(cost), of: Self.grant, under: verdict, given: approvals, at: now)
    }

    private static func later(days: Int64, _ milliseconds: Int64 = 0) -> Timestamp {
        Timestamp(milliseconds: start.milliseconds + days * 86_400_000 + milliseconds)
    }

    @Test(arguments: [
        ("499.99", ApprovalFinding.Answer.notNeeded), ("500.00", .needed), ("500.01", .needed), ("0.00", .notNeeded),
    ])
    func `R-POL-05 E82 Is needed from its amount on`(cost: String, answer: ApprovalFinding.Answer) {
        let finding = finding("\(cost) CNY")
        #expect(finding.answer == answer)
        #expect(finding.open.map(\.id) == (answer == .needed ? ["manager"] : []))
        #expect(
            finding.reasons.text() == [
                answer == .needed
                    ? "\(cost) CNY needs an approval (manager) by: manager" : "\(cost) CNY needs no approval"
            ]
        )
    }

    @Test func `R-POL-05 E83 Is none when whoever asked gave it`() {
        let own = finding("500.00 CNY", [Self.given(by: "m-1")])
        #expect(own.answer == .refused)
        #expect(own.open.map(\.id) == ["manager"])
        #expect(
            own.reasons.text() == [
                "500.00 CNY needs an approval (manager) by: manager", "m-1 asked for it and may not approve it",
            ]
        )
        #expect(finding("500.00 CNY", [Self.given(by: "m-1"), Self.given()]).answer == .satisfied)
        // What the policy asked for may be approved by anybody.
        #expect(finding("500.00 CNY", [Self.given(by: "m-1", askedBy: nil)]).answer == .satisfied)
    }

    @Test(arguments: [
        (Int64(0), Int64(0), ApprovalFinding.Answer.satisfied), (29, 0, .satisfied), (30, -1, .satisfied),
        (30, 0, .needed), (31, 0, .needed), (0, -1, .needed),
    ])
    func `R-POL-05 E83 Is over after its days, and not there before it was given`(
        days: Int64,
        milliseconds: Int64,
        answer: ApprovalFinding.Answer
    ) {
        let finding = finding("500.00 CNY", [Self.given()], at: Self.later(days: days, milliseconds))
        #expect(finding.answer == answer)
        #expect(finding.until == (answer == .satisfied ? Self.later(days: 30) : nil))
        if days >= 30, answer == .needed {
            #expect(finding.reasons.text().last == "the approval by m-2 was good for 30 days and is over")
        }
    }

    @Test(arguments: [
        ("500.00", ApprovalFinding.Answer.satisfied), ("525.00", .satisfied), ("525.01", .needed), ("526.00", .needed),
        ("600.00", .needed),
    ])
    func `R-POL-05 Is good for a cost within its tolerance, compared exactly`(
        cost: String,
        answer: ApprovalFinding.Answer
    ) {
        let finding = finding("\(cost) CNY", [Self.given()])
        #expect(finding.answer == answer)
        if answer == .needed {
            #expect(
                finding.reasons.text().last == "\(cost) CNY is more than 0.05 above the 500.00 CNY that m-2 approved"
            )
        } else {
            #expect(finding.reasons.text() == ["approved by m-2, manager, at 500.00 CNY (manager)"])
        }
        #expect(self.finding("500.00 CNY", [Self.given(at: "\(cost) CNY")]).answer == .satisfied)
    }

    @Test(arguments: [
        ("333.33", "350.00", false), ("333.34", "350.00", true), ("0.00", "0.00", true), ("0.00", "0.01", false),
    ])
    func `R-POL-05 Never rounds its tolerance`(approved: String, cost: String, isGood: Bool) {
        let rule = ApprovalRule(
            id: "all",
            atLeast: money("0.00 CNY"),
            by: [.manager],
            validDays: 1,
            tolerance: Share("0.05")!
        )
        let finding = finding("\(cost) CNY", [Self.given(at: "\(approved) CNY")], by: [rule])
        #expect((finding.answer == .satisfied) == isGood)
    }

    @Test func `R-POL-05 Without a tolerance is good for not a cent more`() {
        let rule = ApprovalRule(id: "all", atLeast: money("1.00 CNY"), by: [.manager], validDays: 1)
        #expect(finding("500.00 CNY", [Self.given()], by: [rule]).answer == .satisfied)
        #expect(finding("500.01 CNY", [Self.given()], by: [rule]).answer == .needed)
    }

    @Test func `R-POL-05 Counts for its grant, its role and its currency only`() {
        #expect(finding("500.00 CNY", [Self.given(of: "grant-2")]).answer == .needed)
        #expect(finding("500.00 CNY", [Self.given(as: .compliance)]).answer == .needed)
        #expect(finding("500.00 CNY", [Self.given(at: "500.00 USD")]).answer == .needed)
        // What costs in another currency is asked about, be it ever so cheap.
        #expect(finding("1.00 USD").answer == .needed)
        #expect(finding("1.00 USD", [Self.given(at: "1.00 USD")]).answer == .satisfied)
    }

    @Test func `R-POL-05 Of several rules each has to be satisfied, and one approval may do for several`() {
        let director = ApprovalRule(
            id: "director",
            atLeast: money("5000.00 CNY"),
            by: ["director"],
            validDays: 10
        )
        let manager = ApprovalRule(
            id: "manager",
            atLeast: money("500.00 CNY"),
            by: [.manager, "director"],
            validDays: 30
        )
        let rules = [manager, director]
        #expect(finding("5000.00 CNY", by: rules).open.map(\.id) == ["director", "manager"])
        let byManager = finding("5000.00 CNY", [Self.given(at: "5000.00 CNY")], by: rules)
        #expect((byManager.answer, byManager.open.map(\.id)) == (.needed, ["director"]))
        #expect(
            byManager.reasons.text() == [
                "5000.00 CNY needs an approval (director) by: director",
                "approved by m-2, manager, at 5000.00 CNY (manager)",
            ]
        )
        let byDirector = finding("5000.00 CNY", [Self.given(at: "5000.00 CNY", as: "director")], by: rules)
        #expect((byDirector.answer, byDirector.until) == (.satisfied, Self.later(days: 10)))
        #expect(finding("4999.99 CNY", [Self.given(at: "4999.99 CNY")], by: rules).answer == .satisfied)
        let reversed = finding("5000.00 CNY", [Self.given(at: "5000.00 CNY")], by: [director, manager])
        #expect(reversed == byManager)
    }

    @Test func `R-POL-05 Lifts a limit that names it, and no other`() {
        let limit = Guard.limit(perGift: "200.00 CNY", override: .approval("compliance"))
        let rule = ApprovalRule(id: "compliance", atLeast: nil, by: [.compliance], validDays: 30)
        let customer = Guarded.customer(Guarded.facts(), before: [limit])
        let above = customer.verdict(on: "wine", costing: money("268.00 CNY"))
        #expect(above.approvalsThatLift == ["compliance"])
        #expect(above.why.last == "the approval compliance lifts it")
        #expect(finding("268.00 CNY", by: [rule], under: above).answer == .needed)
        let approval = Self.given(at: "268.00 CNY", as: .compliance)
        #expect(finding("268.00 CNY", [approval], by: [rule], under: above).answer == .satisfied)
        let within = customer.verdict(on: "mug", costing: money("200.00 CNY"))
        #expect(within.approvalsThatLift == [])
        #expect(finding("200.00 CNY", by: [rule], under: within).answer == .notNeeded)
        let consent =
            Guarded.customer(Guarded.facts(), before: [limit, Guard(id: "consent", .consent(to: [.marketing]))])
            .verdict(on: .birthday, by: nil, giving: "wine", costing: money("268.00 CNY"))
        #expect(consent.approvalsThatLift == nil)
        let refused = finding("268.00 CNY", [approval], by: [rule], under: consent)
        #expect((refused.answer, refused.reasons.text()) == (.refused, ["consent to marketing not known"]))
    }

    @Test func `R-POL-05 Is needed for the cost as well where a limit asks for another`() {
        let limit = Guard.limit(perGift: "200.00 CNY", override: .approval("compliance"))
        let rules = [ApprovalRule(id: "compliance", atLeast: nil, by: [.compliance], validDays: 30), Self.manager]
        let above = Guarded.customer(Guarded.facts(), before: [limit])
            .verdict(on: "wine", costing: money("500.00 CNY"))
        #expect(finding("500.00 CNY", by: rules, under: above).open.map(\.id) == ["compliance", "manager"])
        let byCompliance = finding("500.00 CNY", [Self.given(as: .compliance)], by: rules, under: above)
        #expect((byCompliance.answer, byCompliance.open.map(\.id)) == (.needed, ["manager"]))
        let byBoth = finding("500.00 CNY", [Self.given(as: .compliance), Self.given()], by: rules, under: above)
        #expect(byBoth.answer == .satisfied)
    }

    @Test func `R-POL-05 Is found the same whatever the order of those that were given`() {
        let approvals = [
            Self.given(by: "m-1"), Self.given(by: "m-4", on: Self.later(days: 1)), Self.given(by: "m-3"),
            Self.given(at: "100.00 CNY"),
        ]
        let now = Self.later(days: 2)
        let first = finding("500.00 CNY", approvals, at: now)
        #expect(first.until == Self.later(days: 31))
        #expect(finding("500.00 CNY", approvals.reversed(), at: now) == first)
        let failing = [
            Self.given(by: "m-1"), Self.given(at: "100.00 CNY"), Self.given(by: "m-3", on: Self.later(days: -40)),
        ]
        #expect(finding("500.00 CNY", failing, at: now) == finding("500.00 CNY", failing.reversed(), at: now))
        #expect(finding("500.00 CNY", failing, at: now).answer == .needed)
    }

    @Test func `R-POL-05 Is stored in a format that never changes`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let stored =
            #"{"approver":"m-2","at":0,"cost":{"currency":"CNY","minorUnits":50000},"grant":"grant-1","#
            + #""requester":"m-1","role":"manager","v":1}"#
        let approval = Self.given(on: Timestamp(milliseconds: 0))
        #expect(String(decoding: try encoder.encode(approval), as: UTF8.self) == stored)
        #expect(try JSONDecoder().decode(Approval.self, from: Data(stored.utf8)) == approval)
        let byPolicy = stored.replacing(#""requester":"m-1","#, with: "")
        #expect(try JSONDecoder().decode(Approval.self, from: Data(byPolicy.utf8)).requester == nil)
        for wrong in [stored.replacing(#""v":1"#, with: #""v":2"#), stored.replacing("role", with: "rôle")] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(Approval.self, from: Data(wrong.utf8)) }
        }
    }
}
