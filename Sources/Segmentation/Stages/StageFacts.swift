/// The numbers that rules compare, as of a day; days count from 1970-01-01.
///
/// What no rule had to look at is not worked out and stays below zero.
struct StageFacts: Hashable, Sendable {
    let day: Int32
    let firstPurchase: Int32
    let lastPurchase: Int32
    let purchaseDays: Int32
    /// Twice the median gap between two purchase days, 0 when there are too few gaps.
    let twiceMedianGap: Int32
    var inWindow: Int32 = -1
    var inWindowBefore: Int32 = -1
    var activityProbability: Double = -1
}

extension StageFacts {
    var daysSinceFirstPurchase: Int { Int(day) - Int(firstPurchase) }
    var daysSinceLastPurchase: Int { Int(day) - Int(lastPurchase) }
}
