import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `A tag` {
    static let book = Phrasebook(TagReason.self)
    static let skiTrip = CustomerTag(
        id: "skiTrip",
        name: LocalizedText(english: "Winter ski trip", chinese: "冬季滑雪旅行")
    )

    static func rules(
        _ tag: CustomerTag = skiTrip,
        _ sources: [TagRule.Source] = [
            TagRule.Source(2, for: .interaction(.search, about: ["ski-gear"])),
            TagRule.Source(2, for: .interaction(.view, about: ["hotel-changbai", "hotel-yabuli"])),
        ],
        halfLifeDays: Int = 14,
        holdsFrom: String = "1"
    ) -> TagRules {
        do {
            return try TagRules([
                TagRule(tag, sources: sources, halfLifeDays: halfLifeDays, holdsFrom: Ratio(holdsFrom)!)
            ])
        } catch {
            preconditionFailure("\(error)")
        }
    }

    static func interaction(
        _ kind: InteractionKind,
        _ date: String,
        about subject: Identifier<Interaction.Subject>? = nil,
        channel: ActivityChannel? = nil
    ) -> Activity {
        let instant = Timestamp(day(date), at: .midnight, in: .utc)
        return .interaction(
            Interaction(kind, id: "i", customer: "yu", occurredAt: instant, about: subject, channel: channel)!
        )
    }

    static func points(_ days: [(String, Int64)], for tag: CustomerTag.ID = "skiTrip") -> TagPoints {
        var points = TagPoints()
        for (date, count) in days { points.add(count, for: tag, on: day(date)) }
        return points
    }

    @Test func `R-SEG-08 Of a ski trip fades as in the story`() throws {
        let rules = Self.rules()
        var points = TagPoints()
        try points.add(Self.interaction(.search, "2026-11-01", about: "ski-gear"), by: rules, in: FixedZone.utc)
        let first = try #require(rules.standings(of: points, asOf: day("2026-11-01")).first)
        #expect(first.weight == 2)
        #expect(first.isHeld)

        try points.add(Self.interaction(.view, "2026-11-04", about: "hotel-yabuli"), by: rules, in: FixedZone.utc)
        func standing(_ date: String) throws -> TagStanding {
            try #require(rules.standings(of: points, asOf: day(date)).first)
        }
        func text(_ date: String, in language: Language = .english) throws -> String {
            rules.reason(for: try standing(date)).text(in: language, from: Self.book)
        }
        let seen = try standing("2026-11-04")
        #expect(seen.heldSince == day("2026-11-01"))
        #expect(seen.heldUntil == day("2026-12-01"))
        #expect(
            try text("2026-11-04")
                == "Winter ski trip: weight 3.7239, at least 1, since 2026-11-01; without more until 2026-12-01"
        )
        #expect(try text("2026-11-04", in: .chinese) == "冬季滑雪旅行：权重3.7239，不低于1，自2026-11-01起；若无新行为，至2026-12-01失效")
        #expect(try text("2026-11-30").hasPrefix("Winter ski trip: weight 1.0279, at least 1"))
        #expect(try standing("2026-11-30").heldUntil == day("2026-12-01"))
        #expect(try text("2026-12-01") == "Winter ski trip: weight 0.9782, below 1")
        #expect(try standing("2026-12-01").heldSince == nil)
        #expect(try standing("2026-12-01").heldUntil == nil)
        // As of the first day, the view of three days later is invisible.
        #expect(try standing("2026-11-01") == first)
        #expect(rules.standings(of: points, asOf: day("2026-10-31")).isEmpty)
    }

    struct Golden: Decodable {
        struct Case: Decodable {
            let halfLife: Int
            let asOf: Int
            let weights: [String: String]
        }
        let cases: [Case]

        static let all: Golden = {
            let url = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "Fixtures/tags_signals.json")
            do {
                return try JSONDecoder().decode(Golden.self, from: Data(contentsOf: url))
            } catch {
                preconditionFailure("\(error)")
            }
        }()
    }

    private static let dayZero = day("2026-01-01")

    private static func date(_ number: Int) -> CalendarDate { dayZero.adding(days: number)! }

    @Test func `R-SEG-08 Weighs what exact arithmetic says, to fourteen digits`() throws {
        let events: [(Int, CustomerTag.ID, Int64)] = [
            (0, "coffee", 1), (3, "coffee", 2), (10, "tea", 5), (10, "coffee", 1), (45, "tea", 1), (45, "tea", 1),
            (90, "coffee", 3),
        ]
        var points = TagPoints()
        for (number, tag, count) in events { points.add(count, for: tag, on: Self.date(number)) }
        #expect(Golden.all.cases.count == 18)
        for golden in Golden.all.cases {
            let rules = try TagRules(
                ["tea", "coffee"]
                    .map { id in
                        try TagRule(
                            CustomerTag(id: id, name: LocalizedText(english: id.text, chinese: id.text)),
                            sources: [TagRule.Source(1, for: .interaction(.view))],
                            halfLifeDays: golden.halfLife,
                            holdsFrom: Ratio(1, over: 2)!
                        )
                    }
            )
            let standings = rules.standings(of: points, asOf: Self.date(golden.asOf))
            #expect(standings.map(\.tag.text) == golden.weights.keys.sorted())
            for standing in standings {
                let exact = Double(golden.weights[standing.tag.text]!)!
                #expect(abs(standing.weight - exact) <= 1e-14 * exact, "\(golden.halfLife) \(golden.asOf)")
                #expect(rules.rules[standing.rule].tag.id == standing.tag)
            }
        }
    }

    @Test func `R-SEG-08 Is held when it stands exactly at the threshold, and falls below on the day after`() throws {
        let rules = Self.rules(halfLifeDays: 30, holdsFrom: "0.5")
        let points = Self.points([(Self.dayZero.description, 8)])
        let standing = try #require(rules.standings(of: points, asOf: Self.dayZero).first)
        #expect(standing.heldUntil == Self.date(121))
        let tie = try #require(rules.standings(of: points, asOf: Self.date(120)).first)
        #expect(tie.weight == 0.5)
        #expect(tie.heldUntil == Self.date(121))
    }

    @Test func `R-SEG-08 Halves exactly in each half-life without points, and adds up over parts`() throws {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<100 {
            let days = (0..<6).map { _ in (Self.date(.random(in: 0...60, using: &random)).description, Int64(1)) }
            let rules = Self.rules(halfLifeDays: 30, holdsFrom: "0.001")
            func weight(_ days: [(String, Int64)], _ number: Int) -> Double {
                rules.standings(of: Self.points(days), asOf: Self.date(number)).first?.weight ?? 0
            }
            #expect(weight(days, 150) == weight(days, 90) / 4)
            let parts = weight(Array(days[..<3]), 90) + weight(Array(days[3...]), 90)
            #expect(abs(weight(days, 90) - parts) <= 1e-14 * parts)
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `R-SEG-08 Says on which day it is lost and since when it is held, as asking day by day does`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let rules = Self.rules(
            halfLifeDays: .random(in: 1...40, using: &random),
            holdsFrom: ["1/2", "1", "3", "5/3"][Int.random(in: 0...3, using: &random)]
        )
        let days = (0..<Int.random(in: 1...8, using: &random))
            .map { _ in
                (Self.date(.random(in: 0...120, using: &random)).description, Int64.random(in: 1...5, using: &random))
            }
        for number in stride(from: 0, through: 130, by: 13) {
            let asOf = Self.date(number)
            let points = Self.points(days.filter { day($0.0) <= asOf })
            guard let standing = rules.standings(of: points, asOf: asOf).first else { continue }
            #expect(standing == rules.standings(of: Self.points(days), asOf: asOf).first)
            func isHeld(_ number: Int) -> Bool {
                rules.standings(of: points, asOf: Self.date(number)).first?.isHeld ?? false
            }
            let lost = isHeld(number) ? (number...number + 400).first { !isHeld($0) } : nil
            #expect(standing.heldUntil == lost.map(Self.date))
            var since = isHeld(number) ? number : nil
            while let first = since, isHeld(first - 1) { since = first - 1 }
            #expect(standing.heldSince == since.map(Self.date))
        }
    }

    @Test func `R-SEG-08 May be held to the end of the calendar`() throws {
        let rules = Self.rules(halfLifeDays: 3650, holdsFrom: "0.0001")
        let late = Self.points([("9999-12-20", 1_000_000)])
        let standing = try #require(rules.standings(of: late, asOf: day("9999-12-25")).first)
        #expect(standing.isHeld && standing.heldUntil == nil)
        #expect(
            rules.reason(for: standing).text(in: .english, from: Self.book)
                .hasSuffix("at least 0.0001, since 9999-12-20")
        )
        let soon = Self.rules(halfLifeDays: 1, holdsFrom: "1")
        let last = Self.points([("9999-12-31", 1)])
        #expect(soon.standings(of: last, asOf: day("9999-12-31")).first?.heldUntil == nil)
        let eve = Self.points([("9999-12-30", 1)])
        #expect(soon.standings(of: eve, asOf: day("9999-12-30")).first?.heldUntil == day("9999-12-31"))
        let first = Self.points([("0001-01-01", 1)])
        #expect(soon.standings(of: first, asOf: day("0001-01-01")).first?.heldSince == day("0001-01-01"))
        let heavy = Self.points([("2026-01-01", .max)])
        #expect(soon.standings(of: heavy, asOf: day("2026-01-01")).first?.heldUntil == day("2026-03-06"))
    }

    @Test func `R-SEG-08 Shows its weight to the nearest ten-thousandth, a half going up, and no more than it can`() {
        func weight(_ count: Int64, _ halfLives: Int) -> FactValue? {
            let rules = Self.rules(halfLifeDays: 10)
            let standing = rules.standings(
                of: Self.points([(Self.dayZero.description, count)]),
                asOf: Self.date(10 * halfLives)
            )
            return standing.first.flatMap { rules.reason(for: $0)["weight"] }
        }
        #expect(weight(1, 5) == .ratio(Ratio("0.0313")!))
        #expect(weight(1, 20) == .ratio(Ratio("0")!))
        #expect(weight(3, 0) == .ratio(Ratio("3")!))
        #expect(weight(899_999_999_999_999, 0) == .ratio(Ratio("899999999999999")!))
        #expect(weight(.max, 0) == .code("9.223372036854776e+18"))
        #expect(weight(1, 2000) == .ratio(Ratio("0")!))
    }

    @Test func `R-SEG-08 Is earned by what its sources name and by nothing else`() {
        let order = { (products: [Product.ID]) in
            Activity.order(
                Order(
                    id: "o",
                    customer: "yu",
                    placedAt: Timestamp(day("2026-11-01"), at: .midnight, in: .utc),
                    total: Money("10.00 EUR")!,
                    lines: products.map { OrderLine(of: $0, quantity: 3, amount: Money("5.00 EUR")!)! },
                    channel: .store
                )!
            )
        }
        let rule =
            Self.rules(
                Self.skiTrip,
                [
                    TagRule.Source(1, for: .interaction(.view)),
                    TagRule.Source(2, for: .interaction(.view, about: ["ski-gear"]), in: .app),
                    TagRule.Source(5, for: .order(of: ["skis", "boots"]), in: .store),
                ]
            )
            .rules[0]
        #expect(rule.points(for: Self.interaction(.view, "2026-11-01")) == 1)
        #expect(rule.points(for: Self.interaction(.view, "2026-11-01", about: "ski-gear")) == 1)
        #expect(rule.points(for: Self.interaction(.view, "2026-11-01", about: "ski-gear", channel: .app)) == 3)
        #expect(rule.points(for: Self.interaction(.search, "2026-11-01", about: "ski-gear", channel: .app)) == 0)
        #expect(rule.points(for: order(["skis", "boots"])) == 5)
        #expect(rule.points(for: order(["tea"])) == 0)
        let answer = SurveyAnswer(
            id: "s",
            customer: "yu",
            answeredAt: Timestamp(day("2026-11-01"), at: .midnight, in: .utc),
            on: .recommendation,
            score: 9
        )!
        #expect(rule.points(for: .surveyAnswer(answer)) == 0)
    }

    @Test func `R-SEG-08 Counts for nothing without a rule`() {
        var points = Self.points([("2026-11-01", 2)], for: "zebra")
        points.merge(Self.points([("2026-11-01", 2)], for: "alpaca"))
        #expect(Self.rules().standings(of: points, asOf: day("2026-11-01")).isEmpty)
        points.merge(Self.points([("2026-11-01", 2)]))
        #expect(Self.rules().standings(of: points, asOf: day("2026-11-01")).map(\.tag) == ["skiTrip"])
        #expect(points.points(for: "zebra").days.map(\.count) == [2])
        #expect(points.points(for: "yak").isEmpty)
    }

    @Test func `R-SEG-08 Is not earned on no day of the calendar`() {
        let instant = Timestamp(milliseconds: .max)
        let late = Activity.interaction(
            Interaction(.search, id: "i", customer: "yu", occurredAt: instant, about: "ski-gear")!
        )
        var points = TagPoints()
        #expect(throws: PurchaseSummaryError.outsideCalendar(instant)) {
            try points.add(late, by: Self.rules(), in: FixedZone.utc)
        }
        #expect(points == TagPoints())
    }
}

