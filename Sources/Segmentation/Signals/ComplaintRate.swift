public import GiftModel
import GiftNumerics

/// How many complaints there were for each order in a window.
public struct ComplaintRate: Hashable, Sendable {
    /// How many complaints were made.
    public let complaints: Int64
    /// How many orders were placed, those included that came back or were called off.
    public let orders: Int64

    init(complaints: Int64, orders: Int64) {
        self.complaints = complaints
        self.orders = orders
    }
}

extension ComplaintRate {
    /// Complaints by orders, or `nil` where there were no orders.
    public var ratio: Ratio? { Ratio(complaints, over: orders) }

    /// The rates that the counts allow with a confidence of 95 %, or `nil` where there were no orders.
    ///
    /// Where there were more complaints than orders, each order counts as complained about once.
    ///
    /// - Source: the interval of Wilson (1927),
    ///   <https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval>.
    public var interval: (lower: Double, upper: Double)? {
        guard orders > 0 else { return nil }
        let interval = WilsonInterval(of: min(complaints, orders), among: orders)
        return (interval.lower, interval.upper)
    }
}
