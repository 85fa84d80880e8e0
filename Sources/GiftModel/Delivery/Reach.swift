/// What a host knows about how somebody can be reached with a gift; the addresses themselves stay with the host.
///
/// What is `nil` is not known, and never *no*.
public struct Reach: Hashable, Sendable {
    /// Whether the host has a postal address.
    public var hasPostalAddress: Bool?
    /// The country of that address.
    public var postalCountry: CountryCode?
    /// Whether the host has an e-mail address.
    public var hasEmailAddress: Bool?
    /// The ways that the receiver accepts, the best liked first; empty when the receiver did not choose.
    public var choice: [DeliveryChannel] = []

    /// A reach of which nothing is known yet.
    public init() {}
}

extension Reach {
    /// Returns whether the host has what `need` names, or `nil` when that is not known.
    func has(_ need: DeliveryNeed) -> Bool? {
        switch need {
        case .postalAddress: hasPostalAddress
        case .emailAddress: hasEmailAddress
        }
    }
}
