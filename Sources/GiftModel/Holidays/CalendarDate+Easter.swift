extension CalendarDate {
    /// Returns Easter Sunday of the western churches in `year`, or `nil` when the calendar has no such year.
    ///
    /// Years before 1583 had another calendar; for them the rule is only counted back.
    ///
    /// - Source: the computus that an anonymous reader sent to Nature (20 April 1876), as printed in Jean Meeus,
    ///   *Astronomical Algorithms*, chapter 8; it yields the dates of the bull *Inter gravissimas* of 1582.
    public static func easterSunday(inYear year: Int) -> CalendarDate? {
        guard (1...9999).contains(year) else { return nil }
        let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
        let goldenNumber = year % 19
        // How many days the full moon lies after 21 March: the moon's cycle, corrected for the centuries.
        let moonCorrection = (century - (century + 8) / 25 + 1) / 3
        let moon = (19 * goldenNumber + century - century / 4 - moonCorrection + 15) % 30
        // How many days the Sunday after it is away.
        let sunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - moon - yearOfCentury % 4) % 7
        let exception = (goldenNumber + 11 * moon + 22 * sunday) / 451
        let days = moon + sunday - 7 * exception + 22
        return CalendarDate(year: year, month: 3, day: 1)?.adding(days: days - 1)
    }
}
