public import GiftModel

/// From which amounts on gifts to recipients whose gifts are registered have to be reported to an authority.
///
/// A gift that is not below the amount for one is reported by itself. Where all gifts of one recipient in a calendar
/// year come to more than the amount for a year, every one of them is, however small. Both amounts change from year to
/// year, and so they are values of the host's.
///
/// ```swift
/// let rule = ReportingThresholds(perGift: Money("13.82 USD")!, perYear: Money("138.13 USD")!)!
/// try rule.reportable(grants.compactMap(DatedAmount.init))
/// ```
///
/// - Source: Open Payments, 42 CFR 403.904(i)(2), <https://www.ecfr.gov/current/title-42/section-403.904>.
public struct ReportingThresholds: Hashable, Sendable {
    /// The least amount of one gift that is reported by itself.
    public let perGift: Money
    /// The largest amount of a year's gifts that are not reported for what they come to together.
    public let perYear: Money

    /// Thresholds as described, or `nil` when they are in two currencies or one is below zero.
    public init?(perGift: Money, perYear: Money) {
        guard perGift.currency == perYear.currency, perGift.minorUnits >= 0, perYear.minorUnits >= 0 else { return nil }
        self.perGift = perGift
        self.perYear = perYear
    }
}

/// A gift that has to be reported, and why.
public struct ReportableGift: Hashable, Sendable {
    /// The gift: to whom, on which day and for how much.
    public let gift: DatedAmount
    /// Whether it is reported by itself.
    public let isLarge: Bool
    /// What all gifts of the recipient in its calendar year come to.
    public let yearTotal: Money
    /// Whether it is reported for what they come to together.
    public let isOfLargeYear: Bool
}

extension ReportingThresholds {
    /// Returns those of `gifts` that have to be reported, by the bytes of the recipient, then by day, then by amount.
    ///
    /// - Throws: `currencyMismatch` when a gift is in another currency than the thresholds, `overflow` when a year's
    ///   gifts leave `Int64`.
    /// - Complexity: O(*n* log *n*).
    public func reportable(_ gifts: some Sequence<DatedAmount>) throws(MoneyError) -> [ReportableGift] {
        let sorted = gifts.sorted {
            ($0.customer, $0.day, $0.amount.minorUnits) < ($1.customer, $1.day, $1.amount.minorUnits)
        }
        var reportable: [ReportableGift] = []
        var rest = sorted[...]
        while let first = rest.first {
            let year = rest.prefix { $0.customer == first.customer && $0.day.year == first.day.year }
            rest = rest.dropFirst(year.count)
            var total = Money.zero(in: perYear.currency)
            for gift in year { total = try total.adding(gift.amount) }
            let isLargeYear = total.minorUnits > perYear.minorUnits
            reportable +=
                year.map { gift in
                    ReportableGift(
                        gift: gift,
                        isLarge: gift.amount.minorUnits >= perGift.minorUnits,
                        yearTotal: total,
                        isOfLargeYear: isLargeYear
                    )
                }
                .filter { $0.isLarge || $0.isOfLargeYear }
        }
        return reportable
    }
}
