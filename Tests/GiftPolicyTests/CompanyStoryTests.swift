import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

/// Story S08: what an engineer, a doctor and an official may be given at work.
@Suite struct `No wine for the doctor, no mug for the engineer` {
    private static func limit(_ id: String, of kind: String, _ amount: String) -> String {
        """
        { "id": "\(id)", "for": { "recipients": ["\(kind)"] },
          "limit": { "perGift": "\(amount) CNY", "allowsZeroCost": true, "override": "never" } }
        """
    }

    /// Worth is what the host says that giving a gift is worth, and nothing else.
    private static let policy = StoryShop.policy(
        rules: """
            { "id": "fair", "name": { "en": "After the fair", "zh": "展会后赠礼" }, "occasion": "purchase",
              "goal": "loyalty", "priority": 50,
              "on": { "campaign": { "id": "fair", "title": { "en": "Fair", "zh": "展会" },
                "from": "2026-05-01", "through": "2026-05-31" } },
              "when": { "all": [] }, "gift": { "from": "0.00 CNY", "through": "500.00 CNY" } }
            """,
        guards: [
            StoryShop.consentGuard, limit("employees", of: "employee", "200.00"),
            limit("health", of: "healthProfessional", "100.00"), limit("officials", of: "publicOfficial", "0.00"),
        ],
        also: """
            "approvals": [{ "id": "board", "by": ["compliance"], "atLeast": "1000.00 CNY", "validDays": 30 }],
            "worth": { "rule": 0, "frequency": 0, "monetary": 0, "price": 0, "gift": 1 },
            """
    )

    private static let now = at("2026-05-12 10:00:00")

    private static func only(_ roles: Set<JobRole>, from age: Int64? = nil, not kinds: Set<RecipientKind> = [])
        -> GiftRestrictions
    {
        GiftRestrictions(minimumAge: age, exceptRecipients: kinds, onlyJobRoles: roles)!
    }

    private static func gift(_ id: String, _ cost: String, worth: Int64, _ restrictions: GiftRestrictions = .none)
        -> Gift
    {
        StoryShop.gift(id, cost) { gift in
            gift.worth = worth
            gift.restrictions = restrictions
        }
    }

    /// An adult in this role, who receives gifts in this capacity.
    private static func person(_ role: JobRole, _ kind: RecipientKind?) -> StoryShop {
        var person = StoryShop(
            policy,
            giving: [
                gift("mug", "45.00", worth: 2), gift("white-paper", "60.00", worth: 9, only([.technicalUser])),
                gift("wine", "268.00", worth: 10, only([.decisionMaker], from: 18, not: [.healthProfessional])),
                gift("report", "90.00", worth: 8, only([.decisionMaker])), gift("card", "0.00", worth: 1),
            ]
        )
        person.record.birthday = .solar("1980-05-05")
        (person.record.jobRole, person.record.recipientKind) = (role, kind)
        return person
    }

    /// The gift that is given, with its worth.
    private static func given(_ person: StoryShop) -> String? {
        person.decision(at: now).candidate(of: "fair")?.options.first.map { "\($0.gift) \($0.worth.total)" }
    }

    /// What keeps `gift` from the person, in English.
    private static func why(not gift: Gift.ID, to person: StoryShop, in language: Language = .english) -> [String] {
        let facts = person.facts(at: now)
        let refusals = policy.giftRefusals(by: "fair", for: facts, under: person.circumstances(at: now)) ?? []
        return refusals.first { $0.gift == gift }?.reasons.map { $0.text(in: language, from: .policy) } ?? []
    }

