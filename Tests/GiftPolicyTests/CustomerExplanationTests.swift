import Foundation
import GiftModel
import GiftPolicy
import GiftPolicyFixtures
import Segmentation
import Testing

@Suite struct `An explanation for a customer` {
    /// Every list of reasons that the library has.
    static let lists: [any ReasonCode.Type] = [
        PolicyReason.self, ActivityReason.self, ApprovalReason.self, CalendarReason.self, CapReason.self,
        ComparisonReason.self, DispatchReason.self, EffectReason.self, ExperimentReason.self, GiftMatchReason.self,
        GuardReason.self, LimitReason.self, QuietReason.self, ServiceReason.self, ScoreReason.self, StageReason.self,
        TierReason.self, TierStandingReason.self, ChannelReason.self, GiftKindReason.self, ValueBandReason.self,
        QuadrantReason.self, SensitivityReason.self, EngagementReason.self, TagReason.self, ChurnReason.self,
        PromotionRiskReason.self, ClusterReason.self, SegmentReason.self, CleaningReason.self, ComplaintReason.self,
        ConsentReason.self, CouponReason.self, DataUseReason.self, DeliveryReason.self, HostFactReason.self,
        RestrictionReason.self, RetentionReason.self, NeutralReason.self,
    ]
    static let book = Phrasebook.policy.merging(.cleaning).merging(.complaints).merging(.coupons).merging(.delivery)
        .merging(.dataUse).merging(.hostFacts).merging(.retention)

    static func names(in text: String) -> Set<String> { Set(text.matches(of: /\{(\w+)\}/).map { String($0.output.1) }) }

    /// One reason of every code, each fact with a value that shows where it came from.
    static func samples() throws -> [Reason] {
        func codes<Code: ReasonCode>(_ type: Code.Type) -> [(String, LocalizedText)] {
            type.allCases.map { ($0.rawValue, $0.phrase) }
        }
        return try lists.flatMap { codes($0) }
            .map { code, phrase in
                let facts = names(in: phrase.english).sorted().map { #"{"name":"\#($0)","value":{"code":"<\#($0)>"}}"# }
                let stored = #"{"code":"\#(code)","facts":[\#(facts.joined(separator: ","))]}"#
                return try JSONDecoder().decode(Reason.self, from: Data(stored.utf8))
            }
    }

    @Test func `R-POL-11 Names no fact but those that are meant to be shared, whatever the reason`() throws {
        let shareable: Set<String> = [
            // Days and times of the customer's own life and of the calendar.
            "approved", "arrival", "at", "date", "day", "days", "deadline", "due", "from", "lastPurchase", "number",
            "opened", "registered", "resolved", "since", "through", "touched", "until", "years",
            // What the customer did, asked for, is called or was told.
            "act", "acts", "choice", "counted", "country", "event", "fact", "goal", "minimum", "missing", "notice",
            "order", "proof", "purpose", "recipient", "source", "spend", "state", "to", "tier", "used", "uses", "value",
            "window", "duty", "jurisdiction", "limit", "channel", "need", "period", "kind",
            // What is given, and when.
            "campaign", "gift", "holiday",
        ]
        for reason in try Self.samples() {
            guard case .shared(let sentence) = Self.book.disclosure(of: reason.code) else { continue }
            let names = Self.names(in: sentence.english)
            #expect(names == Self.names(in: sentence.chinese), "\(reason.code)")
            #expect(names.isSubset(of: shareable), "\(reason.code) shares \(names.subtracting(shareable).sorted())")
            #expect(names.isSubset(of: Set(reason.facts.map(\.name))), "\(reason.code) has no such fact")
            #expect(sentence.chinese.contains { $0 > "\u{2E80}" })
        }
    }

    @Test func `R-POL-11 Holds no cost, worth, score, budget, bucket or model figure, whatever the reason`() throws {
        let inside = /\b(costs?|worth|scores?|budget|bucket|points|risk|segment|stage|arm|stock|approv\w*|probab\w*)\b/
        let insideChinese = /成本|估值|得分|预算|桶|对照|实验|风险|客群|阶段|库存|审批|概率|分层/
        let samples = try Self.samples()
        #expect(samples.count == Set(samples.map(\.code)).count)
        for reason in samples {
            let english = Self.book.texts(of: [reason], for: .customer, in: .english)
            let chinese = Self.book.texts(of: [reason], for: .customer, in: .chinese)
            #expect(english.count == 1 && chinese.count == 1 && english != chinese)
            let words = english[0].replacing(/<\w+>/, with: "…")
            #expect(words.firstMatch(of: inside) == nil, "\(reason.code): \(words)")
            #expect(chinese[0].firstMatch(of: insideChinese) == nil, "\(reason.code): \(chinese)")
            guard case .shared(let sentence) = Self.book.disclosure(of: reason.code) else {
                #expect(english == Self.neutral(.english) && chinese == Self.neutral(.chinese))
                continue
            }
            #expect(
                Set(english[0].matches(of: /<(\w+)>/).map { String($0.output.1) }) == Self.names(in: sentence.english)
            )
        }
    }