@Suite struct `Points for tags` {
    @Test(arguments: 0..<60 as Range<UInt64>)
    func `R-SEG-13 Come out the same in any order and from up to 64 parts`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let tags: [CustomerTag.ID] = ["b", "a", "c"]
        let events = (0..<50)
            .map { _ in
                (
                    tags[Int.random(in: 0...2, using: &random)],
                    day("2026-03-01").adding(days: .random(in: 0...9, using: &random))!,
                    Int64.random(in: 0...3, using: &random)
                )
            }
        func points(_ events: some Sequence<(CustomerTag.ID, CalendarDate, Int64)>) -> TagPoints {
            var points = TagPoints()
            for (tag, date, count) in events { points.add(count, for: tag, on: date) }
            return points
        }
        let whole = points(events)
        let count = Int.random(in: 1...64, using: &random)
        let shuffled = events.shuffled(using: &random)
        var parts = (0..<count)
            .map { part in points(shuffled.indices.filter { $0 % count == part }.map { shuffled[$0] }) }
        while parts.count > 1 {
            let part = parts.remove(at: Int.random(in: 0..<parts.count, using: &random))
            parts[Int.random(in: 0..<parts.count, using: &random)].merge(part)
        }
        #expect(parts[0] == whole)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(try encoder.encode(parts[0]) == encoder.encode(whole))
    }

    @Test func `The wire format never changes`() throws {
        let stored = #"{"tags":[{"points":[["2026-11-01",2]],"tag":"skiTrip"}],"v":1}"#
        let points = `A tag`.points([("2026-11-01", 2)])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(points), as: UTF8.self) == stored)
        #expect(try JSONDecoder().decode(TagPoints.self, from: Data(stored.utf8)) == points)
        for bad in [
            #"{"tags":[],"v":2}"#, #"{"tags":[{"points":[],"tag":"a"}],"v":1}"#, #"{"tag":[],"tags":[],"v":1}"#,
            #"{"tags":[{"points":[["2026-11-01",2]],"tag":"a","weight":2}],"v":1}"#,
            #"{"tags":[{"points":[["2026-11-01",0]],"tag":"a"}],"v":1}"#,
            #"{"tags":[{"points":[["2026-11-01",2]],"tag":"b"},{"points":[["2026-11-01",2]],"tag":"a"}],"v":1}"#,
        ] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(TagPoints.self, from: Data(bad.utf8)) }
        }
    }
}

