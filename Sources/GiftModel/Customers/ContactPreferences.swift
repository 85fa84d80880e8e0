/// How, how often and when a customer wants to be reached.
///
/// Absent wishes are no consent: they only leave open what consent has to permit.
///
/// - Wire format: `{"optDowns":[…],"quietHours":{…}}`; opt-downs by the bytes of their channel, quiet hours left out
///   where there are none.
public struct ContactPreferences: Hashable, Sendable {
    /// The opt-downs by the bytes of their channel, one for each.
    public let optDowns: [OptDown]
    /// When not to be disturbed, or `nil` when nothing is known about that.
    public let quietHours: QuietHours?

    /// These wishes, or `nil` when two opt-downs are of one channel.
    ///
    /// - Complexity: O(*n* log *n*) in the opt-downs.
    public init?(optDowns: [OptDown] = [], quietHours: QuietHours? = nil) {
        guard Set(optDowns.map(\.channel)).count == optDowns.count else { return nil }
        self.optDowns = optDowns.sorted { $0.channel.name < $1.channel.name }
        self.quietHours = quietHours
    }

    /// The opt-down of `channel`, or `nil` when the customer asked for none.
    ///
    /// - Complexity: O(*n*) in the opt-downs.
    public func optDown(of channel: ContactChannel) -> OptDown? { optDowns.first { $0.channel == channel } }
}

extension ContactPreferences: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case optDowns = "optDowns"
        case quietHours = "quietHours"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let preferences = Self(
            optDowns: try container.decode([OptDown].self, forKey: .optDowns),
            quietHours: try container.decodeIfPresent(QuietHours.self, forKey: .quietHours)
        )
        guard let preferences else {
            let problem = "a channel has one opt-down"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
        self = preferences
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(optDowns, forKey: .optDowns)
        try container.encodeIfPresent(quietHours, forKey: .quietHours)
    }
}