    private static func neutral(_ language: Language) -> [String] {
        [NeutralReason.notForEverybody.phrase[language]]
    }

    @Test func `R-POL-11 Reads alike for hold-out, budget, stock and lot, byte by byte`() throws {
        let samples = try Self.samples()
        func sample(_ code: some ReasonCode) throws -> Reason {
            try #require(samples.first { $0.code == code.rawValue })
        }
        let hidden = [
            try sample(ExperimentReason.heldOut), try sample(PolicyReason.budgetUsedUp),
            try sample(PolicyReason.outOfStock), try sample(PolicyReason.partRunOut),
            try sample(PolicyReason.noGiftFits), try sample(GiftMatchReason.giftRunOut),
            try sample(ExperimentReason.armDrawn),
        ]
        for language in Language.allCases {
            for reason in hidden {
                let texts = Self.book.texts(of: [reason], for: .customer, in: language)
                #expect(texts.map { Array($0.utf8) } == Self.neutral(language).map { Array($0.utf8) })
            }
        }
        // What is told beside them changes nothing, in whatever place.
        let birthday = try sample(CalendarReason.birthdayNear)
        for reason in hidden.dropLast() {
            for reasons in [
                [birthday, reason], [reason, birthday], [reason, birthday, hidden[0]], [hidden[1], reason],
            ] {
                #expect(reasons.disclosed(to: .customer, by: .policy) == [Reason(NeutralReason.notForEverybody)])
            }
        }
    }

    @Test func `R-POL-11 Reads alike whether money, stock or a fitting gift was wanting, by whatever rule`() throws {
        let policy = Shop.policy()
        func refusals(_ gifts: Gift..., within budget: String) throws -> [Refusal] {
            let catalog = Shop.catalog(gifts)
            let decisions = [1, 2]
                .map { number in
                    let facts = Shop.facts([("2011-01-01", 100_00)], of: Customer.ID("c-\(number)")!)
                    return policy.decision(for: facts, choosingFrom: catalog)
                }
            let plan = try Allocator(policy: policy, catalog: catalog).plan(decisions, within: money(budget))
            return plan.refusals + decisions.flatMap(\.refusals).filter { $0.rule == "wake-up" }
        }
        let poor = try refusals(Shop.gift("cup", "4.00 EUR"), within: "4.00 EUR")
        let empty = try refusals(Shop.gift("cup", "4.00 EUR", stock: 1), within: "99.00 EUR")
        let unfit = try refusals(Shop.gift("lamp", "40.00 EUR"), within: "99.00 EUR")
        let all = poor + empty + unfit
        #expect(all.count == 4 && all.allSatisfy { $0.kind == .unfunded })
        #expect(Set(all.map(\.reasons)).count == 3)
        for refusal in all {
            #expect(refusal.reasons(for: .staff) == refusal.reasons)
            #expect(refusal.reasons(for: .customer) == [Reason(NeutralReason.notForEverybody)])
        }
    }

