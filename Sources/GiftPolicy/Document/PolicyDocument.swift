public import GiftModel
public import Segmentation

/// A policy as somebody wrote it: well-formed, and not checked yet.
///
/// It is what a shop keeper reads and edits. ``Policy/init(validating:)`` turns it into a policy that decides, or
/// names every fault in it.
public struct PolicyDocument: Hashable, Sendable {
    /// The policy's name.
    public var id: PolicyReference.ID
    /// The version, one or more, raised with every change.
    public var version: Int64
    /// What people call the policy.
    public var name: LocalizedText
    /// What is assumed where nothing else is said.
    public var defaults: PolicyDefaults
    /// The boundaries between the stages.
    public var stages: StageRules
    /// The tiers and what reaches them.
    public var tiers: TierLadder
    /// What is forbidden whatever the rules say.
    public var guards: [Guard]
    /// From which cost on somebody has to approve a gift, and who.
    public var approvals: [ApprovalRule]
    /// How many gifts and touches a customer may receive, over all rules.
    public var caps: [Cap]
    /// Rules of which a customer is given only some at a time.
    public var groups: [ConflictGroup]
    /// When nothing leaves, or `nil` when anything may at any time, but for what customers ask for.
    public var quietTimes: QuietTimes?
    /// Until when complaints have to be answered and solved, or `nil` when the policy says nothing about it.
    public var complaints: ComplaintDeadlines?
    /// Customers who are kept without gifts, for comparison.
    public var holdOuts: [HoldOut]
    /// Customers drawn into arms, which rules treat differently.
    public var experiments: [Experiment]
    /// How much each part of a gift's worth counts.
    public var worth: WorthRules
    /// What all gifts of one plan may cost, unless whoever plans names another amount.
    public var budget: Money
    /// The labels of the host's that conditions ask about, with their kinds.
    public var labels: [SegmentLabel]
    /// Conditions with names, to which those of rules may refer.
    public var segments: [Segment]
    /// The rules.
    public var rules: [Rule]
    /// Customers of whom it is written down what becomes of rules; a policy that says otherwise is none.
    public var examples: [PolicyExample]

    /// A document that says as much.
    public init(
        id: PolicyReference.ID,
        version: Int64,
        name: LocalizedText,
        defaults: PolicyDefaults,
        stages: StageRules,
        tiers: TierLadder,
        guards: [Guard] = [],
        approvals: [ApprovalRule] = [],
        caps: [Cap],
        groups: [ConflictGroup] = [],
        quietTimes: QuietTimes? = nil,
        complaints: ComplaintDeadlines? = nil,
        holdOuts: [HoldOut] = [],
        experiments: [Experiment] = [],
        worth: WorthRules = WorthRules(),
        budget: Money,
        labels: [SegmentLabel] = [],
        segments: [Segment] = [],
        rules: [Rule],
        examples: [PolicyExample] = []
    ) {
        self.id = id
        self.version = version
        self.name = name
        self.defaults = defaults
        self.stages = stages
        self.tiers = tiers
        self.guards = guards
        self.approvals = approvals
        self.caps = caps
        self.groups = groups
        self.quietTimes = quietTimes
        self.complaints = complaints
        self.holdOuts = holdOuts
        self.experiments = experiments
        self.worth = worth
        self.budget = budget
        self.labels = labels
        self.segments = segments
        self.rules = rules
        self.examples = examples
    }
}
