public import GiftModel

/// How much of each measure that tiers ask for: counted so far, or still missing.
///
/// - Wire format: `{"interactions":3,"orders":4,"points":0,"spend":{…}}`; what is not known is left out.
public struct TierAmounts: Hashable, Sendable {
    /// The money.
    public internal(set) var spend: Money
    /// The orders.
    public internal(set) var orders: Int64
    /// The points earned, or `nil` when nobody knows how many.
    public internal(set) var points: Int64?
    /// The interactions, or `nil` when nobody knows how many.
    public internal(set) var interactions: Int64?

    /// Nothing at all of any measure, all of it known.
    static func none(in currency: Currency) -> TierAmounts {
        TierAmounts(spend: .zero(in: currency), orders: 0, points: 0, interactions: 0)
    }
}

extension TierAmounts {
    /// Returns both together; what is not known of one is not known of the sum, and a sum stays within 64 bits.
    func adding(_ other: TierAmounts) -> TierAmounts {
        TierAmounts(
            spend: Money(minorUnits: spend.minorUnits.heldSum(other.spend.minorUnits), in: spend.currency),
            orders: orders.heldSum(other.orders),
            points: points.flatMap { own in other.points.map { own.heldSum($0) } },
            interactions: interactions.flatMap { own in other.interactions.map { own.heldSum($0) } }
        )
    }

    /// The same amounts below zero.
    var negated: TierAmounts {
        func negative(_ number: Int64) -> Int64 { number == .min ? .max : -number }
        return TierAmounts(
            spend: Money(minorUnits: negative(spend.minorUnits), in: spend.currency),
            orders: negative(orders),
            points: points.map(negative),
            interactions: interactions.map(negative)
        )
    }

    /// The amounts above zero or not known, in words; the money always.
    var words: LocalizedText {
        func words(_ number: Int64?, _ one: String, _ chinese: String) -> LocalizedText? {
            guard let number, number != 0 else { return nil }
            return LocalizedText(english: "\(number) \(one)\(number == 1 ? "" : "s")", chinese: "\(number)\(chinese)")
        }
        let counts = [
            words(orders, "order", "笔订单"), words(points, "point", "积分"), words(interactions, "interaction", "次互动"),
        ]
        let money = LocalizedText(english: spend.description, chinese: spend.description)
        return LocalizedText(listing: [money] + counts.compactMap(\.self))
    }
}

extension Int64 {
    /// The sum, or the end of the range that it would pass.
    fileprivate func heldSum(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}

extension TierAmounts: Codable {
    private enum CodingKeys: String, CodingKey {
        case spend = "spend"
        case orders = "orders"
        case points = "points"
        case interactions = "interactions"
    }
}
