/// A complaint as its steps tell it, from the opening to where it has come.
///
/// A ``ComplaintReport`` makes it, of steps in any order. Its facts are those of all its steps; ask ``asOf(_:)`` first
/// for what was known at an instant.
///
/// ## Invariants
/// 1. The first step opened the complaint, and each other one may directly follow the one before it.
/// 2. Steps are in the order of their instants.
public struct Complaint: Identifiable, Hashable, Sendable {
    /// The name of a complaint in the host's records.
    public typealias ID = Identifier<Complaint>

    /// The identity that the host gave this complaint.
    public let id: ID
    /// Who opened it; further steps may name another identity, such as that of a colleague.
    public let customer: Customer.ID
    /// When it was opened.
    public let openedAt: Timestamp
    /// Every step, the opening first.
    public let steps: [ComplaintStep]

    /// The complaint that `opening` opened and that went on by `steps`.
    init(_ opening: ComplaintStep, _ steps: some Sequence<ComplaintStep>) {
        self.id = opening.complaint
        self.customer = opening.customer
        self.openedAt = opening.occurredAt
        self.steps = [opening] + steps
    }
}

/// One step of a complaint on its way: that it was made, answered, settled or taken up again.
///
/// What was said stays with the host. Steps may reach the library in any order; ``ComplaintReport`` puts them in order.
///
/// - Wire format: an ``Activity`` with `complaint`, `state` and `grade`.
public struct ComplaintStep: Identifiable, Hashable, Sendable {
    /// The name of a step in the host's records.
    public typealias ID = Identifier<ComplaintStep>

    /// The identity that the host gave this step.
    public let id: ID
    /// Who complained.
    public let customer: Customer.ID
    /// The complaint, the same for all its steps.
    public let complaint: Complaint.ID
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
        of complaint: Complaint.ID,
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
