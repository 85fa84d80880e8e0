import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `Counts by day` {
    private func counts(_ days: [(String, Int64)]) -> DailyCounts {
        var counts = DailyCounts()
        for (date, count) in days { counts.add(count, on: day(date)) }
        return counts
    }

    @Test func `R-SEG-07 Are asked for in windows that end on a day and include it`() {
        let views = counts([("2026-03-04", 1), ("2026-03-01", 2), ("2026-03-04", 1), ("2026-03-10", 5)])
        #expect(views.days.map(\.count) == [2, 2, 5])
        #expect(views.sum(inDays: 7, through: day("2026-03-10")) == 7)
        #expect(views.sum(inDays: 6, through: day("2026-03-09")) == 2)
        #expect(views.sum(inDays: 0, through: day("2026-03-10")) == 0)
        #expect(views.sum(inDays: .max, through: day("9999-12-31")) == 9)
        #expect(views.days(through: day("2026-03-04")).count == 2)
        #expect(views.days(from: day("2026-03-05"), through: day("2026-03-01")).isEmpty)
        #expect(counts([("2026-03-01", 0)]).isEmpty)
    }

    @Test func `Stay at the greatest number`() {
        var views = counts([("2026-03-01", .max), ("2026-03-02", 1)])
        views.merge(counts([("2026-03-01", 7)]))
        #expect(views.days.map(\.count) == [.max, 1])
        #expect(views.sum(inDays: 2, through: day("2026-03-02")) == .max)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `R-SEG-13 Come out the same in any order and from any parts`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let days = (0..<Int.random(in: 0...30, using: &random))
            .map { _ in
                let date = day("2026-03-01").adding(days: .random(in: 0...15, using: &random))!
                return (date.description, Int64.random(in: 0...3, using: &random))
            }
        let whole = counts(days)
        #expect(counts(days.shuffled(using: &random)) == whole)
        let part = Int.random(in: 0...days.count, using: &random)
        var merged = counts(Array(days[part...]))
        merged.merge(counts(Array(days[..<part])))
        #expect(merged == whole)
        let (length, last) = (Int.random(in: 0...20, using: &random), day("2026-03-12"))
        let naive = days.filter { day($0.0) <= last && day($0.0).days(until: last) < length }.map(\.1).reduce(0, +)
        #expect(whole.sum(inDays: length, through: last) == naive)
    }

    @Test func `The wire format never changes`() throws {
        let stored = #"[["2026-03-01",2],["2026-03-04",1]]"#
        let views = counts([("2026-03-04", 1), ("2026-03-01", 2)])
        #expect(String(decoding: try JSONEncoder().encode(views), as: UTF8.self) == stored)
        #expect(try JSONDecoder().decode(DailyCounts.self, from: Data(stored.utf8)) == views)
        for bad in [
            #"[["2026-03-04",1],["2026-03-01",2]]"#, #"[["2026-03-04",0]]"#, #"[["2026-03-04",1,1]]"#,
            #"[["2026-03-04",1],["2026-03-04",2]]"#,
        ] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(DailyCounts.self, from: Data(bad.utf8)) }
        }
    }
}

@Suite struct `An interaction summary` {
    private func summary(_ events: [(String, InteractionKind, ActivityChannel?)]) throws -> InteractionSummary {
        var summary = InteractionSummary()
        for (date, kind, channel) in events {
            let instant = Timestamp(day(date), at: .midnight, in: .utc)
            let interaction = Interaction(kind, id: "i", customer: "c-1", occurredAt: instant, channel: channel)!
            try summary.add(interaction, in: FixedZone.utc)
        }
        return summary
    }

    @Test func `R-SEG-07 Counts by kind and by channel, with an unknown channel as its own answer`() throws {
        let summary = try summary([
            ("2026-03-01", .view, .app), ("2026-03-01", .view, nil), ("2026-03-02", .share, .app),
            ("2026-03-01", .view, .app),
        ])
        #expect(summary.entries.map(\.channel) == [.app, nil, .app])
        #expect(summary.counts(of: .view).days.map(\.count) == [3])
        #expect(summary.counts(in: .app).days.map(\.count) == [2, 1])
        #expect(summary.counts().days.map(\.count) == [3, 1])
    }

    @Test func `R-SEG-13 Comes out the same from parts in any order`() throws {
        let events: [(String, InteractionKind, ActivityChannel?)] = [
            ("2026-03-02", .share, .app), ("2026-03-01", .view, nil), ("2026-03-01", .view, .app),
            ("2026-03-03", .view, .store),
        ]
        let whole = try summary(events)
        var parts = try summary([events[3], events[0]])
        parts.merge(try summary([events[2], events[1]]))
        #expect(parts == whole)
        #expect(
            whole.entries.map { "\($0.kind.name) \($0.channel?.name.text ?? "-")" } == [
                "share app", "view -", "view app", "view store",
            ]
        )
    }

    @Test(arguments: 0..<64 as Range<UInt64>)
    func `R-SEG-13 Comes to the same bytes from any partition, merged in any order`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let events = (0..<80)
            .map { _ -> (String, InteractionKind, ActivityChannel?) in
                let date = day("2026-03-01").adding(days: .random(in: 0...9, using: &random))!
                return (
                    date.description, [.view, .share].randomElement(using: &random)!,
                    [nil, .app, .store].randomElement(using: &random)!
                )
            }
        let whole = try summary(events)
        var parts = [[(String, InteractionKind, ActivityChannel?)]](repeating: [], count: Int(seed) + 1)
        for event in events { parts[.random(in: parts.indices, using: &random)].append(event) }
        var merged = InteractionSummary()
        for part in parts.shuffled(using: &random) { merged.merge(try summary(part)) }
        #expect(merged == whole)
        #expect(try json(merged) == json(whole))
        for entry in whole.entries {
            let naive = events.count { $0.1 == entry.kind && $0.2 == entry.channel }
            #expect(entry.counts.days.reduce(0) { $0 + $1.count } == Int64(naive))
        }
    }

    @Test func `R-SEG-07 Counts many of one kind and channel, whatever their order`() throws {
        let dates = (0..<60).map { day("2026-03-01").adding(days: $0 * 37 % 60)!.description }
        let summary = try summary((dates + dates).map { ($0, .view, .app) })
        #expect(summary.entries.count == 1)
        #expect(summary.entries[0].counts.days.map(\.date.description) == dates.sorted())
        #expect(summary.entries[0].counts.days.allSatisfy { $0.count == 2 })
    }
}
