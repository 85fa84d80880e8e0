/// Something about a customer that the host keeps, and for what.
///
/// It is what a question about retention is asked of; the host's record itself need not be shown. A purpose to which
/// consent was taken back serves no longer: leave it out.
public struct KeptRecord: Identifiable, Hashable, Sendable {
    /// The name of a record in the host's store.
    public typealias ID = Identifier<KeptRecord>

    /// Its name.
    public let id: ID
    /// Whom it is about.
    public let customer: Customer.ID
    /// What kind of data it is.
    public let kind: DataKind
    /// What it is kept for; for nothing it may not be kept at all.
    public let purposes: Set<Purpose>
    /// The day of the event that it is about, from which the time to keep it is counted.
    public let day: CalendarDate

    /// A record of `kind` about `customer` and an event on `day`, kept for `purposes`.
    public init(_ id: ID, about customer: Customer.ID, kind: DataKind, for purposes: Set<Purpose>, on day: CalendarDate)
    {
        self.id = id
        self.customer = customer
        self.kind = kind
        self.purposes = purposes
        self.day = day
    }
}
