import Foundation
import GiftModel
import GiftTesting
import Testing

@testable import giftctl

/// A file that is gone with the test.
private final class TemporaryFile {
    let url = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID().uuidString).jsonl")

    deinit { try? FileManager.default.removeItem(at: url) }
}

@Suite struct `A journal in a file` {
    @Test(arguments: JournalLaw<GrantEntry>.all(with: .samples))
    func `R-DATA-07 Keeps every law`(law: JournalLaw<GrantEntry>) async throws {
        let file = TemporaryFile()
        try await law.check(on: FileJournal(at: file.url))
    }

    @Test(arguments: WalkableJournalLaw<GrantEntry>.all(with: .samples))
    func `R-DATA-07 Keeps every law of walking`(law: WalkableJournalLaw<GrantEntry>) async throws {
        let file = TemporaryFile()
        try await law.check(on: FileJournal(at: file.url))
    }

    /// Four batches on two streams, and how long the file was before each and after the last.
    private func written(to url: URL) async throws -> (batches: [[Append<GrantEntry>]], lengths: [Int]) {
        let entries = JournalSamples<GrantEntry>.samples.entries
        let batches = [
            [Append([entries[0]], to: "a", at: 0)],
            [Append([entries[1]], to: "a", at: 1), Append([entries[0]], to: "b", at: 0)],
            [Append(Array(entries[2...3]), to: "a", at: 2)], [Append([entries[1]], to: "b", at: 1)],
        ]
        let journal = try FileJournal<GrantEntry>(at: url)
        var lengths = [0]
        for batch in batches {
            #expect(try await journal.append(batch) == .appended)
            lengths.append(try Data(contentsOf: url).count)
        }
        try await journal.release()
        return (batches, lengths)
    }

    @Test func `R-DATA-07 Holds whole batches and no other after a process was killed at any byte of a write`()
        async throws
    {
        let file = TemporaryFile()
        let (batches, lengths) = try await written(to: file.url)
        let whole = try Data(contentsOf: file.url)
        for length in 0...whole.count {
            try whole.prefix(length).write(to: file.url)
            let survivors = lengths.dropFirst().count { $0 <= length }
            let expected = InMemoryJournal<GrantEntry>()
            for batch in batches[..<survivors] { _ = await expected.append(batch) }
            do {
                let journal = try FileJournal<GrantEntry>(at: file.url)
                for stream in ["a", "b"] as [GiftGrant.ID] {
                    let found = await journal.entries(of: stream, from: 0, atMost: 99)
                    let wanted = await expected.entries(of: stream, from: 0, atMost: 99)
                    #expect(found == wanted, "cut at \(length)")
                }
                // Writing goes on where the whole batches end.
                if survivors < batches.count { #expect(try await journal.append(batches[survivors]) == .appended) }
                try await journal.release()
            }
            if survivors < batches.count {
                #expect(
                    try Data(contentsOf: file.url) == whole.prefix(lengths[survivors + 1]),
                    "continued after \(length)"
                )
            }
        }
    }

    @Test func `R-DATA-07 Names the line of a batch that does not follow`() async throws {
        let file = TemporaryFile()
        _ = try await written(to: file.url)
        let lines = try String(contentsOf: file.url, encoding: .utf8).split(separator: "\n").map(String.init)
        for (damaged, line) in [([lines[0], lines[0]], 2), ([lines[0], "{}"], 2), ([lines[1]], 1), ([""] + lines, 1)] {
            try Data((damaged.joined(separator: "\n") + "\n").utf8).write(to: file.url)
            let error = #expect(throws: CommandFailure.self) { try FileJournal<GrantEntry>(at: file.url) }
            #expect(
                error?.description
                    == "\(file.url.lastPathComponent):\(line): the line is no batch that follows from those before it"
            )
        }
    }

    @Test func `R-DATA-07 Is open in one place at a time`() throws {
        let file = TemporaryFile()
        let first = try FileJournal<GrantEntry>(at: file.url)
        let error = #expect(throws: CommandFailure.self) { try FileJournal<GrantEntry>(at: file.url) }
        #expect(error?.description.hasSuffix("another process has the journal open") == true)
        withExtendedLifetime(first) {}
    }

    @Test func `R-POL-04 Makes a second plan respect the first`() throws {
        let shop = try SmallShop()
        let journal = shop.folder.appending(path: "grants.jsonl").path
        #expect(try shop.run("plan", "--format", "csv", "--journal", journal).output.contains("\ngrants,2\n"))
        let again = try shop.run("plan", "--format", "csv", "--journal", journal)
        #expect(again.status == 0 && again.output.contains("\ngrants,0\n"))
        let later = try shop.run("plan", "--format", "csv", "--journal", journal, "--as-of", "2012-02-10")
        #expect(later.output.contains("\ngrants,0\n"), "each occasion was honored")
    }
}