    @Test func `R-POL-01 R-POL-05 S08 Gives Zhao, an engineer, the white paper, and says twice why no wine`() {
        let zhao = Self.person(.technicalUser, .employee)
        #expect(Self.given(zhao) == "white-paper 9")
        #expect(
            Self.why(not: "wine", to: zhao) == [
                "only for: decision-maker",
                "268.00 CNY for one gift, 68.00 CNY above the limit of 200.00 CNY (employees)",
                "employees is for: employee", "no approval lifts it",
            ]
        )
        #expect(Self.why(not: "report", to: zhao) == ["only for: decision-maker"])
    }

    @Test func `R-POL-01 R-POL-05 S08 Gives Qian, who decides, the report, and no wine for 68.00 too much`() {
        let qian = Self.person(.decisionMaker, .employee)
        #expect(Self.given(qian) == "report 8")
        #expect(
            Self.why(not: "wine", to: qian) == [
                "268.00 CNY for one gift, 68.00 CNY above the limit of 200.00 CNY (employees)",
                "employees is for: employee", "no approval lifts it",
            ]
        )
        #expect(Self.why(not: "white-paper", to: qian) == ["only for: technical user"])
    }

    @Test func `R-POL-01 R-POL-05 S08 Gives Li, a doctor, the white paper, and says three times why no wine`() {
        let li = Self.person(.technicalUser, .healthProfessional)
        #expect(Self.given(li) == "white-paper 9")
        #expect(
            Self.why(not: "wine", to: li) == [
                "not for a health professional", "only for: decision-maker",
                "268.00 CNY for one gift, 168.00 CNY above the limit of 100.00 CNY (health)",
                "health is for: health professional", "no approval lifts it",
            ]
        )
    }

    @Test func `R-POL-05 S08 Gives Sun, an official, the card alone, whoever approves`() throws {
        let sun = Self.person(.decisionMaker, .publicOfficial)
        let decision = sun.decision(at: Self.now)
        #expect(decision.candidate(of: "fair")?.options.map(\.gift) == ["card"])
        #expect(decision.candidate(of: "fair")?.options.map(\.approvals) == [[]])
        for (gift, cost): (Gift.ID, String) in [("mug", "45.00"), ("report", "90.00"), ("wine", "268.00")] {
            #expect(
                Self.why(not: gift, to: sun) == [
                    "\(cost) CNY for one gift, \(cost) CNY above the limit of 0.00 CNY (officials)",
                    "officials is for: public official", "no approval lifts it",
                ]
            )
        }
        // What is proposed by hand goes the same way, and an approval that nobody asked for changes nothing.
        let proposal = GiftProposal(
            id: "p-1",
            of: "mug",
            to: "c-1",
            on: .purchase,
            by: "m-1",
            because: "good-advice"
        )
        let (facts, circumstances) = (sun.facts(at: Self.now), sun.circumstances(at: Self.now))
        let asked = Self.policy.answer(to: proposal, for: facts, under: circumstances)
        let grant = GrantTerms(
            of: GiftChoice("mug", cost: LandedCost(goods: 45_00, in: .cny)!),
            on: proposal.occurrence,
            plannedFor: day("2026-05-12"),
            by: RuleReference(policy: Self.policy.reference, rule: Rule.byHand),
            because: []
        )
        let approval = Approval(
            of: grant.id,
            costing: money("45.00 CNY"),
            askedBy: "m-1",
            by: "b-1",
            as: .compliance,
            at: Self.now.later(-Timestamp.hour)
        )
        let approved = Self.policy.answer(to: proposal, for: facts, under: circumstances, given: [approval])
        for answer in [asked, approved] {
            #expect(answer.terms == nil)
            #expect(
                answer.obstacles.flatMap(\.reasons).map { $0.text(in: .english, from: .policy) } == [
                    "45.00 CNY for one gift, 45.00 CNY above the limit of 0.00 CNY (officials)",
                    "officials is for: public official", "no approval lifts it",
                ]
            )
        }
    }

    @Test func `R-POL-05 R-DATA-02 R-POL-11 S08 Gives Zhou nothing, not even the card, and names what nobody recorded`()
        throws
    {
        var zhou = Self.person(.decisionMaker, nil)
        let decision = zhou.decision(at: Self.now)
        #expect(decision.candidates.isEmpty)
        #expect(decision.refusal(of: "fair")?.kind == .blocked)
        // Each of the three limits asks for it; what the guards let pass is told after that.
        #expect(decision.told("fair").prefix(3) == Array(repeating: "recipient kind not known", count: 3)[...])
        #expect(decision.told("fair").dropFirst(3).allSatisfy { $0.hasPrefix("consent to ") })
        #expect(decision.told("fair", in: .chinese).first == "收礼人身份未知")
        #expect(decision.refusal(of: "fair")?.earliest == nil)
        #expect(zhou.give(at: Self.now).grants.isEmpty)
    }
}
