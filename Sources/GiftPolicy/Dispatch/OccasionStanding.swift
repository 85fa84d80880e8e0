public import GiftModel

/// Whether what a gift is given for still holds, right before it leaves.
///
/// An upgrade whose order came back whole is over; a birthday goes on being one. ``Decision/standing(of:)`` asks the
/// trigger again, not the choice of the gift, which stays as it was made. The three answers are all there are, so this
/// enum is closed.
public enum OccasionStanding: Hashable, Sendable {
    /// It holds.
    case stands
    /// It does not hold any more, for this reason.
    case over(Reason)
    /// Too little is known to tell, and the gift waits.
    case unknown(Reason)
}
