public import GiftModel

/// A gift as it counts under limits.
public struct LimitEntry: Hashable, Sendable {
    /// The grant, or `nil` for what a run gives and has not recorded yet.
    public let grant: GiftGrant.ID?
    /// What it counts for, for whom and on which day.
    public let amount: DatedAmount

    /// What `amount` counts for, given by `grant`.
    public init(_ amount: DatedAmount, by grant: GiftGrant.ID? = nil) {
        self.grant = grant
        self.amount = amount
    }

    /// What `grant` counts for, or `nil` when it was called off or never planned.
    public init?(_ grant: GiftGrant) {
        guard let amount = DatedAmount(grant) else { return nil }
        self.init(amount, by: grant.id)
    }
}

/// Which gifts to one recipient fall under a limit in one stretch of its time, and what they come to.
///
/// It is what an auditor asks for, and what the limit itself looks at.
public struct LimitRegister: Hashable, Sendable {
    /// The guard whose limit it is.
    public let source: Guard.ID
    /// The first day of the stretch.
    public let from: CalendarDate
    /// The last day of the stretch.
    public let through: CalendarDate
    /// The gifts that count, by day, then by the bytes of their names; one without a name comes first.
    public let entries: [LimitEntry]
    /// What they come to in the currency of the limit, begun minor units as whole ones; `nil` when the limit has no
    /// amount, and when a rate is missing or too old.
    public let amount: Money?
    /// The same as an exact number of minor units, where that fits in 64 bits.
    public let exactMinorUnits: Ratio?
    let measure: LimitMeasure?

    /// What falls from `range` on under the `total` of `limit`.
    init(
        of source: Guard.ID,
        _ limit: GiftLimit,
        _ total: GiftLimit.Total,
        in range: ClosedRange<CalendarDate>,
        among entries: [LimitEntry],
        at rates: RateBook
    ) {
        let counted = entries.filter {
            range.contains($0.amount.day) && !(limit.allowsZeroCost && $0.amount.amount.minorUnits == 0)
        }
        self.source = source
        self.from = range.lowerBound
        self.through = range.upperBound
        self.entries = counted.sorted {
            if $0.amount.day != $1.amount.day { return $0.amount.day < $1.amount.day }
            guard let right = $1.grant else { return false }
            return $0.grant.map { $0 < right } ?? true
        }
        self.measure = total.amount.map { rates.measure(counted.map(\.amount.amount), in: $0.currency) }
        if let currency = total.amount?.currency, case .worth(let minorUnits, let exact, _) = measure {
            self.amount = Money(minorUnits: minorUnits, in: currency)
            self.exactMinorUnits = exact
        } else {
            self.amount = nil
            self.exactMinorUnits = nil
        }
    }

    /// How many gifts count.
    public var count: Int64 { Int64(entries.count) }
}
