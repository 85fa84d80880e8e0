/// Who must not receive a gift, by age, country, recipient kind, job role and culture.
///
/// - Wire format: `{"exceptCountries":["US"],"exceptRecipients":["healthProfessional"],"minimumAge":18}`, with
///   `onlyCountries`, `onlyJobRoles` and `exceptCultures`; what restricts nothing is left out.
public struct GiftRestrictions: Hashable, Sendable {
    /// The age from which it may be given, in years, or `nil` for every age.
    public let minimumAge: Int64?
    /// The only countries to which it may go, or `nil` for every country.
    public let onlyCountries: Set<CountryCode>?
    /// The countries to which it must not go.
    public let exceptCountries: Set<CountryCode>
    /// The kinds of recipients who must not receive it.
    public let exceptRecipients: Set<RecipientKind>
    /// The only job roles for whose holders it is, or `nil` for everybody.
    public let onlyJobRoles: Set<JobRole>?
    /// The cultures for which it is out of place.
    public let exceptCultures: Set<Culture>

    /// Restrictions as described, or `nil` when the age is not 1 through 150 years.
    public init?(
        minimumAge: Int64?,
        onlyCountries: Set<CountryCode>? = nil,
        exceptCountries: Set<CountryCode> = [],
        exceptRecipients: Set<RecipientKind> = [],
        onlyJobRoles: Set<JobRole>? = nil,
        exceptCultures: Set<Culture> = []
    ) {
        guard minimumAge.map({ Self.ageRange.contains($0) }) ?? true else { return nil }
        self.init(age: minimumAge, onlyCountries, exceptCountries, exceptRecipients, onlyJobRoles, exceptCultures)
    }

    private init(
        age: Int64?,
        _ onlyCountries: Set<CountryCode>?,
        _ exceptCountries: Set<CountryCode>,
        _ exceptRecipients: Set<RecipientKind>,
        _ onlyJobRoles: Set<JobRole>?,
        _ exceptCultures: Set<Culture>
    ) {
        self.minimumAge = age
        self.onlyCountries = onlyCountries
        self.exceptCountries = exceptCountries
        self.exceptRecipients = exceptRecipients
        self.onlyJobRoles = onlyJobRoles
        self.exceptCultures = exceptCultures
    }
}

extension GiftRestrictions {
    static let ageRange: ClosedRange<Int64> = 1...150

    /// No restriction at all.
    public static let none = GiftRestrictions(age: nil, nil, [], [], nil, [])

    /// Returns what both restrict together: where either says no, the answer is no.
    public func joined(with other: GiftRestrictions) -> GiftRestrictions {
        GiftRestrictions(
            age: [minimumAge, other.minimumAge].compactMap(\.self).max(),
            onlyCountries.map { own in other.onlyCountries.map(own.intersection) ?? own } ?? other.onlyCountries,
            exceptCountries.union(other.exceptCountries),
            exceptRecipients.union(other.exceptRecipients),
            onlyJobRoles.map { own in other.onlyJobRoles.map(own.intersection) ?? own } ?? other.onlyJobRoles,
            exceptCultures.union(other.exceptCultures)
        )
    }
}
