import GiftModel

/// A dimension of a scale beyond recency, frequency and monetary value, and where its values come from.
struct FurtherDimension: Hashable, Sendable {
    let scale: DimensionScale
    let source: Source

    /// Where the value of a customer comes from.
    enum Source: Hashable, Sendable {
        case purchases
        case engagement
        case points
        /// The label of the dimension's name.
        case label(HostFactSeries.ID)
    }

    init(_ scale: DimensionScale) {
        self.scale = scale
        self.source =
            switch scale.dimension {
            case .averageOrderValue: .purchases
            case .engagement: .engagement
            case .points: .points
            default: .label(HostFactSeries.ID(stringLiteral: scale.dimension.name.text))
            }
    }
}

extension FurtherDimension {
    /// Returns the value of a customer, or `nil` when it is not known.
    func value(of history: CustomerHistory, in profile: CustomerProfile, spend: SpendBasis) -> Int64? {
        switch source {
        case .purchases: return profile.purchases?.value(on: scale.dimension, spend: spend)
        case .engagement: return (profile.engagement?.score).map(Int64.init)
        case .points: return history.pointsEarned?.sum(through: profile.asOf)
        case .label(let id):
            guard case .number(let number)? = series(id, of: history)?.value(on: profile.asOf) else { return nil }
            return number
        }
    }

    /// The first later day on which the value of a label may be another.
    func end(of history: CustomerHistory, after day: CalendarDate) -> CalendarDate? {
        guard case .label(let id) = source else { return nil }
        return series(id, of: history)?.nextBoundary(after: day)
    }

    private func series(_ id: HostFactSeries.ID, of history: CustomerHistory) -> HostFactSeries? {
        history.labels?.series.first { $0.id == id }
    }
}

extension HostFactSeries {
    /// The first later day on which a fact begins or ends.
    func nextBoundary(after day: CalendarDate) -> CalendarDate? {
        facts.flatMap { [$0.from, $0.until] }.filter { $0 > day }.min()
    }
}
