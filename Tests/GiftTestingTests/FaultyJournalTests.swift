import GiftModel
import GiftTesting
import Testing

/// A journal in memory that remembers in which order streams were written.
private actor DiaryJournal: WalkableJournal {
    private let base = InMemoryJournal<GrantEntry>()
    private(set) var written: [Identifier<GrantTerms>] = []

    func entries(of stream: Identifier<GrantTerms>, from position: Int, atMost limit: Int) async -> [GrantEntry] {
        await base.entries(of: stream, from: position, atMost: limit)
    }

    func append(_ batch: [Append<GrantEntry>]) async -> AppendOutcome<GrantEntry> {
        let outcome = await base.append(batch)
        if outcome == .appended { written += batch.map(\.stream) }
        return outcome
    }

    func streams(after last: Identifier<GrantTerms>?, atMost limit: Int) async -> [Identifier<GrantTerms>] {
        await base.streams(after: last, atMost: limit)
    }
}

@Suite struct `A journal that fails` {
    private let entries = JournalSamples<GrantEntry>.samples.entries

    @Test func `R-DATA-07 Stores all parts of a batch or none, whatever it answers`() async throws {
        var met: Set<String> = []
        for seed in 0..<200 as Range<UInt64> {
            let base = InMemoryJournal<GrantEntry>()
            let journal = FaultyJournal(wrapping: base, seed: seed)
            for _ in 0..<4 {
                let before = await base.entries(of: "a", from: 0, atMost: 99)
                let entry = entries[before.count]
                let batch = [Append([entry], to: "a", at: before.count), Append([entry], to: "b", at: before.count)]
                let answer: String
                do { answer = try await journal.append(batch) == .appended ? "appended" : "outdated" } catch {
                    answer = "\(type(of: error))"
                }
                let after = await base.entries(of: "a", from: 0, atMost: 99)
                #expect(await base.entries(of: "b", from: 0, atMost: 99) == after)
                #expect([before, before + [entry]].contains(after))
                met.insert("\(answer), \(after == before ? "nothing" : "all") stored")
            }
        }
        let possible = ["appended, all", "outdated, nothing", "outdated, all"]
        let failures = ["LostConnection, nothing", "LostConnection, all"]
        #expect(met == Set((possible + failures).map { "\($0) stored" }))
    }

    @Test func `R-DATA-07 Lets appends to one stream overtake those to another`() async {
        var orders: Set<[Identifier<GrantTerms>]> = []
        for seed in 0..<200 as Range<UInt64> {
            let base = DiaryJournal()
            let journal = FaultyJournal(wrapping: base, seed: seed)
            await withTaskGroup { group in
                for stream in ["a", "b"] as [Identifier<GrantTerms>] {
                    group.addTask { [entries] in
                        _ = try? await journal.append([Append([entries[0]], to: stream, at: 0)])
                    }
                }
            }
            orders.insert(await base.written)
        }
        #expect(orders.isSuperset(of: [["a", "b"], ["b", "a"]]))
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `R-DATA-07 Can be walked by who tries again`(seed: UInt64) async throws {
        let base = InMemoryJournal<GrantEntry>()
        for name in ["c", "a", "b"] as [Identifier<GrantTerms>] {
            _ = await base.append([Append([entries[0]], to: name, at: 0)])
        }
        let journal = FaultyJournal(wrapping: base, seed: seed)
        var found: [Identifier<GrantTerms>] = []
        var isOver = false
        while !isOver {
            guard let page = try? await journal.streams(after: found.last, atMost: 2) else { continue }
            found += page
            isOver = page.isEmpty
        }
        #expect(found == ["a", "b", "c"])
    }

    @Test func `R-DATA-07 Fails the same way again for the same seed`() async {
        func answers(_ seed: UInt64) async -> [Bool] {
            let journal = FaultyJournal<GrantEntry>(wrapping: InMemoryJournal(), seed: seed)
            var answers: [Bool] = []
            for _ in 0..<40 { answers.append((try? await journal.streams(after: nil, atMost: 1)) != nil) }
            return answers
        }
        #expect(await answers(7) == answers(7))
        #expect(await answers(7) != answers(8))
    }
}
