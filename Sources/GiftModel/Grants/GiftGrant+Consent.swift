extension GiftGrant {
    /// Returns what is to be reported in place of the dispatch, or `nil` when consent does not stand in its way.
    ///
    /// This is the check at dispatch: ask it right before a gift leaves, with what is known by then. A gift is called
    /// off when its customer was erased, and when consent to its delivery is not given at that instant. What is not
    /// waiting any more, because it has left or was called off before, is not touched: a gift on its way travels on.
    ///
    /// ```swift
    /// let identity = identities.identity(of: customer)
    /// if let action = grant.cancellation(for: identity, under: consents, at: now) {
    ///     try grant.perform(GrantCommand(action, key: key), at: now)
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - identity: What the host's ``IdentityMap`` says of the customer of this grant.
    ///   - consents: What that customer said; nothing at all is no consent.
    public func cancellation(
        for identity: CustomerIdentity,
        under consents: Consents,
        at now: Timestamp
    ) -> GrantCommand.Action? {
        guard state?.next.contains(.cancelled) == true else { return nil }
        let reason =
            switch identity {
            case .erased: Reason(ConsentReason.customerErased)
            case .known: consents.obstacle(to: [.giftDelivery], at: now)?.reason
            }
        return reason.map { .report(.cancelled, at: now, because: $0) }
    }
}
