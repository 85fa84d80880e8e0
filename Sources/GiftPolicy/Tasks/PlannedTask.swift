public import GiftModel

/// Something for a person to do for a customer, as a decision calls for it.
///
/// The host gives it to somebody and records that under the same name; it is not called for again then.
public struct PlannedTask: Identifiable, Hashable, Sendable {
    /// The name under which the host records that it was given to somebody, and the touch that comes of it.
    public let id: Touch.ID
    /// What is to be done, and by whom.
    public let task: StaffTask
    /// For what.
    public let origin: TouchOrigin
    /// By which channel the customer is reached, or `nil` when not at all.
    public let choice: ChannelChoice?
    /// From when on it may be done: at once, or from the end of the quiet times on.
    public let start: Moment
    /// The first instant that is too late.
    public let dueBy: Timestamp
    /// Why it cannot be done at once, or `nil` when it can.
    public let delay: Reason?
}

extension PlannedTask {
    /// Returns what is to be recorded once it was given to somebody at `instant`.
    public func assigned(at instant: Timestamp) -> AssignedTask {
        AssignedTask(id: id, at: instant, by: task.channel, rule: origin.rule)
    }

    /// Returns why it is to be done when and how it is.
    public func reasons(calling name: (RuleReference.ID) -> LocalizedText) -> [Reason] {
        [delay].compactMap(\.self) + (choice?.reasons(calling: name) ?? [])
    }
}
