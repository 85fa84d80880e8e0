/// What the host's CRM knows about one customer apart from what the customer did.
///
/// Every attribute may be absent, which means *not known* and never *no*: rules that need one leave the customer
/// undetermined. Names, addresses and free text have no place here; they stay with the host, behind the identity.
///
/// ```swift
/// var record = CustomerRecord(of: "c-1042")
/// record.jurisdiction = CountryCode("CN")
/// record.recipientKind                       // nil: not known
/// ```
///
/// - Wire format: `{"id":"c-1042","jurisdiction":"CN","v":1}`; what is absent is left out.
public struct CustomerRecord: Identifiable, Hashable, Sendable {
    /// A line of business, by the code of the list that the host keeps.
    public enum Industry {}

    /// Whom the record is about.
    public let id: Customer.ID
    /// Whether it is a person or an organization.
    public var kind: CustomerKind?
    /// The line of business.
    public var industry: Identifier<Industry>?
    /// What the customer does at work in view of what is sold.
    public var jobRole: JobRole?
    /// In what capacity the customer receives gifts.
    public var recipientKind: RecipientKind?
    /// Whose law says what the customer may be given; it need not be where the customer lives.
    public var jurisdiction: CountryCode?
    /// How many people work for the customer's company.
    public var companySize: CompanySize?
    /// Where the customer lives or has its seat.
    public var country: CountryCode?
    /// Whose clocks the customer lives by, which the host turns into ``ZoneRules``; the country may have several.
    public var zone: ZoneTable.ID?
    /// What the customer reads.
    public var language: LanguageTag?
    /// The birthday, by the calendar by which the customer keeps it.
    public var birthday: Birthday?
    /// The day on which the customer registered.
    public var registeredOn: CalendarDate?
    /// What it cost to win the customer; below zero where somebody paid for it.
    public var acquisitionCost: Money?
    /// How the customer wants to be reached.
    public var contact: ContactPreferences?

    /// A record of `id` in which nothing is known yet.
    public init(of id: Customer.ID) { self.id = id }
}
