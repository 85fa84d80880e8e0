import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

/// Story S16: Yu searches ski gear, looks at a hotel, and says nothing.
@Suite struct `A ski trip that nobody mentioned` {
    private static let tag: CustomerTag.ID = "winter-ski-trip"

    private static let tags = Shop.trapping {
        try TagRules([
            try TagRule(
                CustomerTag(id: tag, name: LocalizedText(english: "winter ski trip", chinese: "冬季滑雪旅行")),
                sources: [
                    TagRule.Source(2, for: .interaction(.search, about: ["ski-gear"])),
                    TagRule.Source(2, for: .interaction(.view, about: ["northeast-hotel"])),
                ],
                halfLifeDays: 14,
                holdsFrom: Ratio("1")!
            )
        ])
    }

    private static let policy = StoryShop.policy(
        rules: """
            { "id": "ski", "name": { "en": "Ski trip to the north-east", "zh": "东北滑雪套餐" },
              "occasion": "skiTrip", "goal": "repurchase", "priority": 50,
              "on": { "signal": { "acts": [
                { "kind": "search", "subject": "ski-gear" }, { "kind": "view", "subject": "northeast-hotel" }
              ], "withinDays": 7 } },
              "when": { "field": "tag", "name": "winter-ski-trip", "op": "==", "value": true }, "restDays": 10,
              "gift": { "gifts": ["ski-package"], "from": "0.00 CNY", "through": "100.00 CNY" } }
            """
    )

    private static let searched = Did.act(.search, "ski-gear", at("2026-11-01 20:00:00"))
    private static let viewed = Did.act(.view, "northeast-hotel", at("2026-11-04 21:15:00"))

    private static func yu(_ activities: Activity...) -> StoryShop {
        var yu = StoryShop(policy, giving: [StoryShop.gift("ski-package", "80.00", .experience)])
        yu.tags = tags
        yu.activities = activities
        return yu
    }

    /// How the tag stands at the end of a day, with its weight to four decimals.
    private static func standing(_ yu: StoryShop, _ date: String) throws -> (isHeld: Bool, weight: FactValue?) {
        let standing = try #require(yu.facts(at: at("\(date) 23:59:59")).profile.tags.first)
        return (standing.isHeld, tags.reason(for: standing)["weight"])
    }

    private static func weight(_ tenThousandths: Int64) -> FactValue? {
        Ratio(tenThousandths, over: 10_000).map(FactValue.ratio)
    }

    @Test func `R-SEG-08 R-TRIG-08 S16 Is half seen when she has searched, and offers nothing`() throws {
        let yu = Self.yu(Self.searched)
        #expect(try Self.standing(yu, "2026-11-01") == (true, Self.weight(2_0000)))
        let decision = yu.decision(at: at("2026-11-01 20:00:00"))
        #expect((decision.candidates.isEmpty, decision.refusal(of: "ski")?.kind) == (true, .notDue))
        #expect(decision.told("ski") == ["not done in the last 7 days: view (northeast-hotel)"])
        #expect(decision.told("ski", in: .chinese) == ["最近7天内未出现：浏览（northeast-hotel）"])
    }

    @Test func `R-SEG-08 R-TRIG-08 S16 Is offered in the instant in which she has looked at the hotel`() throws {
        var yu = Self.yu(Self.searched, Self.viewed)
        #expect(yu.decision(at: at("2026-11-04 21:14:59")).candidates.isEmpty)
        let now = at("2026-11-04 21:15:00")
        #expect(yu.decision(at: now).candidate(of: "ski")?.dispatch.instant == now)
        #expect(try Self.standing(yu, "2026-11-04") == (true, Self.weight(3_7239)))
        yu.give(at: now)
        #expect(yu.dispatch(at: now).permit != nil)
        #expect(yu.grants.map { $0.terms?.gift } == ["ski-package"])
    }

    @Test func `R-SEG-08 R-SEG-12 S16 Is forgotten on the first of December, as was foretold`() throws {
        let yu = Self.yu(Self.searched, Self.viewed)
        for number in 4...30 {
            #expect(try Self.standing(yu, "2026-11-\(number < 10 ? "0" : "")\(number)").isHeld)
        }
        #expect(try Self.standing(yu, "2026-11-30") == (true, Self.weight(1_0279)))
        #expect(try Self.standing(yu, "2026-12-01") == (false, Self.weight(9782)))
        let now = at("2026-11-04 21:15:00")
        let (profiler, profile) = (yu.profiler(at: now), yu.facts(at: now).profile)
        #expect(profile.tags.map(\.heldUntil) == [day("2026-12-01")])
        #expect(profiler.nextPossibleChange(of: yu.history(at: now), profile) == day("2026-12-01"))
    }

    @Test func `R-TRIG-08 R-DATA-03 S16 Is not offered twice within ten days, however often she looks`() {
        var yu = Self.yu(Self.searched, Self.viewed)
        let offered = at("2026-11-04 21:15:00")
        yu.give(at: offered)
        yu.dispatch(at: offered)
        let again = at("2026-11-10 20:00:00")
        yu.activities += [
            Did.act(.search, "ski-gear", again), Did.act(.view, "northeast-hotel", again.later(Timestamp.minute)),
        ]
        let decision = yu.decision(at: again.later(Timestamp.minute))
        #expect((decision.candidates.isEmpty, decision.refusal(of: "ski")?.kind) == (true, .notDue))
        #expect(decision.told("ski") == ["last given on 2026-11-04, less than 10 days ago"])
        #expect(decision.refusal(of: "ski")?.earliest?.day == day("2026-11-14"))
        #expect(yu.decision(at: at("2026-11-13 23:59:59")).candidates.isEmpty)
        #expect(yu.decision(at: at("2026-11-14 00:00:00")).gift("ski") == "ski-package")
    }
}
