import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import GiftTesting
import Segmentation
import Testing

/// What a host keeps and nothing else: what people wrote, what was learned, and what customers did.
private struct Archive: Codable {
    var policy: PolicyDocument
    var catalog: Catalog
    var zones: [ZoneTable]
    var rates: [Circumstances.DatedRate]
    var switches: RuleSwitches
    var events: [OutsideEvent]
    var population: Population
    var activities: [Activity]
    var grants: [[GrantEntry]]
    var record: CustomerRecord?
    var consents: Consents?
    var touches: [Touch]
    var tasks: [AssignedTask]
    var cultures: [Culture]?
    var labels: CustomerLabels
    var now: Timestamp

    init(_ scene: SampleScene, labels: CustomerLabels, learning population: Population) {
        let (facts, circumstances) = (scene.facts, scene.circumstances)
        self.policy = scene.document
        self.catalog = circumstances.catalog
        self.zones = Array(circumstances.zones.values)
        self.rates = circumstances.rates
        self.switches = circumstances.switches
        self.events = circumstances.events
        self.population = population
        self.activities = facts.activities
        self.grants = facts.grants.map(\.entries)
        self.record = facts.record
        self.consents = facts.consents
        self.touches = facts.touches
        self.tasks = facts.tasks
        self.cultures = facts.cultures?.sorted()
        self.labels = labels
        self.now = circumstances.now
    }

    /// The same, read from the bytes as which it is stored.
    var stored: Archive {
        Shop.trapping { try JSONDecoder().decode(Archive.self, from: try JSONEncoder().encode(self)) }
    }

    private static func grant(of entries: [GrantEntry]) throws -> GiftGrant {
        guard case .planned(let terms) = entries[0].change else { preconditionFailure("planned first") }
        var grant = GiftGrant(id: terms.id)
        for entry in entries { try grant.apply(entry) }
        return grant
    }

    /// The decision, by the calls by which every decision is made.
    func decision() throws -> Decision {
        let policy = try Policy(validating: policy)
        var circumstances = Circumstances(at: now, giving: catalog, in: zones)
        (circumstances.rates, circumstances.switches, circumstances.events) = (rates, switches, events)
        let zone = circumstances.zones[record?.zone ?? policy.document.defaults.zone ?? "UTC"]!
        var summary = ActivitySummary(of: "c-1", in: .eur)
        for activity in activities { try summary.add(activity, in: zone) }
        var history = CustomerHistory(summary)
        (history.record, history.labels) = (record, labels)
        var rules = ProfileRules(stages: policy.document.stages, tiers: policy.document.tiers)
        rules.churn = .usual
        let profiler = Profiler(population: population, rules: rules)
        let profile = try profiler.profile(of: history, asOf: zone.date(of: now)!)
        var facts = CustomerFacts(
            profile: profile,
            attributes: profiler.segmentFacts(of: history, profile),
            grants: try grants.map(Self.grant),
            record: record,
            cultures: cultures.map(Set.init),
            activities: activities
        )
        (facts.consents, facts.touches, facts.tasks) = (consents, touches, tasks)
        return policy.decision(for: facts, under: circumstances)
    }
}

@Suite struct `A decision that is stored` {
    private static func archive(_ seed: Int) -> Archive {
        var random = SeededGenerator(seed: UInt64(seed))
        let scene = SampleScene(seed)
        let list = LabelList([LabelList.Definition("vip", .number, title: Shop.name("vip"))])!
        let value = FactValue.number(.random(in: 0...3, using: &random))
        var labels = CustomerLabels()
        Shop.trapping { try labels.add(value, as: "vip", by: "host", from: day("2026-01-01"), in: list) }
        // Others from whom scores are learned.
        var summaries = PurchaseSummaries(in: .eur)
        for number in 0..<20 {
            let instant = Person.now.later(-Int64.random(in: 1...700, using: &random) * Timestamp.day)
            let total = Money(minorUnits: .random(in: 5_00...900_00, using: &random), in: .eur)
            let order = Order(
                id: "o",
                customer: Customer.ID("d-\(number)" as String)!,
                placedAt: instant,
                total: total
            )!
            Shop.trapping { try summaries.add(.order(order), in: FixedZone.utc) }
        }
        let population = Shop.trapping {
            try Population.learn(from: summaries.ordered, asOf: Person.today, spend: .net)
        }
        return Archive(scene, labels: labels, learning: population)
    }

    private static func bytes(_ decision: Decision) -> String { Wire.text(of: decision) }

