import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `A whole profile` {
    private func history(seed: UInt64) -> CustomerHistory {
        var random = SeededGenerator(seed: 1_000 + seed)
        var history = CustomerHistory(
            WholeShop.summary(of: WholeShop.activities(of: "c", before: WholeShop.today, using: &random), "c")
        )
        if seed.isMultiple(of: 2) {
            let list = LabelList([.init("class", .code, title: LocalizedText(english: "Class", chinese: "等级"))])!
            var labels = CustomerLabels()
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let from = WholeShop.today.adding(days: .random(in: -90...90, using: &random))!
                WholeShop.made {
                    try labels.add(
                        .code(Bool.random(using: &random) ? "A" : "B"),
                        as: "class",
                        by: "bank",
                        from: from,
                        until: from.adding(days: .random(in: 1...120, using: &random)),
                        in: list
                    )
                }
            }
            history.labels = labels
        }
        return history
    }

    @Test func `R-SEG-13 Holds what each part says by itself`() throws {
        for history in WholeShop.customers {
            let profile = try WholeShop.profiler.profile(of: history, asOf: WholeShop.today)
            let activities = history.activities
            let purchases = activities.purchases.days(asOf: WholeShop.today)
            #expect(profile.purchases == purchases.figures)
            #expect(
                profile.stage == WholeShop.rules.stages.assessment(of: purchases, model: WholeShop.population.model)
            )
            #expect(
                profile.engagement?.points
                    == WholeShop.rules.engagement?
                    .engagement(of: activities.interactions, asOf: WholeShop.today).points
            )
            #expect(profile.tags == WholeShop.rules.tags?.standings(of: activities.tags, asOf: WholeShop.today))
            #expect(profile.preferredChannel == activities.channels.preferred)
            #expect(profile.score(on: .recency) == profile.scores?.recency)
            #expect(profile.furtherScores.map(\.dimension) == [.engagement])
            #expect(
                profile.score(on: .engagement)
                    == WholeShop.population.scale?
                    .score(
                        of: Int64(profile.engagement!.score),
                        on: .engagement
                    )
            )
            let facts = WholeShop.profiler.segmentFacts(of: history, profile)
            for (position, segment) in WholeShop.segments.segments.enumerated() {
                let answer = try #require(WholeShop.rules.segments?.answer(for: facts, in: segment.id))
                #expect(answer.truth == profile.segments?[position])
            }
        }
        let all = try WholeShop.profiler.profiles(of: WholeShop.customers, asOf: WholeShop.today)
        #expect(try all == WholeShop.customers.map { try WholeShop.profiler.profile(of: $0, asOf: WholeShop.today) })
        #expect(Set(all.map(\.stage.stage)).count > 1, "the sample is no good")
    }

    @Test func `R-SEG-12 Leaves out what the rules do not ask for`() throws {
        let profiler = Profiler(population: WholeShop.population, stages: `A stage`.rules, tiers: Shop.ladder())
        let profile = try profiler.profile(of: WholeShop.customers[0], asOf: WholeShop.today)
        #expect((profile.band, profile.engagement) == (nil, nil))
        #expect((profile.churn, profile.segments) == (nil, nil))
        #expect(profile.tags.isEmpty && profile.furtherScores.isEmpty)
        #expect(profile.promotionRisk == nil && profile.sensitivity == nil && profile.giftKind == nil)
    }

    @Test func `R-DATA-05 Does not take what the host never hands over for nothing`() throws {
        var rules = WholeShop.rules
        rules.observed = [.order, .return, .cancellation]
        let profiler = Profiler(population: WholeShop.population, rules: rules)
        let profile = try profiler.profile(of: WholeShop.customers[1], asOf: WholeShop.today)
        #expect(profile.engagement == nil)
        #expect(profile.quadrant?.quadrant == nil)
        #expect((profile.churn?[.interactionsDown], profile.churn?[.complaintsUp]) == (.unknown, .unknown))
    }

    @Test func `R-SEG-10 Compares the last window with what the model expected before it`() throws {
        let history = CustomerHistory(
            Shop.summary([("2026-01-01", 10_00), ("2026-01-08", 10_00), ("2026-01-15", 10_00)])
        )
        let profile = try WholeShop.profiler.profile(of: history, asOf: WholeShop.today)
        let model = try #require(WholeShop.population.model)
        let eve = try #require(history.activities.purchases.figures(asOf: day("2026-03-17")))
        #expect(profile.churn?.expectation.expected == model.expectedPurchases(of: eve, inDays: 90))
        #expect(profile.activityProbability == model.activityProbability(of: profile.purchases!))
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `R-DATA-03 Knows the purchases as they stood on every day, before and after anything came back`(
        seed: UInt64
    ) throws {
        let history = history(seed: seed)
        let purchases = history.activities.purchases
        for days in -400...20 {
            let day = try #require(WholeShop.today.adding(days: days))
            let profile = try WholeShop.profiler.profile(of: history, asOf: day)
            #expect(profile.purchases == purchases.figures(asOf: day))
            let stage = WholeShop.rules.stages
                .assessment(of: purchases.days(asOf: day), model: WholeShop.population.model)
            #expect(profile.stage == stage)
        }
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `R-SEG-03 Is never told too late when it can change without any activity, over 400 days`(seed: UInt64) throws {
        let history = history(seed: seed)
        let profiler = WholeShop.profiler
        // What happens after the day asked about is not foreseen, so there is nothing after it.
        let today = WholeShop.today.adding(days: 10)!
        func words(_ profile: CustomerProfile) -> [String] {
            [
                profile.stage.stage?.rawValue ?? "", profile.tier?.tier.id.text ?? "", profile.scores?.cell ?? "",
                "\(profile.furtherScores.map(\.score))", "\(profile.tags.map(\.isHeld))",
                "\(ChurnSignal.allCases.map { profile.churn![$0] })",
                "\((0..<profile.segments!.count).map { profile.segments![$0] })",
                "\(String(describing: profile.band?.band))",
            ]
        }
        var profile = try profiler.profile(of: history, asOf: today)
        var next = profiler.nextPossibleChange(of: history, profile)
        for days in 1...400 {
            let day = try #require(today.adding(days: days))
            let later = try profiler.profile(of: history, asOf: day)
            if let next, next <= day {
            } else {
                #expect(words(later) == words(profile), "\(day), told \(String(describing: next))")
            }
            if words(later) != words(profile) || next.map({ $0 <= day }) ?? false {
                profile = later
                next = profiler.nextPossibleChange(of: history, later)
            }
        }
    }

    @Test func `R-SEG-05 Counts anniversaries from the day that the host tells`() throws {
        let ladder = Shop.ladder(window: .anniversary("P1Y"))
        let profiler = Profiler(population: WholeShop.population, stages: `A stage`.rules, tiers: ladder)
        var history = CustomerHistory(Shop.summary([("2025-02-01", 1_00), ("2026-03-01", 2_500_00)]))
        #expect(try profiler.profile(of: history, asOf: WholeShop.today).tier?.tier.id == "silver")
        history.startedOn = day("2020-04-01")
        #expect(try profiler.profile(of: history, asOf: WholeShop.today).tier?.tier.id == "ordinary")
    }

    @Test func `R-SEG-16 Knows nothing by a label whose text is no word`() throws {
        var labels = CustomerLabels()
        let title = LocalizedText(english: "Class", chinese: "等级")
        let list = LabelList([.init("class", .code, title: title), .init("name", .name, title: title)])!
        let texts = ["", String(repeating: "A", count: 256), "A\u{0}"]
        for (day, text) in zip(1..., texts) {
            let from = WholeShop.today.adding(days: -day)!
            try labels.add(.code(text), as: "class", by: "bank", from: from, in: list)
            let name = LocalizedText(english: text, chinese: text)
            try labels.add(.name(name), as: "name", by: "bank", from: from, in: list)
        }
        for text in texts.indices {
            var history = CustomerHistory(ActivitySummary(of: "c", in: .eur))
            history.labels = labels
            let profile = try WholeShop.profiler.profile(of: history, asOf: WholeShop.today.adding(days: -text)!)
            let position = try #require(WholeShop.rules.segments?.position(of: "class-a"))
            #expect(profile.segments?[position] == .unknown)
        }
    }

    @Test func `R-SEG-05 Does not say which tier it is while points that may reach a higher one are not known`() throws
    {
        let rung = TierRung(
            Shop.tier("silver"),
            atLeastAnyOf: [TierGoal(spend: Money("2000.00 EUR")!), TierGoal(points: 100)]
        )
        let ladder = try TierLadder(
            base: Shop.tier("ordinary"),
            rungs: [rung],
            spend: .net,
            window: .rolling("P30D")
        )
        let document = SegmentDocument(
            id: "s",
            currency: .eur,
            tiers: ["ordinary", "silver"],
            segments: [
                Segment(
                    id: "silver",
                    name: LocalizedText(english: "Silver", chinese: "银卡"),
                    where: .tier(.atLeast, "silver")
                )
            ]
        )
        var rules = ProfileRules(stages: `A stage`.rules, tiers: ladder)
        rules.segments = try SegmentSet(validating: document)
        let profiler = Profiler(population: WholeShop.population, rules: rules)
        var history = CustomerHistory(Shop.summary([("2026-06-01", 1_00)]))
        var profile = try profiler.profile(of: history, asOf: WholeShop.today)
        #expect((profile.tier?.tier.id, profile.tier?.possibleTier.id) == ("ordinary", "silver"))
        #expect(profile.segments?[0] == .unknown)
        #expect(profiler.nextPossibleChange(of: history, profile) == WholeShop.today.adding(days: 1))
        history.pointsEarned = DailyCounts()
        profile = try profiler.profile(of: history, asOf: WholeShop.today)
        #expect((profile.tier?.possibleTier.id, profile.segments?[0]) == ("ordinary", .fails))
    }

    @Test func `R-SEG-03 Is put together by hand where a host has stages of its own`() throws {
        let reason = Reason(StageReason.noPurchase)
        let stage = StageAssessment(.dormant, asOf: WholeShop.today, since: day("2026-01-01"), because: reason)
        var profile = CustomerProfile(
            of: "c",
            asOf: WholeShop.today,
            purchases: nil,
            scores: RFMScores(recency: 1, frequency: 2, monetary: 3),
            stage: stage,
            tier: nil
        )
        profile.preferredChannel = .store
        #expect((profile.stage.stage, profile.stage.reason) == (.dormant, reason))
        #expect((profile.stage.reasons, profile.stage.undetermined) == ([reason], []))
        let mark = profile.stage.mark
        #expect((mark.stage, mark.since) == (.dormant, day("2026-01-01")))
        #expect(profile.score(on: .monetary) == 3)
    }

    @Test func `Refuses a population or a lifetime value in another currency`() throws {
        var history = CustomerHistory(PurchaseSummary(of: "c", in: .usd))
        #expect(throws: PurchaseSummaryError.currencyMismatch(.usd, expected: .eur)) {
            try WholeShop.profiler.profile(of: history, asOf: WholeShop.today)
        }
        history = CustomerHistory(PurchaseSummary(of: "c", in: .eur))
        history.lifetimeValue = Money("1.00 USD")
        #expect(throws: PurchaseSummaryError.currencyMismatch(.usd, expected: .eur)) {
            try WholeShop.profiler.profile(of: history, asOf: WholeShop.today)
        }
    }
}

