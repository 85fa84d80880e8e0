import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

/// What is known of a customer, in parts that can be lost one by one.
private struct Known {
    var profile: CustomerProfile
    var attributes: SegmentFacts
    var record: CustomerRecord?
    var consents: Consents?
    var cultures: Set<Culture>?
    var activities: [Activity]
    var rates: [Circumstances.DatedRate]
    private let known: CustomerFacts

    init(_ scene: SampleScene) {
        self.known = scene.facts
        self.profile = known.profile
        self.attributes = known.attributes
        self.record = known.record
        self.consents = known.consents
        self.cultures = known.cultures
        self.activities = known.activities
        self.rates = scene.circumstances.rates
    }

    var facts: CustomerFacts {
        var facts = CustomerFacts(
            profile: profile,
            attributes: attributes,
            grants: known.grants,
            record: record,
            cultures: cultures,
            activities: activities
        )
        (facts.consents, facts.touches, facts.tasks) = (consents, known.touches, known.tasks)
        return facts
    }

    mutating func lose(_ change: (inout CustomerRecord) -> Void) {
        if var record {
            change(&record)
            self.record = record
        }
        if var record = attributes.record {
            change(&record)
            attributes.record = record
        }
    }

    /// Every way to know less.
    static let losses: [(String, @Sendable (inout Known) -> Void)] = [
        ("record", { ($0.record, $0.attributes.record) = (nil, nil) }), ("what guards know", { $0.record = nil }),
        ("what conditions know", { $0.attributes.record = nil }),
        ("birthday", { $0.lose { $0.birthday = nil } }),
        ("year of birth", { $0.lose { $0.birthday = $0.birthday.map { Birthday($0.day) } } }),
        ("registration", { $0.lose { $0.registeredOn = nil } }), ("kind", { $0.lose { $0.kind = nil } }),
        ("industry", { $0.lose { $0.industry = nil } }), ("job role", { $0.lose { $0.jobRole = nil } }),
        ("recipient kind", { $0.lose { $0.recipientKind = nil } }), ("country", { $0.lose { $0.country = nil } }),
        ("jurisdiction", { $0.lose { $0.jurisdiction = nil } }), ("zone", { $0.lose { $0.zone = nil } }),
        ("language", { $0.lose { $0.language = nil } }), ("company size", { $0.lose { $0.companySize = nil } }),
        ("quiet hours", { $0.lose { $0.contact = nil } }), ("consents", { $0.consents = nil }),
        ("one consent", { $0.consents = $0.consents.map { Consents($0.changes.dropLast()) } }),
        ("cultures", { $0.cultures = nil }), ("rates", { $0.rates = [] }),
        ("one rate", { $0.rates = Array($0.rates.dropFirst()) }), ("labels", { $0.attributes.labels = [] }),
        ("tags", { $0.attributes.tags = nil }), ("further scores", { $0.attributes.furtherScores = [] }),
        ("scores", { $0.attributes.scores = nil }), ("stage", { $0.attributes.stage = nil }),
        ("tier of conditions", { $0.attributes.tier = nil }), ("value band", { $0.attributes.valueBand = nil }),
        ("quadrant", { $0.attributes.quadrant = nil }), ("interactions", { $0.attributes.interactions = nil }),
        ("complaints of conditions", { $0.attributes.complaints = nil }),
        ("signs of leaving", { $0.profile.churn = nil }),
        (
            "everything that conditions ask",
            {
                var nothing = SegmentFacts(asOf: $0.attributes.asOf)
                nothing.furtherScores = []
                $0.attributes = nothing
            }
        ),
        (
            "the end of a complaint",
            { known in
                known.activities.removeAll {
                    if case .complaintStep(let step) = $0 { step.state == .resolved } else { false }
                }
            }
        ),
    ]
}

@Suite struct `A fact that is missing` {
    private struct Pair: Hashable {
        let rule: Rule.ID
        let gift: Gift.ID
    }

    private static func offered(_ decision: Decision) -> Set<Pair> {
        Set(
            decision.candidates.flatMap { candidate in
                candidate.options.map { Pair(rule: candidate.rule, gift: $0.gift) }
            }
        )
    }

    /// Which gift of which rule guards forbid, whatever else there is to say.
    private static func forbidden(_ scene: SampleScene, under policy: Policy) -> Set<Pair> {
        let zones = scene.circumstances.zones
        guard let zone = zones[scene.facts.record?.zone ?? scene.document.defaults.zone ?? "UTC"],
            let clock = LocalClock(at: scene.circumstances.now, in: zone)
        else { return [] }
        let customer = GuardCase(
            of: scene.facts,
            under: scene.circumstances,
            at: clock,
            leapDay: scene.document.defaults.leapDay,
            before: policy.guards
        )
        var pairs: Set<Pair> = []
        for rule in scene.document.rules {
            for gift in scene.circumstances.catalog.gifts {
                let cost = gift.cost.expected
                let verdict = customer.verdict(on: rule.occasion, by: rule.id, giving: gift.id, costing: cost)
                if verdict.approvalsThatLift == nil { pairs.insert(Pair(rule: rule.id, gift: gift.id)) }
            }
        }
        return pairs
    }

    @Test func `R-POL-05 R-DATA-05 Never lets through what guards forbid where it is known, nor another gift`() {
        var (tried, covered) = (0, Set<String>())
        for seed in 0..<120 {
            let scene = SampleScene(seed, groups: false)
            let policy = scene.policy
            let forbidden = Self.forbidden(scene, under: policy)
            var open = scene.document
            open.guards = []
            let others = SampleScene(document: open, facts: scene.facts, circumstances: scene.circumstances)
            // Gifts that nothing but guards keeps back; without any, a seed tells nothing.
            let guarded = Self.offered(others.decision).intersection(forbidden)
            let before = Self.offered(scene.decision)
            #expect(before.isDisjoint(with: forbidden), "seed \(seed)")
            tried += guarded.count
            for (name, lose) in Known.losses {
                var known = Known(scene)
                lose(&known)
                var circumstances = scene.circumstances
                circumstances.rates = known.rates
                let after = Self.offered(policy.decision(for: known.facts, under: circumstances))
                #expect(after.isDisjoint(with: forbidden), "seed \(seed) without \(name)")
                for pair in after.subtracting(before) {
                    // That somebody registered long ago ends a welcome; nothing else is opened by what is not known.
                    let rule = scene.document.rules.first { $0.id == pair.rule }
                    if case .welcome = rule?.trigger { continue }
                    Issue.record("seed \(seed): \(pair.rule) gives \(pair.gift) without \(name)")
                }
                if !guarded.isEmpty { covered.insert(name) }
            }
        }
        #expect(tried > 100, "\(tried)")
        #expect(covered.count == Known.losses.count)
    }
}
