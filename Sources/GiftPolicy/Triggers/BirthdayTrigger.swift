public import GiftModel

/// Makes a gift fall due around the customer's birthday, once for each year of the birthday.
///
/// The birthday counts by the calendar by which the customer keeps it, and the policy's defaults say what becomes of
/// 29 February, of a leap month and of a thirtieth. A window over the turn of the year belongs to the birthday's
/// year. The term names that year and no date, so that another date in the same year brings no second gift; a
/// birthday that is kept twice in a lunar year has two terms.
///
/// ```swift
/// let week = BirthdayTrigger(on: .around(from: -3, through: 3))
/// try week.window(of: birthday, endingAfter: now, in: shanghai, by: defaults)?.term   // birthday/2026
/// ```
///
/// - Wire format: `{"days":{"from":-3,"through":3}}`.
public struct BirthdayTrigger: Hashable, Sendable {
    /// The days around the birthday.
    public let days: OccasionDays

    /// Due on these days around each birthday.
    public init(on days: OccasionDays) { self.days = days }
}

extension BirthdayTrigger {
    /// Returns the first window that ends after `instant`, or `nil` when it would leave the calendar.
    ///
    /// - Throws: `LunarError`, of a lunar birthday only: `outOfRange` where the lunar calendar is not known, and
    ///   `noneOnOrAfter` where no birthday is left in it.
    /// - Complexity: O(*n*) in the lunar years until then, one or two unless a rule leaves years out.
    public func window(
        of birthday: Birthday,
        endingAfter instant: Timestamp,
        in zone: some ZoneRules,
        by defaults: PolicyDefaults
    ) throws(LunarError) -> OccasionWindow? {
        try series(of: birthday, by: defaults).window(endingAfter: instant, in: zone)
    }

    /// All windows of `birthday`.
    func series(of birthday: Birthday, by defaults: PolicyDefaults) -> OccasionSeries {
        OccasionSeries { day throws(LunarError) in
            guard let first = days.firstOccasion(endingOnOrAfter: day),
                let found = try birthday.occasion(onOrAfter: first, by: defaults),
                let days = days.days(around: found.day)
            else { return nil }
            return OccasionDates(
                term: Identifier(stringLiteral: "birthday/\(found.year)"),
                day: found.day,
                days: days,
                isProvisional: found.isProvisional
            )
        }
    }

    /// What makes no sense in this trigger.
    public var faults: [CalendarFault] { days.faults.map { $0.under("/days") } }

    /// The trigger in words: triggers that mean different days read differently.
    public var sentence: LocalizedText {
        LocalizedText(english: "birthday: \(days.phrase.english)", chinese: "生日：\(days.phrase.chinese)")
    }
}

extension BirthdayTrigger: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case days = "days"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        guard let days = object.read(OccasionDays.self, .days) else { throw object.failure }
        self.init(on: days)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(days, forKey: .days)
    }
}
