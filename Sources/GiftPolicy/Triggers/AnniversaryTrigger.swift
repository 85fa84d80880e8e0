public import GiftModel

/// Makes a gift fall due around the day on which a customer has registered, bought or cooperated for so many years.
///
/// The years are counted from the event. What happened on 29 February is remembered by the policy's rule, and where
/// that leaves years out, their anniversaries are left out too. The term names the event and the year, so that a date
/// that is corrected later brings no second gift.
///
/// - Wire format: `{"days":{"from":0,"through":6},"of":"registration","years":[1,5,10]}`; without `years`, every year.
public struct AnniversaryTrigger: Hashable, Sendable {
    /// What is remembered.
    public let event: CustomerEvent
    /// How many years after the event; every year when empty.
    public let years: Set<Int64>
    /// The days around the anniversary.
    public let days: OccasionDays

    /// Due on these days around the anniversaries of `event`, in every year or only after so many `years`.
    public init(of event: CustomerEvent, years: Set<Int64> = [], on days: OccasionDays) {
        self.event = event
        self.years = years
        self.days = days
    }
}

extension AnniversaryTrigger {
    /// Returns the first window that ends after `instant` for who saw the event on `start`, or `nil` when none is left.
    ///
    /// - Complexity: O(*n* log *n*) in the years that are listed.
    public func window(
        since start: CalendarDate,
        endingAfter instant: Timestamp,
        in zone: some ZoneRules,
        leapDay rule: LeapDayRule
    ) -> OccasionWindow? {
        // The lunar calendar is never asked.
        try? series(since: start, leapDay: rule).window(endingAfter: instant, in: zone)
    }

    /// All windows of who saw the event on `start`.
    func series(since start: CalendarDate, leapDay rule: LeapDayRule) -> OccasionSeries {
        OccasionSeries { day throws(LunarError) in
            guard let first = days.firstOccasion(endingOnOrAfter: day) else { return nil }
            let least = max(1, first.year - start.year)
            // No more than eight years lie from one leap year to the next.
            let numbers = years.isEmpty ? Array(least...least + 8) : years.sorted().map { Int(clamping: $0) }
            for number in numbers where number >= least && number < 10_000 {
                guard let day = AnnualDate(start).date(inYear: start.year + number, leapDay: rule), day >= first,
                    let days = days.days(around: day)
                else { continue }
                let term = Identifier<Occurrence>(stringLiteral: "\(event.rawValue)/\(number)")
                return OccasionDates(term: term, day: day, days: days)
            }
            return nil
        }
    }

    /// What makes no sense in this trigger.
    public var faults: [CalendarFault] {
        years.sorted().flatMap { CalendarFault.outOfRange($0, 1...100, "/years") }
            + days.faults.map { $0.under("/days") }
    }

    /// The trigger in words: triggers that mean different days read differently.
    public var sentence: LocalizedText {
        let numbers = years.sorted()
            .map { LocalizedText(english: "\($0)", chinese: "\($0)") }
        let list = LocalizedText(listing: numbers)
        let which =
            years.isEmpty
            ? LocalizedText(english: "every year", chinese: "每年")
            : LocalizedText(english: "after years \(list.english)", chinese: "满\(list.chinese)年")
        return LocalizedText(
            english: "anniversary of the \(event.title.english), \(which.english): \(days.phrase.english)",
            chinese: "\(event.title.chinese)周年（\(which.chinese)）：\(days.phrase.chinese)"
        )
    }
}

extension AnniversaryTrigger: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case event = "of"
        case years = "years"
        case days = "days"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let event = object.read(CustomerEvent.self, .event)
        let years = object.readSet(of: Int64.self, .years)
        let days = object.read(OccasionDays.self, .days)
        guard let event, let years, let days else { throw object.failure }
        self.init(of: event, years: years, on: days)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(event, forKey: .event)
        if !years.isEmpty { try container.encode(years.sorted(), forKey: .years) }
        try container.encode(days, forKey: .days)
    }
}
