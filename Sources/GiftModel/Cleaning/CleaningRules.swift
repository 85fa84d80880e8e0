/// What a host knows of its data, by which a cleaner tells good records from bad ones.
public struct CleaningRules: Sendable {
    /// The currency in which the host counts.
    public var currency: Currency
    /// The clocks that show the times which name no zone.
    public var zone: any ZoneRules
    /// The first day of the data, or `nil` when every past day is possible.
    public var knownFrom: CalendarDate?
    /// The first day after the data, commonly tomorrow.
    public var knownUntil: CalendarDate
    /// What to do about amounts far from all others, or `nil` to take every amount as it is.
    public var outliers: OutlierRule?

    /// Rules for data in `currency` of the days before `knownUntil`.
    public init(
        currency: Currency,
        zone: any ZoneRules,
        knownFrom: CalendarDate? = nil,
        knownUntil: CalendarDate,
        outliers: OutlierRule? = nil
    ) {
        self.currency = currency
        self.zone = zone
        self.knownFrom = knownFrom
        self.knownUntil = knownUntil
        self.outliers = outliers
    }
}
