extension GiftGrant {
    /// Whether the grant still stands: it was planned, and not called off before all of it left.
    ///
    /// Only grants that stand count against frequency caps.
    public var stands: Bool { ways.contains { $0.stands } }

    /// How many of the gift itself the grant takes out of stock: one from reservation on, until it is called off or
    /// restocked.
    public var stockTaken: Int64 { choice.map { stockTaken(of: $0.gift) } ?? 0 }

    /// Returns how many of `gift`, which may be a part, the grant takes out of stock.
    public func stockTaken(of gift: Gift.ID) -> Int64 {
        portions.first { $0.gift == gift }.map { $0.way.takesStock ? $0.quantity : 0 } ?? 0
    }

    /// What the budget holds for the grant: its expected cost while it stands and has not left, `nil` before it was
    /// planned.
    ///
    /// While the customer may still choose something else, the dearest choice is held, so that no choice can overspend.
    public var held: Money? {
        let held = sum { $0.way.stands && !$0.way.hasLeft ? $0.cost.expected.minorUnits : 0 }
        guard let held, let terms, let offer = terms.offer, stands, step(to: .reserved) == nil else { return held }
        let choices = [terms.choice] + offer.alternatives
        return Money(minorUnits: choices.map(\.cost.expected.minorUnits).max() ?? 0, in: held.currency)
    }

    /// What the grant has cost so far; `nil` before it was planned.
    ///
    /// The goods and their sending count from dispatch on, at their real cost once that is known; goods that were
    /// restocked cost nothing; a return adds its handling.
    public var settled: Money? {
        sum { portion in
            guard portion.way.hasLeft else { return 0 }
            let cost = portion.settlement ?? portion.cost
            let goods = portion.way.last?.state == .restocked ? 0 : cost.goods
            let handling = portion.way.contains { $0.state == .returned } ? cost.returnHandling : 0
            return goods + cost.sending.minorUnits + handling
        }
    }

    /// The gift itself, or a part of it, with what it costs and how far it has come.
    private struct Portion {
        let gift: Gift.ID
        let quantity: Int64
        let cost: LandedCost
        let settlement: LandedCost?
        let way: [GrantStep]
    }

    private var portions: [Portion] {
        guard let choice else { return [] }
        let rest = Portion(
            gift: choice.gift,
            quantity: 1,
            cost: choice.rest,
            settlement: settlement(of: nil),
            way: steps
        )
        return [rest]
            + choice.parts.map { part in
                Portion(
                    gift: part.gift,
                    quantity: part.quantity,
                    cost: part.cost,
                    settlement: settlement(of: part.gift),
                    way: steps(of: part.gift)
                )
            }
    }

    /// Returns the last real cost that became known of the whole without its parts, or of a part.
    func settlement(of part: Gift.ID?) -> LandedCost? {
        for entry in entries.reversed() {
            if case .settled(let settlement) = entry.change, settlement.part == part { return settlement.cost }
        }
        return nil
    }

    /// Returns whether the whole would still cost what 64 bits hold.
    func canBear(_ settlement: GrantSettlement) -> Bool {
        guard let choice else { return false }
        let costs = portions.map { portion in
            let part = portion.gift == choice.gift ? nil : portion.gift
            return part == settlement.part ? settlement.cost : portion.settlement ?? portion.cost
        }
        return costs.dropFirst().reduce(costs[0]) { $0?.adding($1) } != nil
    }

    private func sum(_ minorUnits: (Portion) -> Int64) -> Money? {
        guard let currency = choice?.cost.currency else { return nil }
        // What the parts cost together fits, because the whole does; real costs are held to that when they come in.
        return Money(minorUnits: portions.reduce(0) { $0 + minorUnits($1) }, in: currency)
    }
}

extension [GrantStep] {
    var hasLeft: Bool { contains { $0.state == .dispatched } }

    fileprivate var stands: Bool {
        switch last?.state {
        case nil, .rejected?, .declined?, .expired?, .cancelled?: false
        default: true
        }
    }

    fileprivate var takesStock: Bool {
        contains { $0.state == .reserved } && stands && last?.state != .restocked
    }
}
