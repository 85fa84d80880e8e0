extension IdentityMap {
    /// Returns one record for each customer among `records`, ascending by the identity by which the customer goes.
    ///
    /// Records of who was erased are left out, also when a CRM hands them over again.
    ///
    /// - Complexity: O(*n* log *n*) in the records.
    public func merged(_ records: some Sequence<DatedCustomerRecord>) -> [MergedCustomerRecord] {
        var groups: [Customer.ID: [DatedCustomerRecord]] = [:]
        for record in records {
            guard case .known(let id) = identity(of: record.record.id) else { continue }
            groups[id, default: []].append(record)
        }
        return groups.sorted { $0.key < $1.key }.map { MergedCustomerRecord(of: $1, as: $0) }
    }
}
