/// By which way a gift can reach somebody in time.
///
/// The three answers are all there are, so this enum is closed.
public enum DeliveryFinding: Hashable, Sendable {
    /// The best way that works, the day on which the gift arrives, and why no better way did.
    case possible(DeliveryOption, arrivesOn: CalendarDate, [Reason])
    /// No way is known to work; the missing facts decide.
    case unknown([Reason])
    /// No way works.
    case impossible([Reason])
}