    /// Everything that is said of a decision, in a language.
    private static func words(_ decision: Decision, in language: Language) -> [String] {
        var reasons = decision.candidates.flatMap(\.reasons)
        reasons += decision.refusals.flatMap(\.reasons)
        for touch in decision.touches { reasons += decision.reasons(for: touch) }
        for task in decision.tasks { reasons += decision.reasons(for: task) }
        for refusal in decision.touchRefusals { reasons += decision.reasons(for: refusal) }
        reasons += decision.followUps.flatMap(\.reasons)
        let book = Phrasebook.policy.merging(Guarded.words)
        let checks = decision.examinations.flatMap(\.checks)
        return reasons.map { $0.text(in: language, from: book) } + checks.map { $0.text(in: language) }
    }

    @Test func `R-POL-10 R-POL-11 Comes out the same, byte by byte, when it is made again of what is stored`() throws {
        var (candidates, refusals, touches, others) = (0, Set<Refusal.Kind>(), 0, 0)
        for seed in 0..<120 {
            let archive = Self.archive(seed)
            let (first, second) = (try archive.decision(), try archive.stored.decision())
            #expect(Self.bytes(first) == Self.bytes(second), "seed \(seed)")
            #expect(ContentHash(of: first) == ContentHash(of: second))
            #expect(first == second)
            for language in Language.allCases {
                #expect(Self.words(first, in: language) == Self.words(second, in: language), "seed \(seed)")
            }
            candidates += first.candidates.count
            refusals.formUnion(first.refusals.map(\.kind))
            touches += first.touches.count + first.tasks.count
            others += first.touchRefusals.count + first.followUps.count
        }
        #expect(candidates > 20 && touches > 10 && others > 20, "\(candidates), \(touches), \(others)")
        #expect(refusals.count == Refusal.Kind.allCases.count)
    }

    @Test func `R-POL-10 Does not change when its words are read, or it is stored in another order`() throws {
        for seed in 0..<60 {
            var archive = Self.archive(seed)
            let first = try archive.decision()
            let bytes = Self.bytes(first)
            _ = (first.examinations, first.exposures, first.duties, first.factsUsed, Self.words(first, in: .chinese))
            #expect(Self.bytes(first) == bytes, "seed \(seed)")
            archive.activities.reverse()
            archive.grants.reverse()
            archive.touches.reverse()
            archive.zones.reverse()
            archive.events.reverse()
            #expect(try Self.bytes(archive.stored.decision()) == bytes, "seed \(seed)")
        }
    }

    @Test func `R-POL-10 Is another where one thing that it rests on is another`() throws {
        var changed = 0
        for seed in 0..<40 {
            let scene = SampleScene(seed)
            var document = scene.document
            document.version += 1
            let next = SampleScene(document: document, facts: scene.facts, circumstances: scene.circumstances)
            #expect(ContentHash(of: next.decision) != ContentHash(of: scene.decision))
            var facts = scene.facts
            facts.consents = nil
            let other = SampleScene(document: scene.document, facts: facts, circumstances: scene.circumstances)
            if Self.bytes(other.decision) != Self.bytes(scene.decision) { changed += 1 }
        }
        #expect(changed > 5)
    }

