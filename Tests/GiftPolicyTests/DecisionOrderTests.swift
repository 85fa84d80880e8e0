import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

@Suite struct `The order in which things are told` {
    private func expectSame(_ left: Decision, _ right: Decision, _ what: String) {
        let (left, right) = (SpokenDecision(left), SpokenDecision(right))
        #expect(left.candidates == right.candidates, "\(what)")
        #expect(left.refusals == right.refusals, "\(what)")
        #expect(left == right, "\(what)")
    }

    @Test(arguments: 0..<120)
    func `R-POL-10 Of rules, guards, caps, groups, approvals, labels and segments never matters`(seed: Int) {
        let scene = SampleScene(seed)
        var random = SeededGenerator(seed: UInt64(seed))
        var document = scene.document
        document.rules.shuffle(using: &random)
        document.guards.shuffle(using: &random)
        document.caps.shuffle(using: &random)
        document.groups.shuffle(using: &random)
        document.approvals.shuffle(using: &random)
        document.labels.shuffle(using: &random)
        document.segments.shuffle(using: &random)
        let other = SampleScene(document: document, facts: scene.facts, circumstances: scene.circumstances)
        let (one, two) = (scene.decision, other.decision)
        expectSame(one, two, "seed \(seed)")
        // What is refused stands in the order of the policy, and nothing else does.
        let order = document.rules.map(\.id)
        #expect(two.refusals.map(\.rule) == order.filter { id in two.refusals.contains { $0.rule == id } })
        for rule in order {
            let (left, right) = (one.examination(of: rule), two.examination(of: rule))
            #expect(left?.checks.map(\.answer) == right?.checks.map(\.answer), "seed \(seed), \(rule)")
            #expect(left?.checks.map(\.earliest) == right?.checks.map(\.earliest), "seed \(seed), \(rule)")
        }
    }

    @Test(arguments: 0..<120)
    func `R-POL-10 Of activities, gifts, touches, tasks, consents, tags and labels never matters, nor how often`(
        seed: Int
    ) {
        let scene = SampleScene(seed)
        var random = SeededGenerator(seed: UInt64(seed))
        let known = scene.facts
        var attributes = known.attributes
        attributes.tags?.shuffle(using: &random)
        attributes.labels.shuffle(using: &random)
        attributes.furtherScores.shuffle(using: &random)
        var facts = CustomerFacts(
            profile: known.profile,
            attributes: attributes,
            grants: (known.grants + known.grants.prefix(1)).shuffled(using: &random),
            record: known.record,
            cultures: known.cultures,
            activities: (known.activities + known.activities.prefix(2)).shuffled(using: &random)
        )
        facts.consents = known.consents.map {
            Consents(($0.changes + $0.changes.prefix(1)).shuffled(using: &random))
        }
        facts.touches = (known.touches + known.touches.prefix(1)).shuffled(using: &random)
        facts.tasks = (known.tasks + known.tasks.prefix(1)).shuffled(using: &random)
        let other = SampleScene(document: scene.document, facts: facts, circumstances: scene.circumstances)
        expectSame(scene.decision, other.decision, "seed \(seed)")
    }

    @Test(arguments: 0..<120)
    func `R-POL-10 Of zones, rates, switches, events and gifts of the catalog never matters`(seed: Int) {
        let scene = SampleScene(seed)
        var random = SeededGenerator(seed: UInt64(seed))
        let known = scene.circumstances
        var circumstances = Circumstances(
            at: known.now,
            giving: Shop.catalog(known.catalog.gifts.shuffled(using: &random)),
            in: Zones.all.shuffled(using: &random)
        )
        circumstances.rates = (known.rates + known.rates.prefix(1)).shuffled(using: &random)
        circumstances.switches = RuleSwitches(
            (known.switches.all + known.switches.all.prefix(1)).shuffled(using: &random)
        )
        circumstances.events = (known.events + known.events.prefix(1)).shuffled(using: &random)
        let other = SampleScene(document: scene.document, facts: scene.facts, circumstances: circumstances)
        expectSame(scene.decision, other.decision, "seed \(seed)")
    }

    @Test(arguments: 0..<40)
    func `R-POL-10 R-POL-15 Of customers never matters: a round says of each what is said of it alone`(seed: Int) {
        let scene = SampleScene(seed)
        var random = SeededGenerator(seed: UInt64(seed))
        let policy = scene.policy
        let customers = (0..<8).map { _ in Person.random(using: &random).facts() }
        let alone = customers.map { policy.decision(for: $0, under: scene.circumstances) }
        for _ in 0..<2 {
            var round = policy.round(under: scene.circumstances)
            for index in customers.indices.shuffled(using: &random) {
                #expect(round.decision(for: customers[index]) == alone[index], "seed \(seed)")
            }
        }
    }

    @Test(arguments: 0..<40)
    func `R-POL-03 R-POL-10 Of decisions never matters to the plan, nor what decides ties`(seed: Int) throws {
        let scene = SampleScene(seed)
        var random = SeededGenerator(seed: UInt64(seed))
        let policy = scene.policy
        let customers = (0..<12)
            .map { number in
                Shop.facts(
                    [("2026-06-10", Int64.random(in: 1...3, using: &random) * 700_00)],
                    of: Customer.ID("c-\(number)" as String)!,
                    asOf: Person.today
                )
            }
        let decisions = customers.map { policy.decision(for: $0, under: scene.circumstances) }
        for ties in Allocator.Tie.allCases {
            let allocator = Allocator(policy: policy, catalog: scene.circumstances.catalog, ties: ties)
            let budget = Money(minorUnits: .random(in: 0...60_00, using: &random), in: .eur)
            let plan = try allocator.plan(decisions, within: budget)
            #expect(try allocator.plan(decisions.shuffled(using: &random), within: budget) == plan)
        }
    }
}
