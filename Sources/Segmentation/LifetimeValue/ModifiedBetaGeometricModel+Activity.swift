import GiftModel
import GiftNumerics

extension ModifiedBetaGeometricModel {
    /// Returns how likely it is that the customer of these `figures` has not left for good.
    public func activityProbability(of figures: PurchaseFigures) -> Double {
        activityProbability(
            purchaseDays: Int(figures.purchaseDays),
            lastPurchase: figures.firstPurchase.days(until: figures.lastPurchase),
            age: figures.daysSinceFirstPurchase
        )
    }

    /// Returns how likely it is that a customer has not left for good.
    ///
    /// What scores call recency, the time since the last purchase, is another number than `ageAtLastPurchase`.
    ///
    /// - Parameter repeatPurchases: On how many days the customer bought, the first not counted.
    /// - Parameter ageAtLastPurchase: How many units of time lay between the first purchase and the last.
    /// - Parameter age: How many units of time have passed since the first purchase.
    /// - Returns: 0 through 1; the longer the silence, the less.
    public func activityProbability(repeatPurchases: Int, ageAtLastPurchase: Double, age: Double) -> Double {
        precondition(
            repeatPurchases >= 0 && 0 <= ageAtLastPurchase && ageAtLastPurchase <= age && age.isFinite,
            "the last purchase lies between the first and today"
        )
        let x = Double(repeatPurchases)
        let silence = (age - ageAtLastPurchase) / (alpha + ageAtLastPurchase)
        let growth = (r + x) * Elementary.logarithm(onePlus: silence)
        // What would overflow is so improbable that one more is nothing beside it.
        guard growth < 600 else { return Elementary.exponential(-growth - Elementary.logarithm(a / (b + x))) }
        return 1 / (1 + a / (b + x) * Elementary.exponential(growth))
    }

    /// Returns the same, of whole days after the first purchase.
    func activityProbability(purchaseDays: Int, lastPurchase: Int, age: Int) -> Double {
        activityProbability(
            repeatPurchases: purchaseDays - 1,
            ageAtLastPurchase: Double(lastPurchase) / Double(daysPerUnit),
            age: Double(age) / Double(daysPerUnit)
        )
    }

    /// Returns the first age in days, `age` or later, at which the probability lies below `threshold`.
    ///
    /// - Returns: `nil` when it comes later than any calendar.
    func age(activityBelow threshold: Double, purchaseDays: Int, lastPurchase: Int, from age: Int) -> Int? {
        let x = Double(purchaseDays - 1)
        let ageAtLastPurchase = Double(lastPurchase) / Double(daysPerUnit)
        let odds = Elementary.logarithm((1 - threshold) / threshold)
        let growth = (odds - Elementary.logarithm(a) + Elementary.logarithm(b + x)) / (r + x)
        let silence = (alpha + ageAtLastPurchase) * Elementary.exponentialMinusOne(growth)
        let solution = (ageAtLastPurchase + silence) * Double(daysPerUnit)
        guard solution < 4_000_000 else { return nil }
        // The solution is off by its rounding, so the days beside it are asked.
        func isBelow(_ age: Int) -> Bool {
            activityProbability(purchaseDays: purchaseDays, lastPurchase: lastPurchase, age: age) < threshold
        }
        var first = max(age, Int(max(0, solution)))
        while first > age, isBelow(first - 1) { first -= 1 }
        while first < 4_000_000, !isBelow(first) { first += 1 }
        return first < 4_000_000 ? first : nil
    }
}
