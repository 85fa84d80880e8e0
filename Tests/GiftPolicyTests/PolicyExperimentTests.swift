import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

/// A mug or a coupon for those who have stayed away, or nothing.
@Suite struct `An experiment in a policy` {
    private static let experiment = Experiment(id: "mug", seed: "mug/1", splitting: ["mug", "card", "none"])
    private static let bought = Timestamp(day("2011-12-10"), at: TimeOfDay(hour: 12, minute: 0)!, in: .utc)

    /// A customer in each of the arms.
    private static let drawn: [ExperimentArm.ID: Customer.ID] = {
        var found: [ExperimentArm.ID: Customer.ID] = [:]
        for number in 0..<100 {
            let customer = Customer.ID("c-\(number)")!
            found[experiment.arm(of: customer)!] = found[experiment.arm(of: customer)!] ?? customer
        }
        return found
    }()

    private static func rule(_ arm: ExperimentArm.ID, giving gift: Gift.ID?) -> Rule {
        var selection = GiftSelection(from: money("0.00 EUR"), through: money("10.00 EUR"))
        selection.gifts = Set([gift].compactMap(\.self))
        var rule = Rule(
            id: Rule.ID(arm.text)!,
            name: Shop.name(arm.text),
            occasion: .reactivation,
            goal: .repurchase,
            priority: 60,
            on: .inactive(moreThanDays: 90),
            when: .all([]),
            giving: gift == nil ? nil : selection
        )
        rule.arm = RuleArm(arm, of: "mug")
        return rule
    }

    private static let document: PolicyDocument = {
        var document = Shop.document
        document.caps = []
        document.experiments = [experiment]
        document.rules = [rule("mug", giving: "cup"), rule("card", giving: "card")]
        return document
    }()

    private static func decision(
        of customer: Customer.ID,
        after exposures: [Exposure] = [],
        giving catalog: Catalog = Shop.gifts,
        _ change: (inout PolicyDocument) -> Void = { _ in }
    ) -> Decision {
        var facts = Shop.facts([("2011-01-05", 10_00)], of: customer)
        facts.exposures = exposures
        let policy = Shop.policy {
            $0 = document
            change(&$0)
        }
        return policy.decision(for: facts, choosingFrom: catalog)
    }

    private static func exposure(
        of customer: Customer.ID,
        to arm: ExperimentArm.ID,
        by rule: RuleReference.ID,
        at instant: Timestamp = bought
    ) -> Exposure {
        Exposure(of: customer, to: .arm(arm, of: "mug"), by: rule, on: .reactivation, exposedAt: instant)
    }

    @Test func `R-POL-09 Gives what the rule of the customer's arm gives, and says in which arm the customer is`()
        throws
    {
        let decision = Self.decision(of: try #require(Self.drawn["mug"]))
        #expect(decision.candidates.map(\.rule) == ["mug"])
        #expect(decision.candidates[0].options.map(\.gift) == ["cup"])
        #expect(decision.candidates[0].reasons.map(\.code).last == ExperimentReason.armDrawn.rawValue)
        let refusal = try #require(decision.refusal(of: "card"))
        #expect((refusal.kind, refusal.reasons.map(\.code)) == (.withheld, [ExperimentReason.armDrawn.rawValue]))
        #expect(refusal.reasons(for: .customer).map(\.code) == [NeutralReason.notForEverybody.rawValue])
    }

    @Test func `R-POL-09 Leaves an arm alone that has no rule, and records that its customers came to that point`()
        throws
    {
        let customer = try #require(Self.drawn["none"])
        let decision = Self.decision(of: customer)
        #expect(decision.candidates.isEmpty)
        #expect(
            decision.exposures == [
                Self.exposure(of: customer, to: "none", by: "mug"), Self.exposure(of: customer, to: "none", by: "card"),
            ]
        )
    }

    @Test func `R-POL-09 Records the same customers whether there are gifts or not`() throws {
        for arm: ExperimentArm.ID in ["mug", "card", "none"] {
            let customer = try #require(Self.drawn[arm])
            let stocked = Self.decision(of: customer)
            let empty = Self.decision(of: customer, giving: Shop.catalog([]))
            #expect(stocked.exposures.count == 2 && stocked.exposures == empty.exposures)
            #expect(empty.candidates.isEmpty)
        }
    }

