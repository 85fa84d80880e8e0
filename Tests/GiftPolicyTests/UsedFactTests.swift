import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

@Suite struct `The facts that a policy uses` {
    private static func word(of rule: Rule.ID, in decision: Decision) -> [AnyHashable] {
        decision.candidates.filter { $0.rule == rule }.map { $0 as AnyHashable }
            + decision.refusals.filter { $0.rule == rule }.map { $0 as AnyHashable }
    }

    @Test func `R-POL-11 Are all that there are: another fact that is not listed changes nothing, and each listed can`()
    {
        var turning: Set<AskedFact> = []
        for seed in 0..<160 {
            var random = SeededGenerator(seed: UInt64(seed))
            let (policy, circumstances) = (PolicySamples.policy(seed), PolicySamples.circumstances(seed))
            let person = Person.random(using: &random)
            let decision = policy.decision(for: person.facts(), under: circumstances)
            let used = Dictionary(
                uniqueKeysWithValues: policy.document.rules.map { rule in
                    (rule.id, Set(policy.factsUsed(by: rule.id, under: circumstances)!))
                }
            )
            for fact in Person.facts {
                var other = person
                other.change(fact, using: &random)
                let changed = policy.decision(for: other.facts(), under: circumstances)
                for rule in policy.document.rules {
                    let isSame = Self.word(of: rule.id, in: decision) == Self.word(of: rule.id, in: changed)
                    if used[rule.id]!.contains(fact) {
                        if !isSame { turning.insert(fact) }
                    } else {
                        #expect(isSame, "seed \(seed): \(fact.name) is not listed, and decides on \(rule.id)")
                    }
                }
            }
            #expect(decision.factsUsed == used.values.reduce(into: Set()) { $0.formUnion($1) }.sorted())
        }
        let missing = Person.facts.filter { !turning.contains($0) }
        #expect(missing.isEmpty, "listed, and never decided anything: \(missing.map(\.name.text))")
    }

