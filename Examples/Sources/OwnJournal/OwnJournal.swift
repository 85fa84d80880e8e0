// A host keeps its grants in a store of its own, and sees by the laws that the store is fit for it.
//
// Read from top to bottom: what the host's store is, how it becomes a journal, and what the laws say of it.
// Run with:  swift run --package-path Examples OwnJournal

import GiftModel
import GiftTesting

// 1. What the host has: a table of rows. In a real host, this is a database.

struct Row {
    let stream: GiftGrant.ID
    let position: Int
    let entry: GrantEntry
}

// 2. How it becomes a journal: two methods.

actor TableJournal: Journal {
    private var rows: [Row] = []

    func entries(of stream: GiftGrant.ID, from position: Int, atMost limit: Int) -> [GrantEntry] {
        Array(rows.filter { $0.stream == stream && $0.position >= position }.map(\.entry).prefix(limit))
    }

    func append(_ batch: [Append<GrantEntry>]) -> AppendOutcome<GrantEntry> {
        for part in batch where rows.count(where: { $0.stream == part.stream }) != part.position {
            return .outdated(part.stream)
        }
        for part in batch {
            for (offset, entry) in part.entries.enumerated() {
                rows.append(Row(stream: part.stream, position: part.position + offset, entry: entry))
            }
        }
        return .appended
    }
}

// 3. What the laws say of it.

for law in JournalLaw<GrantEntry>.all(with: .samples) {
    do {
        try await law.check(on: TableJournal())
        print("kept:   \(law)")
    } catch {
        print("broken: \(law): \(error)")
    }
}
