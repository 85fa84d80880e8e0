public import GiftModel
public import Segmentation

/// The customer of an example: what was done is all told, and who the customer is, is known as far as it is told.
///
/// Whoever has no orders has bought nothing. What is `nil` is not known. Stage and tier follow from the history by the
/// policy's own rules.
///
/// - Wire format: an object of what is told, such as
///   `{"birthday":{"solar":"--03-04"},"history":[{"daysAgo":90,"order":"30000.00 CNY"}],"labels":{"nps":9}}`.
public struct ExampleCustomer: Hashable, Sendable {
    /// What the customer did, in any order.
    public var history: [ExampleActivity] = []
    /// The birthday.
    public var birthday: Birthday?
    /// How many days ago the customer registered, 0 through 36,500.
    public var registeredDaysAgo: Int64?
    /// Whether it is a person or an organization.
    public var kind: CustomerKind?
    /// The line of business.
    public var industry: Identifier<CustomerRecord.Industry>?
    /// What the customer does at work.
    public var jobRole: JobRole?
    /// In what capacity the customer receives gifts.
    public var recipientKind: RecipientKind?
    /// Where the customer lives.
    public var country: CountryCode?
    /// Whose law says what the customer may be given.
    public var jurisdiction: CountryCode?
    /// What the customer reads.
    public var language: LanguageTag?
    /// How many people work for the customer's company, zero or more.
    public var employees: Int64?
    /// The cultures that the customer told of.
    public var cultures: Set<Culture>?
    /// The purposes to which the customer gave consent; to all others it was never given.
    public var consents: Set<Purpose>?
    /// The labels of the host's; one that is not told is not known.
    public var labels: [Identifier<Label>: SegmentValue] = [:]
    /// The tags that are held; all others are not.
    public var tags: Set<CustomerTag.ID>?
    /// The scores, one or more each; recency, frequency and monetary value come together.
    public var scores: [Identifier<ScoreDimension>: Int64] = [:]
    /// The value band.
    public var valueBand: ValueBand?
    /// The quadrant of value and interaction.
    public var quadrant: ValueQuadrant?

    /// A customer who did nothing, and of whom nothing is known.
    public init() {}

    static let levels: ClosedRange<Int64> = 1...100
}
