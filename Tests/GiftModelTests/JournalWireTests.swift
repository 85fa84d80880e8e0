import GiftModel
import GiftTesting
import Testing

@Suite struct `What a journal keeps` {
    /// An entry that is one number.
    private struct Tick: JournalEntry {
        enum Subject {}
        let number: Int
    }

    @Test func `The wire format never changes`() throws {
        try expectWireFormat(
            of: Append([Tick(number: 7)], to: "clock-1", at: 2),
            toBe: #"{"entries":[{"number":7}],"position":2,"stream":"clock-1"}"#
        )
        try expectWireFormat(of: Snapshot(["a"], at: 3), toBe: #"{"position":3,"state":["a"]}"#)
    }

    @Test(arguments: [
        #"{"entries":[{"number":7}],"position":-1,"stream":"a"}"#, #"{"entries":[],"position":0,"stream":"a"}"#,
    ])
    func `R-DATA-07 Is no append of nothing, or before the first entry`(stored: String) {
        #expect(
            refusal(of: stored, as: Append<Tick>.self)
                == "an append has one entry or more, at a position of zero or more"
        )
    }

    @Test func `R-DATA-07 Is no snapshot of less than nothing`() async {
        let stored = #"{"position":-1,"state":1}"#
        #expect(refusal(of: stored, as: Snapshot<Int>.self) == "a snapshot rests on zero entries or more")
        await #expect(processExitsWith: .failure) { _ = Snapshot(1, at: -1) }
    }

    @Test func `R-DATA-07 Has no unknown keys`() {
        let append = #"{"entries":[{"number":7}],"position":0,"stream":"a","v":1}"#
        #expect(refusal(of: append, as: Append<Tick>.self).hasPrefix("unknown key `v`"))
        let snapshot = #"{"position":0,"state":1,"v":1}"#
        #expect(refusal(of: snapshot, as: Snapshot<Int>.self).hasPrefix("unknown key `v`"))
    }

    @Test func `R-DATA-07 Is not asked for in memory by less than nothing`() async {
        await #expect(processExitsWith: .failure) {
            _ = await InMemoryJournal<GrantEntry>().entries(of: "a", from: -1, atMost: 1)
        }
        await #expect(processExitsWith: .failure) {
            _ = await InMemoryJournal<GrantEntry>().entries(of: "a", from: 0, atMost: 0)
        }
        await #expect(processExitsWith: .failure) {
            _ = await InMemoryJournal<GrantEntry>().streams(after: nil, atMost: 0)
        }
    }
}
