public import GiftModel

/// How one follow-up step of one gift stands at an instant.
public struct FollowUpFinding: Hashable, Sendable {
    /// The gift.
    public let grant: GiftGrant.ID
    /// The step.
    public let step: FollowUpStep.ID
    /// How it stands.
    public let standing: Standing
    /// Why, most important first; never empty.
    public let reasons: [Reason]

    /// How a step can stand.
    ///
    /// The four answers are all there are, so this enum is closed.
    public enum Standing: Hashable, Sendable {
        /// It was taken, at this instant.
        case done(Timestamp)
        /// It is due: this is to go out, or to be done.
        case due(Action)
        /// It is not due yet; the moment is the earliest at which it can be, or `nil` when nobody can tell.
        case waiting(until: Moment?)
        /// It is not taken any more, unless what stops it is taken back.
        case stopped
    }

    /// What is to follow.
    ///
    /// The two are all there are, so this enum is closed.
    public enum Action: Hashable, Sendable {
        /// Something that goes to the customer.
        case touch(PlannedTouch)
        /// Something that a person does.
        case task(PlannedTask)
    }
}
