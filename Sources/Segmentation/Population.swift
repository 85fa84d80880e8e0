public import GiftModel

/// What is learned from all customers together and then frozen, so that each can be judged alone.
///
/// - Wire format: an object with `"v":1`; a reader refuses any other version.
public struct Population: Hashable, Sendable {
    /// The day as of which it was learned.
    public let asOf: CalendarDate
    /// The scale of scores, or `nil` when nobody had bought.
    public let scale: ScoreScale?
    /// The cuts between high and low in value and in interaction, where they were learned.
    public var quadrants: QuadrantCuts?
    /// The model that tells who has left, where there is one.
    public var model: ModifiedBetaGeometricModel?

    /// What these `counts` of customers teach.
    ///
    /// - Complexity: O(*n*) in the number of different values.
    public init(from counts: ScoreCounts) {
        self.asOf = counts.asOf
        self.scale = ScoreScale(from: counts)
    }

    /// Returns what `summaries` teach as of `day`; customers who have not bought by then teach nothing.
    ///
    /// For customers in parts, count each part in ``ScoreCounts`` and merge these.
    ///
    /// - Parameter spend: Which money counts as monetary value.
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)`` unless all summaries are in one currency.
    /// - Complexity: O(*n* log *n*) in the number of customers; the order of `summaries` does not matter.
    public static func learn(
        from summaries: some Sequence<PurchaseSummary>,
        asOf day: CalendarDate,
        spend: SpendBasis
    ) throws(PurchaseSummaryError) -> Population {
        let figures = summaries.compactMap { $0.figures(asOf: day) }
        guard let currency = figures.first?.sales.currency else { return Population(ofNobodyAsOf: day) }
        var counts = ScoreCounts(by: .usual(spend: spend), asOf: day, in: currency)
        try counts.add(figures)
        return Population(from: counts)
    }

    /// How many customers had bought by then.
    ///
    /// - Complexity: O(*n*) in the number of levels.
    public var customers: Int64 { scale?.customers ?? 0 }

    private init(ofNobodyAsOf day: CalendarDate) {
        self.asOf = day
        self.scale = nil
    }
}

extension Population: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case asOf = "asOf"
        case customers = "customers"
        case scale = "scale"
        case quadrants = "quadrants"
        case model = "model"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a population", forKey: .formatVersion)
        self.asOf = try container.decode(CalendarDate.self, forKey: .asOf)
        self.scale = try container.decodeIfPresent(ScoreScale.self, forKey: .scale)
        guard scale.map({ $0.asOf == asOf }) ?? true else {
            throw DecodingError.dataCorruptedError(
                forKey: .scale,
                in: container,
                debugDescription: "the scale is of another day than the population"
            )
        }
        let stored = try container.decode(Int64.self, forKey: .customers)
        guard stored == customers else {
            throw DecodingError.dataCorruptedError(
                forKey: .customers,
                in: container,
                debugDescription: "`\(stored)` customers beside a scale made from `\(customers)`"
            )
        }
        self.quadrants = try container.decodeIfPresent(QuadrantCuts.self, forKey: .quadrants)
        self.model = try container.decodeIfPresent(ModifiedBetaGeometricModel.self, forKey: .model)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(asOf, forKey: .asOf)
        try container.encode(customers, forKey: .customers)
        try container.encodeIfPresent(scale, forKey: .scale)
        try container.encodeIfPresent(quadrants, forKey: .quadrants)
        try container.encodeIfPresent(model, forKey: .model)
    }
}
