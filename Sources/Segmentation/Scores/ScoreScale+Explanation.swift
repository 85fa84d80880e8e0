public import GiftModel

extension ScoreScale {
    /// Returns why a customer with these `figures` scores as it does: recency, frequency, monetary value.
    public func reasons(for figures: PurchaseFigures) -> [Reason] {
        [recency, frequency, monetary]
            .compactMap { scale in
                figures.value(on: scale.dimension, spend: spend).map { scale.reason(for: $0, in: currency) }
            }
    }

    /// Returns why `value` scores as it does on `dimension`, or `nil` when that is not scored.
    ///
    /// - Complexity: O(*n*) in the number of further dimensions.
    public func reason(for value: Int64, on dimension: ScoreDimension) -> Reason? {
        self[dimension]?.reason(for: value, in: currency)
    }
}

extension DimensionScale {
    /// Returns how many customers had `score` or a higher one when the scale was made, or `nil` when there were none.
    ///
    /// - Complexity: O(*n*) in the number of scores.
    public func share(ofScore score: Int) -> Reason? {
        let all = distribution.customers
        guard all > 0 else { return nil }
        return Reason(
            ScoreReason.scoreShare,
            Fact("dimension", .name(dimension.title)),
            Fact("score", .number(Int64(score))),
            Fact("customers", .number(distribution.customers(atLeast: score))),
            Fact("all", .number(all))
        )
    }

    fileprivate func reason(for value: Int64, in currency: Currency) -> Reason {
        let score = cutPoints.score(of: value)
        let range = cutPoints.range(ofScore: score) ?? (nil, nil)
        let bounds = (range.least, range.greatest)
        // Recency counts days below zero: the sign turns round in words, and with it the bounds.
        let (least, greatest) = dimension == .recency ? (bounds.1, bounds.0) : bounds
        let facts = (
            Fact("dimension", .name(dimension.title)),
            Fact("score", .number(Int64(score))),
            Fact("value", dimension.fact(value, in: currency))
        )
        func bound(_ name: String, _ value: Int64) -> Fact { Fact(name, dimension.fact(value, in: currency)) }
        return switch (least, greatest) {
        case (let least?, let greatest?) where least == greatest:
            Reason(ScoreReason.scoreExactly, facts.0, facts.1, facts.2)
        case (let least?, let greatest?):
            Reason(
                ScoreReason.scoreWithin,
                facts.0,
                facts.1,
                facts.2,
                bound("least", least),
                bound("greatest", greatest)
            )
        case (let least?, nil):
            Reason(ScoreReason.scoreAtLeast, facts.0, facts.1, facts.2, bound("least", least))
        case (nil, let greatest?):
            Reason(ScoreReason.scoreAtMost, facts.0, facts.1, facts.2, bound("greatest", greatest))
        case (nil, nil): Reason(ScoreReason.scoreAny, facts.0, facts.1, facts.2)
        }
    }
}