    @Test func `R-POL-09 Records nobody to whom nothing is due, or to whom everything is forbidden`() throws {
        let customer = try #require(Self.drawn["mug"])
        let fresh = Shop.facts([("2011-12-05", 10_00)], of: customer)
        let policy = Shop.policy { $0 = Self.document }
        #expect(policy.decision(for: fresh, choosingFrom: Shop.gifts).exposures.isEmpty)
        let forbidden = Self.decision(of: customer) {
            $0.guards = [Guard(id: "nobody", .exclusion(.all([])))]
        }
        #expect(forbidden.exposures.isEmpty && forbidden.candidates.isEmpty)
    }

    @Test func `R-POL-09 Comes after hold-outs: who is in one is in no arm`() throws {
        let customer = try #require(Self.drawn["mug"])
        let all = HoldOut(id: "all", seed: "all/1", buckets: 9_999)
        #expect(all.bucket(of: customer) < 9_999)
        let decision = Self.decision(of: customer) { $0.holdOuts = [all] }
        #expect(decision.refusals.map(\.kind) == [.withheld, .withheld])
        #expect(decision.exposures.map(\.treatment) == [.withheld("all"), .withheld("all")])
    }

    @Test func `R-POL-09 Keeps customers in the arm in which they were seen last, as long as there is one`() throws {
        let customer = try #require(Self.drawn["none"])
        let seen = [
            Self.exposure(of: customer, to: "card", by: "card"),
            Self.exposure(of: customer, to: "mug", by: "mug", at: Timestamp(milliseconds: 0)),
        ]
        for exposures in [seen, seen.reversed()] {
            let decision = Self.decision(of: customer, after: exposures)
            #expect(decision.candidates.map(\.rule) == ["card"])
            #expect(decision.candidates[0].reasons.map(\.code).last == ExperimentReason.armKept.rawValue)
            #expect(decision.exposures.map(\.treatment) == [.arm("card", of: "mug"), .arm("card", of: "mug")])
        }
        let gone = [Self.exposure(of: customer, to: "lamp", by: "lamp")]
        #expect(Self.decision(of: customer, after: gone).candidates.isEmpty)
    }

    @Test func `R-POL-09 Does not go by what others saw, by what comes later, or by an arm that is closed`() throws {
        let customer = try #require(Self.drawn["none"])
        let late = Self.bought.later(1)
        for exposure in [
            Self.exposure(of: "somebody", to: "card", by: "card"),
            Self.exposure(of: customer, to: "card", by: "card", at: late),
        ] {
            #expect(Self.decision(of: customer, after: [exposure]).candidates.isEmpty)
        }
        // All are carved out for the mug in the end.
        let closed = Self.decision(of: customer, after: [Self.exposure(of: customer, to: "none", by: "mug")]) {
            let others = 10_000 - ($0.experiments[0].arms.first { $0.id == "mug" }?.weight ?? 0)
            $0.experiments = [Self.experiment.carving(others, for: "mug")!]
        }
        #expect(closed.candidates.map(\.rule) == ["mug"])
    }

    @Test func `R-POL-09 Counts who stands back behind another rule of a group in every arm`() throws {
        func exposures(_ arm: ExperimentArm.ID) throws -> [Exposure.Treatment] {
            var (first, second) = (Self.rule("mug", giving: nil), Self.rule("mug", giving: nil))
            first = Rule(
                id: "first",
                name: Shop.name("first"),
                occasion: .festival,
                goal: .repurchase,
                priority: 90,
                on: .inactive(moreThanDays: 90),
                when: .all([])
            )
            first.tasks = [StaffTask("visit", for: .adviser, withinHours: 24)]
            second.tasks = [StaffTask("call", for: .adviser, withinHours: 24)]
            let group = ConflictGroup(id: "g", keeping: .first, of: ["first", "mug"])
            return
                Self.decision(of: try #require(Self.drawn[arm])) {
                    $0.rules = [first, second]
                    $0.groups = [group]
                }
                .exposures.map(\.treatment)
        }
        #expect(try exposures("mug") == [.arm("mug", of: "mug")])
        #expect(try exposures("none") == [.arm("none", of: "mug")])
    }

