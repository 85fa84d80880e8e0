/// One thing that a customer record says of a customer.
@nonexhaustive
public enum CustomerAttribute: Hashable, Sendable {
    /// Whether it is a person or an organization.
    case kind
    /// The line of business.
    case industry
    /// What the customer does at work.
    case jobRole
    /// In what capacity the customer receives gifts.
    case recipientKind
    /// Whose law says what the customer may be given.
    case jurisdiction
    /// How many people work for the customer's company.
    case companySize
    /// Where the customer lives or has its seat.
    case country
    /// Whose clocks the customer lives by.
    case zone
    /// What the customer reads.
    case language
    /// The birthday.
    case birthday
    /// The day on which the customer registered.
    case registeredOn
    /// What it cost to win the customer.
    case acquisitionCost
    /// The wish to hear less by one channel.
    case optDown(ContactChannel)
    /// When the customer is not to be disturbed.
    case quietHours
}
