extension Money {
    /// Splits this amount in proportion to `weights`, losing nothing to rounding.
    ///
    /// The parts always sum to the whole. Minor units left over by the division go, one each, to the largest
    /// remainders, earlier weights first, so the same call gives the same parts everywhere.
    ///
    /// ```swift
    /// try Money("10.00 EUR")!.allocated(by: [1, 1, 1])   // 3.34, 3.33, 3.33 EUR
    /// ```
    ///
    /// - Parameter weights: One weight for each part, zero or more; a zero gets nothing.
    /// - Returns: As many parts as there are weights, in the same order and currency.
    /// - Throws: ``MoneyError/negativeWeight(_:)``, then ``MoneyError/noPositiveWeight``.
    /// - Complexity: O(*n* log *n*) for *n* weights.
    /// - Source: Hamilton's largest-remainder method, <https://en.wikipedia.org/wiki/Quota_method>.
    public func allocated(by weights: [Int64]) throws(MoneyError) -> [Money] {
        var sum = Int128(0)
        for weight in weights {
            guard weight >= 0 else { throw .negativeWeight(weight) }
            sum += Int128(weight)
        }
        guard sum > 0 else { throw .noPositiveWeight }

        var parts: [Money] = []
        var ranks: [UInt128] = []
        parts.reserveCapacity(weights.count)
        ranks.reserveCapacity(weights.count)
        var leftOver = minorUnits
        let narrow = Int64(exactly: sum)
        for (index, weight) in weights.enumerated() {
            let (product, overflow) = minorUnits.multipliedReportingOverflow(by: weight)
            let part: Int64
            let remainder: UInt128
            if let narrow, !overflow {
                // Sixty-four bits divide several times faster, and hold nearly every amount.
                let division = product.quotientAndRemainder(dividingBy: narrow)
                (part, remainder) = (division.quotient, UInt128(division.remainder.magnitude))
            } else {
                let division = (Int128(minorUnits) * Int128(weight)).quotientAndRemainder(dividingBy: sum)
                (part, remainder) = (Int64(division.quotient), division.remainder.magnitude)
            }
            parts.append(Money(minorUnits: part, in: currency))
            // A remainder is below 2^63 times the number of weights, so that both fit: the larger, then the earlier.
            ranks.append(remainder << 32 | UInt128(~UInt32(index)))
            leftOver -= part
        }
        if leftOver != 0 {
            ranks.sort(by: >)
            for rank in ranks.prefix(Int(abs(leftOver))) {
                let index = Int(~UInt32(truncatingIfNeeded: rank))
                parts[index] = Money(minorUnits: parts[index].minorUnits + leftOver.signum(), in: currency)
            }
        }
        return parts
    }
}

extension Money {
    /// Splits this amount in proportion to exact `weights`, such as shares or rates, losing nothing to rounding.
    ///
    /// The ratios are taken as the smallest whole numbers in the same proportion, 1/2 and 1/3 as 3 and 2, and the split
    /// is that of the whole numbers.
    ///
    /// ```swift
    /// try Money("10.00 EUR")!.allocated(byRatios: [Ratio("1/2")!, Ratio("1/3")!])   // 6.00, 4.00 EUR
    /// ```
    ///
    /// - Parameter weights: One weight for each part, zero or more; a zero gets nothing.
    /// - Returns: As many parts as there are weights, in the same order and currency.
    /// - Throws: ``MoneyError/negativeRatio(_:)``, then ``MoneyError/ratiosTooFine`` unless the whole numbers fit in 64
    ///   bits and their common denominator in 128, then ``MoneyError/noPositiveWeight``.
    /// - Complexity: O(*n* log *n*) for *n* weights.
    public func allocated(byRatios weights: [Ratio]) throws(MoneyError) -> [Money] {
        if let negative = weights.first(where: { $0.numerator < 0 }) { throw .negativeRatio(negative) }
        guard let wholes = Self.wholeNumbers(inProportionTo: weights) else { throw .ratiosTooFine }
        return try allocated(by: wholes)
    }

    private static func wholeNumbers(inProportionTo ratios: [Ratio]) -> [Int64]? {
        var denominator = Int128(1)
        for ratio in ratios {
            let factor = Int128(ratio.denominator) / commonDivisor(of: denominator, and: Int128(ratio.denominator))
            let (product, overflow) = denominator.multipliedReportingOverflow(by: factor)
            guard !overflow else { return nil }
            denominator = product
        }
        var wholes: [Int128] = []
        for ratio in ratios {
            let factor = denominator / Int128(ratio.denominator)
            let (whole, overflow) = Int128(ratio.numerator).multipliedReportingOverflow(by: factor)
            guard !overflow else { return nil }
            wholes.append(whole)
        }
        let divisor = max(wholes.reduce(0, commonDivisor), 1)
        let reduced = wholes.compactMap { Int64(exactly: $0 / divisor) }
        return reduced.count == wholes.count ? reduced : nil
    }

    private static func commonDivisor(of left: Int128, and right: Int128) -> Int128 {
        var (larger, smaller) = (left, right)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }
}
