/// Customer records that are forgotten when it goes away: for tests, previews and trying things out.
public actor InMemoryCustomers: CustomerSource {
    /// The last change of every customer, deleted ones included.
    private var last: [Customer.ID: CustomerChange] = [:]
    private var mark: Int64 = 0

    /// No records.
    public init() {}

    /// Keeps `record` in place of the one that its customer had.
    public func store(_ record: CustomerRecord) {
        mark += 1
        last[record.id] = CustomerChange(to: record, at: mark)
    }

    /// Forgets the record of `customer`; one that was never there is a change no less.
    public func delete(_ customer: Customer.ID) {
        mark += 1
        last[customer] = CustomerChange(deletionOf: customer, at: mark)
    }

    public func latestMark() -> Int64 { mark }

    public func records(after last: Customer.ID?, atMost limit: Int) -> [CustomerRecord] {
        let records = self.last.values.compactMap(\.record).sorted { $0.id < $1.id }
        guard let last else { return Array(records.prefix(limit)) }
        return Array(records.drop { $0.id <= last }.prefix(limit))
    }

    public func changes(after mark: Int64, atMost limit: Int) -> [CustomerChange] {
        Array(last.values.filter { $0.mark > mark }.sorted { $0.mark < $1.mark }.prefix(limit))
    }
}
