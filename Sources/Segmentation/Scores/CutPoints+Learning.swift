import GiftNumerics

extension CutPoints {
    /// Cut points that divide the customers of `counts` into `levels` parts by `rule`, or `nil` when there are none.
    ///
    /// - Parameter levels: How many scores there are to be, at least two; ``CutRule/qcut`` may come to fewer.
    /// - Complexity: O(*n* + levels · log *n*) in the number of values.
    public init?(dividing counts: ValueCounts, into levels: Int, by rule: CutRule = .typeOne) {
        precondition(levels > 1, "a score needs at least two levels")
        guard let sample = counts.sample else { return nil }
        let values =
            switch rule {
            case .typeOne: sample.typeOneCuts(levels: levels)
            // At least a number is above the one before it.
            case .typeOneAtLeast: sample.typeOneCuts(levels: levels).map { max($0, .min + 1) - 1 }
            case .typeSeven: sample.typeSevenCuts(levels: levels)
            case .midrank: sample.midrankCuts(levels: levels)
            case .qcut: sample.distinctTypeSevenCuts(levels: levels)
            }
        self.init(values)
    }

    /// Cut points that divide `sample`, one value for each customer, into `levels` parts by `rule`, or `nil` for an
    /// empty sample.
    ///
    /// - Parameter levels: How many scores there are to be, at least two; ``CutRule/qcut`` may come to fewer.
    /// - Complexity: O(*n* log *n*).
    public init?(dividing sample: [Int64], into levels: Int, by rule: CutRule = .typeOne) {
        self.init(dividing: ValueCounts(of: sample), into: levels, by: rule)
    }

    /// Returns how many of the customers of `counts` have each score.
    ///
    /// - Complexity: O(*n* + levels) in the number of values.
    public func distribution(of counts: ValueCounts) -> ScoreDistribution {
        var (customers, index) = ([Int64](repeating: 0, count: levels), 0)
        // Values ascend, and scores with them.
        for value in counts.values {
            while index < values.count, value.value > values[index] { index += 1 }
            customers[index] = customers[index].saturatingSum(value.customers)
        }
        guard let distribution = ScoreDistribution(customers) else { preconditionFailure("counts are not below zero") }
        return distribution
    }
}
