import GiftModel

/// A source under test, with the ways of writing to it.
struct CustomerSourceBench: Sendable {
    let source: any CustomerSource
    let store: @Sendable (CustomerRecord) async throws -> Void
    let delete: @Sendable (Customer.ID) async throws -> Void

    /// Every record, page by page; `write` is called between the first page and the second.
    func everything(inPagesOf limit: Int, write: () async throws -> Void = {}) async throws -> [CustomerRecord] {
        var records: [CustomerRecord] = []
        while true {
            let page = try await source.records(after: records.last?.id, atMost: limit)
            guard !page.isEmpty else { return records }
            guard page.count <= limit else { throw BrokenLaw("more than \(limit) records in a page") }
            if records.isEmpty { try await write() }
            for record in page {
                if let last = records.last, record.id <= last.id {
                    throw BrokenLaw("the record of `\(record.id)` does not come after that of `\(last.id)`")
                }
                records.append(record)
            }
        }
    }

    /// `records` as they are after every change since `mark`, read in pages.
    func applying(after mark: Int64, to records: [CustomerRecord], inPagesOf limit: Int) async throws
        -> [CustomerRecord]
    {
        var mark = mark
        var current = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        while true {
            let page = try await source.changes(after: mark, atMost: limit)
            guard !page.isEmpty else { return current.values.sorted { $0.id < $1.id } }
            guard page.count <= limit else { throw BrokenLaw("more than \(limit) changes in a page") }
            for change in page {
                guard change.mark > mark else { throw BrokenLaw("the mark \(change.mark) does not come after \(mark)") }
                mark = change.mark
                current[change.customer] = change.record
            }
        }
    }
}
