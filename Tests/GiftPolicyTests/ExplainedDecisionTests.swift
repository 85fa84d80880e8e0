import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

@Suite struct `A decision with all its words` {
    @Test(arguments: 0..<100)
    func `R-POL-11 Says what the decision without them says, rule by rule`(seed: Int) throws {
        let scene = SampleScene(seed)
        let (policy, decision) = (scene.policy, scene.decision)
        for rule in policy.document.rules {
            let examination = try #require(decision.examination(of: rule.id))
            let condition = try #require(examination[.condition])
            let answer = try #require(policy.answer(ofRule: rule.id, for: scene.facts.attributes))
            #expect((answer.truth == .holds) == (condition.answer == .passes))
            #expect((answer.truth == .unknown) == (condition.answer == .unknown))
            guard let refusal = decision.refusal(of: rule.id) else {
                let candidate = try #require(decision.candidates.first { $0.rule == rule.id })
                #expect(examination.obstacles.isEmpty && !candidate.reasons.isEmpty, "seed \(seed), \(rule.id)")
                continue
            }
            let first = try #require(examination.obstacles.first, "seed \(seed), \(rule.id)")
            let besides = [.trigger, .schedule].contains(first.subject) && condition.isObstacle
            #expect(first.subject.refusal == refusal.kind, "seed \(seed), \(rule.id)")
            #expect(first.reasons + (besides ? condition.reasons : []) == refusal.reasons, "seed \(seed), \(rule.id)")
            #expect(first.earliest == refusal.earliest, "seed \(seed), \(rule.id)")
        }
    }

    @Test(arguments: 0..<60)
    func `R-POL-11 Is the same before and after somebody reads them`(seed: Int) {
        let scene = SampleScene(seed)
        let decision = scene.decision
        let rules = (decision.candidates.map(\.rule), decision.refusals.map(\.rule), decision.refusals.map(\.kind))
        let gifts = decision.candidates.map { $0.options.map(\.gift) }
        let examined = decision.examinations
        for language in Language.allCases {
            for check in examined.flatMap(\.checks) { #expect(!check.text(in: language).isEmpty) }
        }
        #expect(decision.examinations == examined)
        #expect(
            decision.candidates.map(\.rule) == rules.0 && decision.candidates.map { $0.options.map(\.gift) } == gifts
        )
        #expect(decision.refusals.map(\.rule) == rules.1 && decision.refusals.map(\.kind) == rules.2)
        #expect(decision == scene.decision)
    }
}
