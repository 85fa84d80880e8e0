public import GiftModel

/// One thing that every `WalkableJournal` must do beside what a `Journal` does.
public struct WalkableJournalLaw<Entry: JournalEntry>: Sendable, CustomStringConvertible {
    /// The law, as a sentence that a failing test can print.
    public let description: String
    private let body: @Sendable (any WalkableJournal<Entry>) async throws -> Void

    /// Runs the check on `journal`, which must be empty and used by nobody else.
    ///
    /// - Throws: ``BrokenLaw``, or whatever the journal throws.
    public func check(on journal: some WalkableJournal<Entry>) async throws { try await body(journal) }

    /// Every law.
    public static func all(with samples: JournalSamples<Entry>) -> [WalkableJournalLaw] {
        let entry = samples.entries[0]
        return [
            WalkableJournalLaw(description: "a new journal has no streams") { journal in
                try expect(await journal.streams(after: nil, atMost: 9), toBe: [], in: "a new journal")
            },
            WalkableJournalLaw(description: "streams are listed by the bytes of their names, in pages") { journal in
                let streams: [Identifier<Entry.Subject>] = ["b", "a", "A", "\u{E9}", "e\u{301}", "a "]
                for stream in streams { _ = try await journal.append([Append([entry], to: stream, at: 0)]) }
                _ = try await journal.append([Append([entry], to: "outdated", at: 5)])
                let sorted = streams.sorted()
                try expect(await journal.streams(after: nil, atMost: 99), toBe: sorted, in: "all streams")
                try expect(
                    await journal.streams(after: nil, atMost: 2),
                    toBe: Array(sorted[..<2]),
                    in: "the first page"
                )
                for (index, stream) in sorted.enumerated() {
                    let page = Array(sorted.dropFirst(index + 1).prefix(2))
                    let found = try await journal.streams(after: stream, atMost: 2)
                    try expect(found, toBe: page, in: "the page after `\(stream)`")
                }
                try expect(await journal.streams(after: "aa", atMost: 1), toBe: ["b"], in: "the page after no stream")
            },
        ]
    }
}
