public import GiftModel

/// What makes a gift fall due.
@nonexhaustive
public enum Trigger: Hashable, Sendable {
    /// An anniversary of the customer's is near; once for each event and year.
    case anniversary(AnniversaryTrigger)
    /// The customer's birthday is near; once for each year of the birthday.
    case birthday(BirthdayTrigger)
    // The campaign and the holiday are several times as large as any other trigger; without the box all would be.
    /// A campaign runs; once in all of it.
    indirect case campaign(CampaignTrigger)
    /// The first order was placed at most this many days ago; once in a lifetime.
    case firstOrder(withinDays: Int64)
    /// A holiday is near; once for each time it comes round.
    indirect case holiday(HolidayTrigger)
    /// More than this many days have passed since the last order; once for each such silence.
    case inactive(moreThanDays: Int64)
    /// A period has begun; once for each.
    case periodic(PeriodicTrigger)
    /// This tier was reached at most this many days ago; once for each tier and window of the ladder.
    case tierReached(Tier.ID, withinDays: Int64)
}
