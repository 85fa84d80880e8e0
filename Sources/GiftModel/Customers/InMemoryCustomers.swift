/// Customer records that are forgotten when it goes away: for tests, previews and trying things out.
///
/// - Complexity: a page takes O(*n*) in the records or changes that it passes over, from where it begins; the first
///   page after records of new customers O(*n* log *n*) in all of them.
public actor InMemoryCustomers: CustomerSource {
    /// The last change of every customer, deleted ones included.
    private var last: [Customer.ID: CustomerChange] = [:]
    private var customers = ListedIdentifiers<Customer>()
    /// Whose record each mark is about; the first mark is one.
    private var marked: [Customer.ID] = []

    /// No records.
    public init() {}

    /// Keeps `record` in place of the one that its customer had.
    public func store(_ record: CustomerRecord) { keep(CustomerChange(to: record, at: nextMark)) }

    /// Forgets the record of `customer`; one that was never there is a change no less.
    public func delete(_ customer: Customer.ID) { keep(CustomerChange(deletionOf: customer, at: nextMark)) }

    private var nextMark: Int64 { Int64(marked.count) + 1 }

    private func keep(_ change: CustomerChange) {
        if last.updateValue(change, forKey: change.customer) == nil { customers.add(change.customer) }
        marked.append(change.customer)
    }

    public func latestMark() -> Int64 { Int64(marked.count) }

    public func records(after last: Customer.ID?, atMost limit: Int) -> [CustomerRecord] {
        precondition(limit >= 1, "a page has room for one record or more")
        return Array(customers.identifiers(after: last).lazy.compactMap { self.last[$0]?.record }.prefix(limit))
    }

    public func changes(after mark: Int64, atMost limit: Int) -> [CustomerChange] {
        precondition(limit >= 1, "a page has room for one change or more")
        precondition(mark >= 0, "marks count from one, and zero is before the first")
        var changes: [CustomerChange] = []
        for index in marked.indices.dropFirst(Int(clamping: mark)) {
            guard changes.count < limit else { break }
            // What was changed again since comes at its last mark.
            if let change = last[marked[index]], change.mark == Int64(index) + 1 { changes.append(change) }
        }
        return changes
    }
}
