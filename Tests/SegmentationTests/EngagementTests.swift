import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `The engagement of a customer` {
    static let book = Phrasebook(EngagementReason.self)
    static let rules = rules([
        EngagementRules.Rule(5, for: .share),
        EngagementRules.Rule(1, for: .view, dailyCap: 3),
        EngagementRules.Rule(2, for: .view, in: .app, dailyCap: 10),
    ])

    static func rules(
        _ rules: [EngagementRules.Rule],
        halfLifeDays: Int = 30,
        saturation: Int64 = 20
    ) -> EngagementRules {
        do {
            return try EngagementRules(rules, halfLifeDays: halfLifeDays, saturation: saturation)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    static func summary(_ events: [(String, InteractionKind, ActivityChannel?, Int)]) -> InteractionSummary {
        var summary = InteractionSummary()
        for (date, kind, channel, count) in events {
            let instant = Timestamp(day(date), at: .midnight, in: .utc)
            let interaction = Interaction(kind, id: "i", customer: "c-1", occurredAt: instant, channel: channel)!
            for _ in 0..<count {
                do {
                    try summary.add(interaction, in: FixedZone.utc)
                } catch {
                    preconditionFailure("\(error)")
                }
            }
        }
        return summary
    }

    @Test func `R-SEG-07 Is what each kind in each channel added, faded and capped by day`() {
        let summary = Self.summary([
            ("2026-03-31", .view, .app, 4), ("2026-03-01", .view, .app, 2), ("2026-03-31", .view, .store, 7),
            ("2026-03-01", .share, nil, 1), ("2026-03-31", .comment, .app, 9), ("2026-04-01", .share, nil, 1),
        ])
        let engagement = Self.rules.engagement(of: summary, asOf: day("2026-03-31"))
        // March has a half-life: shared once for 5, then 4 + 2 views for 2 each, then 3 of 7 for 1 each.
        #expect(engagement.contributions.map(\.points) == [2.5, 10, 3])
        #expect(engagement.contributions.map(\.rule) == [0, 2, 1])
        #expect(engagement.points == 15.5)
        #expect(engagement.channels == [nil, .app, .store])
        #expect(engagement.points(in: nil) == 2.5)
        #expect(engagement.points(in: .app) == 10)
        #expect(abs(engagement.saturated - (1 - Foundation.exp(-15.5 / 20))) < 1e-15)
        #expect(engagement.score == 54)
        #expect(engagement.score(in: .app) == 39)
        #expect(engagement.score(in: .email) == 0)
        #expect(
            engagement.reasons.map { $0.text(in: .english, from: Self.book) } == [
                "engagement 54 of 100: 15.5 points, where 20 make 63",
                "share in no recorded channel adds 2.5 points", "view in app adds 10 points",
                "view in store adds 3 points",
            ]
        )
        #expect(engagement.reasons[1].text(in: .chinese, from: Self.book) == "渠道未记录的分享贡献2.5点")
        #expect(engagement.reasons[2].text(in: .chinese, from: Self.book) == "应用的浏览贡献10点")
    }

    @Test func `R-SEG-07 Tells kinds apart by their whole names, however long and however alike`() {
        let names = ["look", "looked", "looking", "looking-again", "looking-agaim", "e\u{301}", "\u{E9}"]
        let kinds = names.map { InteractionKind(Identifier($0)!) }
        let rules = Self.rules(kinds.enumerated().map { EngagementRules.Rule(Int64($0 + 1), for: $1) })
        for (position, kind) in kinds.enumerated() {
            let alone = rules.engagement(of: Self.summary([("2026-03-31", kind, .app, 1)]), asOf: day("2026-03-31"))
            #expect(alone.contributions.map(\.rule) == [position])
            // What adds nothing makes no other engagement.
            let more = Self.summary([("2026-03-31", kind, .app, 1), ("2026-03-30", .comment, .app, 1)])
            let engagement = rules.engagement(of: more, asOf: day("2026-03-31"))
            #expect(engagement == alone && engagement.hashValue == alone.hashValue)
        }
    }

    @Test func `R-SEG-07 Of nobody who did anything that counts is zero`() {
        let none = Self.rules.engagement(of: InteractionSummary(), asOf: day("2026-03-31"))
        #expect(none.score == 0 && none.points == 0 && none.contributions.isEmpty)
        let other = Self.summary([("2026-03-31", .comment, .app, 9)])
        #expect(Self.rules.engagement(of: other, asOf: day("2026-03-31")).score == 0)
        #expect(Self.rules.nextChange(of: other, asOf: day("2026-03-31")) == nil)
    }

    @Test func `R-SEG-07 May keep its score to the end of the calendar`() {
        let late = Self.summary([("9999-12-30", .share, .app, 4)])
        #expect(Self.rules.engagement(of: late, asOf: day("9999-12-30")).score == 63)
        #expect(Self.rules.nextChange(of: late, asOf: day("9999-12-30")) == day("9999-12-31"))
        #expect(Self.rules.nextChange(of: late, asOf: day("9999-12-31")) == nil)
    }

    @Test func `R-SEG-07 Never passes a hundred`() {
        let busy = Self.rules([EngagementRules.Rule(1_000_000, for: .share)], saturation: 1)
        let engagement = busy.engagement(
            of: Self.summary([("2026-03-31", .share, .app, 90)]),
            asOf: day("2026-03-31")
        )
        #expect(engagement.score == 100 && engagement.saturated == 1)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `R-SEG-07 Agrees with the sum said naively, and with its parts`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let kinds: [InteractionKind] = [.view, .share, .comment]
        let channels: [ActivityChannel?] = [nil, .app, .store]
        let events = (0..<Int.random(in: 0...20, using: &random))
            .map { _ in
                (
                    day("2026-01-01").adding(days: .random(in: 0...99, using: &random))!.description,
                    kinds[Int.random(in: 0...2, using: &random)], channels[Int.random(in: 0...2, using: &random)],
                    Int.random(in: 1...5, using: &random)
                )
            }
        let asOf = day("2026-03-20")
        let engagement = Self.rules.engagement(of: Self.summary(events), asOf: asOf)
        var counts: [String: (Int, Double, Int, Int)] = [:]
        for (date, kind, channel, count) in events where day(date) <= asOf && kind != .comment {
            let isApp = kind == .view && channel == .app
            let cap = kind == .share ? Int.max : isApp ? 10 : 3
            let points = kind == .share ? 5.0 : isApp ? 2 : 1
            let age = day(date).days(until: asOf)
            counts["\(date) \(kind) \(String(describing: channel))", default: (0, points, cap, age)].0 += count
        }
        let naive = counts.values.reduce(0.0) { sum, entry in
            sum + Double(min(entry.0, entry.2)) * entry.1 * Foundation.pow(2, -Double(entry.3) / 30)
        }
        #expect(abs(engagement.points - naive) <= 1e-13 * max(1, naive))
        // The very bits: the parts in their order are the whole.
        #expect(engagement.contributions.reduce(0) { $0 + $1.points } == engagement.points)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `R-SEG-07 Says on which day its score will next be another, as asking day by day does`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let asOf = day("2026-03-31")
        let events = (0..<5)
            .map { _ in
                let date = asOf.adding(days: .random(in: -60...10, using: &random))!
                return (
                    date.description, InteractionKind.share, ActivityChannel?.none,
                    Int.random(in: 1...4, using: &random)
                )
            }
        let (seen, all) = (Self.summary(events.filter { day($0.0) <= asOf }), Self.summary(events))
        let score = Self.rules.engagement(of: seen, asOf: asOf).score
        let naive = (1...400).lazy.map { asOf.adding(days: $0)! }
            .first { Self.rules.engagement(of: seen, asOf: $0).score != score }
        #expect(Self.rules.nextChange(of: all, asOf: asOf) == naive)
    }
}

@Suite struct `Rules for engagement` {
    static let text = #"""
        {"halfLifeDays":30,"rules":[{"interaction":"share","points":5},{"channel":"app","dailyCap":20,"interaction":"view","points":1}],"saturation":50}
        """#

    @Test func `R-SEG-07 Are read from data, and written in one form`() throws {
        let rules = try JSONDecoder().decode(EngagementRules.self, from: Data(Self.text.utf8))
        #expect(rules.rules == [.init(5, for: .share), .init(1, for: .view, in: .app, dailyCap: 20)])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(rules), as: UTF8.self) == Self.text)
        for (right, wrong) in [
            ("points", "point"), ("\"saturation\":50", "\"saturation\":0"), ("20", "0"), ("\"rules\"", "\"rule\""),
        ] {
            let text = Self.text.replacingOccurrences(of: right, with: wrong)
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(EngagementRules.self, from: Data(text.utf8))
            }
        }
    }

    @Test func `Say what is wrong with them, in order`() {
        let view = EngagementRules.Rule(1, for: .view)
        let cases: [([EngagementRules.Rule], Int, Int64, EngagementRulesError, String)] = [
            ([], 0, 0, .noRule, "nothing adds to engagement"),
            (
                [view, .init(0, for: .share)], 0, 0, .points(0, .share),
                "`0` points for `share` are not 1 through 1000000"
            ),
            (
                [.init(1, for: .share, dailyCap: 0)], 0, 0, .dailyCap(0, .share),
                "at most `0` of `share` a day are none"
            ),
            ([view, .init(2, for: .view)], 0, 0, .duplicate(.view, nil), "`view` in any channel has two rules"),
            (
                [.init(1, for: .view, in: .app), view, .init(2, for: .view, in: .app)], 0, 0,
                .duplicate(.view, .app), "`view` in `app` has two rules"
            ),
            ([view], 0, 0, .halfLife(days: 0), "the half-life, `0` days, is not 1 through 3650 days"),
            ([view], 1, 0, .saturation(0), "the saturation, `0` points, is not 1 through 1000000000"),
        ]
        for (rules, halfLife, saturation, error, sentence) in cases {
            #expect(throws: error) {
                try EngagementRules(rules, halfLifeDays: halfLife, saturation: saturation)
            }
            #expect("\(error)" == sentence)
        }
    }
}

@Suite struct `A stored interaction summary` {
    @Test func `The wire format never changes`() throws {
        let stored =
            #"{"entries":[{"counts":[["2026-03-02",1]],"kind":"share"},"#
            + #"{"channel":"app","counts":[["2026-03-01",2]],"kind":"view"}],"v":1}"#
        let summary = `The engagement of a customer`.summary([
            ("2026-03-01", .view, .app, 2), ("2026-03-02", .share, nil, 1),
        ])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(summary), as: UTF8.self) == stored)
        #expect(try JSONDecoder().decode(InteractionSummary.self, from: Data(stored.utf8)) == summary)
        for bad in [
            stored.replacingOccurrences(of: "\"v\":1", with: "\"v\":2"),
            stored.replacingOccurrences(of: "share", with: "visit"),
            stored.replacingOccurrences(of: #"[["2026-03-02",1]]"#, with: "[]"),
        ] {
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(InteractionSummary.self, from: Data(bad.utf8))
            }
        }
    }
}
