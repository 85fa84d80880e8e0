/// What a host has to do about an offered gift.
///
/// The two are all there are, so this enum is closed.
public enum OfferTask: Hashable, Sendable {
    /// Remind the customer, once, for the reminder of this instant and all before it.
    case remind(Timestamp)
    /// Report the grant as expired.
    case expire
}
