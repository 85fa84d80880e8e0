/// How many marked ones are among those drawn from a lot without putting them back.
///
/// - Source: the probabilities as C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000), has
///   them, <https://www.r-project.org/doc/reports/CLoader-dbinom-2002.pdf>.
package struct HypergeometricDistribution {
    private let marked: Double
    private let unmarked: Double
    private let drawn: Double

    /// The distribution of `drawn` out of a lot of `marked` and `unmarked` ones; none is below zero.
    package init(drawing drawn: Int64, from marked: Int64, and unmarked: Int64) {
        precondition(marked >= 0 && unmarked >= 0 && drawn >= 0, "a number of things is not below zero")
        precondition(drawn - marked <= unmarked, "no more are drawn than there are")
        self.marked = Double(marked)
        self.unmarked = Double(unmarked)
        self.drawn = Double(drawn)
    }

    /// Returns the probability of a count no likelier than `count`, which is Fisher's two-sided exact test.
    ///
    /// Counts whose probabilities differ by less than a ten-millionth count as equally likely, as everywhere.
    ///
    /// - Parameter count: One that can be drawn.
    /// - Complexity: O(√*n*) in the number drawn.
    /// - Source: <https://en.wikipedia.org/wiki/Fisher%27s_exact_test>.
    package func bothTails(around count: Int64) -> Double {
        let (lowest, highest) = (max(0, drawn - unmarked), min(drawn, marked))
        let count = Double(count)
        precondition(lowest <= count && count <= highest, "so many can be drawn")
        let mode = max(lowest, ((drawn + 1) * (marked + 1) / (marked + unmarked + 2)).rounded(.down))
        let limit = logarithm(of: count) + 1e-7
        guard logarithm(of: mode) > limit else { return 1 }
        let isBelow = count < mode
        guard let other = nearest(to: mode, through: isBelow ? highest : lowest, atMost: limit) else {
            return sum(from: count, through: isBelow ? lowest : highest)
        }
        return sum(from: count, through: isBelow ? lowest : highest)
            + sum(from: other, through: isBelow ? highest : lowest)
    }

    /// The count on the way from `mode` to `end`, nearest to `mode`, whose probability is within `limit`.
    private func nearest(to mode: Double, through end: Double, atMost limit: Double) -> Double? {
        guard logarithm(of: end) <= limit else { return nil }
        var (likely, unlikely) = (mode, end)
        while (likely - unlikely).magnitude > 1 {
            let middle = ((likely + unlikely) / 2).rounded(.down)
            if logarithm(of: middle) <= limit { unlikely = middle } else { likely = middle }
        }
        return unlikely
    }

    /// The probabilities from `start` outward, as far as they add anything.
    private func sum(from start: Double, through end: Double) -> Double {
        var (count, term) = (start, Elementary.exponential(logarithm(of: start)))
        var sum = term
        while count != end, term > sum * 0x1p-56 {
            if end > start {
                term *= (marked - count) * (drawn - count) / ((count + 1) * (unmarked - drawn + count + 1))
                count += 1
            } else {
                term *= count * (unmarked - drawn + count) / ((marked - count + 1) * (drawn - count + 1))
                count -= 1
            }
            sum += term
        }
        return sum
    }

    /// The logarithm of the probability of `count`.
    private func logarithm(of count: Double) -> Double {
        let all = marked + unmarked
        let (share, rest) = (drawn / all, (all - drawn) / all)
        guard share > 0, rest > 0 else { return 0 }
        return Self.binomial(count, of: marked, share, rest)
            + Self.binomial(drawn - count, of: unmarked, share, rest) - Self.binomial(drawn, of: all, share, rest)
    }

    /// The logarithm of the probability that `count` of `all` are hit, each with the probability `share`.
    private static func binomial(_ count: Double, of all: Double, _ share: Double, _ rest: Double) -> Double {
        guard count > 0 else { return all * logarithm(rest, orOneLess: share) }
        guard count < all else { return all * logarithm(share, orOneLess: rest) }
        return GammaFunction.excess(of: all) - GammaFunction.excess(of: count) - GammaFunction.excess(of: all - count)
            - Deviance.of(count, from: all * share) - Deviance.of(all - count, from: all * rest)
            - Elementary.logarithm(2 * Double.pi * count * ((all - count) / all)) / 2
    }

    private static func logarithm(_ share: Double, orOneLess rest: Double) -> Double {
        rest < 0.5 ? Elementary.logarithm(onePlus: -rest) : Elementary.logarithm(share)
    }
}