    @Test func `Has a wire format that never changes`() {
        var facts = Shop.facts(
            [("2011-12-01", 2_100_00)],
            grants: [Shop.grant(.reactivation, on: "2011-12-09", then: [.approved])]
        )
        facts.consents = Guarded.consents(from: "2010-01-01")
        var (thanks, welcome, wakeUp) = (Shop.thanks, Shop.welcome, Shop.wakeUp)
        var survey = TouchPlan(.survey, by: [.email])
        survey.content = "nps"
        thanks.touches = [TouchPlan(.greeting, by: [.email]), survey]
        welcome.tasks = [StaffTask("call", for: .adviser, by: .telephone, withinHours: 48)]
        wakeUp.followUps = [FollowUpStep(id: "ask", after: .approved, hours: 24, .touch(survey))]
        let policy = Shop.policy { ($0.rules, $0.caps) = ([welcome, wakeUp, thanks], []) }
        let decision = policy.decision(for: facts, choosingFrom: Shop.gifts)
        #expect(!decision.touches.isEmpty && !decision.tasks.isEmpty)
        #expect(!decision.touchRefusals.isEmpty && !decision.followUps.isEmpty)
        let stored = [
            #"{"candidates":[{"attempt":1,"choices":1,"dispatch":{"at":1323518400000,"day":"2011-12-10"},"#,
            #""occurrence":{"customer":"c-1","occasion":"upgrade","term":"tier-2011/gold"},"#,
            #""options":[{"approvals":[],"choice":{"cost":{"currency":"EUR","goods":900},"gift":"tea"},"#,
            #""worth":180},{"approvals":[],"choice":{"cost":{"currency":"EUR","goods":2000},"gift":"lamp"},"#,
            #""worth":125}],"reasons":[{"code":"tierReachedLately","facts":[{"name":"tier","#,
            #""value":{"name":{"en":"Gold","zh":"「Gold」"}}},{"name":"since","value":{"date":"2011-12-01"}},"#,
            #"{"name":"days","value":{"days":9}},{"name":"limit","value":{"days":30}}]},"#,
            #"{"code":"attributeMatches","facts":[{"name":"attribute","value":{"name":{"en":"tier","#,
            #""zh":"等级"}}},{"name":"actual","value":{"name":{"en":"Gold","zh":"「Gold」"}}},"#,
            #"{"name":"comparison","value":{"name":{"en":"at least","zh":"不低于"}}},{"name":"expected","#,
            #""value":{"name":{"en":"Gold","zh":"「Gold」"}}}]}],"rule":"thanks","target":{"currency":"EUR","#,
            #""minorUnits":500}},{"attempt":1,"choices":1,"dispatch":{"at":1323518400000,"day":"2011-12-10"},"#,
            #""occurrence":{"customer":"c-1","occasion":"welcome","term":"first-order"},"#,
            #""options":[{"approvals":[],"choice":{"cost":{"currency":"EUR","goods":100},"gift":"card"},"#,
            #""worth":127}],"reasons":[{"code":"firstOrderRecent","facts":[{"name":"days","value":{"days":9}},"#,
            #"{"name":"limit","value":{"days":30}}]},{"code":"attributeMatches","facts":[{"name":"attribute","#,
            #""value":{"name":{"en":"stage","zh":"阶段"}}},{"name":"actual","value":{"name":{"en":"New","#,
            #""zh":"新客"}}},{"name":"comparison","value":{"name":{"en":"exactly","zh":"等于"}}},"#,
            #"{"name":"expected","value":{"name":{"en":"New","zh":"新客"}}}]}],"rule":"welcome","#,
            #""target":{"currency":"EUR","minorUnits":0}}],"customer":"c-1","#,
            #""followUps":[{"grant":"7279fa7af3d6a1be03b9f2a226a36d4f","reasons":[{"code":"consentNeverGiven","#,
            #""facts":[{"name":"purpose","value":{"name":{"en":"surveys","zh":"问卷调查"}}}]}],"#,
            #""standing":"stopped","step":"ask"}],"now":{"at":1323518400000,"day":"2011-12-10"},"#,
            #""policy":{"hash":"48c7678e733403b11450af77a26ca68e7ba674ab3ad6b6ed8997bd1170fe71da","id":"shop","#,
            #""version":1},"refusals":[{"earliest":{"at":1330560000000,"day":"2012-03-01"},"kind":"notDue","#,
            #""reasons":[{"code":"activeLately","facts":[{"name":"days","value":{"days":9}},"#,
            #"{"name":"lastPurchase","value":{"date":"2011-12-01"}},{"name":"limit","value":{"days":90}},"#,
            #"{"name":"wait","value":{"days":82}}]}],"rule":"wake-up"}],"tasks":[{"channel":"telephone","#,
            #""dueBy":1323691200000,"id":"2e1edfffd9ea26cc8cd7e78e4dbb6769","#,
            #""origin":{"occurrence":{"customer":"c-1","occasion":"welcome","term":"first-order"},"#,
            #""rule":"welcome"},"reasons":[{"code":"firstOrderRecent","facts":[{"name":"days","#,
            #""value":{"days":9}},{"name":"limit","value":{"days":30}}]},{"code":"attributeMatches","#,
            #""facts":[{"name":"attribute","value":{"name":{"en":"stage","zh":"阶段"}}},{"name":"actual","#,
            #""value":{"name":{"en":"New","zh":"新客"}}},{"name":"comparison","value":{"name":{"en":"exactly","#,
            #""zh":"等于"}}},{"name":"expected","value":{"name":{"en":"New","zh":"新客"}}}]},"#,
            #"{"code":"channelTaken","facts":[{"name":"channel","value":{"name":{"en":"telephone","#,
            #""zh":"电话"}}}]}],"role":"adviser","start":{"at":1323518400000,"day":"2011-12-10"},"#,
            #""work":"call"}],"touchRefusals":[{"kind":"blocked","origin":{"occurrence":{"customer":"c-1","#,
            #""occasion":"upgrade","term":"tier-2011/gold"},"rule":"thanks"},"#,
            #""reasons":[{"code":"consentNeverGiven","facts":[{"name":"purpose","#,
            #""value":{"name":{"en":"surveys","zh":"问卷调查"}}}]}],"touch":"survey"}],"#,
            #""touches":[{"channel":"email","dispatch":{"at":1323518400000,"day":"2011-12-10"},"#,
            #""id":"de370d38eaeb86fa773ab5c9cfca94d9","kind":"greeting","#,
            #""origin":{"occurrence":{"customer":"c-1","occasion":"upgrade","term":"tier-2011/gold"},"#,
            #""rule":"thanks"},"reasons":[{"code":"tierReachedLately","facts":[{"name":"tier","#,
            #""value":{"name":{"en":"Gold","zh":"「Gold」"}}},{"name":"since","value":{"date":"2011-12-01"}},"#,
            #"{"name":"days","value":{"days":9}},{"name":"limit","value":{"days":30}}]},"#,
            #"{"code":"attributeMatches","facts":[{"name":"attribute","value":{"name":{"en":"tier","#,
            #""zh":"等级"}}},{"name":"actual","value":{"name":{"en":"Gold","zh":"「Gold」"}}},"#,
            #"{"name":"comparison","value":{"name":{"en":"at least","zh":"不低于"}}},{"name":"expected","#,
            #""value":{"name":{"en":"Gold","zh":"「Gold」"}}}]},{"code":"channelTaken","#,
            #""facts":[{"name":"channel","value":{"name":{"en":"e-mail","zh":"电子邮件"}}}]}]}],"v":1}"#,
        ]
        #expect(Self.bytes(decision) == stored.joined())
    }

