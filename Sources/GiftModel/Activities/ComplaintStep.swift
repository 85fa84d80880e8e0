/// A complaint on its way: that it was made, answered, settled or taken up again.
///
/// What was said stays with the host. Steps may reach the library in any order; whether one may follow another is
/// asked of ``ComplaintState/mayBecome(_:)`` by whoever puts them in order.
public struct ComplaintStep: Identifiable, Hashable, Sendable {
    /// The name of a step in the host's records.
    public typealias ID = Identifier<ComplaintStep>

    /// The matter to which steps belong.
    ///
    /// It exists only in identifiers, and is closed.
    public enum Complaint {}

    /// The identity that the host gave this step.
    public let id: ID
    /// Who complained.
    public let customer: Customer.ID
    /// The complaint, the same for all its steps.
    public let complaint: Identifier<Complaint>
    /// When the step was taken.
    public let occurredAt: Timestamp
    /// The state that the step reached.
    public let state: ComplaintState
    /// How hard the matter was found to be, or `nil` when nobody graded it.
    public let grade: ComplaintGrade?
    /// Where the step was taken, or `nil` when nobody recorded it.
    public let channel: ActivityChannel?

    /// A step of `complaint` to `state`.
    public init(
        id: ID,
        customer: Customer.ID,
        of complaint: Identifier<Complaint>,
        occurredAt: Timestamp,
        to state: ComplaintState,
        grade: ComplaintGrade? = nil,
        channel: ActivityChannel? = nil
    ) {
        self.id = id
        self.customer = customer
        self.complaint = complaint
        self.occurredAt = occurredAt
        self.state = state
        self.grade = grade
        self.channel = channel
    }
}
