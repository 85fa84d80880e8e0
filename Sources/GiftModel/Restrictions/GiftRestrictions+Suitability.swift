extension GiftRestrictions {
    /// Returns whether a gift that is restricted so may go to the customer of `record` on `day`.
    ///
    /// Only facts that are asked for count: without a restriction by age, nobody's age is missing.
    ///
    /// - Parameters:
    ///   - cultures: The cultures that the customer told of, or `nil` when nobody asked.
    ///   - leapDay: When who was born on 29 February is a year older.
    /// - Returns: Reasons in the order age, country, recipient kind, job role, cultures by name.
    public func suitability(
        for record: CustomerRecord,
        cultures: Set<Culture>?,
        on day: CalendarDate,
        leapDay: LeapDayRule
    ) -> Suitability {
        var barring: [Reason] = []
        var missing: [Reason] = []
        if let minimumAge {
            let minimum = Fact("minimum", .number(minimumAge))
            switch record.birthday?.age(on: day, leapDay: leapDay) {
            case nil: missing.append(Reason(RestrictionReason.ageNotKnown, minimum))
            case let age? where age < minimumAge:
                barring.append(Reason(RestrictionReason.underAge, Fact("age", .number(Int64(age))), minimum))
            default: break
            }
        }
        if onlyCountries != nil || !exceptCountries.isEmpty {
            switch record.country {
            case nil: missing.append(Reason(RestrictionReason.countryNotKnown))
            case let country? where exceptCountries.contains(country) || onlyCountries?.contains(country) == false:
                barring.append(Reason(RestrictionReason.countryExcluded, Fact("country", .code(country.letters))))
            default: break
            }
        }
        if !exceptRecipients.isEmpty {
            switch record.recipientKind {
            case nil: missing.append(Reason(RestrictionReason.recipientNotKnown))
            case let kind? where exceptRecipients.contains(kind):
                barring.append(Reason(RestrictionReason.recipientExcluded, Fact("recipient", .name(kind.title))))
            default: break
            }
        }
        if let onlyJobRoles {
            switch record.jobRole {
            case nil: missing.append(Reason(RestrictionReason.jobRoleNotKnown))
            case let role? where !onlyJobRoles.contains(role):
                let roles = LocalizedText(listing: onlyJobRoles.sorted().map(\.title))
                barring.append(Reason(RestrictionReason.jobRoleExcluded, Fact("roles", .name(roles))))
            default: break
            }
        }
        if !exceptCultures.isEmpty {
            if cultures == nil { missing.append(Reason(RestrictionReason.cultureNotKnown)) }
            let shared = exceptCultures.intersection(cultures ?? []).sorted()
            barring += shared.map { Reason(RestrictionReason.cultureExcluded, Fact("culture", .name($0.title))) }
        }
        return Suitability(barring: barring, missing: missing)
    }
}
