/// Something that a customer likes, with where it comes from and as of which day.
///
/// ```swift
/// let likes = [inferredTea, declaredCoffee]
/// Preference.prevailing(among: likes, on: today)?.value   // coffee: what is said outranks what is guessed
/// ```
///
/// - Wire format: `{"on":"2026-01-05","origin":"declared","source":"survey-3","value":"tea"}`.
public struct Preference<Value: Codable & Comparable & Hashable & Sendable>: Hashable, Sendable {
    /// What is liked.
    public let value: Value
    /// Whether the customer said so.
    public let origin: PreferenceOrigin
    /// The form, survey or model from which it comes.
    public let source: Identifier<PreferenceOrigin>
    /// The day on which it was said or inferred.
    public let day: CalendarDate

    /// A preference for `value`.
    public init(
        for value: Value,
        _ origin: PreferenceOrigin,
        by source: Identifier<PreferenceOrigin>,
        on day: CalendarDate
    ) {
        self.value = value
        self.origin = origin
        self.source = source
        self.day = day
    }

    /// Returns the preference that counts on `today`, or `nil` when none is known by then.
    ///
    /// What the customer declared outranks what was inferred, however old it is; then the newer counts; on one day the
    /// one whose source has the smaller bytes; of one source the smaller value. The order of `preferences` means
    /// nothing.
    ///
    /// - Complexity: O(*n*).
    public static func prevailing(among preferences: some Sequence<Self>, on today: CalendarDate) -> Self? {
        preferences.filter { $0.day <= today }.max { $0.yields(to: $1) }
    }

    private func yields(to other: Self) -> Bool {
        if origin != other.origin { return other.origin == .declared }
        if day != other.day { return day < other.day }
        return (other.source, other.value) < (source, value)
    }
}

/// Whether a customer said something or it was concluded.
///
/// The two are all there are, so this enum is closed.
///
/// - Wire format: a bare word, such as `"declared"`.
public enum PreferenceOrigin: String, Hashable, Sendable, CaseIterable {
    /// The customer said so.
    case declared = "declared"
    /// A model or a rule concluded so from what the customer did.
    case inferred = "inferred"
}

extension PreferenceOrigin: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.word() }
}

extension Preference: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case value = "value"
        case origin = "origin"
        case source = "source"
        case day = "on"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        self.init(
            for: try container.decode(Value.self, forKey: .value),
            try container.decode(PreferenceOrigin.self, forKey: .origin),
            by: try container.decode(Identifier<PreferenceOrigin>.self, forKey: .source),
            on: try container.decode(CalendarDate.self, forKey: .day)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(value, forKey: .value)
        try container.encode(origin, forKey: .origin)
        try container.encode(source, forKey: .source)
        try container.encode(day, forKey: .day)
    }
}
