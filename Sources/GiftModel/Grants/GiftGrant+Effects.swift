extension GiftGrant {
    /// Whether the grant still stands: it was planned, and neither rejected, declined, expired nor cancelled.
    ///
    /// Only grants that stand count against frequency caps.
    public var stands: Bool {
        switch state {
        case nil, .rejected?, .declined?, .expired?, .cancelled?: false
        default: true
        }
    }

    /// How many gifts the grant takes out of stock: one from reservation on, until it is called off or restocked.
    public var stockTaken: Int64 { step(to: .reserved) != nil && stands && state != .restocked ? 1 : 0 }

    /// What the budget holds for the grant: its expected cost while it stands and has not left, `nil` before it was
    /// planned.
    public var held: Money? {
        guard let cost = terms?.cost else { return nil }
        return stands && step(to: .dispatched) == nil ? cost.expected : .zero(in: cost.currency)
    }

    /// What the grant has cost so far; `nil` before it was planned.
    ///
    /// The goods and their sending count from dispatch on; goods that were restocked cost nothing; a return adds its
    /// handling.
    public var settled: Money? {
        guard let cost = terms?.cost else { return nil }
        guard step(to: .dispatched) != nil else { return .zero(in: cost.currency) }
        let goods = state == .restocked ? 0 : cost.goods
        let handling = step(to: .returned) == nil ? 0 : cost.returnHandling
        return Money(minorUnits: goods + cost.sending.minorUnits + handling, in: cost.currency)
    }
}
