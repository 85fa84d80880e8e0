import Foundation
import GiftModel
import GiftTesting
import Segmentation
import Testing

@Suite struct `A membership` {
    private let morning = Timestamp(day("2026-10-01"), at: TimeOfDay(hour: 20, minute: 15)!, in: .utc)
    private let events: [(day: String, event: Club.Event)] =
        (1...9).map { ("2026-0\($0)-10", .order("o-\($0)", $0 == 9 ? 6_120_00 : 10_00)) } + [
            ("2026-10-01", .order("big", 1_800_00)), ("2026-10-03", .back(of: "big", 1_800_00)),
            ("2026-10-20", .order("again", 1_800_00)),
        ]

    private func facts(asOf date: String) -> TierFacts { TierFacts(Club.purchases(events, asOf: date)) }

    private func assess(_ date: String, key: RequestKey) -> TierCommand {
        TierCommand(.assess(facts(asOf: date)), key: key)
    }

    @Test func `S04 Is gold in the instant of the order, silver when it comes back, and gold again`() throws {
        let ladder = try Club.shop(TierRules(reviews: .periodEnd))
        var hua = TierMembership(id: "hua")
        #expect(hua.tier == nil && hua.history == .empty)
        try hua.perform(assess("2026-09-30", key: 1), on: ladder, at: morning)
        #expect(hua.tier == "silver")
        let reached = try hua.perform(assess("2026-10-01", key: 2), on: ladder, at: morning)
        #expect(reached.entries.map(\.change.target) == ["gold"] && reached.entries[0].change.date == day("2026-10-01"))
        let lost = try hua.perform(assess("2026-10-03", key: 3), on: ladder, at: morning)
        #expect(lost.entries.map(\.change.code) == [.refunded] && hua.tier == "silver")
        try hua.perform(assess("2026-10-20", key: 4), on: ladder, at: morning)
        #expect(hua.history.changes.map(\.target) == ["silver", "gold", "silver", "gold"])
        #expect(hua.entries.map(\.sequence) == [1, 2, 3, 4])
        let standing = try ladder.standing(of: facts(asOf: "2026-10-20"), after: hua.history)
        #expect(standing.reached.map(\.since) == [day("2026-09-30"), day("2026-10-20")])
        #expect(standing.missing.map(\.tier.id) == ["diamond"])
    }

    @Test func `R-SEG-05 Records only changes, and not that nothing changed`() throws {
        let ladder = try Club.shop()
        var hua = TierMembership(id: "hua")
        try hua.perform(assess("2026-09-30", key: 1), on: ladder, at: morning)
        let nothing = try hua.perform(assess("2026-09-30", key: 2), on: ladder, at: morning)
        #expect(nothing.entries.isEmpty && !nothing.isReplay && hua.entries.count == 1)
    }

