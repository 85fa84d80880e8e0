public import GiftModel

/// Makes a gift fall due from some days ahead of a holiday through the holiday itself, once for each time it comes.
///
/// A holiday is a day of the calendar and is not moved into the customer's time: Spring Festival begins where the
/// customer is when the customer's clocks show its day. The term names the holiday and its year; a lunar holiday takes
/// the number of its lunar year, so that New Year's Eve of February 2027 belongs to 2026. Of a listed holiday with
/// several days in a year, the second ends in `-2`.
///
/// - Wire format: `{"id":"christmas","leadDays":14,"rule":{"annual":{"date":"--12-25","leapDay":"skip"}},`
///   `"title":{"en":"Christmas","zh":"圣诞节"}}`, with `observance` where it is moved to a workday and `culture` where it
///   is for those alone who told that they keep it.
public struct HolidayTrigger: Identifiable, Hashable, Sendable {
    /// The name of a holiday, by which its gifts are told from those of others.
    public typealias ID = Identifier<HolidayTrigger>

    /// The name of the holiday.
    public let id: ID
    /// The holiday, with its days and the day on which it is observed.
    public let holiday: Holiday
    /// How many days ahead of the holiday gifts begin to leave.
    public let leadDays: Int64
    /// Those who keep the holiday, or `nil` when it is for everybody.
    public let culture: Culture?

    /// Due from `leadDays` ahead of `holiday` through its observed day, for those of `culture` if that is given.
    public init(_ id: ID, _ holiday: Holiday, leadDays: Int64, for culture: Culture? = nil) {
        self.id = id
        self.holiday = holiday
        self.leadDays = leadDays
        self.culture = culture
    }
}

extension HolidayTrigger {
    /// Returns the first window that ends after `instant`, or `nil` when none is left.
    ///
    /// - Throws: `LunarError`, where the holiday is lunar or a solar term and those are not known so far ahead.
    /// - Complexity: that of the holiday's rule, and of its observance.
    public func window(endingAfter instant: Timestamp, in zone: some ZoneRules) throws(LunarError) -> OccasionWindow? {
        try series.window(endingAfter: instant, in: zone)
    }

    /// All windows of the holiday.
    var series: OccasionSeries {
        OccasionSeries { day throws(LunarError) in
            guard let found = try holiday.nextObserved(onOrAfter: day),
                let first = found.observedDay.adding(days: Int(clamping: -max(leadDays, -.max))),
                first <= found.observedDay
            else { return nil }
            let year = try year(of: found.day)
            // A name may fill an identifier by itself; its hash always leaves room.
            let term =
                Identifier<Occurrence>("\(id)/\(year)") ?? Identifier(stringLiteral: "#\(ContentHash(of: id))/\(year)")
            return OccasionDates(
                term: term,
                day: found.observedDay,
                days: first...found.observedDay,
                isProvisional: isLunar && found.day.isProvisionalInLunarCalendar
            )
        }
    }

    private var isLunar: Bool {
        switch holiday.rule {
        case .lunarFestival, .lunarDate: true
        default: false
        }
    }

    /// The year for which the holiday on `day` counts.
    private func year(of day: CalendarDate) throws(LunarError) -> String {
        switch holiday.rule {
        case .lunarFestival: return "\(try LunarYear(of: day))"
        case .lunarDate(let date, let leapMonth, let shortMonth):
            return try date.occasion(onOrAfter: day, leapMonth: leapMonth, shortMonth: shortMonth).year
        case .listed(let days):
            let earlier = days.count { $0.year == day.year && $0 < day }
            return earlier == 0 ? "\(day.year)" : "\(day.year)-\(earlier + 1)"
        default: return "\(day.year)"
        }
    }

    /// What makes no sense in this trigger.
    public var faults: [CalendarFault] {
        let lead = CalendarFault.outOfRange(leadDays, 0...OccasionDays.furthest, "/leadDays")
        guard case .listed(let days) = holiday.rule, days.isEmpty else { return lead }
        return lead + [CalendarFault(path: "/rule/listed", problem: .noDayListed)]
    }
}
