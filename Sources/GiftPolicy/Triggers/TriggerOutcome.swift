import GiftModel

/// What a trigger says about a customer.
enum TriggerOutcome {
    /// The occasion has come round.
    case due(Due)
    /// It has not, but may at `earliest` if nothing else happens.
    case notDue(Reason, earliest: Moment?)
    /// Too little is known to tell, but at `earliest` that may be otherwise if nothing else happens.
    case unknown(Reason, earliest: Moment? = nil)
}

extension TriggerOutcome {
    /// An occasion that has come round.
    struct Due {
        /// What keeps the occasion from being honored twice.
        let term: Identifier<Occurrence>
        /// The instant from which on the occasion is too old, or `nil` when it never is.
        let until: Timestamp?
        /// The first moment at which waiting alone brings another term, or `nil` when it brings none.
        let next: Moment?
        /// Why it has come round.
        let reason: Reason
    }

    static func due(
        term: Identifier<Occurrence>,
        until: Timestamp? = nil,
        next: Moment? = nil,
        reason: Reason
    ) -> TriggerOutcome {
        .due(Due(term: term, until: until, next: next, reason: reason))
    }
}

extension TriggerOutcome.Due {
    /// Returns when waiting for `opening` helps: then, or, where the occasion is over by then, when it comes next.
    func opening(at opening: Moment) -> Moment? { until.map { opening.instant < $0 } ?? true ? opening : next }
}