    @Test(arguments: [
        (
            OutsideEvent("e-1", .storm, title: Shop.name("s"), on: day("2026-06-30")...day("2026-07-02")),
            #"{"from":"2026-06-30","id":"e-1","kind":"storm","name":{"en":"s","zh":"「s」"},"through":"2026-07-02"}"#
        ),
        (
            OutsideEvent(
                "e-2",
                "flood",
                title: Shop.name("f"),
                on: day("2026-07-01")...day("2026-07-01"),
                for: .country(CountryCode("CN")!)
            ),
            #"{"country":"CN","from":"2026-07-01","id":"e-2","kind":"flood","name":{"en":"f","zh":"「f」"},"#
                + #""through":"2026-07-01"}"#
        ),
        (
            OutsideEvent(
                "e-3",
                .coldSnap,
                title: Shop.name("c"),
                on: day("2026-07-01")...day("2026-07-09"),
                for: .label("city", .word("Bergen"))
            ),
            #"{"from":"2026-07-01","id":"e-3","kind":"coldSnap","label":"city","name":{"en":"c","zh":"「c」"},"#
                + #""through":"2026-07-09","value":"Bergen"}"#
        ),
    ])
    func `R-TRIG-11 Keeps the events outside in a wire format that never changes`(event: OutsideEvent, text: String)
        throws
    {
        #expect(Wire.text(of: event) == text)
        #expect(try Wire.read(OutsideEvent.self, from: text) == event)
    }

    @Test(arguments: [
        #"{"from":"2026-07-02","id":"e","kind":"storm","name":{"en":"s","zh":"s"},"through":"2026-07-01"}"#,
        #"{"from":"2026-07-01","id":"e","kind":"storm","label":"city","name":{"en":"s","zh":"s"},"through":"2026-07-01"}"#,
        #"{"country":"CN","from":"2026-07-01","id":"e","kind":"storm","label":"city","name":{"en":"s","zh":"s"},"#
            + #""through":"2026-07-01","value":"Bergen"}"#,
        #"{"from":"2026-07-01","id":"e","kind":"storm","name":{"en":"s","zh":"s"},"through":"2026-07-01","x":1}"#,
    ])
    func `R-TRIG-11 Refuses an event that ends before it begins, or concerns nobody who can be told`(text: String) {
        #expect(throws: DecodingError.self) { try Wire.read(OutsideEvent.self, from: text) }
    }

    @Test func `Keeps rates and moments in a wire format that never changes`() throws {
        let rate = Guarded.rate(.usd, .cny, "8739/1250", on: "2026-06-30")
        let text = #"{"rate":{"from":"USD","rate":"8739/1250","to":"CNY"},"setOn":"2026-06-30"}"#
        #expect(Wire.text(of: rate) == text)
        #expect(try Wire.read(Circumstances.DatedRate.self, from: text) == rate)
        #expect(throws: DecodingError.self) {
            try Wire.read(Circumstances.DatedRate.self, from: text.replacing("setOn", with: "set"))
        }
        let moment = Moment(Timestamp(milliseconds: 0), on: day("1970-01-01"))
        #expect(Wire.text(of: moment) == #"{"at":0,"day":"1970-01-01"}"#)
        #expect(try Wire.read(Moment.self, from: #"{"at":0,"day":"1970-01-01"}"#) == moment)
        #expect(throws: DecodingError.self) { try Wire.read(Moment.self, from: #"{"at":0}"#) }
    }
}