    @Test func `R-POL-11 Reads alike for whoever is held out, and where something of the rest could be shared`() throws
    {
        var facts = Shop.facts([("2011-01-01", 100_00)])
        var record = CustomerRecord(of: "c-1")
        record.birthday = .solar("2000-01-01")
        facts = CustomerFacts(profile: facts.profile, attributes: facts.attributes, record: record)
        func refusal(_ gift: Gift, _ change: (inout PolicyDocument) -> Void) throws -> Refusal {
            let decision = Shop.policy(change).decision(for: facts, choosingFrom: Shop.catalog([gift]))
            return try #require(decision.refusal(of: "wake-up"))
        }
        let held = try refusal(Shop.gift("cup", "4.00 EUR")) {
            $0.holdOuts = [HoldOut(id: "all", seed: "all/1", buckets: 9_999)]
        }
        #expect(held.kind == .withheld && held.reasons.map(\.code) == ["heldOut"])
        // What is given in place of nothing is for older customers, which could be told by itself.
        var wine = Shop.gift("wine", "4.00 EUR")
        wine.restrictions = GiftRestrictions(minimumAge: 18)!
        let unfit = try refusal(wine) {
            var selection = GiftSelection(at: [
                GiftPrice(from: money("1.00 EUR"), through: money("9.00 EUR"), for: ["gold"])
            ])
            selection.substitutes = [GiftSelection(from: money("1.00 EUR"), through: money("9.00 EUR"))]
            $0.rules = [
                Rule(
                    id: "wake-up",
                    name: Shop.name("Wake-up"),
                    occasion: .reactivation,
                    goal: .repurchase,
                    priority: 60,
                    on: .inactive(moreThanDays: 90),
                    when: .all([]),
                    giving: selection
                )
            ]
        }
        #expect(unfit.kind == .unfunded && unfit.reasons.map(\.code) == ["noGiftForTier", "underAge"])
        #expect(unfit.reasons.disclosed(to: .customer, by: .policy).map(\.code) == ["underAge"])
        for refusal in [held, unfit] {
            #expect(refusal.reasons(for: .customer) == [Reason(NeutralReason.notForEverybody)])
        }
    }

    @Test func `R-POL-11 Says of another refusal what is shared`() throws {
        let facts = Shop.facts([("2011-08-01", 100_00)])
        let refusal = try #require(
            Shop.policy().decision(for: facts, choosingFrom: Shop.gifts).refusals.first { $0.rule == "welcome" }
        )
        #expect(refusal.reasons(for: .customer) == refusal.reasons.disclosed(to: .customer, by: .policy))
        #expect(
            Phrasebook.policy.texts(of: refusal.reasons(for: .customer), for: .customer, in: .english)
                == ["it is for first orders of late, and yours was 131 days ago"]
        )
    }

    @Test func `R-POL-11 Says why, in the customer's own words and both languages`() {
        let reasons = [
            Reason(
                CalendarReason.birthdayNear,
                Fact("day", .date(CalendarDate("2026-03-04")!)),
                Fact("from", .date(CalendarDate("2026-03-01")!)),
                Fact("through", .date(CalendarDate("2026-03-07")!))
            ),
            Reason(
                PolicyReason.giftChosen,
                Fact("gift", .name(LocalizedText(english: "Tea tin", chinese: "茶罐"))),
                Fact("worth", .number(812)),
                Fact("options", .number(4))
            ),
            Reason(PolicyReason.worthOfMonetary, Fact("worth", .number(50)), Fact("score", .number(5))),
        ]
        #expect(
            Phrasebook.policy.texts(of: reasons, for: .customer, in: .english)
                == ["your birthday is on 2026-03-04", "Tea tin was chosen for you"]
        )
        #expect(
            Phrasebook.policy.texts(of: reasons, for: .customer, in: .chinese) == ["您的生日为2026-03-04", "为您选定茶罐"]
        )
        #expect(Phrasebook.policy.texts(of: reasons, for: .staff, in: .english).count == 3)
    }

    @Test func `R-POL-11 Is in the customer's own words wherever the staff's speak of a limit of the policy`() throws {
        let told = try Self.samples().filter { Self.book.disclosure(of: $0.code) != .staffOnly }.map(\.code)
        // How long one has to stay away, or leave a cart, to be given something is nobody's to learn.
        for code: any ReasonCode in [
            PolicyReason.activeLately, ActivityReason.neverBoughtYet, ActivityReason.rhythmNotDue,
            ActivityReason.cartTouchedLately, ActivityReason.stageEntered, SegmentReason.attributeDiffers,
            GuardReason.excluded, CapReason.capTightened, PromotionRiskReason.promotionRisk,
        ] {
            #expect(!told.contains(code.rawValue))
        }
    }
}
