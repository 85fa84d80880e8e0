import GiftModel
import GiftNumerics

extension ModifiedBetaGeometricModel {
    /// Returns on how many of the next `days` days the customer of these `figures` is expected to buy.
    public func expectedPurchases(of figures: PurchaseFigures, inDays days: Int) -> Double {
        expectedPurchases(
            purchaseDays: Int(figures.purchaseDays),
            lastPurchase: figures.ageAtLastPurchase,
            age: figures.age,
            inDays: days
        )
    }

    /// Returns the same, of whole days after the first purchase.
    func expectedPurchases(purchaseDays: Int, lastPurchase: Int, age: Int, inDays days: Int) -> Double {
        let unit = Double(daysPerUnit)
        return expectedPurchases(
            repeatPurchases: purchaseDays - 1,
            ageAtLastPurchase: Double(lastPurchase) / unit,
            age: Double(age) / unit,
            within: Double(days) / unit
        )
    }

    /// Returns how often a customer is expected to buy within the next `time` units of time.
    ///
    /// It is exact to 12 digits, as far as the reference can tell.
    ///
    /// - Parameter repeatPurchases: On how many days the customer bought, the first not counted.
    /// - Parameter ageAtLastPurchase: How many units of time lay between the first purchase and the last.
    /// - Parameter age: How many units of time have passed since the first purchase.
    /// - Complexity: some ten terms where `time` is shorter than `alpha + age` or nearly nobody leaves; some hundred
    ///   where it is much longer, and where customers hardly differ in their rates.
    /// - Source: the expectation of P. S. Fader, B. G. S. Hardie and K. L. Lee (2005),
    ///   <https://doi.org/10.1287/mksc.1040.0098>, for the modified model: as it is where its terms fall fast, and else
    ///   after Pfaff's transformation (<https://dlmf.nist.gov/15.8.E1>), which leaves no pole at `a` = 1.
    public func expectedPurchases(
        repeatPurchases: Int,
        ageAtLastPurchase: Double,
        age: Double,
        within time: Double
    ) -> Double {
        precondition(time >= 0 && time.isFinite, "the time ahead is a length of time")
        let active = activityProbability(
            repeatPurchases: repeatPurchases,
            ageAtLastPurchase: ageAtLastPurchase,
            age: age
        )
        let (x, elapsed) = (Double(repeatPurchases), alpha + age)
        if let bought = alternatingSeries(x, time / elapsed) { return active * bought }
        let isNear = time / (elapsed + time) <= 0.9 && a <= 10
        return active * ((isNear ? series(x, time, elapsed) : nil) ?? integral(x, time / elapsed))
    }

    /// The expectation for a customer who has not left, by the moments of the probability of leaving.
    ///
    /// No sum is further from the truth than the term after it, wherever the series converges. It is `nil` where its
    /// terms do not fall fast, or cancel out.
    private func alternatingSeries(_ x: Double, _ u: Double) -> Double? {
        let (rate, leavesAndStays) = (r + x, a + b + x + 1)
        guard u <= 0.5 || 16 * (rate + 1) * a * u <= leavesAndStays else { return nil }
        var (term, sum, k) = (rate * u, rate * u, 0.0)
        var size = sum
        while abs(term) > 1e-15 * sum {
            guard k < 60 else { return nil }
            term *= -u * ((rate + 1 + k) * (a + k) / ((2 + k) * (leavesAndStays + k)))
            sum += term
            size += abs(term)
            k += 1
        }
        return size <= 16 * sum ? sum : nil
    }

    /// The same by another hypergeometric series.
    ///
    /// Where rates hardly differ among customers, or nearly nobody leaves, its terms cancel out or overflow: it is
    /// `nil` where more than three digits are lost.
    private func series(_ x: Double, _ time: Double, _ elapsed: Double) -> Double? {
        let z = time / (elapsed + time)
        let c = a + b + x
        // Mathematically `c - (r + x)`; written like this, nothing cancels for a customer who bought often.
        let e = a + b - r
        let length = Elementary.logarithm(onePlus: time / elapsed)
        let h = (1 - a) * length
        let growth = h == 0 ? length : length * Elementary.exponentialMinusOne(h) / h
        var (term, sum, k) = (e * z, e * z, 1.0)
        var size = abs(sum)
        while abs(term) > 1e-18 * abs(sum), k < 2000 {
            term *= (a + k - 1) * (e + k) / ((c + k) * (k + 1)) * z
            sum += term
            size += abs(term)
            k += 1
        }
        let scale = Elementary.exponential(h)
        let result = c * growth - scale * sum
        return result.isFinite && result >= 1e-3 * (c * growth + scale * size) ? result : nil
    }

    /// The same by numeric integration over the probability of leaving, in which every term is positive.
    ///
    /// It runs over the logit of the probability. Where leaving is so rare that the weight hardly falls towards
    /// never, the integrand is constant there, and that end is added in closed form.
    private func integral(_ x: Double, _ u: Double) -> Double {
        let (rate, stays) = (r + x, b + x + 1)
        let center = Elementary.logarithm(a / stays)
        let spread = min(1, (1 / a + 1 / stays).squareRoot())
        let flat = -Elementary.logarithm(max((rate + 1) * u, stays, 1)) - 40
        let low = max(center - 46 / a - 10 * spread, flat)
        let high = max(center + 10 * spread, Elementary.logarithm(Elementary.exponentialMinusOne(46 / stays)))
        func logWeight(_ logit: Double) -> Double {
            -a * Elementary.logarithm(onePlus: Elementary.exponential(-logit))
                - stays * Elementary.logarithm(onePlus: Elementary.exponential(logit))
        }
        let peak = logWeight(center)
        var (mass, sum) = (0.0, 0.0)
        if low == flat {
            mass = Elementary.exponential(a * flat - peak) / a
            sum = mass * rate * u
        }
        let panels = ((high - low) / (2 * spread)).rounded(.up)
        let half = (high - low) / panels / 2
        for panel in 0..<Int(panels) {
            let middle = low + half * Double(2 * panel + 1)
            for (node, weight) in GaussLegendre.sixteen {
                for logit in [middle - half * node, middle + half * node] {
                    let leaving = 1 / (1 + Elementary.exponential(-logit))
                    let part = weight * half * Elementary.exponential(logWeight(logit) - peak)
                    let bought = -Elementary.exponentialMinusOne(-rate * Elementary.logarithm(onePlus: leaving * u))
                    mass += part
                    sum += part * bought / leaving
                }
            }
        }
        return sum / mass
    }
}

/// The positive half of the nodes of a Gauss-Legendre rule, with their weights.
///
/// - Source: <https://dlmf.nist.gov/3.5#v>.
private enum GaussLegendre {
    static let sixteen: [(node: Double, weight: Double)] = [
        (0.09501250983763744, 0.18945061045506850), (0.28160355077925891, 0.18260341504492359),
        (0.45801677765722739, 0.16915651939500254), (0.61787624440264375, 0.14959598881657673),
        (0.75540440835500303, 0.12462897125553387), (0.86563120238783174, 0.09515851168249278),
        (0.94457502307323258, 0.06225352393864789), (0.98940093499164993, 0.02715245941175409),
    ]
}
