public import GiftModel

/// What is learned from all customers together and then frozen, so that each can be judged alone.
///
/// - Wire format: an object with `"v":1`; a reader refuses any other version.
public struct Population: Hashable, Sendable {
    /// The day as of which it was learned.
    public let asOf: CalendarDate
    /// How many customers had bought by then.
    public let customers: Int64
    /// The scale of scores, or `nil` when nobody had bought.
    public let scale: ScoreScale?

    /// Returns what `summaries` teach as of `day`; customers who have not bought by then teach nothing.
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
        return Population(
            asOf: day,
            customers: Int64(figures.count),
            scale: try ScoreScale(dividing: figures, spend: spend)
        )
    }
}

extension Population: Codable {
    private enum CodingKeys: String, CodingKey {
        case formatVersion = "v"
        case asOf = "asOf"
        case customers = "customers"
        case scale = "scale"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "a population", forKey: .formatVersion)
        self.asOf = try container.decode(CalendarDate.self, forKey: .asOf)
        self.customers = try container.decode(Int64.self, forKey: .customers)
        guard customers >= 0 else {
            throw DecodingError.dataCorruptedError(
                forKey: .customers,
                in: container,
                debugDescription: "`\(customers)` customers are below zero"
            )
        }
        self.scale = try container.decodeIfPresent(ScoreScale.self, forKey: .scale)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(asOf, forKey: .asOf)
        try container.encode(customers, forKey: .customers)
        try container.encodeIfPresent(scale, forKey: .scale)
    }
}
