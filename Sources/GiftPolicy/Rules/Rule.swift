public import GiftModel
public import Segmentation

/// One sentence of a policy: on this occasion, to these customers, gifts of this kind and price.
public struct Rule: Identifiable, Hashable, Sendable {
    /// The name of a rule within its policy.
    public typealias ID = RuleReference.ID

    /// The identity within the policy.
    public let id: ID
    /// What people call it.
    public let name: LocalizedText
    /// Why the gift is given.
    public let occasion: Occasion
    /// What it is hoped to achieve.
    public let goal: Goal
    /// Which rule goes first where a customer may not have both, 0 through 100; the higher one does.
    public let priority: Int64
    /// What makes the gift due.
    public let trigger: Trigger
    /// On which days and at which times it may speak; `nil` at any time.
    public let schedule: ScheduleGate?
    /// Which customers it is for.
    public let condition: SegmentCondition
    /// How long the same occasion rests after a gift, in days; `nil` when its occurrence alone decides.
    public let restDays: Int64?
    /// Which gifts it may give.
    public let selection: GiftSelection
    /// What all its gifts may cost together; `nil` when the policy's budget alone decides.
    public let budget: Money?

    /// A rule as described.
    public init(
        id: ID,
        name: LocalizedText,
        occasion: Occasion,
        goal: Goal,
        priority: Int64,
        on trigger: Trigger,
        at schedule: ScheduleGate? = nil,
        when condition: SegmentCondition,
        restDays: Int64? = nil,
        giving selection: GiftSelection,
        budget: Money? = nil
    ) {
        self.id = id
        self.name = name
        self.occasion = occasion
        self.goal = goal
        self.priority = priority
        self.trigger = trigger
        self.schedule = schedule
        self.condition = condition
        self.restDays = restDays
        self.selection = selection
        self.budget = budget
    }
}
