import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

/// A customer made up from a seed, before guards made up from the same.
private struct Sample {
    var record: CustomerRecord?
    var recordForConditions: CustomerRecord?
    var consents: Consents?
    var grants: [GiftGrant]
    var activities: [Activity]
    var rates: [Circumstances.DatedRate]
    var guards: [Guard]
    let gift: (id: Gift.ID, cost: Money)

    init(_ random: inout SeededGenerator) {
        func one<Element>(_ elements: [Element]) -> Element { elements.randomElement(using: &random)! }
        func chance() -> Bool { Bool.random(using: &random) }
        let kinds: [RecipientKind] = [.employee, .publicOfficial, .privatePerson]
        let countries = ["CN", "FR"].map { CountryCode($0)! }
        record = Guarded.record {
            $0.recipientKind = one(kinds)
            $0.jurisdiction = one(countries)
            $0.birthday = Birthday(.solar(AnnualDate(month: 7, day: 1)!), bornIn: one([1990, 2009, 2013]))
        }
        recordForConditions = record
        consents = Guarded.consents(
            [.marketing, .giftDelivery, .guardianConsent, .personalization].filter { _ in one([true, true, false]) }
        )
        grants = (0..<Int.random(in: 0...3, using: &random))
            .map { number in
                let date = Guarded.today.adding(days: .random(in: -400...20, using: &random))!
                let cost = one(["0.00 CNY", "30.00 CNY", "5.00 USD"])
                return Guarded.grant(Guarded.terms(Gift.ID("g-\(number)")!, costing: cost, on: date.description))
            }
        activities = one([
            [], [], [Guarded.step("t", .opened, on: "2026-06-01"), Guarded.step("t", .resolved, on: "2026-06-02")],
            [Guarded.step("t", .opened, on: "2026-06-01")],
        ])
        rates = [
            Guarded.rate(.usd, .cny, "7", on: one(["2026-07-01", "2026-06-20"])),
            Guarded.rate(.cny, .usd, "1/8", on: "2026-06-30"),
        ]
        func audience() -> GuardAudience {
            GuardAudience(
                recipients: chance() ? [] : [one(kinds)],
                jurisdictions: chance() ? [] : [one(countries)]
            )
        }
        guards = (0..<Int.random(in: 1...5, using: &random))
            .map { number in
                var limit = GiftLimit(
                    perGift: one([nil, money("20.00 CNY"), money("4.00 USD")]),
                    allowsZeroCost: chance()
                )
                limit.total = one([
                    nil,
                    GiftLimit.Total(
                        within: one([.calendarYear, .rolling("P12M")]),
                        amount: one([money("60.00 CNY"), money("9.00 USD")]),
                        count: 3
                    ),
                ])
                let kind: Guard.Kind = one([
                    .consent(to: [one([.marketing, .giftDelivery])]),
                    .exclusion(
                        .trait(.recipientKind, in: [SegmentValue.Word(stringLiteral: one(kinds).name.text)]),
                        except: GuardExceptions(rules: chance() ? ["birthday"] : [])
                    ),
                    .exclusion(!(.trait(.jurisdiction, in: ["CN"]) && .trait(.age, .atLeast, 18))),
                    .openComplaint(), .limit(limit), .limit(limit), .minimumAge(AgeLimit(years: 18)),
                    .minimumAge(AgeLimit(years: 16, for: ["wine"])), .guardian(GuardianRule(under: 14)),
                    .personalization(one(PersonalizationBasis.allCases)),
                ])
                return Guard(id: Guard.ID("guard-\(number)")!, for: audience(), kind)
            }
        gift = (one(["wine", "mug"]), one(["0.00 CNY", "10.00 CNY", "20.01 CNY", "3.00 USD"].map(money)))
    }

    var customer: GuardCase {
        var facts = Guarded.facts(record, consents, grants: grants, activities: activities)
        if recordForConditions != record {
            var attributes = facts.attributes
            attributes.record = recordForConditions
            facts = CustomerFacts(
                profile: facts.profile,
                attributes: attributes,
                grants: grants,
                record: record,
                activities: activities
            )
            facts.consents = consents
        }
        return Guarded.customer(facts, before: guards, at: rates)
    }

    var verdict: GuardVerdict { customer.verdict(on: .birthday, by: "birthday", giving: gift.id, costing: gift.cost) }

    /// Every way to know less.
    static let losses: [(String, @Sendable (inout Sample) -> Void)] = [
        (
            "record",
            {
                $0.record = nil; $0.recordForConditions = nil
            }
        ),
        (
            "recipient kind",
            {
                $0.record?.recipientKind = nil; $0.recordForConditions?.recipientKind = nil
            }
        ),
        (
            "jurisdiction",
            {
                $0.record?.jurisdiction = nil; $0.recordForConditions?.jurisdiction = nil
            }
        ),
        (
            "birthday",
            {
                $0.record?.birthday = nil; $0.recordForConditions?.birthday = nil
            }
        ),
        (
            "year of birth",
            { sample in
                let bare = sample.record?.birthday.map { Birthday($0.day) }
                sample.record?.birthday = bare
                sample.recordForConditions?.birthday = bare
            }
        ),
        ("what conditions know", { $0.recordForConditions = nil }), ("what guards know", { $0.record = nil }),
        ("consents", { $0.consents = nil }),
        ("one consent", { $0.consents = $0.consents.map { Consents($0.changes.dropLast()) } }),
        ("rates", { $0.rates = [] }),
        ("the opening of a complaint", { $0.activities = Array($0.activities.dropFirst()) }),
        ("the end of a complaint", { $0.activities = Array($0.activities.dropLast($0.activities.count > 1 ? 1 : 0)) }),
    ]
}

@Suite struct `All guards together` {
    @Test(arguments: 0..<200)
    func `R-POL-05 Let nothing pass because a fact is missing`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let sample = Sample(&random)
        let before = sample.verdict
        for (name, lose) in Sample.losses {
            // The opening alone is all that is known of a complaint: without it there is none.
            if name == "the opening of a complaint", sample.activities.count < 2 { continue }
            var other = sample
            lose(&other)
            let after = other.verdict
            for (left, right) in zip(before.findings, after.findings) where right.passes {
                #expect(left.passes, "\(left.source.id) lets pass without \(name)")
                if left.answer == .notPersonalized { #expect(right.answer == .notPersonalized) }
            }
        }
    }

    @Test(arguments: 0..<100)
    func `R-POL-05 Say the same whatever the order of guards and of facts`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let sample = Sample(&random)
        var other = sample
        other.guards.shuffle(using: &random)
        other.grants.shuffle(using: &random)
        other.activities.shuffle(using: &random)
        other.rates.shuffle(using: &random)
        other.consents = other.consents.map { Consents($0.changes.shuffled(using: &random)) }
        #expect(other.verdict == sample.verdict)
        #expect(other.verdict.reasons == sample.verdict.reasons)
    }

    @Test(arguments: 0..<100)
    func `R-POL-05 Agree whether asked at once or about the customer and then the gift`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let sample = Sample(&random)
        let customer = sample.customer
        let first = customer.verdict(on: .birthday, by: "birthday")
        let second = customer.verdict(on: sample.gift.id, costing: sample.gift.cost)
        let whole = sample.verdict
        #expect((first.isAllowed && second.isAllowed) == whole.isAllowed)
        #expect(whole.findings.count == sample.guards.count)
        for finding in whole.findings {
            #expect(!finding.reasons.isEmpty)
            if finding.source.asksForGift {
                #expect(second.findings.contains(finding))
            } else {
                #expect(first.findings.contains(finding))
            }
        }
    }
}