    @Test func `R-POL-09 R-POL-13 Keeps touches and tasks to the arm of their rule`() throws {
        func called(_ arm: ExperimentArm.ID) throws -> Decision {
            var rule = Self.rule("mug", giving: nil)
            rule.tasks = [StaffTask("call", for: .adviser, withinHours: 24)]
            return Self.decision(of: try #require(Self.drawn[arm])) { $0.rules = [rule] }
        }
        let (treated, alone) = (try called("mug"), try called("none"))
        #expect(treated.tasks.map(\.task.work) == ["call"] && treated.touchRefusals.isEmpty)
        #expect(alone.tasks.isEmpty && alone.touchRefusals.map(\.kind) == [.withheld])
        #expect(treated.exposures.map(\.treatment) == [.arm("mug", of: "mug")])
        #expect(alone.exposures.map(\.treatment) == [.arm("none", of: "mug")])
    }

    @Test func `R-POL-11 Is one of the checks of a rule, behind caps and before gifts`() throws {
        let decision = Self.decision(of: try #require(Self.drawn["mug"]), giving: Shop.catalog([]))
        let own = try #require(decision.examination(of: "mug"))
        let other = try #require(decision.examination(of: "card"))
        #expect((own[.experiment]?.answer, other[.experiment]?.answer) == (.passes, .fails))
        #expect(other.obstacles.map(\.subject) == [.experiment, .gifts])
        #expect(own[.experiment]?.reasons.map(\.code) == [ExperimentReason.armDrawn.rawValue])
    }

    @Test func `R-DATA-06 Rests on the arms in which customers were seen`() {
        let policy = Shop.policy { $0 = Self.document }
        let facts = Shop.facts([("2011-01-05", 10_00)])
        let circumstances = Shop.circumstances(of: facts, Shop.gifts)
        #expect(policy.factsUsed(by: "mug", under: circumstances)?.contains(.exposures) == true)
        let without = Shop.policy().factsUsed(under: circumstances)
        #expect(!without.contains(.exposures))
    }

    @Test func `R-POL-10 Has faults with their places`() {
        var document = Self.document
        document.rules[0].arm = RuleArm("tea", of: "mug")
        document.rules[1].arm = RuleArm("mug", of: "tea")
        document.experiments.append(Experiment(id: "mug", seed: "mug/1", splitting: ["a", "b"]))
        #expect(
            document.faults.map(\.description) == [
                "/experiments/1/id: another one is called `mug`",
                "/experiments/1/seed: another one is drawn by the seed `mug/1`",
                "/rules/0/arm/arm: the experiment has no arm `tea`",
                "/rules/1/arm/experiment: the policy has no experiment `tea`",
            ]
        )
    }

    @Test func `R-POL-10 Is told when no rule takes part in it, and rules of two arms never meet`() {
        #expect(Self.document.findings() == [])
        var alone = Self.document
        alone.rules[0].arm = nil
        alone.rules[1].arm = nil
        #expect(alone.findings().map(\.path) == ["/experiments/0", "/rules/1", "/rules/1"])
        #expect(
            alone.findings().first?.description
                == "/experiments/0: no rule is for an arm of “mug”, so that nothing is compared"
        )
        #expect(RuleAnalysis(of: Self.document).witness(of: 0, and: 1) == nil)
        var grouped = Self.document
        grouped.groups = [ConflictGroup(id: "g", keeping: .first, of: ["mug", "card"])]
        #expect(grouped.findings().map(\.problem) == [.uncovered("g")])
        // A rule for everybody stands for one of an arm as well, and not the other way round.
        alone.rules[1].arm = RuleArm("card", of: "mug")
        #expect(alone.findings().map(\.problem).contains(.subsumed("card", by: "mug")))
        (alone.rules[0].arm, alone.rules[1].arm) = (RuleArm("mug", of: "mug"), nil)
        #expect(alone.findings().map(\.problem).contains(.subsumed("card", by: "mug")) == false)
    }

    @Test func `R-POL-10 Is written as it is read`() throws {
        let text = Wire.text(of: Self.document)
        #expect(text.contains(#""arm":{"arm":"mug","experiment":"mug"}"#))
        #expect(try Wire.read(PolicyDocument.self, from: text) == Self.document)
        #expect(
            Self.document.rules[0].sentence.english.contains("; in the arm “mug” of the experiment “mug” alone; ")
        )
    }
}
