import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `Matching gifts to a customer` {
    /// A rule that speaks for whoever has bought anything, giving what `selection` says.
    private func policy(
        giving selection: GiftSelection,
        on occasion: Occasion = .reactivation,
        _ change: (inout PolicyDocument) -> Void = { _ in }
    ) -> Policy {
        Shop.policy { document in
            document.rules = [
                Rule(
                    id: "gift",
                    name: Shop.name("Gift"),
                    occasion: occasion,
                    goal: .loyalty,
                    priority: 50,
                    on: .inactive(moreThanDays: 1),
                    when: .all([]),
                    giving: selection
                )
            ]
            change(&document)
        }
    }

    private func gift(
        _ id: String,
        _ cost: String,
        worth: Int64? = nil,
        as characters: Set<GiftCharacter> = [],
        _ restrictions: GiftRestrictions = .none
    ) -> Gift {
        var gift = Shop.gift(id, cost)
        gift.worth = worth
        gift.appeal.characters = characters
        gift.restrictions = restrictions
        return gift
    }

    /// What keeps each gift from the customer, in English.
    private func refusals(of policy: Policy, for facts: CustomerFacts, _ catalog: Catalog) -> [Gift.ID: [String]] {
        let refusals = policy.giftRefusals(by: "gift", for: facts, under: Shop.circumstances(of: facts, catalog)) ?? []
        let texts = refusals.map { ($0.gift, $0.reasons.map { $0.text(in: .english, from: .policy) }) }
        return Dictionary(uniqueKeysWithValues: texts)
    }

    private func facts(_ change: (inout CustomerRecord) -> Void) -> CustomerFacts {
        let facts = Shop.facts([("2011-10-01", 100_00)])
        var record = CustomerRecord(of: "c-1")
        change(&record)
        return CustomerFacts(profile: facts.profile, attributes: facts.attributes, record: record)
    }

    private func only(_ roles: Set<JobRole>, from age: Int64? = nil, not kinds: Set<RecipientKind> = [])
        -> GiftRestrictions
    {
        GiftRestrictions(minimumAge: age, exceptRecipients: kinds, onlyJobRoles: roles)!
    }

    // S08, without the limits by recipient kind, which are guards.
    @Test func `R-POL-01 S08 Gives a white paper to the engineer and a report to who decides, by worth alone`() throws {
        let gifts = Shop.catalog([
            gift("mug", "45.00 EUR", worth: 2), gift("white-paper", "60.00 EUR", worth: 9, only([.technicalUser])),
            gift(
                "wine",
                "268.00 EUR",
                worth: 10,
                only([.decisionMaker], from: 18, not: [.healthProfessional])
            ),
            gift("report", "90.00 EUR", worth: 8, only([.decisionMaker])), gift("card", "0.00 EUR", worth: 1),
        ])
        let policy = policy(giving: GiftSelection(from: money("0.00 EUR"), through: money("200.00 EUR"))) { document in
            (document.worth.rule, document.worth.frequency) = (0, 0)
            (document.worth.monetary, document.worth.price) = (0, 0)
        }
        func adult(_ role: JobRole?, _ kind: RecipientKind?) -> CustomerFacts {
            facts { record in
                record.birthday = Birthday(.solar(AnnualDate("--05-05")!), bornIn: 1970)
                (record.jobRole, record.recipientKind) = (role, kind)
            }
        }
        func options(_ facts: CustomerFacts) -> [String] {
            let candidate = policy.decision(for: facts, choosingFrom: gifts).candidates.first
            return candidate?.options.map { "\($0.gift) \($0.worth.total)" } ?? []
        }
        let zhao = adult(.technicalUser, .employee)
        #expect(options(zhao) == ["white-paper 9", "mug 2", "card 1"])
        #expect(
            refusals(of: policy, for: zhao, gifts)["wine"] == [
                "costs 268.00 EUR, 68.00 EUR above the most of 200.00 EUR", "only for: decision-maker",
            ]
        )
        #expect(options(adult(.decisionMaker, .employee)) == ["report 8", "mug 2", "card 1"])

        let li = adult(.technicalUser, .healthProfessional)
        #expect(options(li).first == "white-paper 9")
        #expect(
            refusals(of: policy, for: li, gifts)["wine"] == [
                "costs 268.00 EUR, 68.00 EUR above the most of 200.00 EUR", "not for a health professional",
                "only for: decision-maker",
            ]
        )
        // Whose role nobody recorded gets nothing that is meant for some roles.
        let unknown = adult(nil, .employee)
        #expect(options(unknown) == ["mug 2", "card 1"])
        #expect(refusals(of: policy, for: unknown, gifts)["report"] == ["job role not known"])
    }

    @Test(arguments: [
        // What reaches a tier, the gift inside its band, and the excess of a gift just outside of it.
        (Int64(100_00), Gift.ID("bag"), "costs 15.01 EUR, 0.01 EUR above the most of 15.00 EUR"),
        (500_00, Gift.ID("cup"), "costs 15.01 EUR, 14.99 EUR below the least of 30.00 EUR"),
        (2_000_00, Gift.ID("lamp"), "costs 15.01 EUR, 134.99 EUR below the least of 150.00 EUR"),
    ])
    func `R-GIFT-02 S03 Gives each tier a gift inside its own band, and says by how much another misses it`(
        spend: Int64,
        gift inside: Gift.ID,
        says: String
    ) throws {
        let selection = GiftSelection(at: [
            GiftPrice(from: money("150.00 EUR"), through: money("400.00 EUR"), for: ["gold"]),
            GiftPrice(from: money("30.00 EUR"), through: money("60.00 EUR"), for: ["silver"]),
            GiftPrice(from: money("5.00 EUR"), through: money("15.00 EUR")),
        ])
        let catalog = Shop.catalog([
            gift("bag", "15.00 EUR"), gift("big-bag", "15.01 EUR"), gift("cup", "30.00 EUR"),
            gift("lamp", "400.00 EUR"),
        ])
        let facts = Shop.facts([("2011-10-01", spend)])
        let policy = policy(giving: selection)
        #expect(policy.decision(for: facts, choosingFrom: catalog).candidates[0].options.map(\.gift) == [inside])
        #expect(refusals(of: policy, for: facts, catalog)["big-bag"] == [says])
    }

    @Test func `R-GIFT-02 Gives nothing to a tier that has no price, and says so`() throws {
        let golden = GiftSelection(at: [
            GiftPrice(from: money("1.00 EUR"), through: money("9.00 EUR"), for: ["gold"])
        ])
        let decision = policy(giving: golden)
            .decision(for: Shop.facts([("2011-10-01", 100_00)]), choosingFrom: Shop.gifts)
        #expect(decision.refusal(of: "gift")?.kind == .unfunded)
        #expect(decision.why(not: "gift") == ["the rule gives nothing to Standard"])
    }

    @Test(arguments: zip(GiftCharacter.allCases, GiftScenario.usual.map(\.occasion) + [.welcome, .purchase]))
    func `R-GIFT-01 S09 Gives what is of the character that the occasion asks for`(
        character: GiftCharacter,
        occasion: Occasion
    ) {
        let catalog = Shop.catalog(GiftCharacter.allCases.map { gift($0.rawValue, "5.00 EUR", as: [$0]) })
        var selection = GiftSelection(from: money("1.00 EUR"), through: money("9.00 EUR"))
        selection.characters = [character]
        let policy = policy(giving: selection, on: occasion)
        let facts = Shop.facts([("2011-10-01", 100_00)])
        let decision = policy.decision(for: facts, choosingFrom: catalog)
        #expect(decision.candidates[0].options.map(\.gift.text) == [character.rawValue])
        let other: GiftCharacter = character == .comfort ? .keepsake : .comfort
        #expect(
            refusals(of: policy, for: facts, catalog)[Gift.ID(other.rawValue)!] == [
                "no \(character.title.english), as far as is said"
            ]
        )
    }

    @Test func `R-POL-01 S09 Gives nothing twice in 365 days, but something else instead`() throws {
        var selection = GiftSelection(from: money("1.00 EUR"), through: money("9.00 EUR"))
        selection.characters = [.experience]
        selection.repeatDays = 365
        var practical = GiftSelection(from: money("1.00 EUR"), through: money("9.00 EUR"))
        practical.characters = [.everyday]
        selection.substitutes = [practical]
        let policy = policy(giving: selection) { $0.caps = [Shop.cap(9, inDays: 1)] }
        // The shop's grants are of a cup; 200 days before the day.
        let catalog = Shop.catalog([
            gift("cup", "4.00 EUR", as: [.experience]), gift("tea", "4.00 EUR", as: [.everyday]),
        ])
        func facts(givenOn date: String) -> CustomerFacts {
            Shop.facts([("2011-10-01", 100_00)], grants: [Shop.grant(.reactivation, on: date)])
        }
        let soon = facts(givenOn: "2011-05-24")
        #expect(policy.decision(for: soon, choosingFrom: catalog).candidates[0].options.map(\.gift) == ["tea"])
        let refusals = policy.giftRefusals(by: "gift", for: soon, under: Shop.circumstances(of: soon, catalog))
        let cup = try #require(refusals?.first { $0.gift == "cup" })
        #expect(
            cup.reasons.map { $0.text(in: .english, from: .policy) } == [
                "given on 2011-05-24, not again within 365 days: 165 days to go"
            ]
        )
        #expect(cup.earliest?.day == day("2012-05-23"))

        let late = facts(givenOn: "2010-12-10")
        #expect(policy.decision(for: late, choosingFrom: catalog).candidates[0].options.map(\.gift) == ["cup"])
        #expect(
            policy.decision(for: facts(givenOn: "2010-12-11"), choosingFrom: catalog).candidates[0].options.map(\.gift)
                == ["tea"]
        )
    }

    @Test func `R-POL-01 Tells every gift that it does not give, and everything that stands in the way`() throws {
        var selection = GiftSelection([.coupon], from: money("1.00 EUR"), through: money("9.00 EUR"))
        selection.gifts = ["voucher"]
        selection.horizon = .reward
        let barred = GiftRestrictions(minimumAge: 18, onlyCountries: [CountryCode("DE")!])!
        let catalog = Shop.catalog([
            gift("wine", "9.01 EUR", as: [], barred), Shop.gift("gone", "5.00 EUR", stock: 0, occasions: [.welcome]),
        ])
        let found = refusals(of: policy(giving: selection), for: Shop.facts([("2011-10-01", 100_00)]), catalog)
        #expect(
            found["wine"] == [
                "goods, asked for: coupon", "not among the gifts of the rule",
                "no mid-term reward, as far as is said", "costs 9.01 EUR, 0.01 EUR above the most of 9.00 EUR",
                "age not known, from 18 on", "country not known",
            ]
        )
        #expect(found["gone"]?.suffix(2) == ["not for the occasion Reactivation", "none left"])
        let nobody = policy(giving: selection)
            .giftRefusals(by: "other", for: Shop.facts([]), under: Shop.circumstances(of: Shop.facts([]), catalog))
        #expect(nobody == nil)
    }

    @Test func `R-POL-06 Says among how many gifts the customer may choose`() {
        var selection = GiftSelection(from: money("1.00 EUR"), through: money("9.00 EUR"))
        selection.choices = 3
        let decision = policy(giving: selection) { $0.rules[0].offer = OfferPlan(claimDays: 7) }
            .decision(for: Shop.facts([("2011-10-01", 100_00)]), choosingFrom: Shop.gifts)
        #expect(decision.candidates[0].choices == 3)
        #expect(decision.candidates[0].options.count == 3)
    }

    @Test func `R-POL-10 Names what makes no sense in a selection`() {
        var selection = GiftSelection(at: [
            GiftPrice(from: money("2.00 EUR"), through: money("1.00 EUR"), for: ["platinum"]),
            GiftPrice(from: money("-1.00 EUR"), through: money("1.00 USD")),
        ])
        selection.repeatDays = 0
        var other = selection
        other.prices = []
        other.choices = 11
        selection.substitutes = [other]
        var document = Shop.document
        document.rules[0] = Rule(
            id: "gift",
            name: Shop.name("Gift"),
            occasion: .welcome,
            goal: .loyalty,
            priority: 1,
            on: .inactive(moreThanDays: 1),
            when: .all([]),
            giving: selection
        )
        document.rules[0].offer = OfferPlan(claimDays: 7)
        #expect(
            document.faults.map(\.description) == [
                "/rules/0/gift/prices/0/tiers: the ladder has no tier `platinum` to reach",
                "/rules/0/gift/prices/0/through: no price lies from `2.00 EUR` through `1.00 EUR`",
                "/rules/0/gift/prices/1/from: `-1.00 EUR` is below zero",
                "/rules/0/gift/prices/1/through: the amount is in `USD`, the tiers are in `EUR`",
                "/rules/0/gift/repeatDays: `0` is not 1 through 36500",
                "/rules/0/gift/otherwise/0/prices: no price is named, so that nothing would be given",
                "/rules/0/gift/otherwise/0/repeatDays: `0` is not 1 through 36500",
                "/rules/0/gift/otherwise/0/choices: `11` is not 1 through 10",
            ]
        )
    }

    @Test func `The wire format of a selection never changes`() throws {
        var selection = GiftSelection(at: [
            GiftPrice(from: money("1.00 EUR"), through: money("2.00 EUR"), for: ["silver", "gold"]),
            GiftPrice(from: money("0.00 EUR"), through: money("1.00 EUR")),
        ])
        (selection.kinds, selection.gifts, selection.characters) = ([.coupon], ["b", "a"], [.keepsake, .comfort])
        (selection.horizon, selection.repeatDays, selection.choices) = (.reward, 365, 3)
        selection.substitutes = [GiftSelection(from: money("0.00 EUR"), through: money("1.00 EUR"))]
        let stored =
            #"{"characters":["keepsake","comfort"],"choices":3,"gifts":["a","b"],"horizon":"reward","#
            + #""kinds":["coupon"],"otherwise":[{"from":"0.00 EUR","through":"1.00 EUR"}],"#
            + #""prices":[{"from":"1.00 EUR","through":"2.00 EUR","tiers":["gold","silver"]},"#
            + #"{"from":"0.00 EUR","through":"1.00 EUR"}],"repeatDays":365}"#
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(selection), as: UTF8.self) == stored)
        #expect(try JSONDecoder().decode(GiftSelection.self, from: Data(stored.utf8)) == selection)
        #expect(throws: DecodingError.self) {
            let both = #"{"from":"0.00 EUR","prices":[],"through":"1.00 EUR"}"#
            return try JSONDecoder().decode(GiftSelection.self, from: Data(both.utf8))
        }
    }

    @Test func `The wire format of the worth's rules never changes`() throws {
        var rules = WorthRules()
        rules.kind = 20
        let stored = #"{"frequency":10,"gift":1,"kind":20,"monetary":10,"price":100,"rule":1}"#
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(rules), as: UTF8.self) == stored)
        #expect(try JSONDecoder().decode(WorthRules.self, from: Data(#"{"kind":20}"#.utf8)) == rules)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(WorthRules.self, from: Data(#"{"kind":1001}"#.utf8))
        }
    }
}
