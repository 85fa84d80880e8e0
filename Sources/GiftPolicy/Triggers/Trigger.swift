public import GiftModel

/// What makes a gift fall due.
@nonexhaustive
public enum Trigger: Hashable, Sendable {
    /// The first order was placed at most this many days ago; once in a lifetime.
    case firstOrder(withinDays: Int64)
    /// More than this many days have passed since the last order; once for each such silence.
    case inactive(moreThanDays: Int64)
    /// This tier was reached at most this many days ago; once for each tier and window of the ladder.
    case tierReached(Tier.ID, withinDays: Int64)
}
