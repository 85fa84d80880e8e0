import GiftModel

extension CartTrigger {
    /// Returns whether the occasion has come round in `customer`'s case.
    func outcome(in customer: CustomerCase) -> TriggerOutcome {
        let clock = customer.clock
        let cart = Cart(of: customer.activities)
        guard let touchedAt = cart.touchedAt else {
            return .notDue(Reason(ActivityReason.cartNeverFilled), earliest: nil)
        }
        let touched = clock.fact("touched", touchedAt)
        if let paidAt = cart.paidAt {
            return .notDue(Reason(ActivityReason.cartPaid, touched, clock.fact("paid", paidAt)), earliest: nil)
        }
        guard !cart.isEmpty else { return .notDue(Reason(ActivityReason.cartEmptied, touched), earliest: nil) }
        if let amount {
            let worth = cart.worth(in: amount.currency)
            guard worth.known >= amount.minorUnits else {
                guard worth.missing.isEmpty else {
                    let products = worth.missing.sorted().map { LocalizedText(english: $0.text, chinese: $0.text) }
                    let missing = Fact("products", .name(LocalizedText(listing: products)))
                    return .unknown(Reason(ActivityReason.cartWorthNotKnown, missing, Fact("limit", .money(amount))))
                }
                let short = Int64(clamping: Int128(amount.minorUnits) - Int128(worth.known))
                return .notDue(
                    Reason(
                        ActivityReason.cartTooSmall,
                        Fact("worth", .money(Money(minorUnits: worth.known, in: amount.currency))),
                        Fact("limit", .money(amount)),
                        Fact("missing", .money(Money(minorUnits: short, in: amount.currency)))
                    ),
                    earliest: nil
                )
            }
        }
        let (due, end) = (touchedAt.adding(untouched), withinHours.map { touchedAt.adding(ElapsedTime(hours: $0)) })
        let limit = Fact("limit", .name(untouched.words))
        guard due <= customer.now else {
            let wait = Fact("wait", .name(ElapsedTime(from: customer.now, until: due).words))
            return .notDue(
                Reason(ActivityReason.cartTouchedLately, touched, limit, wait),
                earliest: clock.moment(at: due)
            )
        }
        if let end, end <= customer.now {
            let reason = Reason(ActivityReason.cartTooOld, touched, clock.fact("deadline", end))
            return .notDue(reason, earliest: nil)
        }
        return .due(
            term: Identifier(stringLiteral: "cart/\(touchedAt.milliseconds)"),
            until: end,
            reason: Reason(ActivityReason.cartLeft, touched, limit)
        )
    }
}
