public import GiftModel

/// How often a customer buys: the usual number of days from one purchase day to the next.
///
/// The median and not the mean, because one long pause says nothing about the rhythm before it.
public struct PurchaseRhythm: Hashable, Sendable {
    /// From how many gaps it was worked out, at least one.
    public let gaps: Int64
    private let twiceMedianGap: Int64

    /// The rhythm of gaps in days, or `nil` when there are none.
    init?(sorting gaps: inout [Int]) {
        guard !gaps.isEmpty else { return nil }
        gaps.sort()
        self.gaps = Int64(gaps.count)
        self.twiceMedianGap = Int64(gaps[(gaps.count - 1) / 2] + gaps[gaps.count / 2])
    }

    /// The median gap in days, one or more; that of an even number of gaps lies halfway between the two in the middle.
    public var medianGap: Ratio {
        guard let median = Ratio(twiceMedianGap, over: 2) else { preconditionFailure("two is above zero") }
        return median
    }
}

extension PurchaseDays {
    /// Returns the rhythm of the purchase days, or `nil` when there are fewer gaps between them than are asked for.
    ///
    /// One purchase day has no gap and never a rhythm, however few are asked for. One gap is a thin basis: whoever
    /// sends gifts by the rhythm asks for three or more.
    ///
    /// - Complexity: O(*n* log *n*) in the number of days.
    public func rhythm(fromAtLeast leastGaps: Int = 1) -> PurchaseRhythm? {
        var gaps: [Int] = []
        gaps.reserveCapacity(days.count)
        var last: CalendarDate?
        for day in days where day.orders > 0 {
            if let last { gaps.append(last.days(until: day.date)) }
            last = day.date
        }
        return gaps.count < leastGaps ? nil : PurchaseRhythm(sorting: &gaps)
    }
}
