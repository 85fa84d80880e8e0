import GiftModel

extension CustomerRecord {
    /// Returns the day on which the customer has completed so many years, or `nil` when the birth is not known; who was
    /// born on 29 February is older by `rule`.
    func day(ofAge years: Int64, leapDay rule: LeapDayRule) -> CalendarDate? {
        guard let birth = birthday?.date else { return nil }
        return AnnualDate(birth)
            .date(inYear: birth.year + Int(years), leapDay: rule == .dayBefore ? .dayBefore : .dayAfter)
    }
}
