import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

/// Story S09: one gift of each character, and which of them suits.
@Suite struct `The right kind of gift` {
    private static func rule(
        _ id: String,
        _ trigger: String,
        giving character: GiftCharacter,
        when condition: String = #"{ "all": [] }"#
    ) -> String {
        """
        { "id": "\(id)", "name": { "en": "\(id)", "zh": "\(id)" }, "occasion": "\(id)", "goal": "loyalty",
          "priority": 50, "on": \(trigger), "when": \(condition),
          "gift": { "characters": ["\(character.rawValue)"], "from": "0.00 CNY", "through": "100.00 CNY" } }
        """
    }

    private static let gifts = GiftCharacter.allCases.map { character in
        StoryShop.gift(character.rawValue, "50.00") { $0.appeal.characters = [character] }
    }

    /// A rule for each scenario of the founding documents.
    private static let scenarios = StoryShop.policy(
        rules: rule(
            "welcome",
            #"{ "welcome": { "withinHours": 24 } }"#,
            giving: .practicalTool,
            when: #"{ "field": "stage", "op": "in", "value": ["prospect"] }"#
        ),
        rule(
            "maturity",
            #"{ "moment": { "stage": { "of": ["mature"], "withinDays": 14 } } }"#,
            giving: .socialHonor
        ),
        rule("purchase", #"{ "moment": { "order": { "withinDays": 1 } } }"#, giving: .instantThanks),
        rule(
            "anniversary",
            #"{ "anniversary": { "of": "cooperation", "years": [3], "days": { "from": 0, "through": 6 } } }"#,
            giving: .keepsake
        ),
        rule(
            "festival",
            """
            { "holiday": { "id": "mid-autumn", "leadDays": 14, "title": { "en": "Mid-Autumn", "zh": "中秋" },
              "rule": { "lunarFestival": "midAutumn" } } }
            """,
            giving: .culturalSymbol
        ),
        rule("specialEvent", #"{ "event": { "kind": "flood" } }"#, giving: .comfort)
    )

    private struct Scene: CustomTestStringConvertible {
        let occasion: Rule.ID
        let gift: Gift.ID
        let now: Timestamp
        var activities: [Activity] = []
        var events: [OutsideEvent] = []
        var testDescription: String { occasion.text }
    }

    private static let buying = (0..<12)
        .map { Did.order("o-\($0)", "100.00 CNY", at("2026-01-10 12:00:00").later(Int64($0) * 15 * Timestamp.day)) }

    private static let scenes = [
        Scene(
            occasion: "welcome",
            gift: "practicalTool",
            now: at("2026-05-12 10:00:00"),
            activities: [Did.act(.registration, at("2026-05-12 09:00:00"))]
        ),
        Scene(
            occasion: "maturity",
            gift: "socialHonor",
            now: at("2026-06-26 10:00:00"),
            activities: buying
        ),
        Scene(
            occasion: "purchase",
            gift: "instantThanks",
            now: at("2026-05-12 10:00:00"),
            activities: [Did.order("o-1", "100.00 CNY", at("2026-05-12 09:00:00"))]
        ),
        Scene(
            occasion: "anniversary",
            gift: "keepsake",
            now: at("2026-05-12 10:00:00"),
            activities: [Did.act(.contract, at("2023-05-12 09:00:00"))]
        ), Scene(occasion: "festival", gift: "culturalSymbol", now: at("2026-09-11 10:00:00")),
        Scene(
            occasion: "specialEvent",
            gift: "comfort",
            now: at("2026-07-20 10:00:00"),
            events: [
                OutsideEvent(
                    "flood-7",
                    "flood",
                    title: LocalizedText(english: "Flood at the site", chinese: "现场水灾"),
                    on: day("2026-07-19")...day("2026-07-25")
                )
            ]
        ),
    ]

    @Test(arguments: scenes)
    private func `R-GIFT-03 R-POL-01 S09 Is what the occasion asks for, and nothing else`(scene: Scene) {
        var customer = StoryShop(Self.scenarios, giving: Self.gifts)
        customer.activities = scene.activities
        customer.events = scene.events
        let decision = customer.decision(at: scene.now)
        #expect(decision.candidates.map(\.rule) == [scene.occasion])
        #expect(decision.candidates.map { $0.options.map(\.gift) } == [[scene.gift]])
        // It is the character that the founding documents name for the occasion.
        let usual = GiftScenario.usual.first { $0.occasion.name.text == scene.occasion.text }
        #expect(usual?.character.rawValue == scene.gift.text)
    }

    // MARK: How often somebody comes

    private static func frequent(_ comparison: String) -> String {
        #"{ "field": "purchaseDays", "inDays": 365, "op": "\#(comparison)", "value": 12 }"#
    }

    /// Experiences from twelve purchase days in a year on, none of them twice in a year, and goods otherwise.
    private static let rhythm = StoryShop.policy(
        rules: """
            { "id": "often", "name": { "en": "Often", "zh": "高频" }, "occasion": "jubilee", "goal": "loyalty",
              "priority": 50, "on": { "periodic": { "every": "calendarMonth" } }, "when": \(frequent(">=")),
              "restDays": 200,
              "gift": { "characters": ["experience"], "from": "0.00 CNY", "through": "100.00 CNY", "repeatDays": 365,
                "otherwise": [{ "characters": ["everyday"], "from": "0.00 CNY", "through": "100.00 CNY" }] } }
            """,
        """
        { "id": "seldom", "name": { "en": "Seldom", "zh": "低频" }, "occasion": "jubilee", "goal": "loyalty",
          "priority": 50, "on": { "periodic": { "every": "calendarMonth" } }, "when": \(frequent("<")),
          "restDays": 200,
          "gift": { "characters": ["everyday"], "from": "0.00 CNY", "through": "100.00 CNY" } }
        """
    )

    private static let first = at("2026-01-10 10:00:00")

    /// A customer who bought on so many days before the first decision.
    private static func customer(_ purchaseDays: Int) -> StoryShop {
        var customer = StoryShop(rhythm, giving: gifts)
        customer.activities = (1...purchaseDays)
            .map { Did.order("o-\($0)", "100.00 CNY", first.later(-Int64($0) * 5 * Timestamp.day)) }
        return customer
    }

    @Test(arguments: zip([14, 12, 11, 2], ["experience", "experience", "everyday", "everyday"]))
    func `R-POL-01 R-GIFT-01 S09 Is an experience from twelve purchase days on, and practical goods before`(
        purchaseDays: Int,
        gift: String
    ) {
        let customer = Self.customer(purchaseDays)
        #expect(customer.facts(at: Self.first).attributes.purchases?.figures?.purchaseDays == Int64(purchaseDays))
        let decision = customer.decision(at: Self.first)
        #expect(decision.candidates.map { $0.options.map(\.gift.text) } == [[gift]])
    }

    @Test func `R-POL-01 R-GIFT-01 S09 Is something practical after 200 days, where no gift comes twice in 365`() throws
    {
        var customer = Self.customer(14)
        customer.give(at: Self.first)
        customer.dispatch(at: Self.first)
        #expect(customer.grants.map { $0.terms?.gift } == ["experience"])
        #expect(customer.decision(at: at("2026-07-28 10:00:00")).candidates.isEmpty)
        #expect(
            customer.decision(at: at("2026-07-28 10:00:00")).refusal(of: "often")?.earliest?.day == day("2026-07-29")
        )
        let due = at("2026-07-29 10:00:00")
        #expect(day("2026-01-10").days(until: day("2026-07-29")) == 200)
        #expect(customer.decision(at: due).gift("often") == "everyday")
        let refusals = Self.rhythm.giftRefusals(
            by: "often",
            for: customer.facts(at: due),
            under: customer.circumstances(at: due)
        )
        let refusal = try #require(refusals?.first { $0.gift == "experience" })
        #expect(
            refusal.reasons.map { $0.text(in: .english, from: .policy) } == [
                "given on 2026-01-10, not again within 365 days: 165 days to go"
            ]
        )
        #expect(refusal.earliest?.day == day("2027-01-10"))
        customer.give(at: due)
        #expect(customer.grants.map { $0.terms?.gift } == ["experience", "everyday"])
    }
}
