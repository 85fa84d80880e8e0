public import GiftModel

/// What makes a gift fall due.
@nonexhaustive
public enum Trigger: Hashable, Sendable {
    /// An anniversary of the customer's is near; once for each event and year.
    case anniversary(AnniversaryTrigger)
    /// The customer's birthday is near; once for each year of the birthday.
    case birthday(BirthdayTrigger)
    // What is in a box is several times as large as any other trigger; without it all would be.
    /// A campaign runs; once in all of it.
    indirect case campaign(CampaignTrigger)
    /// A cart was left unpaid; once for each time it was.
    indirect case cart(CartTrigger)
    /// An outside event concerns the customer; once for each.
    case event(EventTrigger)
    /// The first order was placed at most this many days ago; once in a lifetime.
    case firstOrder(withinDays: Int64)
    /// A holiday is near; once for each time it comes round.
    indirect case holiday(HolidayTrigger)
    /// More than this many days have passed since the last order; once for each such silence.
    ///
    /// Who never bought is undetermined, or, where registration counts, silent since the day of that.
    case inactive(moreThanDays: Int64, countingRegistration: Bool = false)
    /// A moment of the customer's journey has come; once for each.
    indirect case moment(MomentTrigger)
    /// A period has begun; once for each.
    case periodic(PeriodicTrigger)
    /// A complaint was settled some time ago; once for each.
    case recovery(RecoveryTrigger)
    /// The next purchase is due by the customer's own rhythm; once for each silence.
    case rhythm(RhythmTrigger)
    /// Several things were done within a few days; once for each day on which the last was.
    case signal(SignalTrigger)
    /// Spend came to an amount; once for each order or time.
    indirect case spend(SpendTrigger)
    /// This tier was reached at most this many days ago; once for each tier and window of the ladder.
    case tierReached(Tier.ID, withinDays: Int64)
    /// The customer registered a few hours ago; once in a lifetime.
    case welcome(WelcomeTrigger)
}
