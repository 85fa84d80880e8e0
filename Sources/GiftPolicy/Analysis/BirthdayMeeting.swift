public import GiftModel

/// For how many of the birthdays of a year a birthday gift and another one may be given on the same days.
///
/// Every day of a year counts as a birthday once, so the numbers say nothing about real customers.
public struct BirthdayMeeting: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// For how many of its days.
    public let solar: Int
    /// How many days it has.
    public let solarDays: Int
    /// For how many of the 360 birthdays by the lunar calendar, or `nil` where that is not known.
    ///
    /// Birthdays in leap months are left out.
    public let lunar: Int?
    /// A birthday by the lunar calendar for which they meet every year, or `nil` when none is known.
    public let everyYear: AnnualLunarDate?

    /// A meeting for so many birthdays of `year`.
    public init(inYear year: Int, solar: Int, of solarDays: Int, lunar: Int?, everyYear: AnnualLunarDate? = nil) {
        self.year = year
        self.solar = solar
        self.solarDays = solarDays
        self.lunar = lunar
        self.everyYear = everyYear
    }

    /// How many birthdays the lunar calendar has, those in leap months left out.
    public static let lunarDays = 360
}
