import GiftModel
import Testing

/// An entry of a host that did not heed the rule, and keeps text.
private struct Note: JournalEntry {
    enum Subject {}
    let text: String
    var number: Int64 = 0
}

@Suite struct `An audit of a journal` {
    private func journal(_ notes: [(Identifier<Note.Subject>, Note)]) async -> InMemoryJournal<Note> {
        let journal = InMemoryJournal<Note>()
        for (stream, note) in notes {
            let position = await journal.entries(of: stream, from: 0, atMost: .max).count
            _ = await journal.append([Append([note], to: stream, at: position)])
        }
        return journal
    }

    @Test func `R-DATA-06 Finds a name in any entry and in the name of a stream`() async throws {
        let journal = await journal([
            ("s-1", Note(text: "plain")), ("s-1", Note(text: "for ning@example.com")), ("s-2", Note(text: "plain")),
            ("ning@example.com/gifts", Note(text: "plain")),
        ])
        #expect(try await journal.streams(mentioning: ["ning@example.com"]) == ["ning@example.com/gifts", "s-1"])
        #expect(try await journal.streams(mentioning: ["nobody", "s-2"]) == ["s-2"])
        #expect(try await journal.streams(mentioning: ["Ning@example.com"]).isEmpty)
        #expect(try await journal.streams(mentioning: []).isEmpty)
        #expect(try await journal.streams(mentioning: [""]).isEmpty)
    }

    @Test func `R-DATA-06 Finds digits in numbers, rather too much than too little`() async throws {
        let journal = await journal([("s-1", Note(text: "", number: 13_900_001_234)), ("s-2", Note(text: "12"))])
        #expect(try await journal.streams(mentioning: ["13900001234"]) == ["s-1"])
        #expect(try await journal.streams(mentioning: ["12"]) == ["s-1", "s-2"])
    }

    @Test(arguments: ["宁", "a \"b\"", "back\\slash", "two\nlines", "é", "/", "\u{7F}\u{1}"])
    func `R-DATA-06 Finds a name however a document writes it`(name: String) async throws {
        let journal = await journal([("s-1", Note(text: "before \(name) after")), ("s-2", Note(text: "plain"))])
        #expect(try await journal.streams(mentioning: [name]) == ["s-1"])
    }

    /// An entry of a kind that this library has none of.
    private struct Share: JournalEntry {
        enum Subject {}
        let share: Double
    }

    @Test func `Traps on an entry that holds a fraction`() async {
        await #expect(processExitsWith: .failure) {
            let journal = InMemoryJournal<Share>()
            _ = await journal.append([Append([Share(share: 0.5)], to: "s-1", at: 0)])
            _ = try await journal.streams(mentioning: ["0.5"])
        }
    }

    @Test func `R-DATA-06 Walks every page of a long journal`() async throws {
        let streams = (0..<2001).map { Identifier<Note.Subject>(String("s-\($0)"))! }.sorted()
        let journal = await journal(streams.map { ($0, Note(text: "plain")) } + [(streams[2000], Note(text: "Ning"))])
        #expect(try await journal.streams(mentioning: ["plain"]) == streams)
        #expect(try await journal.streams(mentioning: ["Ning"]) == [streams[2000]])
    }
}
