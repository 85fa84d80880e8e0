import GiftModel
import GiftTesting
import Testing

@Suite struct `A gift ledger` {
    private let terms = GrantTerms(
        of: "cup",
        on: Occurrence(of: .welcome, for: "c-1", term: "first"),
        cost: LandedCost(goods: 2_95, in: .gbp)!,
        plannedFor: CalendarDate("2026-02-01")!,
        by: RuleReference(policy: PolicyReference(id: "shop", version: 1, hash: ContentHash(of: "shop")), rule: "r"),
        because: []
    )

    private func commands(_ states: [GrantState] = [.approved, .reserved, .delivered, .used]) -> [GrantCommand] {
        let actions = [GrantCommand.Action.plan(terms)] + states.map { .report($0, at: second(5)) }
        return actions.enumerated().map { GrantCommand($1, key: RequestKey(UInt128($0))) }
    }

    private func second(_ count: Int64) -> Timestamp { Timestamp(milliseconds: count * 1000) }

    @Test func `R-GIFT-04 Keeps a grant in its journal`() async throws {
        let ledger = GiftLedger(in: InMemoryJournal())
        for command in commands() { try await ledger.perform(command, on: terms.id, at: second(9)) }
        let grant = try await ledger.grant(terms.id)
        #expect(grant.state == .used)
        #expect(grant.step(to: .dispatched)?.isInferred == true)
        #expect(try await ledger.grant("another").state == nil)
    }

    @Test func `Passes the refusals of a grant on, and stores nothing for them`() async throws {
        let journal = InMemoryJournal<GrantEntry>()
        let ledger = GiftLedger(in: journal)
        await #expect(throws: GrantError.notPlanned(terms.id)) {
            try await ledger.perform(commands()[1], on: terms.id, at: second(9))
        }
        #expect(await journal.streams(after: nil, atMost: 9).isEmpty)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `R-DATA-07 Loses nothing and doubles nothing on a journal that fails`(seed: UInt64) async throws {
        let journal = FaultyJournal<GrantEntry>(wrapping: InMemoryJournal(), seed: seed)
        let ledger = GiftLedger(in: journal)
        for command in commands() {
            // Whoever hears no answer sends the same command again.
            var outcome: GrantOutcome?
            while outcome == nil {
                do {
                    outcome = try await ledger.perform(command, on: terms.id, at: second(9))
                } catch is LostConnection {
                    continue
                } catch is ContentionError {
                    continue
                }
            }
            #expect(outcome?.entries.isEmpty == false)
        }
        var grant: GiftGrant?
        while grant == nil { grant = try? await ledger.grant(terms.id) }

        var expected = GiftGrant(id: terms.id)
        for command in commands() { try expected.perform(command, at: second(9)) }
        #expect(grant == expected)
    }

    @Test func `R-DATA-07 Is tested by faults that do happen`() async {
        let journal = FaultyJournal<GrantEntry>(wrapping: InMemoryJournal(), seed: 1)
        for _ in 0..<100 { _ = try? await journal.entries(of: terms.id, from: 0, atMost: 1) }
        #expect(await journal.faults > 0)
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `R-DATA-07 Keeps the books also where reads are stale`(seed: UInt64) async throws {
        let base = InMemoryJournal<GrantEntry>()
        let ledger = GiftLedger(in: LaggingJournal(wrapping: base, seed: seed), attempts: 50)
        for command in commands() {
            // A stale read may refuse what is right; the books it cannot spoil.
            for _ in 0..<50 where (try? await ledger.perform(command, on: terms.id, at: second(9))) == nil { continue }
        }
        let stored = try await GiftLedger(in: base).grant(terms.id)
        #expect(stored.entries.map(\.sequence) == Array(1...Int64(stored.entries.count)))
        #expect(Set(stored.steps.map(\.state)).count == stored.steps.count)
    }

    @Test func `R-DATA-07 Lets one of many writers win, and the others see it`() async throws {
        let ledger = GiftLedger(in: InMemoryJournal(), attempts: 40)
        try await ledger.perform(commands()[0], on: terms.id, at: second(9))
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<16 {
                let state = number.isMultiple(of: 2) ? GrantState.approved : .cancelled
                let command = GrantCommand(.report(state, at: second(1)), key: RequestKey(UInt128(100 + number)))
                group.addTask { (try? await ledger.perform(command, on: terms.id, at: second(9))) != nil }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(outcomes > 0)
        let grant = try await ledger.grant(terms.id)
        #expect(grant.steps.count { $0.state == .cancelled } == 1)
        #expect(grant.steps.count { $0.state == .approved } <= 1)
    }

    /// A journal in which somebody else is always faster.
    private struct BusyJournal: Journal {
        func entries(of stream: Identifier<GrantTerms>, from position: Int, atMost limit: Int) -> [GrantEntry] { [] }
        func append(_ batch: [Append<GrantEntry>]) -> AppendOutcome<GrantEntry> { .outdated(batch[0].stream) }
    }

    @Test func `Gives up after so many lost races, with a pause between them`() async throws {
        let pauses = Pauses()
        let ledger = GiftLedger(in: BusyJournal(), attempts: 4) { await pauses.add($0) }
        let error = await #expect(throws: ContentionError.self) {
            try await ledger.perform(commands()[0], on: terms.id, at: second(9))
        }
        #expect(error == ContentionError(attempts: 4))
        #expect(error?.description == "other writers came first in all `4` attempts")
        #expect(await pauses.seen == [1, 2, 3])
    }

    private actor Pauses {
        var seen: [Int] = []
        func add(_ count: Int) { seen.append(count) }
    }

    @Test func `Heeds cancellation before it tries`() async {
        let journal = InMemoryJournal<GrantEntry>()
        let (ledger, command, id) = (GiftLedger(in: journal), commands()[0], terms.id)
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            try await ledger.perform(command, on: id, at: Timestamp(milliseconds: 0))
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(await journal.streams(after: nil, atMost: 1).isEmpty)
    }
}
