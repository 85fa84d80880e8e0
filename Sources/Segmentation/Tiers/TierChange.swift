public import GiftModel

/// One change of a customer's tier, or of what keeps it.
///
/// - Wire format: `{"after":{…},"counted":{…},"from":"silver","on":"2026-10-01","reason":"tierUpgraded","to":"gold"}`,
///   with `cause` where it was made by hand. `after` is for the library to go on from.
public struct TierChange: Hashable, Sendable {
    /// The day from which it holds.
    public let date: CalendarDate
    /// The tier before.
    public let source: Tier.ID
    /// The tier from then on, which is the same where a tier was kept.
    public let target: Tier.ID
    /// Why.
    public let code: TierReason
    /// What counted.
    public let counted: TierAmounts
    /// The host's code for a change by hand.
    public let cause: Identifier<TierChange>?
    /// What the next change begins with.
    let after: TierState
}

extension TierChange {
    /// Whether the tier is another than before.
    public var isMove: Bool { source != target }

    /// What was taken into the new period from the one before it: the excess, or below zero what made a shortfall good.
    public var carried: TierAmounts? { after.carried }

    /// The last day on which a shortfall can be made good, when one can.
    public var graceThrough: CalendarDate? { after.grace?.through }

    /// Returns why the tier changed, with the names that tiers have on `ladder`.
    ///
    /// - Complexity: O(*r*) for *r* rungs.
    public func reason(on ladder: TierLadder) -> Reason {
        func name(_ id: Tier.ID) -> FactValue {
            ladder.height(of: id).map { .name(ladder.tier(at: $0).name) } ?? .code(id.text)
        }
        let (from, to) = (Fact("from", name(source)), Fact("to", name(target)))
        let counted = Fact("counted", .name(counted.words))
        if let cause { return Reason(code, from, to, Fact("cause", .code(cause.text))) }
        if code == .graceBegan, let graceThrough {
            return Reason(code, from, to, counted, Fact("through", .date(graceThrough)))
        }
        return Reason(code, from, to, counted)
    }
}

extension TierChange: Codable {
    private enum CodingKeys: String, CodingKey {
        case date = "on"
        case source = "from"
        case target = "to"
        case code = "reason"
        case counted = "counted"
        case cause = "cause"
        case after = "after"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.date = try container.decode(CalendarDate.self, forKey: .date)
        self.source = try container.decode(Tier.ID.self, forKey: .source)
        self.target = try container.decode(Tier.ID.self, forKey: .target)
        self.code = try container.decode(TierReason.self, forKey: .code)
        self.counted = try container.decode(TierAmounts.self, forKey: .counted)
        self.cause = try container.decodeIfPresent(Identifier<TierChange>.self, forKey: .cause)
        self.after = try container.decode(TierState.self, forKey: .after)
        guard (code == .setByHand) == (cause != nil), code != .graceBegan || after.grace != nil else {
            throw DecodingError.dataCorruptedError(
                forKey: .code,
                in: container,
                debugDescription: "a change by hand has a cause and no other has, and a time of grace has an end"
            )
        }
        guard after.tier == target else {
            throw DecodingError.dataCorruptedError(
                forKey: .after,
                in: container,
                debugDescription: "what comes after a change to `\(target)` stands on `\(after.tier)`"
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(date, forKey: .date)
        try container.encode(source, forKey: .source)
        try container.encode(target, forKey: .target)
        try container.encode(code, forKey: .code)
        try container.encode(counted, forKey: .counted)
        try container.encodeIfPresent(cause, forKey: .cause)
        try container.encode(after, forKey: .after)
    }
}
