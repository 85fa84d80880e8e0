import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `The sentences of a policy` {
    private static func words<Word: CaseIterable & RawRepresentable<String>>(_ type: Word.Type) -> [String] {
        type.allCases.map(\.rawValue)
    }

    /// The closed lists of words, so that each may be put in place of another of its list.
    private static let lists = [
        words(LeapDayRule.self), words(LeapMonthRule.self), words(ShortMonthRule.self), words(Stage.self),
        words(SpendBasis.self), words(Comparison.self) + ["known", "unknown"], words(Goal.self),
        words(TierRules.Reviews.self), words(TierRules.Upgrades.self), words(TierRules.Refunds.self),
        words(GrantState.self), words(GiftKind.self), words(GiftCharacter.self), words(GiftHorizon.self),
        words(Weekday.self), words(ComplaintHandler.self), words(QuietTimes.Clock.self), words(LunarFestival.self),
        words(SolarTerm.self), words(CustomerEvent.self), words(ChurnSignal.self), words(PolicyExample.Outcome.self),
        words(ValueBand.self), words(ValueQuadrant.self), words(CustomerKind.self), words(ComplaintState.self),
        words(TouchKind.self), words(FollowUpStop.self),
        words(SegmentValue.Kind.self), words(SegmentAttribute.Amount.self),
        ["orders", "purchaseDays", "returns", "complaints"], ["interactions", "orders"], ["tag", "label", "score"],
        ["tier", "stage"], ["in", "notIn"], words(RecoveryTrigger.Start.self),
        words(WeekdayOfMonth.Position.self), ["nearestWorkday", "nextWorkday", "previousWorkday"], ["best", "first"],
        ["calendarMonth", "calendarQuarter", "calendarYear"],
        ["unlessObjected", "withConsent"], ["gifts", "touches", "everything"], ["giftDelivery", "marketing"],
        [
            "daysSinceLastPurchase", "daysSinceFirstPurchase", "purchaseDays", "purchaseDaysInWindow",
            "purchaseDaysInWindowBefore",
        ], ["ownRhythm", "windowRatio", "activityProbability"],
    ]

    /// What changes when each value of `value` is changed.
    private struct Changes {
        var count = 0
        /// The values that no other could take the place of.
        var fixed: [String] = []
        /// The values whose change nobody is told.
        var untold: [String] = []

        /// Changes every value that still reads then.
        init<Value: Codable & Equatable>(of value: Value, _ texts: (Value) -> [LocalizedText]) throws {
            let (written, usual) = (try WrittenNode(of: value), texts(value))
            for (path, leaf) in written.leaves {
                var found = 0
                for other in leaf.alternatives(among: lists) where found < 2 {
                    guard let mutant = written.replacing(at: path[...], with: other).read(as: Value.self),
                        mutant != value
                    else { continue }
                    found += 1
                    let told = texts(mutant)
                    let languages = Language.allCases.filter { language in
                        !["en", "zh"].contains(path.last) || path.last == (language == .english ? "en" : "zh")
                    }
                    for language in languages where told.map({ $0[language] }) == usual.map({ $0[language] }) {
                        untold.append("\(path.joined(separator: "/")): \(leaf) as \(other) in \(language)")
                    }
                }
                count += found
                if found == 0 { fixed.append(path.joined(separator: "/")) }
            }
        }
    }

    @Test func `R-POL-10 Say everything that the document says`() throws {
        #expect(FullPolicy.document.faults.map(\.description) == [])
        let changes = try Changes(of: FullPolicy.document) { $0.sentences.map(\.text) }
        #expect(changes.count > 500 && changes.untold.isEmpty)
        // These words read only beside what stands with them.
        #expect(
            changes.fixed == [
                "experiments/0/unit", "format", "labels/0/kind", "labels/1/kind", "rules/0/when/all/3/any/1/field",
                "rules/0/when/all/4/field", "rules/0/when/all/5/against", "rules/0/when/all/5/field",
                "tiers/rules/landing/floor", "tiers/rules/reviews", "tiers/rungs/0/tier/id",
            ]
        )
    }

    @Test(arguments: FullPolicy.rules.indices)
    func `R-POL-10 Say everything that a rule with any trigger says`(index: Int) throws {
        let changes = try Changes(of: FullPolicy.rules[index]) { [$0.sentence] }
        #expect(changes.untold == [] && changes.count >= 15)
        #expect(changes.fixed.filter { !$0.hasPrefix("when/") } == [])
    }

    @Test func `R-POL-10 Stand in the order of the document, each with its place`() {
        let places = FullPolicy.document.sentences.map(\.place)
        #expect(
            places == [
                "", "/defaults", "/stages", "/tiers", "/tiers/rungs/0", "/tiers/rungs/1", "/guards/0", "/guards/1",
                "/guards/2", "/guards/3", "/guards/4", "/guards/5", "/guards/6", "/approvals/0", "/caps/0", "/caps/1",
                "/groups/0", "/groups/1", "/quietTimes", "/complaints", "/holdOuts/0", "/experiments/0", "/worth",
                "/budget", "/labels/0",
                "/labels/1", "/labels/2", "/segments/0", "/segments/1", "/rules/0", "/rules/1", "/rules/2", "/rules/3",
                "/rules/4", "/examples/0",
            ]
        )
    }

    @Test func `R-POL-10 Read as a shop keeper would say them, in both languages`() {
        let document = Shop.document
        #expect(
            document.sentences.map(\.text.english) == [
                "“Shop” (shop), version 1.",
                "Where nothing else is said: clocks of “UTC”; 29 February is kept on 28 February in other years; a leap "
                    + "month is kept as the regular one; a day that a month lacks is kept on its last.",
                "Stages, the first that holds: Churned with time since the last purchase above 365 days; Dormant with time "
                    + "since the last purchase above 90 days; Declining with purchase days of the window before at least "
                    + "2 and purchase days of the last window against the one before at most 0.5; New with time since "
                    + "the first purchase at most 30 days; Growing with purchase days of the last window against the one "
                    + "before above 1; otherwise Mature; windows of 90 days are compared.",
                "Tiers go by net spend of the calendar year in EUR; everybody starts as “Standard” (standard).",
                "“Silver” (silver): at least 500.00 EUR.", "“Gold” (gold): at least 2000.00 EUR.",
                "“gifts”: at most 1 gifts in any 30 days.",
                "A gift is worth 1 for each step of its rule's priority, 10 for each point of the frequency score and 10 "
                    + "of the monetary score, up to 100 for its price, 1 for each point of its own, and 0 where it is of "
                    + "the preferred kind.",
                "All gifts of one plan cost at most 100.00 EUR together.",
                "“Welcome” (welcome): first order: within 30 days; a gift from 0.00 EUR through 3.00 EUR to whom this "
                    + "holds for: stage exactly New; occasion Welcome, for acquisition, priority 40.",
                "“Wake-up” (wake-up): more than 90 days without a purchase; a gift from 2.00 EUR through 10.00 EUR to "
                    + "whom this holds for: sales at least 100.00 EUR; at most once in 180 days; occasion Reactivation, "
                    + "for repurchase, priority 60.",
                "“Thanks” (thanks): tier “Gold” reached: within 30 days; a gift from 5.00 EUR through 25.00 EUR to whom "
                    + "this holds for: tier at least “Gold”; occasion Upgrade, for loyalty, priority 80.",
            ]
        )
        #expect(
            FullPolicy.document.sentences.filter { ["/tiers", "/tiers/rungs/1", "/labels/0"].contains($0.place) }
                .map(\.text.chinese) == [
                    "等级按自然年内净消费额计（EUR）；起始等级为“普通”（standard）；每周期末审核；仅在审核时升级；退货不影响等级，直至审核；"
                        + "降级不低于silver；未达标时保留3个月；补足差额的部分从所在周期扣除；超出部分计入下一周期。",
                    "“金卡”（gold）：至少2000.00 EUR且4单，或900.00 EUR且300积分且20次互动；保级至少600.00 EUR；"
                        + "权益“专属客服”（adviser）；积分1.5倍。",
                    "字段nps：整数，自0起，至10止。",
                ]
        )
    }

    @Test func `R-POL-10 Call tiers by their identifiers where two are called alike`() throws {
        var document = Shop.document
        document.tiers = try TierLadder(
            base: Tier(id: "standard", name: Shop.name("Card")),
            rungs: [TierRung(Tier(id: "gold", name: Shop.name("Card")), atLeast: money("500.00 EUR"))],
            spend: .net,
            window: .lifetime
        )
        let text = document.sentences.last?.text.english ?? ""
        #expect(text.contains("tier gold reached") && text.contains("tier at least gold"))
    }
}
