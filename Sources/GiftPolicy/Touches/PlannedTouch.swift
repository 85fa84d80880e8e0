public import GiftModel

/// Something that goes to a customer and is no gift, as a decision calls for it.
///
/// The host sends it when its moment comes and records the touch under the same name; it is not called for again then.
public struct PlannedTouch: Identifiable, Hashable, Sendable {
    /// The name under which the host records that it went out.
    public let id: Touch.ID
    /// What goes out.
    public let plan: TouchPlan
    /// For what.
    public let origin: TouchOrigin
    /// By which channel, and why by no other.
    public let choice: ChannelChoice
    /// When it leaves: at once, or at the end of the quiet times.
    public let dispatch: Moment
    /// Why it does not leave at once, or `nil` when it does.
    public let delay: Reason?
}

extension PlannedTouch {
    /// The channel by which it goes.
    public var channel: ContactChannel {
        guard let channel = choice.channel else { preconditionFailure("a touch is planned by a channel that is free") }
        return channel
    }

    /// The first instant at which what it says is good no longer, or `nil` when it stays good.
    public var validUntil: Timestamp? {
        plan.validHours.map { dispatch.instant.adding(ElapsedTime(hours: $0)) }
    }

    /// Returns what is to be recorded once it went out at `instant`.
    public func touch(sentAt instant: Timestamp) -> Touch {
        Touch(
            id: id,
            by: channel,
            sentAt: instant,
            as: plan.kind,
            rule: origin.rule,
            occasion: origin.occurrence.occasion
        )
    }

    /// Returns why it leaves when and how it does.
    public func reasons(calling name: (RuleReference.ID) -> LocalizedText) -> [Reason] {
        [delay].compactMap(\.self) + choice.reasons(calling: name)
    }
}
