import GiftModel
import Segmentation

/// One customer at one instant under one policy: what every question of the policy is answered from.
struct CustomerCase {
    let facts: CustomerFacts
    let circumstances: Circumstances
    let clock: LocalClock
    let defaults: PolicyDefaults
    let ladder: TierLadder
    /// When the customer is left in peace.
    let quiet: CustomerQuiet

    /// Why nothing can be asked about a customer.
    enum Obstacle: Error {
        /// The customer's zone, or the rules of it, are not known.
        case zoneUnknown
        /// The facts stand as of another day than the customer's.
        case factsOfAnotherDay(today: CalendarDate)
    }

    /// The case of the customer of `facts` under `document`.
    ///
    /// The customer's zone comes before that of the policy's defaults.
    init(
        _ facts: CustomerFacts,
        under circumstances: Circumstances,
        by document: PolicyDocument
    ) throws(Obstacle) {
        guard let id = facts.record?.zone ?? document.defaults.zone, let zone = circumstances.zones[id],
            let clock = LocalClock(at: circumstances.now, in: zone)
        else { throw .zoneUnknown }
        guard clock.today == facts.profile.asOf else { throw .factsOfAnotherDay(today: clock.today) }
        self.facts = facts
        self.circumstances = circumstances
        self.clock = clock
        self.defaults = document.defaults
        self.ladder = document.tiers
        self.quiet = CustomerQuiet(
            document.quietTimes,
            wish: facts.record?.contact?.quietHours,
            for: clock,
            policyZone: document.defaults.zone.flatMap { circumstances.zones[$0] }
        )
    }
}

extension CustomerCase {
    var today: CalendarDate { clock.today }
    var now: Timestamp { clock.now.instant }
    var profile: CustomerProfile { facts.profile }
}
