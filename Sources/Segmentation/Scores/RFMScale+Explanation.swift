public import GiftModel

extension RFMScale {
    /// Returns why a customer with these `figures` scores as it does: recency, frequency, monetary value.
    public func reasons(for figures: PurchaseFigures) -> [Reason] {
        let scores = scores(of: figures)
        let days = recency.range(ofScore: scores.recency) ?? (nil, nil)
        return [
            Self.reason(
                ScoreName.recency,
                score: scores.recency,
                value: .days(Int64(figures.daysSinceLastPurchase)),
                // The sign turns round, and with it the bounds.
                least: days.greatest.map { .days(-$0) },
                greatest: days.least.map { .days(-$0) }
            ),
            Self.reason(
                ScoreName.frequency,
                score: scores.frequency,
                value: .days(figures.purchaseDays),
                in: frequency.range(ofScore: scores.frequency) ?? (nil, nil)
            ) { .days($0) },
            Self.reason(
                ScoreName.monetary,
                score: scores.monetary,
                value: .money(figures.spend(spend)),
                in: monetary.range(ofScore: scores.monetary) ?? (nil, nil)
            ) { .money(Money(minorUnits: $0, in: currency)) },
        ]
    }

    private static func reason(
        _ dimension: LocalizedText,
        score: Int,
        value: FactValue,
        in range: (least: Int64?, greatest: Int64?),
        as unit: (Int64) -> FactValue
    ) -> Reason {
        reason(
            dimension,
            score: score,
            value: value,
            least: range.least.map(unit),
            greatest: range.greatest.map(unit)
        )
    }

    private static func reason(
        _ dimension: LocalizedText,
        score: Int,
        value: FactValue,
        least: FactValue?,
        greatest: FactValue?
    ) -> Reason {
        let dimension = Fact("dimension", .name(dimension))
        let score = Fact("score", .number(Int64(score)))
        let value = Fact("value", value)
        return switch (least, greatest) {
        case (let least?, let greatest?):
            Reason(
                ScoreReason.scoreWithin,
                dimension,
                score,
                value,
                Fact("least", least),
                Fact("greatest", greatest)
            )
        case (let least?, nil): Reason(ScoreReason.scoreAtLeast, dimension, score, value, Fact("least", least))
        case (nil, let greatest?):
            Reason(ScoreReason.scoreAtMost, dimension, score, value, Fact("greatest", greatest))
        case (nil, nil): Reason(ScoreReason.scoreAny, dimension, score, value)
        }
    }
}
