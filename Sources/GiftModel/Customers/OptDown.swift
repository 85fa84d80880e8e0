/// A customer's wish to hear less by one channel: so many messages in so many days, or none.
///
/// It narrows what consent permits and never widens it.
///
/// - Wire format: `{"atMost":1,"channel":"email","days":30}`; none at all is
///   `{"atMost":0,"channel":"telephone","days":1}`.
public struct OptDown: Hashable, Sendable {
    /// The channel, and no other.
    public let channel: ContactChannel
    /// How many messages may come in any such stretch of days; zero means none ever.
    public let atMost: Int64
    /// How many days that stretch has, one or more.
    public let days: Int64

    /// At most so many messages by `channel` in so many days, or `nil` when `count` is below zero or `days` below one.
    public init?(of channel: ContactChannel, atMost count: Int64, inDays days: Int64) {
        guard count >= 0, days >= 1 else { return nil }
        self.channel = channel
        self.atMost = count
        self.days = count == 0 ? 1 : days
    }

    /// No messages by `channel`.
    public init(outOf channel: ContactChannel) {
        self.channel = channel
        self.atMost = 0
        self.days = 1
    }
}

extension OptDown: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case channel = "channel"
        case atMost = "atMost"
        case days = "days"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let optDown = Self(
            of: try container.decode(ContactChannel.self, forKey: .channel),
            atMost: try container.decode(Int64.self, forKey: .atMost),
            inDays: try container.decode(Int64.self, forKey: .days)
        )
        guard let optDown else {
            let problem = "an opt-down allows zero or more messages in one day or more"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem))
        }
        self = optDown
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(channel, forKey: .channel)
        try container.encode(atMost, forKey: .atMost)
        try container.encode(days, forKey: .days)
    }
}
