public import GiftModel

/// Whether there is a gift that costs as little and as much as a rule, a limit or both ask.
public struct PriceCheck: Hashable, Sendable {
    /// Whom the gift is for, such as a kind of recipient.
    public let recipients: LocalizedText
    /// The least cost, or `nil` when any is enough.
    public let lowest: Money?
    /// The greatest cost, or `nil` when there is no limit.
    public let highest: Money?

    /// Whether there is a gift for `recipients` in this range; of several limits the lowest is to be told.
    public init(for recipients: LocalizedText, from lowest: Money? = nil, through highest: Money? = nil) {
        self.recipients = recipients
        self.lowest = lowest
        self.highest = highest
    }

    /// Returns that none of these `costs` lies in the range, or `nil` when one does.
    ///
    /// A cost in another currency than an end of the range lies outside of it, for it cannot be compared.
    ///
    /// - Complexity: O(*n*) in the costs.
    public func finding(among costs: [Money], at path: String) -> PolicyFinding? {
        func fits(_ cost: Money) -> Bool {
            (lowest.map { $0.currency == cost.currency && $0.minorUnits <= cost.minorUnits } ?? true)
                && (highest.map { $0.currency == cost.currency && cost.minorUnits <= $0.minorUnits } ?? true)
        }
        guard !costs.contains(where: fits) else { return nil }
        let currency = (highest ?? lowest)?.currency
        let cheapest = costs.filter { $0.currency == currency }.min { $0.minorUnits < $1.minorUnits }
        return PolicyFinding(
            at: path,
            .noGiftFits(recipients, cheapest: cheapest, from: lowest, through: highest)
        )
    }
}