    @Test func `R-POL-11 Are listed for each rule, and for all of them`() throws {
        let birthday = PolicySamples.rule("r-0", PolicySamples.triggers[3], .tier(.atLeast, "silver"), 1)
        let policy = Shop.policy {
            $0.rules = [birthday]
            $0.guards = [Guard(id: "consent", .consent(to: Guard.usualPurposes))]
            $0.caps = []
        }
        let circumstances = Circumstances(at: Person.now, giving: Shop.gifts, in: Zones.all)
        let facts = try #require(policy.factsUsed(by: "r-0", under: circumstances))
        #expect(
            facts.map(\.title.english) == [
                "birthday", "consents", "earlier gifts", "quiet hours asked for", "frequency score", "monetary score",
                "tier", "time zone",
            ]
        )
        #expect(
            facts.map(\.title.chinese) == ["生日", "同意记录", "以往礼品", "要求的免打扰时段", "频度得分", "额度得分", "等级", "时区"]
        )
        #expect(policy.factsUsed(under: circumstances) == facts)
        #expect(policy.factsUsed(by: "r-1", under: circumstances) == nil)
        let decision = policy.decision(for: Person().facts(), under: circumstances)
        #expect(decision.factsUsed == facts)
        #expect(decision.factsUsed(by: "r-0") == facts)
        #expect(decision.factsUsed(by: "r-1") == nil)
    }

    @Test func `R-POL-11 Are the zone alone where the customer's day is not known`() {
        let policy = Shop.policy()
        let facts = Shop.facts([("2011-12-01", 1_00)])
        let nowhere = policy.decision(for: facts, under: Circumstances(at: Person.now, giving: Shop.gifts, in: []))
        #expect(nowhere.factsUsed == [.zone])
        #expect(nowhere.factsUsed(by: "welcome") == [.zone])
        #expect(nowhere.factsUsed(by: "r-9") == nil)
    }

    @Test func `R-POL-11 Hold the complaints of the customer where a policy has deadlines for them`() {
        let policy = Shop.policy { $0.complaints = ComplaintDeadlines() }
        let circumstances = Circumstances(at: Person.now, giving: Shop.gifts, in: Zones.all)
        #expect(policy.factsUsed(under: circumstances).contains(.complaints))
        #expect(!Shop.policy().factsUsed(under: circumstances).contains(.complaints))
    }

    @Test func `R-DATA-06 Fill the report on the use of data, each with source and date, in both languages`() throws {
        let known = [
            UsedFact("birthday", from: "registration", on: day("2024-05-01")),
            UsedFact("industry", from: "registration", on: day("2024-05-01")),
            UsedFact("tier", from: "tier-ladder", on: day("2026-06-30")),
        ]
        let asked: [AskedFact] = [.tier, .birthday, .label("vip")]
        let used = asked.used(among: known, orFrom: "crm", on: Person.today)
        #expect(used == [known[0], UsedFact("label/vip", from: "crm", on: Person.today), known[2]])
        let use = try #require(
            DataUse(
                of: "c-1",
                for: .giftDelivery,
                in: .rule(RuleReference(policy: Shop.policy().reference, rule: "birthday")),
                facts: used,
                under: Guarded.consents(),
                at: Person.now
            )
        )
        let account = use.account { AskedFact($0)?.title }
        #expect(
            Phrasebook.dataUse.texts(of: account.dropLast(), for: .customer, in: .english) == [
                "birthday was used, from registration, as of 2024-05-01",
                "label vip was used, from crm, as of 2026-07-01", "tier was used, from tier-ladder, as of 2026-06-30",
            ]
        )
        #expect(
            Phrasebook.dataUse.texts(of: account.prefix(1), for: .customer, in: .chinese)
                == ["使用了生日，来源：registration，日期：2024-05-01"]
        )
    }

    @Test func `R-POL-11 Leave out what is the same for all: by one price, by weights of nothing, and without a gift`()
    {
        func scores(through highest: String?, weighing monetary: Int64 = 0) -> [String] {
            var rule = Rule(
                id: "r-0",
                name: Shop.name("r-0"),
                occasion: .birthday,
                goal: .loyalty,
                priority: 50,
                on: PolicySamples.triggers[3],
                when: .all([]),
                giving: highest.map { GiftSelection(from: money("5.00 EUR"), through: money($0)) }
            )
            if highest == nil { rule.touches = [TouchPlan(.greeting, by: [.email])] }
            let policy = Shop.policy {
                $0.rules = [rule]
                ($0.worth.frequency, $0.worth.monetary) = (monetary, monetary)
            }
            let circumstances = Circumstances(at: Person.now, giving: Shop.gifts, in: Zones.all)
            return (policy.factsUsed(by: "r-0", under: circumstances) ?? []).map(\.name.text)
                .filter { $0.hasPrefix("score") }
        }
        #expect(scores(through: "5.00 EUR") == [])
        #expect(scores(through: "5.01 EUR") == ["score/monetary"])
        #expect(scores(through: "5.00 EUR", weighing: 1) == ["score/frequency", "score/monetary"])
        #expect(scores(through: nil, weighing: 1) == [])
    }

    @Test func `R-POL-11 Have names and titles of their own, by which they are found again`() {
        #expect(Set(Person.facts.map(\.name)).count == Person.facts.count)
        for language in Language.allCases {
            #expect(Set(Person.facts.map { $0.title[language] }).count == Person.facts.count)
        }
        for fact in Person.facts { #expect(AskedFact(fact.name) == fact) }
        for name: Identifier<Fact> in ["limit", "labels/vip", "label", "label/", "birthday/1"] {
            #expect(AskedFact(name) == nil)
        }
        let long = AskedFact.label(Identifier(String(repeating: "l", count: 255))!)
        #expect(long.name.text.hasPrefix("label/#"))
        #expect(Person.facts.sorted() == Person.facts.sorted { $0.name < $1.name })
    }
}