    @Test func `R-DATA-07 Answers a command that is sent again as it did at first, and refuses another under its key`()
        throws
    {
        let ladder = try Club.shop()
        var hua = TierMembership(id: "hua")
        let first = try hua.perform(assess("2026-09-30", key: 1), on: ladder, at: morning)
        let whole = hua
        let again = try hua.perform(assess("2026-09-30", key: 1), on: ladder, at: Timestamp(milliseconds: 0))
        #expect(again.isReplay && again.entries == first.entries && hua == whole)
        #expect(throws: TierMembershipError.keyConflict(1)) {
            try hua.perform(assess("2026-10-01", key: 1), on: ladder, at: morning)
        }
        #expect(throws: TierMembershipError.keyConflict(1)) {
            let command = TierCommand(.set("gold", on: day("2026-09-30"), because: "vip"), key: 1)
            try hua.perform(command, on: ladder, at: morning)
        }
        #expect(hua == whole)
        let set = TierCommand(.set("gold", on: day("2026-10-01"), through: day("2026-10-31"), because: "vip"), key: 2)
        try hua.perform(set, on: ladder, at: morning)
        #expect(try hua.perform(set, on: ladder, at: morning).isReplay)
        #expect(throws: TierMembershipError.keyConflict(2)) {
            let other = TierCommand(.set("gold", on: day("2026-10-01"), because: "vip"), key: 2)
            try hua.perform(other, on: ladder, at: morning)
        }
    }

    @Test func `R-SEG-05 Holds a tier set by hand through its last day, and then what the customer reaches`() throws {
        let ladder = try Club.shop()
        var hua = TierMembership(id: "hua")
        try hua.perform(assess("2026-09-30", key: 1), on: ladder, at: morning)
        let action = TierCommand.Action.set("gold", on: day("2026-10-02"), through: day("2026-11-30"), because: "vip")
        let outcome = try hua.perform(TierCommand(action, key: 2), on: ladder, at: morning)
        #expect(outcome.entries.map(\.change.cause) == ["vip"])
        #expect(
            outcome.entries[0].change.reason(on: ladder).text(in: .english, from: Phrasebook(TierReason.self))
                == "gold set by hand: vip"
        )
        try hua.perform(assess("2026-10-03", key: 3), on: ladder, at: morning)
        #expect(hua.tier == "gold")
        let silver = Array(events[..<9])
        let known = TierFacts(Club.purchases(silver, asOf: "2026-10-03"))
        #expect(ladder.nextChange(after: known, in: hua.history) == day("2026-12-01"))
        try hua.perform(
            TierCommand(.assess(TierFacts(Club.purchases(silver, asOf: "2026-12-01"))), key: 4),
            on: ladder,
            at: morning
        )
        #expect(hua.tier == "silver" && hua.entries.last?.change.code == .downgraded)
    }

    @Test func `R-SEG-05 Says at once when a tier that is held as long as the calendar lasts changes`() throws {
        let ladder = try Club.pointsLadder(.rolling("P12M"), TierRules(reviews: .month))
        var hua = TierMembership(id: "hua")
        let action = TierCommand.Action.set("gold", on: day("2026-10-02"), through: day("9999-12-31"), because: "vip")
        try hua.perform(TierCommand(action, key: 1), on: ladder, at: morning)
        let facts = TierFacts(Club.purchases(asOf: "2026-10-03"), points: DailyCounts())
        // A hundred thousand reviews are visited, and what came of them is never copied.
        #expect(ladder.nextChange(after: facts, in: hua.history) == nil)
        #expect(try ladder.standing(of: facts, after: hua.history).tier.id == "gold")
        #expect(ladder.nextAssessment(after: facts, in: hua.history) == day("2026-11-01"))
    }

    @Test func `R-SEG-05 Keeps a tier set by hand until the next review, and through its last day`() throws {
        let ladder = try Club.pointsLadder(.calendarYear, TierRules(reviews: .periodEnd))
        func lines(through last: String?) throws -> [String] {
            var hua = TierMembership(id: "hua")
            let action = TierCommand.Action.set(
                "platinum",
                on: day("2026-03-01"),
                through: last.map(day),
                because: "vip"
            )
            try hua.perform(TierCommand(action, key: 1), on: ladder, at: morning)
            // Years before the day are not reviewed any more.
            let facts = Club.earned([("2020-01-01", 600), ("2026-05-01", 600)], asOf: "2029-01-01")
            try hua.perform(TierCommand(.assess(facts), key: 2), on: ladder, at: morning)
            return hua.history.lines
        }
        #expect(
            try lines(through: nil) == [
                "2026-03-01 none>platinum tierSetByHand", "2027-01-01 platinum>silver tierDowngraded",
                "2028-01-01 silver>none tierDowngraded",
            ]
        )
        #expect(
            try lines(through: "2027-06-30") == [
                "2026-03-01 none>platinum tierSetByHand", "2027-01-01 platinum>platinum tierHeld",
                "2028-01-01 platinum>none tierDowngraded",
            ]
        )
    }

    @Test func `Refuses commands in the order of its errors, and stays as it was`() throws {
        let ladder = try Club.shop()
        var hua = TierMembership(id: "hua")
        try hua.perform(assess("2026-10-01", key: 1), on: ladder, at: morning)
        let whole = hua
        func expect(
            _ error: TierMembershipError,
            _ action: TierCommand.Action,
            on ladder: TierLadder,
            at line: Int = #line
        ) {
            #expect(throws: error, "line \(line)") {
                try hua.perform(TierCommand(action, key: 9), on: ladder, at: morning)
            }
            #expect(hua == whole)
        }
        expect(.unknownTier("tin"), .set("tin", on: day("2020-01-01"), because: "vip"), on: ladder)
        expect(.unknownTier("gold"), .assess(facts(asOf: "2026-10-01")), on: try other())
        expect(
            .currencyMismatch(.eur, expected: .cny),
            .assess(TierFacts(Shop.summary([]).days(asOf: day("2020-01-01")))),
            on: ladder
        )
        let early = day("2026-09-30")
        expect(.dayWentBack(early, last: day("2026-10-01")), .assess(facts(asOf: "2026-09-30")), on: ladder)
        expect(
            .dayWentBack(early, last: day("2026-10-01")),
            .set("gold", on: early, through: day("2020-01-01"), because: "vip"),
            on: ladder
        )
        let late = day("2026-10-02")
        expect(
            .endsBeforeItBegins(late, through: early),
            .set("gold", on: late, through: early, because: "vip"),
            on: ladder
        )
        expect(.noLastDay, .set("gold", on: late, because: "vip"), on: ladder)
        let errors: [TierMembershipError] = [
            .keyConflict(255), .unknownTier("tin"), .currencyMismatch(.eur, expected: .cny),
            .dayWentBack(early, last: late), .endsBeforeItBegins(late, through: early), .noLastDay,
        ]
        #expect(
            errors.map(\.description) == [
                "the key `000000000000000000000000000000ff` was used for another command",
                "the ladder has no tier `tin`", "purchases in `EUR` on a ladder in `CNY`",
                "`2026-09-30` comes before `2026-10-02`, of which something is recorded",
                "a tier set on `2026-10-02` cannot end on `2026-09-30`",
                "where every day is judged by itself, a tier set by hand needs a last day",
            ]
        )
    }

    /// A ladder without gold.
    private func other() throws -> TierLadder {
        try TierLadder(
            base: Club.tier("ordinary"),
            rungs: [TierRung(Club.tier("tin"), atLeast: Club.cny(1_00))],
            spend: .net,
            window: .calendarYear,
            rules: TierRules(reviews: .periodEnd)
        )
    }

    @Test func `R-SEG-05 Outlives its ladder: who stands on a tier that is gone is set on another by hand`() throws {
        var hua = TierMembership(id: "hua")
        try hua.perform(assess("2026-10-01", key: 1), on: Club.shop(), at: morning)
        let outcome = try hua.perform(
            TierCommand(.set("tin", on: day("2026-10-02"), because: "new-ladder"), key: 2),
            on: other(),
            at: morning
        )
        #expect(outcome.entries.map(\.change.source) == ["gold"] && hua.tier == "tin")
        #expect(try other().standing(of: facts(asOf: "2026-10-03"), after: hua.history).tier.id == "tin")
        // On a ladder that does not know it, it counts as the base tier, and what is reached is reached anew.
        #expect(try Club.shop().standing(of: facts(asOf: "2026-10-03"), after: hua.history).tier.id == "silver")
        var replayed = TierMembership(id: "hua")
        for entry in hua.entries { try replayed.apply(entry) }
        #expect(replayed == hua)
    }

    @Test func `R-DATA-07 Refuses entries that do not follow, and stays as it was`() throws {
        let ladder = try Club.shop()
        var hua = TierMembership(id: "hua")
        for (key, date) in ["2026-09-30", "2026-10-01", "2026-10-03"].enumerated() {
            try hua.perform(assess(date, key: RequestKey(UInt128(key))), on: ladder, at: morning)
        }
        var replayed = TierMembership(id: "hua")
        #expect(throws: ReplayError.outOfSequence(2, expected: 1)) { try replayed.apply(hua.entries[1]) }
        try replayed.apply(hua.entries[0])
        func changed(_ entry: TierEntry, _ old: String, _ new: String) throws -> TierEntry {
            let text = try text(of: entry)
            try #require(text.contains(old))
            return try JSONDecoder().decode(TierEntry.self, from: Data(text.replacing(old, with: new).utf8))
        }
        let whole = replayed
        for (old, new) in [
            (#""from":"silver""#, #""from":"gold""#), (#""on":"2026-10-01""#, #""on":"2026-09-29""#),
            (#""knownOn":"2026-10-01""#, #""knownOn":"2026-09-30""#),
        ] {
            #expect(throws: ReplayError.impossibleChange(sequence: 2)) {
                try replayed.apply(changed(hua.entries[1], old, new))
            }
        }
        // The first key again, after another one.
        let third = try changed(
            hua.entries[2],
            #""key":"00000000000000000000000000000002""#,
            #""key":"00000000000000000000000000000000""#
        )
        try replayed.apply(hua.entries[1])
        #expect(throws: ReplayError.keyReused(0)) { try replayed.apply(third) }
        replayed = whole
        #expect(throws: ReplayError.timeWentBack(Timestamp(milliseconds: 5), last: morning)) {
            try replayed.apply(changed(hua.entries[1], "\"recordedAt\":\(morning.milliseconds)", "\"recordedAt\":5"))
        }
        #expect(replayed == whole)
    }

    private func text(of entry: TierEntry) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(entry), as: UTF8.self)
    }

    @Test func `R-DATA-07 The wire format of an entry never changes`() throws {
        let rules = TierRules(reviews: .periodEnd, grace: "P3M", consumesShortfall: true)
        let ladder = try Club.pointsLadder(.calendarYear, rules)
        var hua = TierMembership(id: "hua")
        let points: [(String, Int64)] = [("2023-05-01", 2_000), ("2024-05-01", 1_900), ("2025-02-10", 150)]
        for (index, point) in points.enumerated() {
            let command = TierCommand(
                .assess(Club.earned(Array(points[...index]), asOf: point.0)),
                key: RequestKey(UInt128(index))
            )
            try hua.perform(command, on: ladder, at: Timestamp(milliseconds: Int64(index)))
        }
        let set = TierCommand.Action.set("gold", on: day("2025-03-01"), through: day("2025-04-30"), because: "vip")
        try hua.perform(TierCommand(set, key: 9), on: ladder, at: Timestamp(milliseconds: 9))
        let none = #""spend":{"currency":"CNY","minorUnits":0}"#
        let golden = [
            #"{"change":{"after":{"kept":"none","reached":[{"on":"2023-05-01","tier":"gold"}],"#
                + #""reviewedThrough":"2023-04-30","tier":"gold"},"#
                + #""counted":{"orders":0,"points":2000,\#(none)},"from":"none","on":"2023-05-01","#
                + #""reason":"tierUpgraded","to":"gold"},"key":"00000000000000000000000000000000","#
                + #""knownOn":"2023-05-01","recordedAt":0,"sequence":1,"v":1}"#,
            #"{"change":{"after":{"kept":"gold","reviewedThrough":"2023-12-31","tier":"gold"},"#
                + #""counted":{"orders":0,"points":2000,\#(none)},"from":"gold","on":"2024-01-01","#
                + #""reason":"tierKept","to":"gold"},"key":"00000000000000000000000000000001","#
                + #""knownOn":"2024-05-01","recordedAt":1,"sequence":2,"v":1}"#,
            #"{"change":{"after":{"grace":{"counted":{"orders":0,"points":1900,\#(none)},"through":"2025-03-31"},"#
                + #""kept":"gold","reviewedThrough":"2024-12-31","tier":"gold"},"#
                + #""counted":{"orders":0,"points":1900,\#(none)},"from":"gold","on":"2025-01-01","#
                + #""reason":"tierGraceBegan","to":"gold"},"key":"00000000000000000000000000000002","#
                + #""knownOn":"2025-02-10","recordedAt":2,"sequence":3,"v":1}"#,
            #"{"change":{"after":{"carried":{"interactions":0,"orders":0,"points":-100,\#(none)},"#
                + #""kept":"gold","reviewedThrough":"2025-02-09","tier":"gold"},"#
                + #""counted":{"orders":0,"points":2050,\#(none)},"from":"gold","on":"2025-02-10","#
                + #""reason":"tierMadeGood","to":"gold"},"key":"00000000000000000000000000000002","#
                + #""knownOn":"2025-02-10","recordedAt":2,"sequence":4,"v":1}"#,
            #"{"change":{"after":{"hold":{"through":"2025-04-30","tier":"gold"},"kept":"gold","#
                + #""reviewedThrough":"2025-02-28","tier":"gold"},"cause":"vip","#
                + #""counted":{"interactions":0,"orders":0,"points":0,\#(none)},"from":"gold","on":"2025-03-01","#
                + #""reason":"tierSetByHand","to":"gold"},"key":"00000000000000000000000000000009","#
                + #""knownOn":"2025-03-01","recordedAt":9,"sequence":5,"v":1}"#,
        ]
        #expect(try hua.entries.map(text(of:)) == golden)
        for (entry, stored) in zip(hua.entries, golden) {
            #expect(try JSONDecoder().decode(TierEntry.self, from: Data(stored.utf8)) == entry)
        }
        for (old, new) in [
            (#""v":1"#, #""v":2"#), (#""reason":"tierUpgraded""#, #""reason":"tierBought""#),
            (#","to":"gold""#, #","to":"tin""#), (#""reason":"tierUpgraded""#, #""reason":"tierSetByHand""#),
            (#""reason":"tierUpgraded""#, #""reason":"tierGraceBegan""#),
            (#""from":"none""#, #""cause":"vip","from":"none""#),
        ] {
            let bad = golden[0].replacing(old, with: new)
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(TierEntry.self, from: Data(bad.utf8)) }
        }
    }
}