@Suite struct `Rules for tags` {
    static let text = """
        [{"tag":{"id":"skiTrip","name":{"en":"Winter ski trip","zh":"冬季滑雪旅行"}},"halfLifeDays":14,"holdsFrom":"1",
          "sources":[{"interaction":"search","about":["ski-gear"],"points":2},
                     {"interaction":"view","about":["hotel-yabuli","hotel-changbai"],"channel":"app","points":2},
                     {"products":["skis"],"points":5}]}]
        """

    @Test func `R-SEG-08 Are read from data, and written in one form`() throws {
        let rules = try JSONDecoder().decode(TagRules.self, from: Data(Self.text.utf8))
        #expect(rules.rules[0].sources[1].origin == .interaction(.view, about: ["hotel-changbai", "hotel-yabuli"]))
        #expect(rules.rules[0].sources[2].origin == .order(of: ["skis"]))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let written = String(decoding: try encoder.encode(rules), as: UTF8.self)
        #expect(
            written
                == #"[{"halfLifeDays":14,"holdsFrom":"1\/1","sources":[{"about":["ski-gear"],"interaction":"search","points":2},"#
                + #"{"about":["hotel-changbai","hotel-yabuli"],"channel":"app","interaction":"view","points":2},"#
                + #"{"points":5,"products":["skis"]}],"tag":{"id":"skiTrip","name":{"en":"Winter ski trip","zh":"冬季滑雪旅行"}}}]"#
        )
        #expect(try JSONDecoder().decode(TagRules.self, from: Data(written.utf8)) == rules)
    }

    @Test(arguments: [
        ("\"halfLifeDays\":14", "\"halfLife\":14"), ("\"halfLifeDays\":14", "\"halfLifeDays\":0"),
        ("\"products\":[\"skis\"],", ""), ("\"products\":[\"skis\"],", "\"products\":[],"),
        ("\"products\":[\"skis\"],", "\"products\":[\"skis\"],\"interaction\":\"view\","),
        ("\"products\":[\"skis\"],", "\"products\":[\"skis\"],\"about\":[\"x\"],"),
        ("\"points\":5", "\"points\":0"), ("\"holdsFrom\":\"1\"", "\"holdsFrom\":\"0\""),
    ])
    func `Refuse what they do not know`(right: String, wrong: String) {
        let text = Self.text.replacingOccurrences(of: right, with: wrong)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(TagRules.self, from: Data(text.utf8)) }
    }

    @Test func `Say what is wrong with them, in order`() throws {
        let tag = `A tag`.skiTrip
        let view = TagRule.Source(1, for: .interaction(.view))
        let half = Ratio(1, over: 2)!
        func rule(_ sources: [TagRule.Source], _ days: Int, _ weight: Ratio) throws -> TagRule {
            try TagRule(tag, sources: sources, halfLifeDays: days, holdsFrom: weight)
        }
        #expect(throws: TagRuleError.noSource("skiTrip")) { try rule([], 0, half) }
        let none = TagRule.Source(0, for: .interaction(.view))
        #expect(throws: TagRuleError.points(0, "skiTrip")) { try rule([view, none], 0, half) }
        #expect(throws: TagRuleError.noProduct("skiTrip")) {
            try rule([TagRule.Source(1, for: .order(of: []))], 0, half)
        }
        #expect(throws: TagRuleError.halfLife(days: 3651, "skiTrip")) { try rule([view], 3651, Ratio(0, over: 1)!) }
        #expect(throws: TagRuleError.threshold(Ratio(0, over: 1)!, "skiTrip")) {
            try rule([view], 3650, Ratio(0, over: 1)!)
        }
        let good = try rule([view], 1, half)
        #expect(throws: TagRulesError.duplicateTag("skiTrip")) { try TagRules([good, good]) }
        #expect("\(TagRulesError.duplicateTag("a"))" == "tag `a` has two rules")
        #expect(
            [
                .noSource("a"), .points(0, "a"), .noProduct("a"), .halfLife(days: 0, "a"),
                .threshold(Ratio(0, over: 1)!, "a"),
            ]
            .map { (error: TagRuleError) in "\(error)" } == [
                "nothing earns points for tag `a`", "`0` points for tag `a` are not 1 through 1000000",
                "a source of tag `a` asks for orders of no product",
                "the half-life of tag `a`, `0` days, is not 1 through 3650 days",
                "tag `a` held from a weight of `0/1` would be everybody's",
            ]
        )
    }
}
