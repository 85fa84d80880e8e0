/// A person or an organization in the host's CRM who may receive gifts and hold points.
///
/// The library needs only the identity: everything else about a customer stays in the host's records.
public struct Customer: Identifiable, Hashable, Sendable {
    /// The name of a customer in the host's CRM.
    ///
    /// Journals keep it for ever, and erasing a customer is forgetting whose name it was. So it must say nothing by
    /// itself: a number that the CRM drew, never a telephone number or an e-mail address.
    public typealias ID = Identifier<Customer>

    /// The identity that the host's CRM gave this customer.
    public let id: ID

    /// Refers to the customer known to the host as `id`.
    public init(id: ID) { self.id = id }
}
