import GiftModel

extension JournalLaw {
    /// Every law.
    public static func all(with samples: JournalSamples<Entry>) -> [JournalLaw] {
        let entries = samples.entries
        return [newJournal, order(entries), pages(entries), position(entries), wholeBatch(entries), separate(entries)]
            + [oneWinner(entries), manyStreams(entries)]
    }

    private static var newJournal: JournalLaw {
        JournalLaw("a new journal has no entries") { journal in
            try expect(await journal.entries(of: "a", from: 0, atMost: 9), toBe: [], in: "a new journal")
        }
    }

    private static func order(_ entries: [Entry]) -> JournalLaw {
        JournalLaw("entries come back as they were appended, in that order") { journal in
            try await journal.mustAppend([Append(Array(entries[..<2]), to: "a", at: 0)])
            try await journal.mustAppend([Append(Array(entries[2..<3]), to: "a", at: 2)])
            try expect(await journal.entries(of: "a", from: 0, atMost: 9), toBe: Array(entries[..<3]), in: "the stream")
        }
    }

    private static func pages(_ entries: [Entry]) -> JournalLaw {
        JournalLaw("a read gives what lies from its position on, all of it or as much as was asked for") { journal in
            try await journal.mustAppend([Append(entries, to: "a", at: 0)])
            for position in 0...entries.count + 1 {
                for limit in 1...entries.count + 1 {
                    let page = Array(entries.dropFirst(position).prefix(limit))
                    let found = try await journal.entries(of: "a", from: position, atMost: limit)
                    try expect(found, toBe: page, in: "\(limit) entries from \(position)")
                }
            }
        }
    }

    private static func position(_ entries: [Entry]) -> JournalLaw {
        JournalLaw("an append at any other position than the end is outdated and stores nothing") { journal in
            try await journal.mustAppend([Append(Array(entries[..<2]), to: "a", at: 0)])
            for position in [0, 1, 3, 4] {
                let outcome = try await journal.append([Append([entries[2]], to: "a", at: position)])
                try expect(outcome, toBe: .outdated("a"), in: "an append at \(position)")
            }
            try expect(
                await journal.append([Append([entries[2]], to: "b", at: 1)]),
                toBe: .outdated("b"),
                in: "a new stream"
            )
            try expect(await journal.entries(of: "a", from: 0, atMost: 9), toBe: Array(entries[..<2]), in: "the stream")
            try expect(await journal.entries(of: "b", from: 0, atMost: 9), toBe: [], in: "the other stream")
        }
    }

    private static func wholeBatch(_ entries: [Entry]) -> JournalLaw {
        JournalLaw("a batch is stored wholly or not at all, and names the first stream that is outdated") { journal in
            let good = [Append([entries[0]], to: "a", at: 0), Append([entries[1]], to: "b", at: 0)]
            try await journal.mustAppend(good)
            let late = [
                Append([entries[2]], to: "a", at: 1), Append([entries[3]], to: "b", at: 0),
                Append([entries[4]], to: "c", at: 7),
            ]
            try expect(await journal.append(late), toBe: .outdated("b"), in: "a batch with an outdated part")
            for (stream, expected) in [("a", [entries[0]]), ("b", [entries[1]]), ("c", [])] as [(Stream, [Entry])] {
                try expect(
                    await journal.entries(of: stream, from: 0, atMost: 9),
                    toBe: expected,
                    in: "stream \(stream)"
                )
            }
        }
    }

    private static func separate(_ entries: [Entry]) -> JournalLaw {
        JournalLaw("streams are told apart by the bytes of their names") { journal in
            // Case, a trailing blank, two spellings of one letter: what collations like to call equal.
            let streams: [Stream] = ["a", "A", "a ", "\u{E9}", "e\u{301}"]
            for (stream, entry) in zip(streams, entries) {
                try await journal.mustAppend([Append([entry], to: stream, at: 0)])
            }
            for (stream, entry) in zip(streams, entries) {
                try expect(
                    await journal.entries(of: stream, from: 0, atMost: 9),
                    toBe: [entry],
                    in: "stream `\(stream)`"
                )
            }
        }
    }

    private static func oneWinner(_ entries: [Entry]) -> JournalLaw {
        JournalLaw("of many writers at one position exactly one wins, and the others are outdated") { journal in
            let wins = try await withThrowingTaskGroup(of: AppendOutcome<Entry>.self) { group in
                for number in 0..<16 {
                    group.addTask { try await journal.append([Append([entries[number % 6]], to: "a", at: 0)]) }
                }
                return try await group.reduce(into: 0) { wins, outcome in wins += outcome == .appended ? 1 : 0 }
            }
            try expect(wins, toBe: 1, in: "the number of winners")
            try expect(await journal.entries(of: "a", from: 0, atMost: 99).count, toBe: 1, in: "the number of entries")
        }
    }

    private static func manyStreams(_ entries: [Entry]) -> JournalLaw {
        JournalLaw("writers of different streams do not disturb each other") { journal in
            let streams = (0..<8).map { Stream(stringLiteral: "stream-\($0)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for stream in streams {
                    group.addTask {
                        for (position, entry) in entries.enumerated() {
                            try await journal.mustAppend([Append([entry], to: stream, at: position)])
                        }
                    }
                }
                try await group.waitForAll()
            }
            for stream in streams {
                try expect(
                    await journal.entries(of: stream, from: 0, atMost: 99),
                    toBe: entries,
                    in: "stream \(stream)"
                )
            }
        }
    }

    private typealias Stream = Identifier<Entry.Subject>
}

extension Journal {
    /// Appends `batch`, and sees that a read begun afterwards finds it.
    fileprivate func mustAppend(_ batch: [Append<Entry>]) async throws {
        try expect(await append(batch), toBe: .appended, in: "an append at the end")
        for part in batch {
            let found = try await entries(of: part.stream, from: part.position, atMost: part.entries.count)
            try expect(found, toBe: part.entries, in: "a read after the append to \(part.stream)")
        }
    }
}
