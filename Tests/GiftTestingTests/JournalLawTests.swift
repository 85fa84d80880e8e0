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
        case storesHalfOfABatch, namesTheLastStream, foldsCase, normalizesNames, forgetsTheLast
        case letsTwoWin, losesOtherStreams, listsUnsorted, listsLast
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

    func append(_ batch: [Append<GrantEntry>]) async -> AppendOutcome<GrantEntry> {
        let before = stored
        if wrong == .losesOtherStreams { await letOthersIn() }
        if let stream = outdated(in: batch) { return .outdated(stream) }
        if wrong == .letsTwoWin { await letOthersIn() }
        if wrong == .losesOtherStreams { stored = before }
        store(batch[...])
        return .appended
    }

    private func letOthersIn() async { for _ in 0..<100 { await Task.yield() } }

    private func outdated(in batch: [Append<GrantEntry>]) -> Identifier<GrantTerms>? {
        let outdated = batch.filter { part in
            let count = stored[name(part.stream), default: []].count
            switch wrong {
            case .acceptsAnyPosition: return false
            case .acceptsBeyondTheEnd: return part.position < count
            default: return part.position != count
            }
        }
        guard let part = wrong == .namesTheLastStream ? outdated.last : outdated.first else { return nil }
        if wrong == .storesHalfOfABatch { store(batch.prefix { $0 != part }) }
        return part.stream
    }

    private func store(_ batch: ArraySlice<Append<GrantEntry>>) {
        for part in batch { stored[name(part.stream), default: []] += part.entries }
    }

    func streams(after last: Identifier<GrantTerms>?, atMost limit: Int) -> [Identifier<GrantTerms>] {
        if wrong == .startsFull, stored.isEmpty { return ["stray"] }
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

private enum Law {
    static let new = "a new journal has no entries"
    static let order = "entries come back as they were appended, in that order"
    static let pages = "a read gives what lies from its position on, all of it or as much as was asked for"
    static let position = "an append at any other position than the end is outdated and stores nothing"
    static let batch = "a batch is stored wholly or not at all, and names the first stream that is outdated"
    static let names = "streams are told apart by the bytes of their names"
    static let winner = "of many writers at one position exactly one wins, and the others are outdated"
    static let streams = "writers of different streams do not disturb each other"
    static let empty = "a new journal has no streams"
    static let walk = "streams are listed by the bytes of their names, in pages"

    static func brokenBy(_ wrong: WrongJournal.Wrong) -> [String] {
        switch wrong {
        case .startsFull: [new, position, batch, empty]
        case .reversesOrder: [order, pages, position, streams]
        case .ignoresPosition: [order, pages, streams]
        case .ignoresLimit: [pages]
        case .acceptsAnyPosition: [position, batch, winner, walk]
        case .acceptsBeyondTheEnd: [position, walk]
        case .storesHalfOfABatch, .namesTheLastStream: [batch]
        case .foldsCase, .normalizesNames: [names, walk]
        case .forgetsTheLast: [pages, streams]
        case .letsTwoWin: [winner]
        case .losesOtherStreams: [streams]
        case .listsUnsorted, .listsLast: [walk]
        }
    }
}

@Suite struct `The laws of a journal` {
    @Test(arguments: WrongJournal.Wrong.allCases)
    fileprivate func `R-DATA-07 Find out every one that is wrong, each by what it breaks`(
        wrong: WrongJournal.Wrong
    ) async throws {
        var broken: [String] = []
        for law in JournalLaw<GrantEntry>.all(with: .samples) {
            do { try await law.check(on: WrongJournal(wrong)) } catch is BrokenLaw { broken.append(law.description) }
        }
        for law in WalkableJournalLaw<GrantEntry>.all(with: .samples) {
            do { try await law.check(on: WrongJournal(wrong)) } catch is BrokenLaw { broken.append(law.description) }
        }
        #expect(broken == Law.brokenBy(wrong))
    }

    @Test func `R-DATA-07 Are all needed`() {
        let laws = JournalLaw<GrantEntry>.all(with: .samples).map(\.description)
        let walks = WalkableJournalLaw<GrantEntry>.all(with: .samples).map(\.description)
        #expect(Set(WrongJournal.Wrong.allCases.flatMap(Law.brokenBy)) == Set(laws + walks))
    }

    @Test func `R-DATA-07 Say what they expected and found`() async throws {
        let law = try #require(JournalLaw<GrantEntry>.all(with: .samples).first)
        #expect(law.description == "a new journal has no entries")
        let error = await #expect(throws: BrokenLaw.self) { try await law.check(on: WrongJournal(.startsFull)) }
        #expect(error?.description.hasPrefix("a new journal: expected [], found [") == true)
    }
}

/// A snapshot store in memory with one thing wrong.
private actor WrongSnapshots: SnapshotStore {
    enum Wrong: CaseIterable { case startsFull, keepsTheFirst, keepsTheLast, mixesStreams }

    private let wrong: Wrong
    private var stored: [Identifier<GrantTerms>: Snapshot<Int>] = [:]

    init(_ wrong: Wrong) { self.wrong = wrong }

    func snapshot(of stream: Identifier<GrantTerms>) -> Snapshot<Int>? {
        stored[wrong == .mixesStreams ? "one" : stream] ?? (wrong == .startsFull ? Snapshot(0, at: 0) : nil)
    }

    func store(_ snapshot: Snapshot<Int>, of stream: Identifier<GrantTerms>) {
        let name = wrong == .mixesStreams ? "one" : stream
        let isNews = (stored[name]?.position ?? -1) < snapshot.position
        switch wrong {
        case .keepsTheFirst: stored[name] = stored[name] ?? snapshot
        case .keepsTheLast: stored[name] = snapshot
        case .startsFull, .mixesStreams: if isNews { stored[name] = snapshot }
        }
    }
}

@Suite struct `The laws of a snapshot store` {
    @Test(arguments: WrongSnapshots.Wrong.allCases)
    fileprivate func `R-DATA-07 Find out every one that is wrong, each by what it breaks`(
        wrong: WrongSnapshots.Wrong
    ) async throws {
        var broken: [String] = []
        for law in SnapshotStoreLaw<GrantTerms, Int>.all(with: 1, 2) {
            do { try await law.check(on: WrongSnapshots(wrong)) } catch is BrokenLaw { broken.append(law.description) }
        }
        let expected =
            switch wrong {
            case .startsFull: "a new store has no snapshots"
            case .keepsTheFirst, .keepsTheLast: "a later snapshot replaces an earlier one, and not the other way round"
            case .mixesStreams: "each stream has a snapshot of its own"
            }
        #expect(broken == [expected])
    }
}