@Suite struct `An activity summary` {
    @Test(arguments: 0..<60 as Range<UInt64>)
    func `R-SEG-13 Comes out the same, byte for byte, from 1 to 64 parts in any order`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let activities = WholeShop.activities(of: "c", before: WholeShop.today, using: &random)
        let whole = WholeShop.summary(of: activities, "c")
        #expect(WholeShop.summary(of: activities.shuffled(using: &random), "c") == whole)
        var parts = [[Activity]](repeating: [], count: .random(in: 1...64, using: &random))
        for activity in activities { parts[.random(in: 0..<parts.count, using: &random)].append(activity) }
        var merged = ActivitySummary(of: "c", in: .eur)
        for part in parts.shuffled(using: &random) { try merged.merge(WholeShop.summary(of: part, "c")) }
        #expect(merged == whole)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let bytes = try encoder.encode(whole)
        #expect(try encoder.encode(merged) == bytes)
        #expect(try JSONDecoder().decode(ActivitySummary.self, from: bytes) == whole)
    }

    @Test func `R-DATA-03 Counts an order that comes twice once, in its channel too`() throws {
        var summary = ActivitySummary(of: "c-1", in: .eur)
        let order = Order(
            id: "o",
            customer: "c-1",
            placedAt: Timestamp(milliseconds: 0),
            total: Money("5.00 EUR")!,
            channel: .store
        )!
        for _ in 1...2 { try summary.add(.order(order), in: FixedZone.utc) }
        #expect(summary.channels[.store]?.orders == 1)
        #expect(summary.purchases.days(asOf: day("1970-01-01")).figures?.orders == 1)
    }

    @Test func `R-SEG-09 Counts complaints when they are opened`() throws {
        var summary = ActivitySummary(of: "c-1", in: .eur)
        for (number, state) in [ComplaintState.opened, .answered, .resolved, .reopened].enumerated() {
            let step = ComplaintStep(
                id: ComplaintStep.ID("s\(number)")!,
                customer: "c-1",
                of: "x",
                occurredAt: Timestamp(milliseconds: Int64(number) * 86_400_000),
                to: state
            )
            try summary.add(.complaintStep(step), in: FixedZone.utc)
        }
        #expect(summary.complaints.days.map(\.count) == [1])
    }

    @Test func `Refuses what is not its customer's or not in its currency, and is left as it was`() throws {
        var summary = ActivitySummary(of: "c-1", in: .eur)
        let before = summary
        let stranger = Interaction(.view, id: "i", customer: "c-2", occurredAt: Timestamp(milliseconds: 0))!
        #expect(throws: PurchaseSummaryError.customerMismatch("c-2", expected: "c-1")) {
            try summary.add(.interaction(stranger), in: FixedZone.utc)
        }
        let never = Interaction(.view, id: "i", customer: "c-1", occurredAt: Timestamp(milliseconds: .max))!
        #expect(throws: PurchaseSummaryError.outsideCalendar(Timestamp(milliseconds: .max))) {
            try summary.add(.interaction(never), in: FixedZone.utc)
        }
        #expect(throws: PurchaseSummaryError.currencyMismatch(.usd, expected: .eur)) {
            try summary.merge(ActivitySummary(of: "c-1", in: .usd))
        }
        #expect(throws: PurchaseSummaryError.customerMismatch("c-2", expected: "c-1")) {
            try summary.merge(ActivitySummary(of: "c-2", in: .eur))
        }
        #expect(summary == before)
    }

    @Test func `Refuses what its channel can count no more, and is left as it was`() throws {
        var full = ChannelUse(in: .eur)
        let most = Order(
            id: "most",
            customer: "c-1",
            placedAt: Timestamp(milliseconds: 0),
            total: Money(minorUnits: .max, in: .eur),
            channel: .store
        )!
        try full.add(.order(most))
        let channels = String(decoding: try JSONEncoder().encode(full), as: UTF8.self)
        let purchases = #"{"currency":"EUR","customer":"c-1","v":1}"#
        let stored = Data(#"{"channels":\#(channels),"purchases":\#(purchases),"v":1}"#.utf8)
        var summary = try JSONDecoder().decode(ActivitySummary.self, from: stored)
        let before = summary
        func order(_ total: String, of customer: Customer.ID) -> Activity {
            let instant = Timestamp(milliseconds: 0)
            return .order(
                Order(id: "o", customer: customer, placedAt: instant, total: Money(total)!, channel: .store)!
            )
        }
        #expect(throws: PurchaseSummaryError.overflow) {
            try summary.add(order("0.01 EUR", of: "c-1"), in: FixedZone.utc)
        }
        #expect(throws: PurchaseSummaryError.currencyMismatch(.usd, expected: .eur)) {
            try summary.add(order("0.01 USD", of: "c-1"), in: FixedZone.utc)
        }
        #expect(throws: PurchaseSummaryError.customerMismatch("c-2", expected: "c-1")) {
            try summary.add(order("0.01 EUR", of: "c-2"), in: FixedZone.utc)
        }
        let rules = WholeShop.rules.tags
        let never = Timestamp(milliseconds: .max)
        let answer = SurveyAnswer(id: "a", customer: "c-1", answeredAt: never, on: .recommendation, score: 9)!
        #expect(throws: PurchaseSummaryError.outsideCalendar(never)) {
            try summary.add(.surveyAnswer(answer), in: FixedZone.utc, tagging: rules)
        }
        #expect(summary == before)
    }

    @Test func `The wire format never changes`() throws {
        let empty = ActivitySummary(of: "c-1", in: .eur)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let stored = #"{"purchases":{"currency":"EUR","customer":"c-1","v":1},"v":1}"#
        #expect(String(decoding: try encoder.encode(empty), as: UTF8.self) == stored)
        #expect(try JSONDecoder().decode(ActivitySummary.self, from: Data(stored.utf8)) == empty)
        for bad in [
            stored.replacing(#""v":1}"#, with: #""v":2}"#), stored.replacing("{\"purch", with: "{\"x\":1,\"purch"),
        ] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(ActivitySummary.self, from: Data(bad.utf8)) }
        }
    }
}
