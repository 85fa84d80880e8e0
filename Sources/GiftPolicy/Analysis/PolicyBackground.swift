public import GiftModel

/// What is known beside a policy when it is checked without its customers.
///
/// What is left out is not asked about: without a year no days are compared, without a catalog no gift is looked for.
///
/// ```swift
/// var background = PolicyBackground(year: 2027, catalog: catalog)
/// background.audiences = ["birthday": 4_000]
/// document.findings(against: background)
/// ```
public struct PolicyBackground: Hashable, Sendable {
    /// The year in which days are compared, such as those of birthdays and of holidays; 2 through 9998.
    public var year: Int?
    /// The gifts that there are, in stock or not; a catalog in another currency than the policy's is left out.
    public var catalog: Catalog?
    /// How many customers a rule is expected to serve in the time for which its budget and the policy's stand.
    public var audiences: [Rule.ID: Int64] = [:]
    /// Who may approve in which role, or `nil` when that is not known.
    public var approvers: [ApproverRole: Set<Identifier<Approval.Person>>]?
    /// Who may ask for gifts; none when only rules of the policy do.
    public var requesters: Set<Identifier<Approval.Person>> = []

    /// What is known of that `year` and of the gifts of `catalog`.
    public init(year: Int? = nil, catalog: Catalog? = nil) {
        self.year = year
        self.catalog = catalog
    }
}
