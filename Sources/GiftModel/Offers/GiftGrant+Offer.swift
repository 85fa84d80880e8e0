extension GiftGrant {
    /// What is given: as planned, or what the customer chose instead; `nil` before anything was planned.
    ///
    /// - Complexity: O(*n*) in the number of entries.
    public var choice: GiftChoice? {
        guard let terms else { return nil }
        let exchanged = entries.last { if case .exchanged = $0.change { true } else { false } }
        guard case .exchanged(let gift, _)? = exchanged?.change, gift != terms.gift else { return terms.choice }
        return terms.offer?.alternatives.first { $0.gift == gift }
    }

    /// Whether something still has to happen before the gift can be claimed.
    ///
    /// - Complexity: O(*n*) in the number of entries.
    public var isLocked: Bool { terms?.offer?.lock != nil && unlockedAt == nil }

    /// When what had to happen happened.
    var unlockedAt: Timestamp? {
        entries.lazy.compactMap { if case .unlocked(let instant) = $0.change { instant } else { nil } }.first
    }

    /// Returns what is to be done about the offer at `now`, or `nil` when nothing is.
    ///
    /// Of several reminders that have come due only the last is sent. Whether the customer may be reminded at all is
    /// for consent and caps to say. A gift that was offered without terms waits for ever.
    ///
    /// - Complexity: O(*n*) in the number of entries.
    public func offerTask(at now: Timestamp) -> OfferTask? {
        guard state == .offered, let offer = terms?.offer else { return nil }
        if now >= offer.claimBy { return .expire }
        guard let due = offer.reminders.last(where: { $0 <= now }) else { return nil }
        return reminded.map { $0 < due } ?? true ? .remind(due) : nil
    }

    /// The reminder that was sent last.
    var reminded: Timestamp? {
        entries.reduce(nil) { last, entry in if case .reminded(let reminder) = entry.change { reminder } else { last } }
    }
}
