public import GiftModel

/// What a policy assumes where nothing else is said, so that no rule has to guess.
///
/// - Wire format: `{"leapDay":"dayBefore","leapMonth":"regular","shortMonth":"lastDay","zone":"Asia/Shanghai"}`;
///   without `zone`, nothing that needs one is done for a customer whose zone is not known.
public struct PolicyDefaults: Hashable, Sendable {
    /// The zone of customers of whom none is known, or `nil` when none may be assumed.
    public let zone: ZoneTable.ID?
    /// On which day an event of 29 February is remembered in other years, and somebody born then grows older.
    public let leapDay: LeapDayRule
    /// When a birthday in a leap month is kept in years without that month.
    public let leapMonth: LeapMonthRule
    /// When a birthday on the thirtieth is kept where the month has 29 days.
    public let shortMonth: ShortMonthRule

    /// Defaults as described.
    public init(
        zone: ZoneTable.ID?,
        leapDay: LeapDayRule,
        leapMonth: LeapMonthRule,
        shortMonth: ShortMonthRule
    ) {
        self.zone = zone
        self.leapDay = leapDay
        self.leapMonth = leapMonth
        self.shortMonth = shortMonth
    }
}

extension PolicyDefaults: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case zone = "zone"
        case leapDay = "leapDay"
        case leapMonth = "leapMonth"
        case shortMonth = "shortMonth"
    }

    public init(from decoder: any Decoder) throws {
        var object = try StrictObject(decoder, keyedBy: CodingKeys.self)
        let zone = object.readIfPresent(ZoneTable.ID.self, .zone)
        let leapDay = object.read(LeapDayRule.self, .leapDay)
        let leapMonth = object.read(LeapMonthRule.self, .leapMonth)
        let shortMonth = object.read(ShortMonthRule.self, .shortMonth)
        guard let zone, let leapDay, let leapMonth, let shortMonth else { throw object.failure }
        self.init(zone: zone, leapDay: leapDay, leapMonth: leapMonth, shortMonth: shortMonth)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(zone, forKey: .zone)
        try container.encode(leapDay, forKey: .leapDay)
        try container.encode(leapMonth, forKey: .leapMonth)
        try container.encode(shortMonth, forKey: .shortMonth)
    }
}
