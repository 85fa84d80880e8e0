public import GiftModel

/// The purchase summaries of many customers.
///
/// It is built from activities in any order, and merged from parts in any order, also from parts that overlap, with the
/// same result.
///
/// - Wire format: `{"currency":"EUR","summaries":[…],"v":1}`, by customer ascending.
public struct PurchaseSummaries: Hashable, Sendable {
    /// The currency of every amount.
    public let currency: Currency
    private var summaries: [Customer.ID: PurchaseSummary] = [:]

    /// No summaries yet.
    public init(in currency: Currency) { self.currency = currency }
}

extension PurchaseSummaries {
    /// How many customers there are.
    public var count: Int { summaries.count }

    /// The summaries, by customer ascending.
    ///
    /// - Complexity: O(*n* log *n*).
    public var ordered: [PurchaseSummary] { summaries.values.sorted { $0.customer < $1.customer } }

    /// The summary of `customer`, or `nil` when none of its activities was added.
    public subscript(customer: Customer.ID) -> PurchaseSummary? { summaries[customer] }

    /// Adds one activity to its customer's summary, or refuses it and changes nothing.
    ///
    /// - Throws: ``PurchaseSummaryError``, in the order of its cases.
    public mutating func add(_ activity: Activity, in zone: some ZoneRules) throws(PurchaseSummaryError) {
        let customer = activity.customer
        if let position = summaries.index(forKey: customer) {
            try summaries.values[position].add(activity, in: zone)
        } else {
            var summary = PurchaseSummary(of: customer, in: currency)
            try summary.add(activity, in: zone)
            summaries[customer] = summary
        }
    }

    /// Adds all summaries of `other`, or refuses and changes nothing; what both know counts once.
    ///
    /// - Throws: ``PurchaseSummaryError``, for the first customer that cannot be merged.
    /// - Complexity: O(*n* log *n*) in the customers of `other`.
    public mutating func merge(_ other: PurchaseSummaries) throws(PurchaseSummaryError) {
        guard other.currency == currency else { throw .currencyMismatch(other.currency, expected: currency) }
        var merged: [PurchaseSummary] = []
        for summary in other.ordered {
            guard var own = summaries[summary.customer] else {
                merged.append(summary)
                continue
            }
            try own.merge(summary)
            merged.append(own)
        }
        for summary in merged { summaries[summary.customer] = summary }
    }

    /// Returns the summaries with those of one customer's identities merged into one, under the name that counts.
    ///
    /// The sums over all customers stay what they were, but for who was erased, who is left out, and for an order
    /// that was known under two names, which counts once. Doing it again changes nothing.
    ///
    /// - Throws: ``PurchaseSummaryError/contradiction(_:known:)`` when two names know one order differently, then
    ///   ``PurchaseSummaryError/overflow``, when the sums of one customer leave `Int64`.
    /// - Complexity: O(*n* log *n*) in the customers, times the activities of those that are merged.
    public func joined(by identities: IdentityMap) throws(PurchaseSummaryError) -> PurchaseSummaries {
        var joined = PurchaseSummaries(in: currency)
        for summary in ordered {
            guard case .known(let customer) = identities.identity(of: summary.customer) else { continue }
            let renamed = PurchaseSummary(summary, of: customer)
            guard var whole = joined.summaries[customer] else {
                joined.summaries[customer] = renamed
                continue
            }
            try whole.merge(renamed)
            joined.summaries[customer] = whole
        }
        return joined
    }
}

extension PurchaseSummaries: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case currency = "currency"
        case summaries = "summaries"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "purchase summaries", forKey: .formatVersion)
        self.init(in: try container.decode(Currency.self, forKey: .currency))
        var last: Customer.ID?
        for summary in try container.decode([PurchaseSummary].self, forKey: .summaries) {
            guard summary.currency == currency, last.map({ $0 < summary.customer }) ?? true else {
                throw DecodingError.dataCorruptedError(
                    forKey: .summaries,
                    in: container,
                    debugDescription:
                        "customers ascend, none twice, all in `\(currency)`; `\(summary.customer)` does not"
                )
            }
            summaries[summary.customer] = summary
            last = summary.customer
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(currency, forKey: .currency)
        try container.encode(ordered, forKey: .summaries)
    }
}
