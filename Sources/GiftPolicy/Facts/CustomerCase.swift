import GiftModel
import Segmentation

/// One customer at one instant under one policy: what every question of the policy is answered from.
final class CustomerCase: Sendable {
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
    /// The first later moment at which the customer may stand on another tier although nothing happens.
    var tierMayChange: Moment? { facts.attributes.tier?.until.map(clock.start) }

    /// The first later moment at which the customer may stand on a higher tier although nothing happens.
    ///
    /// Where every day is judged by itself, what counts only becomes less, unless more came back on a day than was
    /// bought, or not all is known.
    var tierMayRise: Moment? {
        let cameBack = facts.attributes.purchases?.days.contains { $0.refundsMinorUnits > $0.salesMinorUnits } ?? true
        let isKnown = profile.tier?.isDetermined ?? false
        return isKnown && !cameBack && ladder.rules == TierRules() ? nil : tierMayChange
    }
}
