import GiftModel
import GiftTesting
import Testing

@Suite struct `A journal` {
    @Test(arguments: JournalLaw<GrantEntry>.all(with: .samples))
    func `R-DATA-07 In memory keeps every law`(law: JournalLaw<GrantEntry>) async throws {
        try await law.check(on: InMemoryJournal())
    }

    @Test(arguments: WalkableJournalLaw<GrantEntry>.all(with: .samples))
    func `R-DATA-07 In memory keeps every law of walking`(law: WalkableJournalLaw<GrantEntry>) async throws {
        try await law.check(on: InMemoryJournal())
    }

    @Test(arguments: SnapshotStoreLaw<GrantTerms, Int>.all(with: 1, 2))
    func `R-DATA-07 Has snapshots in memory that keep every law`(law: SnapshotStoreLaw<GrantTerms, Int>) async throws {
        try await law.check(on: InMemorySnapshotStore())
    }
}

/// A journal in memory with one thing wrong.
private actor WrongJournal: WalkableJournal {
    enum Wrong: CaseIterable {
        case startsFull, reversesOrder, ignoresPosition, ignoresLimit, acceptsAnyPosition, acceptsBeyondTheEnd
        case storesHalfOfABatch, namesTheLastStream, foldsCase, normalizesNames, forgetsTheLast, listsUnsorted,
            listsLast
    }

    private let wrong: Wrong
    private var stored: [Identifier<GrantTerms>: [GrantEntry]] = [:]

    init(_ wrong: Wrong) { self.wrong = wrong }

    private func name(_ stream: Identifier<GrantTerms>) -> Identifier<GrantTerms> {
        switch wrong {
        case .foldsCase: .init(stream.text.lowercased())!
        case .normalizesNames: stored.keys.first { $0.text == stream.text } ?? stream
        default: stream
        }
    }

    func entries(of stream: Identifier<GrantTerms>, from position: Int, atMost limit: Int) -> [GrantEntry] {
        let all = stored[name(stream), default: wrong == .startsFull ? [stray()] : []]
        let page = all.dropFirst(wrong == .ignoresPosition ? 0 : position).prefix(wrong == .ignoresLimit ? .max : limit)
        switch wrong {
        case .reversesOrder: return page.reversed()
        case .forgetsTheLast: return Array(page.dropLast(all.count > 3 ? 1 : 0))
        default: return Array(page)
        }
    }

    func append(_ batch: [Append<GrantEntry>]) -> AppendOutcome<GrantEntry> {
        let outdated = batch.filter { part in
            let count = stored[name(part.stream), default: []].count
            switch wrong {
            case .acceptsAnyPosition: return false
            case .acceptsBeyondTheEnd: return part.position < count
            default: return part.position != count
            }
        }
        if let part = wrong == .namesTheLastStream ? outdated.last : outdated.first {
            if wrong == .storesHalfOfABatch { store(batch.prefix { $0 != part }) }
            return .outdated(part.stream)
        }
        store(batch[...])
        return .appended
    }

    private func store(_ batch: ArraySlice<Append<GrantEntry>>) {
        for part in batch { stored[name(part.stream), default: []] += part.entries }
    }

    func streams(after last: Identifier<GrantTerms>?, atMost limit: Int) -> [Identifier<GrantTerms>] {
        let sorted = stored.keys.sorted()
            .filter { stream in
                last.map { wrong == .listsLast ? $0 <= stream : $0 < stream } ?? true
            }
        return Array((wrong == .listsUnsorted ? sorted.reversed() : sorted).prefix(limit))
    }
}

/// An entry that stands where none should.
private func stray() -> GrantEntry {
    let terms = GrantTerms(
        of: "cup",
        on: Occurrence(of: .welcome, for: "c", term: "first"),
        cost: LandedCost(goods: 1, in: .gbp)!,
        plannedFor: CalendarDate("2026-02-01")!,
        by: RuleReference(policy: PolicyReference(id: "s", version: 1, hash: ContentHash(of: "s")), rule: "r"),
        because: []
    )
    var grant = GiftGrant(id: terms.id)
    _ = try? grant.perform(GrantCommand(.plan(terms), key: 1), at: Timestamp(milliseconds: 0))
    return grant.entries[0]
}

@Suite struct `The laws of a journal` {
    @Test(arguments: WrongJournal.Wrong.allCases)
    fileprivate func `R-DATA-07 Find out every one that is wrong`(wrong: WrongJournal.Wrong) async {
        var broken = 0
        for law in JournalLaw<GrantEntry>.all(with: .samples) {
            do { try await law.check(on: WrongJournal(wrong)) } catch { broken += error is BrokenLaw ? 1 : 0 }
        }
        for law in WalkableJournalLaw<GrantEntry>.all(with: .samples) {
            do { try await law.check(on: WrongJournal(wrong)) } catch { broken += error is BrokenLaw ? 1 : 0 }
        }
        #expect(broken > 0)
    }

    @Test func `R-DATA-07 Say what they expected and found`() async throws {
        let law = try #require(JournalLaw<GrantEntry>.all(with: .samples).first)
        #expect(law.description == "a new journal has no entries")
        let error = await #expect(throws: BrokenLaw.self) { try await law.check(on: WrongJournal(.startsFull)) }
        #expect(error?.description.hasPrefix("a new journal: expected [], found [") == true)
    }
}
