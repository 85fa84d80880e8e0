/// Who must not receive a gift, by age, country, recipient kind and culture.
///
/// - Wire format: `{"exceptCountries":["US"],"exceptRecipients":["healthProfessional"],"minimumAge":18}`, with
///   `onlyCountries` and `exceptCultures`; what restricts nothing is left out.
public struct GiftRestrictions: Hashable, Sendable {
    /// The age from which it may be given, in years, or `nil` for every age.
    public let minimumAge: Int64?
    /// The only countries to which it may go, or `nil` for every country.
    public let onlyCountries: Set<CountryCode>?
    /// The countries to which it must not go.
    public let exceptCountries: Set<CountryCode>
    /// The kinds of recipients who must not receive it.
    public let exceptRecipients: Set<RecipientKind>
    /// The cultures for which it is out of place.
    public let exceptCultures: Set<Culture>

    /// Restrictions as described, or `nil` when the age is not 1 through 150 years.
    public init?(
        minimumAge: Int64?,
        onlyCountries: Set<CountryCode>? = nil,
        exceptCountries: Set<CountryCode> = [],
        exceptRecipients: Set<RecipientKind> = [],
        exceptCultures: Set<Culture> = []
    ) {
        guard minimumAge.map({ Self.ageRange.contains($0) }) ?? true else { return nil }
        self.init(age: minimumAge, onlyCountries, exceptCountries, exceptRecipients, exceptCultures)
    }

    private init(
        age: Int64?,
        _ onlyCountries: Set<CountryCode>?,
        _ exceptCountries: Set<CountryCode>,
        _ exceptRecipients: Set<RecipientKind>,
        _ exceptCultures: Set<Culture>
    ) {
        self.minimumAge = age
        self.onlyCountries = onlyCountries
        self.exceptCountries = exceptCountries
        self.exceptRecipients = exceptRecipients
        self.exceptCultures = exceptCultures
    }
}

extension GiftRestrictions {
    static let ageRange: ClosedRange<Int64> = 1...150

    /// No restriction at all.
    public static let none = GiftRestrictions(age: nil, nil, [], [], [])

    /// Returns what both restrict together: where either says no, the answer is no.
    public func joined(with other: GiftRestrictions) -> GiftRestrictions {
        GiftRestrictions(
            age: [minimumAge, other.minimumAge].compactMap(\.self).max(),
            onlyCountries.map { own in other.onlyCountries.map(own.intersection) ?? own } ?? other.onlyCountries,
            exceptCountries.union(other.exceptCountries),
            exceptRecipients.union(other.exceptRecipients),
            exceptCultures.union(other.exceptCultures)
        )
    }
}
