public import GiftModel

/// What reaches or keeps a tier: all of what it asks for, counted in the ladder's window.
///
/// A tier that may be reached in several ways has a goal for each. What a goal does not ask for, it leaves open.
///
/// ```swift
/// let goal = TierGoal(spend: Money("2000.00 CNY"), orders: 4)
/// ```
///
/// - Wire format: `{"orders":4,"spend":"2000.00 CNY"}` with any of `interactions`, `orders`, `points` and `spend`, or
///   the bare amount, `"2000.00 CNY"`, where it asks for money alone.
public struct TierGoal: Hashable, Sendable {
    /// The least money, or `nil` when any will do.
    public let spend: Money?
    /// The fewest orders that still stand, or `nil` when any number will do.
    public let orders: Int64?
    /// The fewest points earned, whatever was redeemed since, or `nil` when any number will do.
    public let points: Int64?
    /// The fewest interactions, or `nil` when any number will do.
    public let interactions: Int64?

    /// A goal that asks for all of these; traps unless it asks for something, and for one of it or more.
    public init(spend: Money? = nil, orders: Int64? = nil, points: Int64? = nil, interactions: Int64? = nil) {
        let counts = [orders, points, interactions].compactMap(\.self)
        precondition(spend != nil || !counts.isEmpty, "a goal asks for something")
        precondition(counts.allSatisfy { $0 >= 1 }, "a goal asks for one or more")
        self.spend = spend
        self.orders = orders
        self.points = points
        self.interactions = interactions
    }
}

extension TierGoal {
    /// Returns whether `amounts` meet the goal; what is not known meets it when `unknown` says so.
    func isMet(by amounts: TierAmounts, assuming unknown: Bool = false) -> Bool {
        if let spend, amounts.spend.minorUnits < spend.minorUnits { return false }
        if let orders, amounts.orders < orders { return false }
        if let points, amounts.points.map({ $0 < points }) ?? !unknown { return false }
        if let interactions, amounts.interactions.map({ $0 < interactions }) ?? !unknown { return false }
        return true
    }

    /// Returns whether whatever meets this goal meets `other`.
    func covers(_ other: TierGoal) -> Bool {
        func covers(_ own: Int64?, _ others: Int64?) -> Bool { others.map { (own ?? .min) >= $0 } ?? true }
        return covers(spend?.minorUnits, other.spend?.minorUnits) && covers(orders, other.orders)
            && covers(points, other.points) && covers(interactions, other.interactions)
    }

    /// Returns what is missing to the goal after `amounts`: nothing of what is enough or not asked for.
    func gap(after amounts: TierAmounts) -> TierAmounts {
        func gap(_ goal: Int64?, _ own: Int64) -> Int64 {
            guard let goal, goal > own else { return 0 }
            let (gap, overflow) = goal.subtractingReportingOverflow(own)
            return overflow ? .max : gap
        }
        return TierAmounts(
            spend: Money(minorUnits: gap(spend?.minorUnits, amounts.spend.minorUnits), in: amounts.spend.currency),
            orders: gap(orders, amounts.orders),
            points: points == nil ? 0 : amounts.points.map { gap(points, $0) },
            interactions: interactions == nil ? 0 : amounts.interactions.map { gap(interactions, $0) }
        )
    }

    /// Returns by how much `amounts`, which meet the goal, pass what it asks for.
    func excess(of amounts: TierAmounts) -> TierAmounts {
        func excess(_ goal: Int64?, _ own: Int64?) -> Int64 { goal.map { (own ?? $0) - $0 } ?? 0 }
        return TierAmounts(
            spend: Money(minorUnits: excess(spend?.minorUnits, amounts.spend.minorUnits), in: amounts.spend.currency),
            orders: excess(orders, amounts.orders),
            points: excess(points, amounts.points),
            interactions: excess(interactions, amounts.interactions)
        )
    }
}

extension TierGoal: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case spend = "spend"
        case orders = "orders"
        case points = "points"
        case interactions = "interactions"
    }

    public init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            guard let spend = Money(text) else {
                throw DocumentProblem.unreadable(text: text, expected: "an amount such as `1000.00 GBP`")
                    .error(at: decoder.codingPath)
            }
            self.init(spend: spend)
            return
        }
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let spend = object.readMoneyIfPresent(.spend)
        let orders = object.readIfPresent(in: 1...Int64.max, .orders)
        let points = object.readIfPresent(in: 1...Int64.max, .points)
        let interactions = object.readIfPresent(in: 1...Int64.max, .interactions)
        guard let spend, let orders, let points, let interactions else { throw object.failure }
        guard spend != nil || [orders, points, interactions].contains(where: { $0 != nil }) else {
            throw DocumentProblem.impossible("a goal asks for something").error(at: decoder.codingPath)
        }
        self.init(spend: spend, orders: orders, points: points, interactions: interactions)
    }

    public func encode(to encoder: any Encoder) throws {
        if let spend, self == TierGoal(spend: spend) { return try spend.description.encode(to: encoder) }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(spend?.description, forKey: .spend)
        try container.encodeIfPresent(orders, forKey: .orders)
        try container.encodeIfPresent(points, forKey: .points)
        try container.encodeIfPresent(interactions, forKey: .interactions)
    }
}
