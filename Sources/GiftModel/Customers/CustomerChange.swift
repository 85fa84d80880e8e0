/// One customer record as the host's CRM now has it, or its deletion.
public struct CustomerChange: Hashable, Sendable {
    /// Where the change stands in the order of all changes, one or more; no two stand at the same place.
    public let mark: Int64
    /// Whose record changed.
    public let customer: Customer.ID
    /// The record after the change, or `nil` when it was deleted.
    public let record: CustomerRecord?

    /// The record that a customer has from now on.
    public init(to record: CustomerRecord, at mark: Int64) {
        self.mark = mark
        self.customer = record.id
        self.record = record
    }

    /// The deletion of the record of `customer`.
    public init(deletionOf customer: Customer.ID, at mark: Int64) {
        self.mark = mark
        self.customer = customer
        self.record = nil
    }
}
