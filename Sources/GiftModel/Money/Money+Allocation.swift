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

        var parts: [Int64] = []
        var remainders: [(remainder: UInt128, index: Int)] = []
        parts.reserveCapacity(weights.count)
        remainders.reserveCapacity(weights.count)
        var leftOver = minorUnits
        let narrow = Int64(exactly: sum)
        for (index, weight) in weights.enumerated() {
            let (product, overflow) = minorUnits.multipliedReportingOverflow(by: weight)
            if let narrow, !overflow {
                // Sixty-four bits divide several times faster, and hold nearly every amount.
                let (quotient, remainder) = product.quotientAndRemainder(dividingBy: narrow)
                parts.append(quotient)
                remainders.append((UInt128(remainder.magnitude), index))
            } else {
                let wide = (Int128(minorUnits) * Int128(weight)).quotientAndRemainder(dividingBy: sum)
                parts.append(Int64(wide.quotient))
                remainders.append((wide.remainder.magnitude, index))
            }
            leftOver -= parts[index]
        }
        if leftOver != 0 {
            remainders.sort { $0.remainder == $1.remainder ? $0.index < $1.index : $0.remainder > $1.remainder }
            for (_, index) in remainders.prefix(Int(abs(leftOver))) { parts[index] += leftOver.signum() }
        }
        return parts.map { Money(minorUnits: $0, in: currency) }
    }
}
