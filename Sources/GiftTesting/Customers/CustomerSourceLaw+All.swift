import GiftModel

extension CustomerSourceLaw {
    /// Every law.
    public static let all: [CustomerSourceLaw] = [
        CustomerSourceLaw("a new source has no records, no changes and the mark zero") { bench in
            try expect(await bench.source.latestMark(), toBe: 0, in: "the mark")
            try expect(await bench.source.records(after: nil, atMost: 9), toBe: [], in: "the records")
            try expect(await bench.source.changes(after: 0, atMost: 9), toBe: [], in: "the changes")
        },
        CustomerSourceLaw("records come by the bytes of their identities, whatever the length of a page") { bench in
            for id in Self.customers.reversed() { try await bench.store(CustomerRecord(of: id)) }
            for limit in 1...Self.customers.count + 1 {
                let found = try await bench.everything(inPagesOf: limit).map(\.id)
                try expect(found, toBe: Self.customers, in: "pages of \(limit)")
            }
            let found = try await bench.source.records(after: "aa", atMost: 1).map(\.id)
            try expect(found, toBe: ["b"], in: "the page after no record")
        },
        CustomerSourceLaw("what is stored again takes the place of what was there") { bench in
            let record = Self.changed(Self.customers[0])
            try await bench.store(CustomerRecord(of: record.id))
            try await bench.store(record)
            try expect(await bench.everything(inPagesOf: 9), toBe: [record], in: "the records")
        },
        CustomerSourceLaw("changes after a mark bring old pages up to date, deletions included") { bench in
            for id in Self.customers.dropLast() { try await bench.store(CustomerRecord(of: id)) }
            let mark = try await bench.source.latestMark()
            let old = try await bench.everything(inPagesOf: 2)
            try await Self.change(bench)
            for limit in 1...5 {
                let found = try await bench.applying(after: mark, to: old, inPagesOf: limit)
                try expect(found, toBe: Self.afterwards, in: "changes in pages of \(limit)")
                let anew = try await bench.applying(after: 0, to: [], inPagesOf: limit)
                try expect(anew, toBe: Self.afterwards, in: "all changes in pages of \(limit)")
            }
            try expect(await bench.everything(inPagesOf: 2), toBe: Self.afterwards, in: "the records")
        },
        CustomerSourceLaw("what is written between two pages comes in a page or in a change after the mark before them")
        {
            bench in
            for limit in 1...4 {
                for id in Self.customers.dropLast() { try await bench.store(CustomerRecord(of: id)) }
                try await bench.delete(Self.customers[5])
                let mark = try await bench.source.latestMark()
                let pages = try await bench.everything(inPagesOf: limit) { try await Self.change(bench) }
                let found = try await bench.applying(after: mark, to: pages, inPagesOf: limit)
                try expect(found, toBe: Self.afterwards, in: "pages of \(limit)")
            }
        },
        CustomerSourceLaw("nothing comes after the latest mark, and a deletion moves it") { bench in
            try await bench.store(CustomerRecord(of: Self.customers[0]))
            let mark = try await bench.source.latestMark()
            try expect(await bench.source.changes(after: mark, atMost: 9), toBe: [], in: "the changes")
            try await bench.delete(Self.customers[0])
            let changes = try await bench.source.changes(after: mark, atMost: 9)
            try expect(changes.map(\.customer), toBe: [Self.customers[0]], in: "the deletion")
            try expect(changes.map(\.record), toBe: [nil], in: "the deleted record")
            try expect(await bench.source.latestMark(), toBe: changes[0].mark, in: "the mark")
        },
    ]

    /// Ascending by bytes, which is not how people or Unicode would sort them.
    private static let customers: [Customer.ID] = ["A", "a", "a ", "b", "e\u{301}", "\u{E9}"]

    private static func changed(_ id: Customer.ID) -> CustomerRecord {
        var record = CustomerRecord(of: id)
        record.jobRole = .decisionMaker
        return record
    }

    /// Changes the first, deletes the second, deletes the third and stores it again, and adds the last.
    private static func change(_ bench: CustomerSourceBench) async throws {
        try await bench.store(changed(customers[0]))
        try await bench.delete(customers[1])
        try await bench.delete(customers[2])
        try await bench.store(changed(customers[2]))
        try await bench.store(CustomerRecord(of: customers[5]))
    }

    private static var afterwards: [CustomerRecord] {
        [changed(customers[0]), changed(customers[2])] + customers[3...].map { CustomerRecord(of: $0) }
    }
}
