public import GiftModel
public import Segmentation

/// One sentence of a policy: on this occasion, to these customers, gifts of this kind and price, touches and tasks.
///
/// A rule gives a gift, calls for touches and tasks, or does both; whether the gift can be had does not matter to the
/// touches.
public struct Rule: Identifiable, Hashable, Sendable {
    /// The name of a rule within its policy.
    public typealias ID = RuleReference.ID

    /// The identity within the policy.
    public let id: ID
    /// What people call it.
    public let name: LocalizedText
    /// Why it speaks.
    public let occasion: Occasion
    /// What it is hoped to achieve.
    public let goal: Goal
    /// By which measure a review asks whether it did, or `nil` when nobody said.
    public var target: MeasureName?
    /// Which rule goes first where a customer may not have both, 0 through 100; the higher one does.
    public let priority: Int64
    /// What makes it due.
    public let trigger: Trigger
    /// On which days and at which times it may speak; `nil` at any time.
    public let schedule: ScheduleGate?
    /// Which customers it is for.
    public let condition: SegmentCondition
    /// How long the same occasion rests after a gift, in days; `nil` when its occurrence alone decides.
    public let restDays: Int64?
    /// Which gifts it may give, or `nil` when it gives none.
    public let selection: GiftSelection?
    /// What all its gifts may cost together; `nil` when the policy's budget alone decides.
    public let budget: Money?
    /// How its gifts are offered, or `nil` when they are given without asking.
    public var offer: OfferPlan?
    /// The arm of an experiment whose customers alone it treats; `nil` when it is for all.
    public var arm: RuleArm?
    /// What else goes to the customer, one of each kind.
    public var touches: [TouchPlan] = []
    /// What people are asked to do.
    public var tasks: [StaffTask] = []
    /// What follows its gifts.
    public var followUps: [FollowUpStep] = []

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
        giving selection: GiftSelection? = nil,
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

extension Rule {
    /// What it gives, and what in its stead when nothing of that fits, the first choice first; nothing when it gives
    /// no gift.
    var selections: [GiftSelection] { selection?.withSubstitutes ?? [] }
}
